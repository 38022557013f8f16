namespace Fond.Domain.Assessments;

/// <summary>What the assessors of one application came to together. Only submitted assessments without a conflict count.</summary>
/// <param name="Assessors">How many count.</param>
/// <param name="Mean">The mean of the weighted scores, 0 to 100; null while there are none.</param>
/// <param name="Spread">The largest weighted score less the smallest.</param>
/// <param name="UnmetGates">Codes of the gates that more assessors found unmet than met: nothing can then be granted. Where they are divided evenly, they talk.</param>
public sealed record AssessmentSummary(
    int Assessors, decimal? Mean, decimal? Spread, IReadOnlyList<CriterionSummary> Criteria, IReadOnlyList<string> UnmetGates)
{
    /// <summary>Whether the assessors are so far apart on some criterion that they should talk before they propose.</summary>
    public bool NeedsDiscussion => Criteria.Any(c => c.NeedsDiscussion);

    public static AssessmentSummary Of(IEnumerable<Assessment> assessments, IReadOnlyList<CriterionRule> criteria) =>
        Of([.. assessments.Where(a => a.Counts).Select(a => a.Marks())], criteria);

    /// <param name="sheets">The marks of each assessment that counts.</param>
    public static AssessmentSummary Of(IReadOnlyList<IReadOnlyCollection<Mark>> sheets, IReadOnlyList<CriterionRule> criteria)
    {
        var totals = sheets.Select(s => s.WeightedScore(criteria)).ToList();
        var perCriterion = criteria.Select(c => CriterionSummary.Of(c, sheets)).ToList();
        return new AssessmentSummary(
            sheets.Count,
            totals.Count == 0 ? null : totals.Average(),
            totals.Count == 0 ? null : totals.Max() - totals.Min(),
            perCriterion,
            [.. perCriterion.Where(c => c.Criterion.IsGate && c.Mean < 0.5m).Select(c => c.Criterion.Code)]);
    }
}

/// <param name="Mean">Null, like the others, while nobody has scored it.</param>
public sealed record CriterionSummary(CriterionRule Criterion, decimal? Mean, int? Lowest, int? Highest)
{
    public int? Spread => Highest - Lowest;

    /// <summary>The assessors differ by at least half the scale.</summary>
    public bool NeedsDiscussion => Spread is { } spread && IsWide(spread, Criterion.Scale);

    public static bool IsWide(int spread, int scale) => spread * 2 >= scale;

    internal static CriterionSummary Of(CriterionRule criterion, IEnumerable<IReadOnlyCollection<Mark>> sheets)
    {
        var values = sheets.SelectMany(s => s).Where(m => m.CriterionId == criterion.Id).Select(m => m.Value).ToList();
        return values.Count == 0
            ? new CriterionSummary(criterion, null, null, null)
            : new CriterionSummary(criterion, values.Average(v => (decimal)v), values.Min(), values.Max());
    }
}
