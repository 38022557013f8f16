using System.Text.RegularExpressions;

namespace Fond.Workflows;

/// <summary>What a definition says that cannot be.</summary>
internal static partial class WorkflowCheck
{
    public static IEnumerable<WorkflowFault> Faults(WorkflowDefinition definition, WorkflowVocabulary vocabulary)
    {
        if (!vocabulary.Phases.TryGetValue(definition.Carries, out var phases)) return [new(definition.Carries == definition.Name ? "$.name" : "$.carries", $"there is no workflow '{definition.Carries}'")];
        WorkflowFault[] faults =
        [
            .. Names(definition),
            .. definition.States.SelectMany((state, i) => InState(definition, state, $"$.states[{i}]", phases, vocabulary)),
            .. Missing(definition, vocabulary),
        ];
        var misled = faults.Any(f => f.JsonPath.EndsWith(".to", StringComparison.Ordinal) || f.JsonPath.EndsWith(".name", StringComparison.Ordinal) || f.JsonPath == "$.initial");
        return misled ? faults : [.. faults, .. Shape(definition)]; // where names do not hold, what leads where says nothing
    }

    public static IEnumerable<WorkflowFault> FaultsBetween(WorkflowDefinition definition, IReadOnlyCollection<WorkflowDefinition> all)
    {
        foreach (var (activity, path) in AllActivities(definition))
        {
            if (activity is StartWorkflowActivity start && all.All(d => d.Name != start.Name)) yield return new($"{path}.name", $"there is no workflow '{start.Name}'");
            if (activity is not SignalActivity signal) continue;
            var others = all.Where(d => d.Carries == signal.Workflow).ToList();
            if (others.Count == 0) yield return new($"{path}.workflow", $"there is no workflow '{signal.Workflow}'");
            foreach (var other in others.Where(o => !o.States.SelectMany(s => s.Transitions).Any(t => t.Trigger == signal.Trigger && t.By.Contains(WorkflowVocabulary.System))))
                yield return new($"{path}.trigger", $"'{other.Name}' takes no trigger '{signal.Trigger}' from SYSTEM");
        }
    }

    internal const string NoDuration = "is not an ISO 8601 duration, such as P14D";

    private static IEnumerable<WorkflowFault> Names(WorkflowDefinition definition)
    {
        if (definition.States.All(s => s.Name != definition.Initial)) yield return new("$.initial", $"there is no state '{definition.Initial}'");
        for (var i = 0; i < definition.States.Count; i++)
            if (definition.States.Take(i).Any(s => s.Name == definition.States[i].Name)) yield return new($"$.states[{i}].name", $"the state '{definition.States[i].Name}' is there twice");
    }

    private static IEnumerable<WorkflowFault> InState(WorkflowDefinition definition, WorkflowState state, string path, IReadOnlySet<string> phases, WorkflowVocabulary vocabulary)
    {
        if (!phases.Contains(state.Phase)) yield return new($"{path}.phase", $"'{state.Phase}' is no phase of {definition.Carries}: {string.Join(", ", phases)}");
        if (state.WorkItem is { } item)
        {
            if (!vocabulary.Roles.Contains(item.Role)) yield return new($"{path}.workItem.role", $"there is no role '{item.Role}'");
            if (item.Due is { Date: { } date } && !vocabulary.Dates.Contains(date)) yield return new($"{path}.workItem.due", $"there is no date '{date}'");
            if (item.Due is { After: { } after } && IsEmpty(after)) yield return new($"{path}.workItem.due", NoDuration);
        }
        foreach (var fault in state.Timers.SelectMany((timer, i) => InTimer(state, timer, $"{path}.timers[{i}]", vocabulary))) yield return fault;
        foreach (var fault in state.Transitions.SelectMany((t, i) => InTransition(definition, state, i, $"{path}.transitions[{i}]", vocabulary))) yield return fault;
        foreach (var (activity, place) in ActivitiesOf(state, path))
            if (activity is NotifyActivity notify)
                foreach (var fault in InNotify(notify, place, vocabulary)) yield return fault;
    }

    private static IEnumerable<WorkflowFault> InTimer(WorkflowState state, TimerDefinition timer, string path, WorkflowVocabulary vocabulary)
    {
        if ((timer.After is null) == (timer.At is null)) yield return new(path, "takes either 'after' or 'at'");
        if (timer.After is { } after && IsEmpty(after)) yield return new($"{path}.after", NoDuration);
        if (timer.At is { } at && !vocabulary.Dates.Contains(at)) yield return new($"{path}.at", $"there is no date '{at}'");
        if (timer.Before is { } before && IsEmpty(before)) yield return new($"{path}.before", NoDuration);
        if (timer.Before is not null && timer.At is null) yield return new($"{path}.before", "goes with 'at'");
        if ((timer.Trigger is null) == (timer.Activities.Count == 0)) yield return new(path, "takes either a 'trigger' or 'activities'");
        if (timer.Trigger is { } trigger && !state.Transitions.Any(t => t.Trigger == trigger && t.By.Contains(WorkflowVocabulary.System)))
            yield return new($"{path}.trigger", $"the state takes no trigger '{trigger}' from SYSTEM");
        if (state.Timers.Count(t => t.Name == timer.Name) > 1) yield return new($"{path}.name", $"the timer '{timer.Name}' is there twice");
    }

