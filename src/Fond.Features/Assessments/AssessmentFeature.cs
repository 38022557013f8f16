using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Assessments;

internal sealed class AssessmentFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<OwnAssessment>();

    public void AddQueries(QueryFields queries) => queries.List("assessments", "Assessments that the caller may see, newest first; an assessor's own.", FieldAccess.SignedIn, c =>
    {
        var assessments = c.Visible<Assessment>();
        if (c.GetArgument<AssessmentState?>("state") is { } state) assessments = assessments.Where(a => a.State == state);
        if (c.GetArgument<string?>("assessorId") is { } assessor) assessments = assessments.Where(a => a.AssessorId == GlobalId.KeyOf<Person>(assessor));
        var me = c.Actor().Id;
        var own = c.Db().Set<Assessment>().Where(a => a.AssessorId == me).Select(a => a.ApplicationId); // also of whoever is no assessor any more
        return assessments.ByFewCases(c, a => a.ApplicationId, own).OfCases(c, a => a.ApplicationId);
    }, f => CaseFilters.Declare(f.With<EnumType<AssessmentState>>("state", "Only assessments in this state.").With<IdGraphType>("assessorId", "Only this person's.")));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<AssignAssessors, AssignAssessorsInput, Application>("application", "Names who is to assess, all of them or none.", Role.CaseOfficer);
        mutations.Add<DeclareConflict, DeclareConflictInput, Assessment>("assessment", "Declares a conflict of interest: the assessor is shut out of the case, and scores that were handed in no longer count.", Role.Assessor);
        mutations.Add<SaveScores, SaveScoresInput, Assessment>("assessment", "Saves scores with reasons.", Role.Assessor);
        mutations.Add<SubmitAssessment, SubmitAssessmentInput, Assessment>("assessment", "Hands the assessment in; every criterion must be scored.", Role.Assessor);
        mutations.Add<ProposeJointly, ProposeJointlyInput, JointProposal>("jointProposal", "Writes down what the assessors propose together; the case goes on to decision.", Role.CaseOfficer, Role.Assessor);
    }
}
