using Fond.Domain.Access;
using Fond.Domain.Consultations;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;

namespace Fond.Features.Consultations;

internal sealed class ConsultationFeature : IFeature
{
    public void AddQueries(QueryFields queries) => queries.List("consultations", "Consultations that the caller may see, newest first.", FieldAccess.SignedIn, c =>
    {
        var consultations = c.Visible<Consultation>();
        return c.GetArgument<ConsultationState?>("state") is { } state ? consultations.Where(x => x.State == state) : consultations;
    }, f => f.With<EnumType<ConsultationState>>("state", "Only those."));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<CreateConsultation, CreateConsultationInput, Consultation>("consultation", "Prepares a consultation.", Role.CaseOfficer);
        mutations.Add<ChangeConsultation, ChangeConsultationInput, Consultation>("consultation", "Rewrites a consultation that has not been sent.", Role.CaseOfficer);
        mutations.Add<SendConsultation, SendConsultationInput, Consultation>("consultation", "Sends it to the bodies that are asked.", Role.CaseOfficer);
        mutations.Add<AnswerConsultation, AnswerConsultationInput, Consultation>("consultation", "Gives a body's statement; one that comes late is kept and marked.", Role.ReferralBody, Role.CouncilMember);
        mutations.Add<CloseConsultation, CloseConsultationInput, Consultation>("consultation", "Ends it, when all have answered or the last day has passed.", Role.CaseOfficer);
    }
}
