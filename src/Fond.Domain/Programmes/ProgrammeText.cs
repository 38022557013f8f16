using Fond.Domain.Common;

namespace Fond.Domain.Programmes;

/// <summary>A programme as it is written.</summary>
public sealed record ProgrammeText
{
    public required string Title { get; init; }

    /// <summary>The first day that it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; left out: until further notice.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Prioritised areas with their goals.</summary>
    public required IReadOnlyList<AreaText> Areas { get; init; }

    public IReadOnlyList<string> TargetGroups { get; init; } = [];

    /// <summary>Where people are met.</summary>
    public IReadOnlyList<string> Arenas { get; init; } = [];

    public IReadOnlyList<string> Principles { get; init; } = [];

    public IReadOnlyList<SteeringDocument> SteeringDocuments { get; init; } = [];

    internal IEnumerable<Refusal> Faults(IEnumerable<string> kept)
    {
        if (string.IsNullOrWhiteSpace(Title)) yield return new ProgrammeFieldMissing { Path = ["text", "title"] };
        if (To < From) yield return new ProgrammeDatesReversed { Path = ["text", "to"] };
        if (Areas.Count == 0) yield return new ProgrammeFieldMissing { Path = ["text", "areas"] };
        var codes = Areas.SelectMany(a => a.Goals).Select(g => g.Code).ToList();
        foreach (var twice in codes.GroupBy(c => c).Where(g => g.Count() > 1)) yield return new ProgrammeGoalTwice(twice.Key) { Path = ["text", "areas"] };
        foreach (var gone in kept.Except(codes)) yield return new ProgrammeGoalRemoved(gone) { Path = ["text", "areas"] };
    }
}

/// <summary>A prioritised area and its goals.</summary>
public sealed record AreaText(string Name, IReadOnlyList<GoalText> Goals);

/// <summary>A goal.</summary>
/// <param name="Code">Unique among all goals of all programmes.</param>
public sealed record GoalText(string Code, string Title);

public sealed record ProgrammeFieldMissing() : Refusal("PROGRAMME_FIELD_MISSING", new("Fyll i fältet.", "Fill in the field."));

public sealed record ProgrammeDatesReversed() : Refusal("PROGRAMME_DATES_REVERSED", new(
    "Slutdagen ligger före startdagen.", "The last day is before the first."));

public sealed record ProgrammeGoalTwice(string Goal) : Refusal("PROGRAMME_GOAL_TWICE", new(
    $"Målet {Goal} förekommer två gånger.", $"The goal {Goal} occurs twice."));

public sealed record ProgrammeGoalRemoved(string Goal) : Refusal("PROGRAMME_GOAL_REMOVED", new(
    $"Målet {Goal} kan inte tas bort; ansökningar kan vara kopplade till det.", $"The goal {Goal} cannot be removed; applications may be linked to it."));

public sealed record ProgrammeGoalElsewhere(string Goal) : Refusal("PROGRAMME_GOAL_ELSEWHERE", new(
    $"Koden {Goal} används redan i ett annat program.", $"The code {Goal} is already used in another programme."));
