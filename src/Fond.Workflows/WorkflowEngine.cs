using Stateless;

namespace Fond.Workflows;

/// <summary>Why a trigger was not taken.</summary>
public enum RefusedKind
{
    /// <summary>No state of the definition takes it.</summary>
    UnknownTrigger,

    /// <summary>The present state does not take it.</summary>
    WrongState,

    /// <summary>The state takes it, but not from the caller.</summary>
    RoleNotPermitted,

    /// <summary>A flag of the case does not hold.</summary>
    GuardUnmet,
}

/// <summary>One move.</summary>
/// <param name="From">Null where the workflow began.</param>
public sealed record WorkflowMove(string? From, string? Trigger, string To);

/// <summary>What came of a trigger.</summary>
public abstract record StepResult
{
    public sealed record Refused(RefusedKind Kind, IReadOnlyList<string> UnmetGuards) : StepResult;

    /// <param name="Steps">The move and the automatic ones after it.</param>
    /// <param name="Activities">To carry out, in order: leaving, on the way, arriving.</param>
    /// <param name="State">Where the case now is.</param>
    public sealed record Moved(IReadOnlyList<WorkflowMove> Steps, IReadOnlyList<Activity> Activities, WorkflowState State) : StepResult;
}

/// <summary>Interprets definitions on Stateless. Pure: it reads a definition and flags, and says what follows.</summary>
public static class WorkflowEngine
{
    /// <summary>The beginning of a workflow.</summary>
    public static StepResult.Moved Enter(WorkflowDefinition definition, Func<string, bool> guard)
    {
        var state = definition.State(definition.Initial);
        return GoOn(definition, [new(null, null, state.Name)], [.. state.OnEntry], state, guard);
    }

    /// <param name="roles">The caller's, as the API spells them; null: Fond itself, which may fire what names SYSTEM.</param>
    /// <param name="guard">Whether a flag of the case holds.</param>
    public static StepResult Fire(WorkflowDefinition definition, string state, string trigger, IReadOnlySet<string>? roles, Func<string, bool> guard)
    {
        if (!definition.States.SelectMany(s => s.Transitions).Any(t => t.Trigger == trigger)) return new StepResult.Refused(RefusedKind.UnknownTrigger, []);
        var here = definition.State(state);
        var offered = here.Transitions.Where(t => t.Trigger == trigger).ToList();
        if (offered.Count == 0) return new StepResult.Refused(RefusedKind.WrongState, []);
        var permitted = offered.Where(t => Permits(t, roles)).ToList();
        if (permitted.Count == 0) return new StepResult.Refused(RefusedKind.RoleNotPermitted, []);
        var at = state;
        var machine = Machine(definition, () => at, to => at = to, guard, permitted);
        if (!machine.CanFire(trigger, out var unmet)) return new StepResult.Refused(RefusedKind.GuardUnmet, [.. unmet.Distinct()]);
        machine.Fire(trigger);
        var taken = permitted.Single(t => Holds(t, guard));
        var next = definition.State(at);
        return GoOn(definition, [new(state, trigger, at)], [.. here.OnExit, .. taken.Activities, .. next.OnEntry], next, guard);
    }

    /// <summary>What the caller could fire now.</summary>
    public static IReadOnlyList<string> PermittedTriggers(WorkflowDefinition definition, string state, IReadOnlySet<string>? roles, Func<string, bool> guard) =>
        [.. definition.State(state).Transitions.Where(t => !t.Auto && Permits(t, roles) && Holds(t, guard)).Select(t => t.Trigger).Distinct()];

    private static StepResult.Moved GoOn(WorkflowDefinition definition, List<WorkflowMove> steps, List<Activity> activities, WorkflowState state, Func<string, bool> guard)
    {
        // The check has refused circles, so there are fewer automatic steps than states.
        while (state.Transitions.FirstOrDefault(t => t.Auto && Holds(t, guard)) is { } auto)
        {
            var next = definition.State(auto.To);
            steps.Add(new(state.Name, auto.Trigger, next.Name));
            activities.AddRange([.. state.OnExit, .. auto.Activities, .. next.OnEntry]);
            state = next;
        }
        return new(steps, activities, state);
    }

    /// <summary>A machine for one question; Stateless takes guards one by one, so that each that fails is named.</summary>
    internal static StateMachine<string, string> Machine(WorkflowDefinition definition, Func<string> read, Action<string> write, Func<string, bool> guard, IEnumerable<WorkflowTransition>? only = null)
    {
        var machine = new StateMachine<string, string>(read, write);
        foreach (var state in definition.States)
        {
            var configuration = machine.Configure(state.Name);
            foreach (var transition in state.Transitions.Where(t => only is null || only.Contains(t)))
            {
                Tuple<Func<bool>, string>[] guards = [.. transition.Guards.Select(g => Tuple.Create<Func<bool>, string>(() => Holds(g, guard), g))];
                if (transition.To == state.Name) configuration.PermitReentryIf(transition.Trigger, guards);
                else configuration.PermitIf(transition.Trigger, transition.To, guards);
            }
        }
        return machine;
    }

    private static bool Permits(WorkflowTransition transition, IReadOnlySet<string>? roles) =>
        roles is null ? transition.By.Contains(WorkflowVocabulary.System) : transition.By.Any(roles.Contains);

    private static bool Holds(WorkflowTransition transition, Func<string, bool> guard) => transition.Guards.All(g => Holds(g, guard));

    private static bool Holds(string name, Func<string, bool> guard) => name.StartsWith('!') ? !guard(name[1..]) : guard(name);
}
