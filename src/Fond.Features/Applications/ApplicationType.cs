using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Domain.Workflows;
using Fond.Features.Assessments;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed class ApplicationType : NodeType<Application>
{
    public ApplicationType() : base("An application to a call, and the case that it becomes.")
    {
        Value("caseNumber", "The registry's number; given at the first submission.", a => a.CaseNumber, nullable: true);
        Field<NonNullGraphType<StringGraphType>>("organisation").Description("The applying board, administration or body.").Resolve(c => Noting(c, ApplicationFields.Organisation).Organisation);
        Value("phase", "Where the case is.", a => a.Phase);
        Field<NonNullGraphType<BooleanGraphType>>("concernsChildren").Description("Whether children are concerned, directly or indirectly.").Resolve(c => Noting(c, "childImpact.concernsChildren").ConcernsChildren);
        Value("submittedAt", "When it was first handed in.", a => a.SubmittedAt, nullable: true);
        Value("supplementRequest", "What is to be supplemented.", a => a.SupplementRequest, nullable: true).NotedIn<Application>(a => a.Id);
        Value("supplementLastDay", "Until when, the day included.", a => a.SupplementLastDay, nullable: true);
        Field<ValueType<IdeaDecision>>("ideaDecision").Description("What was said to the idea; null when it has not been decided, or there was none.").Resolve(c => c.Source.IdeaDecision)
            .FieldType.NotedIn<Application>(a => a.Id, "reason");
        Several<Person>("coAuthors", "Officers who write the application together with the lead.", a => a.CoAuthors.Where(c => c.IsWriting).InOrder().Select(c => c.PersonId));
        Several<Person>("invitedCoAuthors", "Officers who are asked to, and have not answered.", a => a.CoAuthors.Where(c => !c.HasAccepted).InOrder().Select(c => c.PersonId));
        Field("formerCoAuthors", ListOf<Person>()).Description("Officers who could write in what was handed in, or wrote in it, and no longer do, for those who handle the case. They assess, rank and decide nothing in it.").Resolve(FormerCoAuthors);
        Many<DecisionMemo>("memos", "The officer's memos to the body that decides, for those who handle the case.", m => m.ApplicationId);
        Many<Endorsement>("endorsements", "What partners' managers were asked, and answered.", e => e.ApplicationId);
        Value("dismissalReason", "Why it was dismissed.", a => a.DismissalReason, nullable: true).NotedIn<Application>(a => a.Id);
        Value("currentVersionNumber", "The last frozen version; 0 before the first submission.", a => a.CurrentVersionNumber);
        AddContent();
        AddCase();
    }

    private void AddContent()
    {
        Field<NonNullGraphType<StringGraphType>>("title").Description("The project's name.").Resolve(c => Seen(c, ApplicationFields.Title).Title);
        Field<NonNullGraphType<MoneyType>>("asked").Description("What is asked of the fund, over all years.").Resolve(c => Seen(c, "budget", "preliminaryCost").Content.Asked());
        Field<NonNullGraphType<ValueType<ApplicationContent>>>("content").Description("What it says: for those who write it as last saved, for others as last handed in.")
            .Resolve(c => Seen(c, [.. c.SelectedPaths()]).Content);
        Field<SecrecyMarkType>("secrecy").Description("Whether all that it says is marked as possibly secret; null when it is not.").Resolve(c => c.Source.Secrecy);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<FieldMarkType>>>>("fieldMarks").Description("Fields that are, or were, marked by themselves, oldest first.").Resolve(c => c.Source.FieldMarks.InOrder());
        Field("serves", ListOf<Goal>()).Description("The programme goals that the project serves.")
            .Resolve(c => c.Service<BatchLoader>().All<Goal>(Seen(c, ApplicationFields.Serves).GoalIds));
        Many<ApplicationVersion>("versions", "As it was handed in, each time.", v => v.ApplicationId);
        Many<Attachment>("attachments", "Files.", x => x.ApplicationId);
    }

    /// <summary>Those who write it see what they are writing, everybody else what was handed in; what is told of it that is marked is noted.</summary>
    private static Revision Seen(IResolveFieldContext<Application> context, params IReadOnlyCollection<string> told)
    {
        var application = Noting(context, told);
        return application.IsWrittenBy(context.Actor().Id) ? application.Current : application.HandedIn;
    }

    private static Application Noting(IResolveFieldContext<Application> context, params IReadOnlyCollection<string> told)
    {
        context.Service<SecretReadings>().NoteFields(context.Source, context.Source, told);
        return context.Source;
    }

    private static object FormerCoAuthors(IResolveFieldContext<Application> context)
    {
        var handles = !context.Source.IsWorkOf(context.Actor().Id) && context.Actor().HasIn(context.Source.FundId, AssessmentVisibility.Handlers);
        return context.Service<BatchLoader>().All<Person>([.. context.Source.CoAuthors.Where(c => handles && c.LeftAt is not null).InOrder().Select(c => c.PersonId)]);
    }

    private void AddCase()
    {
        One<Fund>("fund", "Whose money is asked for.", a => a.FundId);
        One<Call>("call", "The call that it answers.", a => a.CallId);
        One<Person>("lead", "The project lead.", a => a.LeadId);
        Many<Assessment>("assessments", "What assessors think, for those who may know.", x => x.ApplicationId);
        Field<AssessmentSummaryType>("assessmentSummary").Description("What the assessors came to together, for those who handle the case.").Resolve(AssessmentSummaryType.Of);
        Many<Recusal>("recusals", "Who has declared not to take part, for those who handle the case.", r => r.ApplicationId);
        Field("possibleConflicts", ListOf<Person>()).Description("Who prepares or decides the case and comes from an organisation that applies or takes part, for those who handle it. A flag, not a recusal: a person judges.")
            .Resolve(c => PossibleConflicts.Of(c) ?? new Ready<IReadOnlyList<Person>>([]));
        Many<JointProposal>("jointProposals", "What the assessors propose together.", p => p.ApplicationId);
        Many<Decision>("decisions", "What was decided, and proposed to the board.", d => d.ApplicationId);
        Many<CaseDocument>("documents", "The case's registry, as far as the caller may know of it.", d => d.ApplicationId);
        Many<Consultation>("consultations", "Statements that were asked for.", x => x.ApplicationId);
        Many<Project>("projects", "The project; one, once it was granted.", p => p.ApplicationId);
        Many<WorkflowInstance>("workflows", "The workflows of the case, with their history, timers and diagrams.", i => i.ApplicationId);
        Many<WorkItem>("workItems", "Who has or had the ball.", i => i.ApplicationId);
        Many<LedgerTransaction>("ledger", "The case's movements of money.", t => t.ApplicationId);
        Many<ApplicationBalance>("balances", "Where the case's money stands; one row, once something was decided.", b => b.ApplicationId);
    }
}

