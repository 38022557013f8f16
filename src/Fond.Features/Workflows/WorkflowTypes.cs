using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Applications;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Fond.Workflows;
using GraphQL.Types;

namespace Fond.Features.Workflows;

internal sealed class WorkflowVersionType : NodeType<WorkflowVersion>
{
    public WorkflowVersionType() : base("A workflow definition as it read when cases began on it.")
    {
        Value("name", "The definition's name.", v => v.Name);
        Value("number", "1, 2, 3 ... a name; new cases take the highest.", v => v.Number);
        Value("since", "When the file was first read like this.", v => v.At);
        Value("definition", "The file's text, JSON.", v => v.Json).Only(Role.Administrator, Role.Auditor);
        Field<NonNullGraphType<StringGraphType>>("diagram").Description("Mermaid stateDiagram-v2, with the states' titles in the caller's language.")
            .ResolveAsync(async c => WorkflowDiagram.Of(await c.Service<WorkflowCatalog>().OfAsync(c.Db(), c.Source.Id, c.CancellationToken), null, title => c.Say(new(title.Sv, title.En))));
    }
}

internal sealed class WorkflowInstanceType : NodeType<WorkflowInstance>
{
    public WorkflowInstanceType() : base("One workflow running for one application.")
    {
        Value("workflow", "The definition's name.", i => i.Workflow);
        Value("state", "Where it is, by the definition's name for it.", i => i.State);
        Value("phase", "Where it is, in the fixed words that rules understand.", i => i.Phase);
        Value("ended", "Whether it has come to its end.", i => i.Ended);
        One<Application>("application", "The case.", i => i.ApplicationId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<WorkflowStepType>>>>("history").Description("How it came here, oldest first.").Resolve(c => c.Source.Steps.InOrder())
            .FieldType.NotedIn<WorkflowInstance>(i => i.Steps.Any(s => s.Note is not null) ? i.ApplicationId : null, "note");
        Many<WorkflowTimer>("timers", "What fires, fired or was to fire by itself.", t => t.InstanceId);
        Many<WorkItem>("workItems", "Who has or had the ball.", i => i.InstanceId);
        Field<NonNullGraphType<StringGraphType>>("stateTitle").Description("The state's title in the caller's language.").ResolveAsync(async c =>
        {
            var definition = await c.Service<WorkflowCatalog>().OfAsync(c.Db(), c.Source.WorkflowVersionId, c.CancellationToken);
            var title = definition.States.First(s => s.Name == c.Source.State).Title;
            return c.Say(new(title.Sv, title.En));
        });
        Field<NonNullGraphType<StringGraphType>>("diagram").Description("Mermaid stateDiagram-v2 of the definition that it follows, with the present state marked.")
            .ResolveAsync(async c => WorkflowDiagram.Of(await c.Service<WorkflowCatalog>().OfAsync(c.Db(), c.Source.WorkflowVersionId, c.CancellationToken), c.Source.State, title => c.Say(new(title.Sv, title.En))));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("permittedTriggers").Description("What the caller may set off now.")
            .ResolveAsync(async c => await c.Db().FindAsync<Application>([c.Source.ApplicationId], c.CancellationToken) is { } application
                ? await c.Service<WorkflowRunner>().PermittedAsync(c.Source, application, c.CancellationToken) : []);
    }
}

internal sealed class WorkflowStepType : ObjectGraphType<WorkflowStep>
{
    public WorkflowStepType()
    {
        Name = "WorkflowStep";
        Description = "One move in a case's history.";
        Field(s => s.From, nullable: true).Description("The state that was left; null where the workflow began.");
        Field(s => s.To).Description("The state that was reached.");
        Field(s => s.Trigger, nullable: true).Description("What set it off.");
        Field(s => s.Who).Description("Who, by name; Fond for timers and signals.");
        Field<NonNullGraphType<InstantType>>("at").Description("When.").Resolve(c => c.Source.At);
        Field(s => s.Note, nullable: true).Description("Why, where whoever did it had to say.");
    }
}

internal sealed class WorkflowTimerType : NodeType<WorkflowTimer>
{
    public WorkflowTimerType() : base("What happens by itself when its time has come: a trigger, or a reminder.")
    {
        Value("name", "The timer's name in the definition.", t => t.Name);
        Localised("title", "What it means.", t => t.Title);
        Value("trigger", "What it sets off; null for a reminder, which leaves the case where it is.", t => t.Trigger, nullable: true);
        Value("dueAt", "When it fires.", t => t.DueAt);
        Value("firedAt", "When it fired.", t => t.FiredAt, nullable: true);
        Value("cancelledAt", "When the case left the state first.", t => t.CancelledAt, nullable: true);
    }
}

internal sealed class WorkItemType : NodeType<WorkItem>
{
    public WorkItemType() : base("Who has the ball in a case, and until when.")
    {
        Localised("title", "What is to be done.", i => i.Title);
        Value("role", "Whose turn it is.", i => i.Role);
        Value("dueOn", "The last day.", i => i.DueOn, nullable: true);
        Value("openedAt", "Since when.", i => i.OpenedAt);
        Value("doneAt", "When it was done, or fell away.", i => i.DoneAt, nullable: true);
        Field<NonNullGraphType<BooleanGraphType>>("overdue").Description("Whether the last day has passed and it is still open.")
            .Resolve(c => c.Source.DoneAt is null && c.Source.DueOn < c.Service<Clock>().Today);
        One<Application>("application", "The case.", i => i.ApplicationId);
    }
}

internal sealed class NotificationType : NodeType<Notification>
{
    public NotificationType() : base("A message in a person's inbox.")
    {
        Localised("subject", "In a few words.", n => n.Subject).NotedFieldsIn<Notification>(n => n.ApplicationId, ApplicationFields.Name);
        Localised("body", "The message.", n => n.Body).NotedFieldsIn<Notification>(n => n.ApplicationId, ApplicationFields.Name).NotedOnAgenda<Notification>(n => CallMeeting.MeetingOf(n.Key));
        Value("at", "When.", n => n.At);
        Value("readAt", "When it was marked as read.", n => n.ReadAt, nullable: true);
        One<Application>("application", "The case.", n => n.ApplicationId);
    }
}

internal sealed class IncidentType : NodeType<Incident>
{
    public IncidentType() : base("Work that kept failing and waits for an administrator.", FieldAccess.For(Role.Administrator, Role.Auditor))
    {
        Value("kind", "A timer, an alarm or an e-mail.", i => i.Kind);
        Value("error", "The kind of fault.", i => i.Error);
        Value("at", "When it was set aside.", i => i.At);
        Value("retriedAt", "When it was put back in line.", i => i.RetriedAt, nullable: true);
        One<Application>("application", "The case.", i => i.ApplicationId);
    }
}
