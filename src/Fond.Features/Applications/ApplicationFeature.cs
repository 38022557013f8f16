using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Programmes;
using Fond.Domain.Workflows;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Applications;

internal sealed class ApplicationFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<FileTransfer>().AddScoped<CaseNumbering>().AddScoped<IdeaDesk>().AddScoped<EndorsementDesk>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapAttachments();
        routes.MapEndorsementPages();
    }

    public void AddQueries(QueryFields queries)
    {
        AddApplications(queries);
        queries.List("endorsementsAskedOfMe", "Applications that the caller, as a partner's manager, is asked to endorse; newest first.", FieldAccess.SignedIn, c =>
        {
            var me = c.Actor().Id;
            return c.Visible<Endorsement>().Where(e => e.PersonId == me);
        });
    }

    private static void AddApplications(QueryFields queries) => queries.List("applications", "Cases that the caller may see, newest first.", FieldAccess.SignedIn, c =>
    {
        var applications = c.Visible<Application>();
        if (c.GetArgument<Phase?>("phase") is { } phase) applications = InPhase(applications, phase, c);
        if (c.GetArgument<string?>("leadId") is { } lead) applications = applications.Where(a => a.LeadId == GlobalId.KeyOf<Person>(lead));
        return applications.Matching(c);
    }, f => CaseFilters.Declare(f.With<EnumType<Phase>>("phase", "Only cases in this phase.").With<IdGraphType>("leadId", "Only this person's.")));

    /// <summary>
    /// What others write before it has a case number is seen by auditors and administrators alone: for everybody else the phases of writing are asked by what can be theirs, since a
    /// database that does not know looks through all drafts for one with a number.
    /// </summary>
    private static IQueryable<Application> InPhase(IQueryable<Application> applications, Phase phase, IResolveFieldContext c)
    {
        var inPhase = applications.Where(a => a.Phase == phase);
        if (phase is not (Phase.Idea or Phase.Draft) || c.Actor().Has(Role.Auditor, Role.Administrator)) return inPhase;
        var (all, me) = (c.Db().Set<Application>().Where(a => a.Phase == phase), c.Actor().Id);
        var keys = all.Where(a => a.LeadId == me).Select(a => a.Id).Concat(all.Where(a => a.CaseNumber != null).Select(a => a.Id)).Ahead();
        return inPhase.Where(a => keys.Contains(a.Id));
    }

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<StartApplication, StartApplicationInput, Application>("application", "Begins a draft; the caller becomes its lead.", Role.Applicant);
        mutations.Add<SaveApplicationDraft, SaveApplicationDraftInput, Application>("application", "Saves pieces of an idea, a draft or a supplement; what is left out stays as it is.", Role.Applicant, Role.CaseOfficer);
        mutations.Add<SubmitIdea, SubmitIdeaInput, Application>("application", "Hands a short idea in, in a call of two steps: frozen as version 1, given its case number.", Role.Applicant);
        mutations.Add<DecideIdea, DecideIdeaInput, Application>("application", "Approves an idea, so that a full application is made, or ends the case with a no.", DecideIdea.Deciders);
        mutations.Add<LetCoAuthorIn, LetCoAuthorInInput, Application>("application", "Asks an officer of the fund to write in the full application, when the idea has been approved; they write once they have accepted.", Role.Applicant);
        mutations.Add<AnswerCoAuthorInvitation, AnswerCoAuthorInvitationInput, Application>("application", "Accepts to write in an application, or declines, as the officer who was asked. Whoever accepts judges nothing in the case.", Role.CaseOfficer);
        mutations.Add<LetCoAuthorGo, LetCoAuthorGoInput, Application>("application", "Ends that somebody writes in the application, or is asked to.", Role.Applicant);
        mutations.Add<RequestEndorsement, RequestEndorsementInput, Endorsement>("endorsement", "Asks a partner's manager to endorse the application.", Role.Applicant);
        mutations.Add<AnswerEndorsement, AnswerEndorsementInput, Endorsement>("endorsement", "Endorses an application, or not, as the manager who was asked.");
        mutations.Add<SubmitApplication, SubmitApplicationInput, Application>("application", "Hands the draft in: checked as a whole against the rules of its call, frozen as a version, given its case number.", Role.Applicant);
        mutations.Add<SupplementApplication, SupplementApplicationInput, Application>("application", "Hands the supplement in, frozen as the next version.", Role.Applicant);
        mutations.Add<WithdrawApplication, WithdrawApplicationInput, Application>("application", "Takes the application back; possible until it is decided.", Role.Applicant);
        mutations.Add<MoveSupplementDay, MoveSupplementDayInput, Application>("application", "Moves the last day of a supplement that is asked for; the applicant is told.", Role.CaseOfficer);
        mutations.Add<RequestSupplement, RequestSupplementInput, Application>("application", "Asks the lead for more, with a last day.", Role.CaseOfficer);
        mutations.Add<AcceptApplication, AcceptApplicationInput, Application>("application", "Ends the formal check: the application goes on to assessment.", Role.CaseOfficer);
        mutations.Add<DismissApplication, DismissApplicationInput, Application>("application", "Ends the case at the formal check, with the reason.", Role.CaseOfficer);
        mutations.Add<MarkApplication, MarkApplicationInput, Application>("application", "Marks what an application says, or one field of it, as possibly secret, with the provision; every reading is then written down. Without a provision the mark is taken away.", Role.CaseOfficer);
        mutations.Add<MarkAttachment, MarkAttachmentInput, Attachment>("attachment", "Marks a file as possibly secret, with the provision; every fetch is then written down. Without a provision the mark is taken away.", Role.CaseOfficer);
        mutations.Add<RemoveAttachment, RemoveAttachmentInput, Attachment>("attachment", "Takes a file out of a draft; what was handed in stays.", Role.Applicant);
    }
}
