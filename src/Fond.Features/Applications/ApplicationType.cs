using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Programmes;
using Fond.Domain.Workflows;
using Fond.Features.Platform.GraphQL;
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
        Value("title", "The project's name.", a => a.Title);
        Value("organisation", "The applying board, administration or body.", a => a.Organisation);
        Value("phase", "Where the case is.", a => a.Phase);
        Value("asked", "What is asked of the fund, over all years.", a => a.Asked);
        Value("concernsChildren", "Whether children are concerned, directly or indirectly.", a => a.ConcernsChildren);
        Value("submittedAt", "When it was first handed in.", a => a.SubmittedAt, nullable: true);
        Value("supplementRequest", "What is to be supplemented.", a => a.SupplementRequest, nullable: true);
        Value("supplementLastDay", "Until when, the day included.", a => a.SupplementLastDay, nullable: true);
        Value("dismissalReason", "Why it could not be tried.", a => a.DismissalReason, nullable: true);
        Value("currentVersionNumber", "The last frozen version; 0 before the first submission.", a => a.CurrentVersionNumber);
        AddContent();
        AddCase();
    }

    private void AddContent()
    {
        Field<NonNullGraphType<ValueType<ApplicationContent>>>("content").Description("What it says: for the lead as last saved, for others as last handed in.")
            .Resolve(c => c.Source.LeadId == c.Actor().Id || c.Source.Phase != Phase.Supplement ? c.Source.Content : HandedIn(c));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<Goal>>>>>("serves").Description("The programme goals that the project serves.")
            .ResolveAsync(async c =>
            {
                var ids = c.Source.Serves.Select(s => s.GoalId).ToArray();
                return await c.Visible<Goal>().Where(g => ids.Contains(g.Id)).OrderBy(g => g.Id).ToListAsync(c.CancellationToken);
            });
        Many<ApplicationVersion>("versions", "As it was handed in, each time.", v => v.ApplicationId);
        Many<Attachment>("attachments", "Files.", x => x.ApplicationId);
    }

    private void AddCase()
    {
        One<Fund>("fund", "Whose money is asked for.", a => a.FundId);
        One<Call>("call", "The call that it answers.", a => a.CallId);
        One<Person>("lead", "The project lead.", a => a.LeadId);
        Many<WorkflowInstance>("workflows", "The workflows of the case, with their history, timers and diagrams.", i => i.ApplicationId);
        Many<WorkItem>("workItems", "Who has or had the ball.", i => i.ApplicationId);
        Many<LedgerTransaction>("ledger", "The case's movements of money.", t => t.ApplicationId);
        Many<ApplicationBalance>("balances", "Where the case's money stands; one row, once something was decided.", b => b.ApplicationId);
    }

    private static object HandedIn(IResolveFieldContext<Application> context) => context.Service<BatchLoader>()
        .By<ApplicationContent>("content handed in", context.Source.Id, async (ids, ct) =>
        {
            var versions = await context.Db().Set<ApplicationVersion>().AsNoTracking().Where(v => ids.Contains(v.ApplicationId)).ToListAsync(ct);
            return versions.GroupBy(v => v.ApplicationId).ToDictionary(g => g.Key, ApplicationContent? (g) => g.MaxBy(v => v.Number)!.Content);
        });
}

internal sealed class ApplicationVersionType : NodeType<ApplicationVersion>
{
    public ApplicationVersionType() : base("An application as it was handed in; never changed.")
    {
        Value("number", "1 at submission, one more with every supplement.", v => v.Number);
        Value("title", "The project's name then.", v => v.Title);
        Value("content", "What it said.", v => v.Content);
        Value("sha256", "Checksum over the content.", v => v.Sha256);
        Value("submittedAt", "When.", v => v.SubmittedAt);
        One<Person>("submittedBy", "By whom.", v => v.SubmittedById);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ValueType<ContentChange>>>>>("changes").Description("What changed since another version.")
            .Argument<IntGraphType>("since", "The other version's number; the one before unless said.")
            .ResolveAsync(async c =>
            {
                var since = c.GetArgument<int?>("since") ?? c.Source.Number - 1;
                var other = await c.Visible<ApplicationVersion>().FirstOrDefaultAsync(v => v.ApplicationId == c.Source.ApplicationId && v.Number == since, c.CancellationToken);
                return ContentDiff.Between(other?.Content ?? ApplicationContent.Empty, c.Source.Content);
            });
    }
}

internal sealed class AttachmentType : NodeType<Attachment>
{
    public AttachmentType() : base("A file of an application; fetch it at its path.")
    {
        Value("fileName", "Its name, made safe.", a => a.FileName);
        Value("contentType", "By content, whatever the name says.", a => a.ContentType);
        Value("size", "Bytes.", a => a.Size);
        Value("sha256", "Checksum.", a => a.Sha256);
        Value("uploadedAt", "When.", a => a.UploadedAt);
        Value("path", "Where GET gives the bytes, with the same sign-in.", a => "/attachments/" + GlobalId.Of<Attachment>(a.Id));
    }
}
