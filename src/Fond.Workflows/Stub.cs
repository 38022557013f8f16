namespace Fond.Workflows;
public sealed record LocalText(string Sv, string En);
public sealed record WorkflowDefinition(string Name, string Hash, IReadOnlyList<WorkflowState> States);
public sealed record WorkflowState(string Name, string Phase, LocalText Title, WorkItemDefinition? WorkItem, IReadOnlyList<TimerDefinition> Timers, bool IsFinal);
public sealed record WorkItemDefinition(string Role, LocalText Title, WorkflowDue? Due);
public sealed record WorkflowDue(string? Date, CalendarDuration? After);
public sealed record CalendarDuration(int Days) { public DateOnly AddTo(DateOnly d) => d.AddDays(Days); public DateTimeOffset AddTo(DateTimeOffset d) => d.AddDays(Days); }
public sealed record TimerDefinition(string Name, LocalText Title, CalendarDuration? After, string? At, string Trigger);
public abstract record Activity; public sealed record NotifyActivity(string Role, LocalText Subject, LocalText Body) : Activity;
public sealed record StartWorkflowActivity(string Name) : Activity; public sealed record SignalActivity(string Workflow, string Trigger) : Activity;
public sealed record WorkflowVocabulary { public required IReadOnlyList<string> Roles { get; init; } public required IReadOnlyDictionary<string, IReadOnlySet<string>> Phases { get; init; } public required IReadOnlyList<string> Guards { get; init; } public required IReadOnlyList<string> Dates { get; init; } public required IReadOnlyList<string> Texts { get; init; } public required IReadOnlyDictionary<string, IReadOnlyList<string>> RequiredTriggers { get; init; } }
public static class WorkflowReader { public static WorkflowDefinition Parse(string j, string f, WorkflowVocabulary v) => throw new InvalidOperationException(); public static void CheckTogether(IEnumerable<WorkflowDefinition> d) { } }
public enum RefusedKind { UnknownTrigger, WrongState, RoleNotPermitted, GuardUnmet }
public sealed record Step(string? From, string? Trigger, string To);
public abstract record StepResult { public sealed record Refused(RefusedKind Kind, IReadOnlyList<string> UnmetGuards) : StepResult; public sealed record Moved(IReadOnlyList<Step> Steps, IReadOnlyList<Activity> Activities, WorkflowState State) : StepResult; }
public static class WorkflowEngine { public static StepResult Fire(WorkflowDefinition d, string s, string t, IReadOnlySet<string>? r, Func<string,bool> g) => throw new InvalidOperationException(); public static StepResult.Moved Enter(WorkflowDefinition d) => throw new InvalidOperationException(); public static IReadOnlyList<string> PermittedTriggers(WorkflowDefinition d, string s, IReadOnlySet<string>? r, Func<string,bool> g) => []; }
public static class WorkflowDiagram { public static string Of(WorkflowDefinition d, string? s) => ""; }
public sealed class WorkflowDefinitionException(string m) : Exception(m);
