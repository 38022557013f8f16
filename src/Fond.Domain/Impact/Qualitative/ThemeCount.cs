namespace Fond.Domain.Impact.Qualitative;

/// <summary>How often a theme comes back in what stands of a project's material.</summary>
/// <param name="Theme">In the coder's words.</param>
/// <param name="Goal">The code of the programme goal that it is coded against; null: an outcome.</param>
/// <param name="Outcome">The key of the outcome or effect that it is coded against; null: a goal.</param>
/// <param name="Observations">How many observations it was found in.</param>
/// <param name="Interviews">How many interviews.</param>
public sealed record ThemeCount(string Theme, string? Goal, string? Outcome, int Observations, int Interviews)
{
    /// <summary>Whoever says the same twice in an interview is counted once, and capitals make no other theme.</summary>
    public static IEnumerable<ThemeCount> Of(IEnumerable<CodedMaterial> material) => material
        .SelectMany(o => o.Themes.DistinctBy(Key).Select(theme => (theme, o.Kind)))
        .GroupBy(t => Key(t.theme))
        .Select(g => new ThemeCount(g.First().theme.Theme, g.Key.Goal, g.Key.Outcome, g.Count(t => t.Kind == ObservationKind.Observation), g.Count(t => t.Kind == ObservationKind.Interview)))
        .OrderByDescending(c => c.Observations + c.Interviews).ThenBy(c => c.Theme, StringComparer.Ordinal);

    private static (string Theme, string? Goal, string? Outcome) Key(CodedTheme theme) => (theme.Theme.ToUpperInvariant(), theme.Goal, theme.Outcome);
}

/// <summary>An observation or interview that stands, by how it is coded alone.</summary>
public sealed record CodedMaterial(ObservationKind Kind, IReadOnlyList<CodedTheme> Themes);
