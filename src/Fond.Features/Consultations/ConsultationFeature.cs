using Fond.Domain.Access;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Consultations;

internal sealed class ConsultationFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<ConsultationDrafts>().AddScoped<ConsultationCourse>().AddScoped<ConsultationNews>()
        .AddScoped<ConsultationRecords>().AddScoped<StatementReader>().AddScoped<ReferralLinks>().AddScoped<StatementFiles>().AddScoped<TimeRequests>().AddScoped<Enclosures>().AddScoped<ReferralSeats>().AddScoped<EnclosureSender>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapConsultations();
        routes.MapStatementFiles();
        routes.MapEnclosures();
        routes.MapReferralPages();
        routes.MapOpenConsultationPages();
    }

    public void AddQueries(QueryFields queries)
    {
        AddConsultations(queries);
        queries.Field<NonNullGraphType<ConnectionType<OpenConsultation>>, Connection<OpenConsultation>>("openConsultations", "Consultations that the public may comment on, newest first; open to everybody.", FieldAccess.Everybody, OpenConsultation.PageAsync,
            f => f.With<IntGraphType>("first", $"How many, 1 to {Connections.LargestPage}; {Connections.DefaultPage} unless said.").With<StringGraphType>("after", "The cursor after which the page begins."));
        queries.List("publicComments", "What the public has said in a consultation, newest first.", PublicCommentType.Readers, c =>
        {
            var consultation = GlobalId.KeyOf<Consultation>(c.GetArgument<string>("consultationId"));
            return c.Visible<PublicComment>().Where(x => x.ConsultationId == consultation);
        }, f => f.With<NonNullGraphType<IdGraphType>>("consultationId", "Which consultation."));
        queries.List("referralGroups", "Referral bodies that are often asked together.", ReferralGroupType.Readers,
            c => c.GetArgument<string?>("municipality") is { } municipality ? c.Visible<ReferralGroup>().Where(g => g.Municipality == municipality) : c.Visible<ReferralGroup>(),
            f => f.With<StringGraphType>("municipality", "Only this municipality's."), ascending: true);
    }

    private static void AddConsultations(QueryFields queries) => queries.List("consultations", "Consultations that the caller may see, newest first.", FieldAccess.SignedIn, c =>
    {
        var consultations = c.Visible<Consultation>();
        if (c.GetArgument<ConsultationState?>("state") is { } state) consultations = consultations.Where(x => x.State == state);
        if (c.GetArgument<string?>("bodyId") is { } body)
        {
            var asking = c.Db().Set<ReferralRequest>().Where(r => r.BodyId == GlobalId.KeyOf<Body>(body)).Owners(typeof(Consultation));
            consultations = consultations.Where(x => asking.Contains(x.Id));
        }

        if (c.GetArgument<bool?>("awaitsMe") == true)
        {
            var seats = c.Db().SeatsOf(c.Actor(), c.Service<Clock>().Today);
            var waiting = c.Db().Set<ReferralRequest>().Where(r => seats.Contains(r.BodyId) && r.Statement == null).Owners(typeof(Consultation));
            consultations = consultations.Where(x => x.State == ConsultationState.Sent && waiting.Contains(x.Id));
        }

        if (c.GetArgument<string?>("fundId") is { } fund) consultations = consultations.Where(x => x.FundId == GlobalId.KeyOf<Fund>(fund));
        return consultations.WithText(c.GetArgument<string?>("text"), x => x.Title, x => x.CaseNumber);
    }, f => f.With<EnumType<ConsultationState>>("state", "Only consultations in this state.").With<IdGraphType>("bodyId", "Only those that ask this body.")
        .With<BooleanGraphType>("awaitsMe", "Only those that a body of the caller's has yet to answer.").With<IdGraphType>("fundId", "Only this fund's.").With<StringGraphType>("text", "Part of title or case number."));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<CreateConsultation, CreateConsultationInput, Consultation>("consultation", "Prepares a consultation.", Role.CaseOfficer);
        mutations.Add<ChangeConsultation, ChangeConsultationInput, Consultation>("consultation", "Rewrites a consultation that has not been sent.", Role.CaseOfficer);
        mutations.Add<SendConsultation, SendConsultationInput, Consultation>("consultation", "Sends it to the bodies that are asked.", Role.CaseOfficer);
        mutations.Add<AnswerConsultation, AnswerConsultationInput, Consultation>("consultation", "Gives a body's statement; one that comes late is kept and marked.");
        mutations.Add<RequestExtension, RequestExtensionInput, Consultation>("consultation", "Asks for more time for a body; the officers are told.");
        mutations.Add<ExtendConsultation, ExtendConsultationInput, Consultation>("consultation", "Gives one body, or all that have not answered, more time.", Role.CaseOfficer);
        mutations.Add<DeclineExtension, DeclineExtensionInput, Consultation>("consultation", "Says no to a body that has asked for more time, with the reason; it is told.", Role.CaseOfficer);
        mutations.Add<WithdrawConsultation, WithdrawConsultationInput, Consultation>("consultation", "Takes back what has been sent; what came in stays on record.", Role.CaseOfficer);
        mutations.Add<IssueReferralLink, IssueReferralLinkInput, IssuedLink>("link", "Gives out a link by which a body answers without signing in; those given out before no longer hold.", Role.CaseOfficer);
        mutations.Add<CommentConsultation, CommentConsultationInput, CommentReceipt>("receipt", "Says something in a consultation that is open to the public; without sign-in.", FieldAccess.Everybody);
        mutations.Add<SaveReferralGroup, SaveReferralGroupInput, ReferralGroup>("referralGroup", "Enters a group of referral bodies, or changes the one that is named.", Role.CaseOfficer);
        mutations.Add<CloseConsultation, CloseConsultationInput, Consultation>("consultation", "Ends it, when all have answered or the last day has passed.", Role.CaseOfficer);
    }
}
