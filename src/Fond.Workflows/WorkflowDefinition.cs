namespace Fond.Workflows;

/// <summary>A text in both languages.</summary>
public sealed record LocalText(string Sv, string En);

/// <summary>A workflow as a file tells it, checked and immutable.</summary>
/// <param name="Hash">SHA-256 over the file's JSON without its white space: another hash is another version.</param>
public sealed record WorkflowDefinition(string Name, LocalText Title, string Initial, IReadOnlyList<WorkflowState> States, string Hash)
{
    /// <summary>The workflow, as code speaks of it, that the definition can stand for: its own name unless the file says another.</summary>
    public string Carries { get; init; } = Name;

    /// <exception cref="InvalidOperationException">When there is no such state.</exception>
    public WorkflowState State(string name) => States.FirstOrDefault(s => s.Name == name)
        ?? throw new InvalidOperationException($"{Name} has no state {name}.");
}

/// <summary>Where a case can be.</summary>
/// <param name="Phase">One of the fixed phases that rules look at, as the API spells it: FORMAL_CHECK.</param>
public sealed record WorkflowState(string Name, string Phase, LocalText Title, WorkItemDefinition? WorkItem, IReadOnlyList<TimerDefinition> Timers,
    IReadOnlyList<Activity> OnEntry, IReadOnlyList<Activity> OnExit, IReadOnlyList<WorkflowTransition> Transitions)
{
    /// <summary>Nothing leads on from here.</summary>
    public bool IsFinal => Transitions.Count == 0;
}

/// <summary>Who has the ball while the case is in a state.</summary>
public sealed record WorkItemDefinition(string Role, LocalText Title, WorkflowDue? Due);

/// <summary>A last day: so long after the state was entered, or a date of the case by its name.</summary>
public sealed record WorkflowDue(string? Date, CalendarDuration? After);

/// <summary>Acts by itself while the case stays in the state: so long after it was entered, or when a date of the case has passed.</summary>
/// <param name="Before">So long before the end of the date <paramref name="At"/>.</param>
/// <param name="Trigger">What it fires; null: it only carries out its activities, and the case stays where it is.</param>
public sealed record TimerDefinition(string Name, LocalText Title, CalendarDuration? After, string? At, CalendarDuration? Before, string? Trigger, IReadOnlyList<Activity> Activities);

/// <param name="By">Roles that may fire it; SYSTEM for timers and signals. Empty on an automatic step.</param>
/// <param name="Guards">Flags of the case that must all hold.</param>
/// <param name="Auto">Taken by itself as soon as its guards hold when the state is entered.</param>
public sealed record WorkflowTransition(string Trigger, string To, IReadOnlyList<string> By, IReadOnlyList<string> Guards, IReadOnlyList<Activity> Activities, bool Auto);

/// <summary>What is done on the way. The host carries it out.</summary>
public abstract record Activity;

/// <summary>Tells everybody who answers to a role in the case. Texts may hold {names} of the vocabulary.</summary>
public sealed record NotifyActivity(string Role, LocalText Subject, LocalText Body) : Activity;

/// <summary>Starts another workflow for the same case.</summary>
public sealed record StartWorkflowActivity(string Name) : Activity;

/// <summary>Fires a trigger of another workflow of the same case, if that runs.</summary>
public sealed record SignalActivity(string Workflow, string Trigger) : Activity;

/// <summary>What definition files may speak of; the host says what it knows.</summary>
public sealed record WorkflowVocabulary
{
    public const string System = "SYSTEM";

    public required IReadOnlyCollection<string> Roles { get; init; }

    /// <summary>By workflow. A definition that carries another is refused.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> Phases { get; init; }

    public required IReadOnlyCollection<string> Guards { get; init; }

    public required IReadOnlyCollection<string> Dates { get; init; }

    /// <summary>Names that texts may hold in braces.</summary>
    public required IReadOnlyCollection<string> Texts { get; init; }

    /// <summary>By workflow: what code fires, so that some state must take it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> RequiredTriggers { get; init; }

    /// <summary>By workflow: what code fires where a definition has it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> OptionalTriggers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>By workflow: phases that rest on what code has checked and written, so that only a trigger that code fires leads into them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> EarnedPhases { get; init; }
}