internal sealed class ApplicationVersionType : NodeType<ApplicationVersion>
{
    public ApplicationVersionType() : base("An application as it was handed in; never changed.")
    {
        Value("number", "1 at submission, one more with every supplement.", v => v.Number);
        Field<NonNullGraphType<StringGraphType>>("title").Description("The project's name then.").Resolve(c => c.NotedField(c.Source, c.Source.ApplicationId, ApplicationFields.Title, c.Source.Title));
        Field<NonNullGraphType<ValueType<ApplicationContent>>>("content").Description("What it said.").Resolve(c => c.Service<BatchLoader>().One<Application>(c.Source.ApplicationId).Then(application =>
        {
            if (application is not null) c.Service<SecretReadings>().NoteFields(c.Source, application, [.. c.SelectedPaths()]);
            return c.Source.Content;
        }));
        Value("sha256", "Checksum over the content.", v => v.Sha256);
        Value("submittedAt", "When.", v => v.SubmittedAt);
        One<Person>("submittedBy", "By whom.", v => v.SubmittedById);
        Several<Goal>("serves", "The programme goals that it said to serve.", v => v.GoalIds).NotedFieldsIn<ApplicationVersion>(v => v.ApplicationId, [ApplicationFields.Serves]);
        Field("attachments", ListOf<Attachment>()).Description("The files that it was handed in with.").Resolve(c => c.Service<BatchLoader>()
            .Many(VersionComparison.FilesOf, c.Source.ApplicationId).Then(files => (files ?? []).Where(f => f.FirstVersion <= c.Source.Number)));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ValueType<ContentChange>>>>>("changes").Description("What changed since another version.")
            .Argument<IntGraphType>("since", "The other version's number; the one before unless said.").ResolveAsync(VersionComparison.ChangesAsync);
    }
}

internal sealed class AttachmentType : NodeType<Attachment>
{
    public AttachmentType() : base("A file of an application; fetch it at its path.")
    {
        Field<NonNullGraphType<StringGraphType>>("fileName").Description("Its name, made safe.").Resolve(c =>
        {
            c.Service<SecretReadings>().Note(c.Source, c.Source.Secrecy);
            return c.Noted(c.Source, c.Source.ApplicationId, c.Source.FileName);
        });
        Value("contentType", "By content, whatever the name says.", a => a.ContentType);
        Value("size", "Bytes.", a => a.Size);
        Value("sha256", "Checksum.", a => a.Sha256);
        Value("uploadedAt", "When.", a => a.UploadedAt);
        Field<SecrecyMarkType>("secrecy").Description("Whether it is marked as possibly secret; null when it is not.").Resolve(c => c.Source.Secrecy);
        Value("path", "Where GET gives the bytes, with the same sign-in.", a => "/attachments/" + GlobalId.Of<Attachment>(a.Id));
    }
}