    private static IEnumerable<WorkflowFault> InTransition(WorkflowDefinition definition, WorkflowState state, int index, string path, WorkflowVocabulary vocabulary)
    {
        var transition = state.Transitions[index];
        var to = definition.States.FirstOrDefault(s => s.Name == transition.To);
        if (to is null) yield return new($"{path}.to", $"there is no state '{transition.To}'");
        else if (to.Phase != state.Phase && vocabulary.EarnedPhases.GetValueOrDefault(definition.Carries)?.Contains(to.Phase) == true
            && !vocabulary.RequiredTriggers.GetValueOrDefault(definition.Carries, []).Concat(vocabulary.OptionalTriggers.GetValueOrDefault(definition.Carries, [])).Contains(transition.Trigger))
            yield return new($"{path}.trigger", $"only a trigger that Fond fires leads into the phase {to.Phase}, and '{transition.Trigger}' is none");
        for (var i = 0; i < transition.By.Count; i++)
            if (transition.By[i] != WorkflowVocabulary.System && !vocabulary.Roles.Contains(transition.By[i])) yield return new($"{path}.by[{i}]", $"there is no role '{transition.By[i]}'");
        for (var i = 0; i < transition.Guards.Count; i++)
            if (!vocabulary.Guards.Contains(transition.Guards[i].TrimStart('!'))) yield return new($"{path}.guards[{i}]", $"there is no guard '{transition.Guards[i]}'");
        if (transition.By.Count == 0 != transition.Auto) yield return new($"{path}.by", "names who may fire it, unless the step is automatic");
        if (state.Transitions.Take(index).Any(t => t.Trigger == transition.Trigger && !Exclude(t.Guards, transition.Guards)))
            yield return new($"{path}.trigger", $"'{transition.Trigger}' is there twice, and no guard tells which holds: let one ask for what the other denies ('!')");
    }

    private static IEnumerable<WorkflowFault> InNotify(NotifyActivity notify, string path, WorkflowVocabulary vocabulary)
    {
        if (!vocabulary.Roles.Contains(notify.Role)) yield return new($"{path}.role", $"there is no role '{notify.Role}'");
        foreach (var (text, place) in new[] { (notify.Subject.Sv, "subject.sv"), (notify.Subject.En, "subject.en"), (notify.Body.Sv, "body.sv"), (notify.Body.En, "body.en") })
            foreach (var unknown in Braces().Matches(text).Select(m => m.Groups[1].Value).Where(n => !vocabulary.Texts.Contains(n)))
                yield return new($"{path}.{place}", $"there is no text '{unknown}'");
    }

    /// <summary>Reachable from the start, able to end, and no automatic round trip.</summary>
    private static IEnumerable<WorkflowFault> Shape(WorkflowDefinition definition)
    {
        var reached = Reach([definition.Initial], name => Next(definition, name));
        var ending = Reach(definition.States.Where(s => s.IsFinal).Select(s => s.Name), name => definition.States.Where(s => s.Transitions.Any(t => t.To == name)).Select(s => s.Name));
        for (var i = 0; i < definition.States.Count; i++)
        {
            var state = definition.States[i];
            if (!reached.Contains(state.Name)) yield return new($"$.states[{i}]", $"nothing leads to the state '{state.Name}'");
            else if (!ending.Contains(state.Name)) yield return new($"$.states[{i}]", $"no way leads from the state '{state.Name}' to an end");
            var automatic = state.Transitions.Where(t => t.Auto).Select(t => t.To);
            if (Reach(automatic, name => Next(definition, name, autoOnly: true)).Contains(state.Name)) yield return new($"$.states[{i}].transitions", "automatic steps go round in a circle");
        }
    }

    private static IEnumerable<WorkflowFault> Missing(WorkflowDefinition definition, WorkflowVocabulary vocabulary) =>
        from trigger in vocabulary.RequiredTriggers.GetValueOrDefault(definition.Carries, [])
        where !definition.States.SelectMany(s => s.Transitions).Any(t => t.Trigger == trigger)
        select new WorkflowFault("$.states", $"no state takes the trigger '{trigger}', which Fond fires");

    private static IEnumerable<string> Next(WorkflowDefinition definition, string name, bool autoOnly = false) =>
        definition.States.Where(s => s.Name == name).SelectMany(s => s.Transitions).Where(t => t.Auto || !autoOnly).Select(t => t.To);

    private static HashSet<string> Reach(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var reached = from.ToHashSet();
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var name))
            foreach (var other in next(name))
                if (reached.Add(other)) waiting.Enqueue(other);
        return reached;
    }

    private static bool Exclude(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.Any(g => b.Contains(g.StartsWith('!') ? g[1..] : "!" + g));

    private static bool IsEmpty(CalendarDuration duration) => duration is { Months: 0, Days: 0, Time.Ticks: 0 };

    private static IEnumerable<(Activity Activity, string Path)> AllActivities(WorkflowDefinition definition) =>
        definition.States.SelectMany((state, i) => ActivitiesOf(state, $"$.states[{i}]"));

    private static IEnumerable<(Activity Activity, string Path)> ActivitiesOf(WorkflowState state, string path) =>
    [
        .. state.OnEntry.Select((a, i) => (a, $"{path}.onEntry[{i}]")),
        .. state.OnExit.Select((a, i) => (a, $"{path}.onExit[{i}]")),
        .. state.Timers.SelectMany((t, j) => t.Activities.Select((a, i) => (a, $"{path}.timers[{j}].activities[{i}]"))),
        .. state.Transitions.SelectMany((t, j) => t.Activities.Select((a, i) => (a, $"{path}.transitions[{j}].activities[{i}]"))),
    ];

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
