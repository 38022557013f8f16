using Fond.Domain.Common;
using Fond.Domain.Projects;

namespace Fond.Domain.Impact.Qualitative;

/// <summary>Where the story was chosen among others.</summary>
public enum SelectionLevel
{
    /// <summary>Among those who work with the participants, or the participants themselves.</summary>
    Practice,

    /// <summary>By the project's leadership.</summary>
    Project,

    /// <summary>By the fund's steering group or other stakeholders.</summary>
    Stakeholders,
}

/// <summary>A story of change, and why it was chosen.</summary>
/// <param name="Domain">The domain of change that it belongs to, such as how pupils get on with each other.</param>
/// <param name="ToldBy">Who told it, by function or group and not by name.</param>
/// <param name="WhyChosen">Why it was chosen before the others.</param>
/// <param name="ChosenBy">Who chose it, by function or group and not by name.</param>
public sealed record ChangeStoryTerms(string Domain, DateOnly On, string ToldBy, string Story, string WhyChosen, string ChosenBy, SelectionLevel Level);

/// <summary>A story of most significant change: Davies and Dart (2005), The 'Most Significant Change' (MSC) Technique.</summary>
public sealed class ChangeStory : QualitativeRecord
{
    private ChangeStory() { }

    /// <exception cref="RefusedException">With every fault at once.</exception>
    public ChangeStory(Project project, ChangeStoryTerms terms, Writing<ChangeStory> writing, DateOnly today)
    {
        Enter(project, writing, Faults(terms, today));
        (Domain, On, ToldBy, Story) = (terms.Domain.Trim(), terms.On, terms.ToldBy.Trim(), terms.Story.Trim());
        (WhyChosen, ChosenBy, Level) = (terms.WhyChosen.Trim(), terms.ChosenBy.Trim(), terms.Level);
    }

    public string Domain { get; private set; } = "";

    /// <summary>When it was told.</summary>
    public DateOnly On { get; private set; }

    public string ToldBy { get; private set; } = "";

    public string Story { get; private set; } = "";

    public string WhyChosen { get; private set; } = "";

    public string ChosenBy { get; private set; } = "";

    public SelectionLevel Level { get; private set; }

    private static IEnumerable<Refusal> Faults(ChangeStoryTerms terms, DateOnly today)
    {
        if (terms.On > today) yield return new QualitativeDayInFuture { Path = ["story", "on"] };
        (string Field, string Text, int Longest)[] texts = [("domain", terms.Domain, LongestName), ("toldBy", terms.ToldBy, LongestName), ("story", terms.Story, LongestText),
            ("whyChosen", terms.WhyChosen, LongestText), ("chosenBy", terms.ChosenBy, LongestName)];
        foreach (var fault in texts.SelectMany(t => TextRules.Faults(t.Text, t.Longest, "story", t.Field))) yield return fault;
    }
}
