namespace Fond.Domain.Assessments;

/// <summary>What an assessment needs to know of a criterion of the call.</summary>
/// <param name="IsGate">Must be met: answered 1 (yes) or 0 (no), without a weight.</param>
/// <param name="MaxScore">The highest score of a graded criterion; the lowest is 0.</param>
/// <param name="Weight">Percent of the whole; the graded criteria of a call sum to 100.</param>
public sealed record CriterionRule(long Id, string Code, bool IsGate, int MaxScore, int Weight)
{
    /// <summary>The highest value that can be given.</summary>
    public int Scale => IsGate ? 1 : MaxScore;
}

/// <summary>A value given for a criterion, without its reason.</summary>
public readonly record struct Mark(long CriterionId, int Value);

public static class Marks
{
    /// <summary>The weighted score, 0 to 100: each graded criterion's weight in proportion to its score. Gates carry no weight.</summary>
    public static decimal WeightedScore(this IReadOnlyCollection<Mark> marks, IReadOnlyList<CriterionRule> criteria) =>
        criteria.Where(c => !c.IsGate)
            .Sum(c => marks.Where(m => m.CriterionId == c.Id).Sum(m => (decimal)c.Weight * m.Value / c.MaxScore));
}
