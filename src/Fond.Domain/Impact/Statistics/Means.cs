namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// Sums and differences of independent means with variances that may differ: two groups, before and after unpaired, or the four means of a
/// difference-in-differences. Welch (1947), The generalization of "Student's" problem, Biometrika 34; degrees of freedom by Satterthwaite
/// (1946), An approximate distribution of estimates of variance components, Biometrics Bulletin 2.
/// </summary>
public static class Means
{
    public static Answer Difference(Sample first, Sample second) => Contrast([new(first, 1), new(second, -1)]);

    /// <summary>Between two groups' changes, of individuals who were measured both times.</summary>
    public static Answer OfChanges(IEnumerable<(double Before, double After)> first, IEnumerable<(double Before, double After)> second)
    {
        var answer = Difference(Changes(first), Changes(second));
        return answer.Finding is { } found ? found with { Technique = Technique.ChangeDifference } : answer;
    }

    private static Sample Changes(IEnumerable<(double Before, double After)> pairs) => Sample.Of([.. pairs.Select(p => p.After - p.Before)]);

    public static Answer Contrast(IReadOnlyList<Term<Sample>> terms)
    {
        if (terms.Any(t => t.Of.N < 2)) return new EstimateNeedsMore(2);
        var variance = terms.Sum(t => t.Of.VarianceOfMean);
        if (variance <= 0) return new EstimateNoVariation();
        var freedom = variance * variance / terms.Sum(t => t.Of.VarianceOfMean * t.Of.VarianceOfMean / (t.Of.N - 1));
        return WithStudent(Technique.MeanDifference, terms.Sum(t => t.Sign * t.Of.Mean), Math.Sqrt(variance), freedom, terms.Sum(t => t.Of.N));
    }

    /// <summary>An estimate with its standard error, by Student's t.</summary>
    public static Answer WithStudent(Technique technique, double value, double error, double freedom, int n)
    {
        var margin = Distributions.StudentPoint(freedom, 1 - Distributions.Tail) * error;
        return new Finding(technique, value, value - margin, value + margin, Distributions.StudentTails(value / error, freedom), n);
    }
}
