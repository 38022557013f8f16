using Fond.Domain.Common;
using Fond.Domain.Projects;

namespace Fond.Domain.Impact.Qualitative;

/// <summary>How far one thing has come in one wave, judged with reasons.</summary>
/// <param name="Wave">The code of the plan's wave that it is judged in.</param>
/// <param name="Score">-2 much less than expected, -1 less, 0 as expected, 1 more, 2 much more than expected.</param>
/// <param name="Expected">What was expected, that is, what 0 means here.</param>
/// <param name="Reasons">What the judgement rests on.</param>
/// <param name="Indicator">The code of an indicator of the plan; or a goal or an outcome.</param>
/// <param name="Goal">The code of a programme goal that the application serves.</param>
/// <param name="Outcome">The key of an outcome or effect of the logic model.</param>
public sealed record AttainmentTerms(string Wave, int Score, string Expected, string Reasons, string? Indicator = null, string? Goal = null, string? Outcome = null);

/// <summary>
/// Attainment judged on the scale of goal attainment scaling, -2 to 2 about what was expected: Kiresuk and Sherman (1968), Goal attainment scaling. Scores are in order, not equally far apart, so none is
/// averaged here. Another judgement of the same thing in the same wave is another revision.
/// </summary>
public sealed class AttainmentJudgement : QualitativeRecord
{
    public const int Lowest = -2, Highest = 2;

    private AttainmentJudgement() { }

    /// <exception cref="RefusedException">With every fault at once.</exception>
    public AttainmentJudgement(Project project, AttainmentTerms terms, CodeBook codes, Writing<AttainmentJudgement> writing)
    {
        Enter(project, writing, Faults(terms, codes));
        (Wave, Score, Expected, Reasons) = (terms.Wave, terms.Score, terms.Expected.Trim(), terms.Reasons.Trim());
        (Indicator, Goal, Outcome) = (terms.Indicator, terms.Goal, terms.Outcome);
    }

    public string Wave { get; private set; } = "";

    public int Score { get; private set; }

    public string Expected { get; private set; } = "";

    public string Reasons { get; private set; } = "";

    public string? Indicator { get; private set; }

    public string? Goal { get; private set; }

    public string? Outcome { get; private set; }

    /// <summary>The score in words.</summary>
    public Text Level => Score switch
    {
        -2 => new("mycket mindre än väntat", "much less than expected"),
        -1 => new("mindre än väntat", "less than expected"),
        0 => new("som väntat", "as expected"),
        1 => new("mer än väntat", "more than expected"),
        _ => new("mycket mer än väntat", "much more than expected"),
    };

    /// <summary>Whether it judges the same thing in the same wave.</summary>
    public bool IsOf(AttainmentTerms terms) => (Wave, Indicator, Goal, Outcome) == (terms.Wave, terms.Indicator, terms.Goal, terms.Outcome);

    private static IEnumerable<Refusal> Faults(AttainmentTerms terms, CodeBook codes)
    {
        string[] At(string field) => ["attainment", field];

        if (terms.Score is < Lowest or > Highest) yield return new AttainmentScoreInvalid { Path = At("score") };
        foreach (var fault in TextRules.Faults(terms.Expected, LongestText, At("expected"))) yield return fault;
        foreach (var fault in TextRules.Faults(terms.Reasons, LongestText, At("reasons"))) yield return fault;
        if (codes.Plan?.Wave(terms.Wave) is null) yield return new AttainmentWaveUnknown(terms.Wave) { Path = At("wave") };
        if (new[] { terms.Indicator, terms.Goal, terms.Outcome }.Count(matter => matter is not null) != 1) yield return new QualitativeMatterUnclear { Path = At("indicator") };
        if (terms.Indicator is { } indicator && codes.Plan?.Indicator(indicator) is null) yield return new AttainmentIndicatorUnknown(indicator) { Path = At("indicator") };
        foreach (var fault in codes.Faults(terms.Goal, terms.Outcome, At)) yield return fault;
    }
}
