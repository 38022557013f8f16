using Fond.Domain.Common;
using Fond.Domain.Projects;

namespace Fond.Domain.Impact.Qualitative;

public enum ObservationKind
{
    /// <summary>Seen on the spot.</summary>
    Observation,

    /// <summary>Said in an interview or a group talk.</summary>
    Interview,
}

/// <summary>A theme of what was seen or said, coded against one goal.</summary>
/// <param name="Theme">In a few words; the same words for the same theme, so that it can be counted.</param>
/// <param name="Goal">The code of a programme goal that the application serves.</param>
/// <param name="Outcome">The key of an outcome or effect of the logic model, instead of a goal.</param>
public sealed record CodedTheme(string Theme, string? Goal = null, string? Outcome = null);

/// <summary>What was seen or said.</summary>
/// <param name="Place">Where, such as a school; never a home.</param>
/// <param name="By">Who saw or was told it, by function and not by name.</param>
public sealed record ObservationTerms(ObservationKind Kind, DateOnly On, string Place, string By, string Text, IReadOnlyList<CodedTheme> Themes);

/// <summary>An observation or an interview, coded by themes.</summary>
public sealed class Observation : QualitativeRecord
{
    private const int MostThemes = 50;

    private Observation() { }

    /// <exception cref="RefusedException">With every fault at once.</exception>
    public Observation(Project project, ObservationTerms terms, CodeBook codes, Writing<Observation> writing, DateOnly today)
    {
        Enter(project, writing, Faults(terms, codes, today));
        (Kind, On, Place, By, Text) = (terms.Kind, terms.On, terms.Place.Trim(), terms.By.Trim(), terms.Text.Trim());
        Themes = [.. terms.Themes.Select(t => t with { Theme = t.Theme.Trim() })];
    }

    public ObservationKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>Who saw or was told it, by function.</summary>
    public string By { get; private set; } = "";

    public string Text { get; private set; } = "";

    public IReadOnlyList<CodedTheme> Themes { get; private set; } = [];

    private static IEnumerable<Refusal> Faults(ObservationTerms terms, CodeBook codes, DateOnly today)
    {
        if (terms.On > today) yield return new QualitativeDayInFuture { Path = ["observation", "on"] };
        foreach (var fault in TextRules.Faults(terms.Place, LongestName, "observation", "place")) yield return fault;
        foreach (var fault in TextRules.Faults(terms.By, LongestName, "observation", "by")) yield return fault;
        foreach (var fault in TextRules.Faults(terms.Text, LongestText, "observation", "text")) yield return fault;
        if (terms.Themes.Count > MostThemes) yield return new QualitativeThemesMany(MostThemes) { Path = ["observation", "themes"] };
        foreach (var fault in terms.Themes.SelectMany((theme, i) => Faults(theme, codes, field => ["observation", .. PlanRules.In("themes", i, field)]))) yield return fault;
    }

    private static IEnumerable<Refusal> Faults(CodedTheme theme, CodeBook codes, Func<string, string[]> at)
    {
        foreach (var fault in TextRules.Faults(theme.Theme, LongestName, at("theme"))) yield return fault;
        if (theme.Goal is null == theme.Outcome is null) yield return new QualitativeMatterUnclear { Path = at("goal") };
        foreach (var fault in codes.Faults(theme.Goal, theme.Outcome, at)) yield return fault;
    }
}
