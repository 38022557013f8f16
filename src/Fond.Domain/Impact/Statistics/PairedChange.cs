namespace Fond.Domain.Impact.Statistics;

/// <summary>The mean change of individuals who were measured both times. Student (1908), The probable error of a mean, Biometrika 6.</summary>
public static class PairedChange
{
    /// <param name="pairs">Each individual's value before and after.</param>
    public static Answer Of(IReadOnlyCollection<(double Before, double After)> pairs)
    {
        if (pairs.Count < 2) return new EstimateNeedsMore(2);
        var change = Sample.Of([.. pairs.Select(p => p.After - p.Before)]);
        if (change.StandardDeviation <= 0) return new EstimateNoVariation();
        return Means.WithStudent(Technique.PairedChange, change.Mean, Math.Sqrt(change.VarianceOfMean), change.N - 1, change.N);
    }
}
