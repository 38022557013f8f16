using MathNet.Numerics;

namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// The difference between two means in their common standard deviation, corrected for small groups by the exact factor: Hedges (1981), Distribution theory for Glass's
/// estimator of effect size, Journal of Educational Statistics 6. The interval is the large-sample one by the normal distribution: Borenstein, Hedges, Higgins
/// and Rothstein (2009), Introduction to meta-analysis, formulas 4.18 to 4.24.
/// </summary>
public static class HedgesG
{
    public static Answer Of(Sample first, Sample second)
    {
        if (first.N < 2 || second.N < 2) return new EstimateNeedsMore(2);
        var (freedom, n, m) = (first.N + second.N - 2.0, (double)first.N, (double)second.N);
        var pooled = Math.Sqrt(((n - 1) * Math.Pow(first.StandardDeviation, 2) + (m - 1) * Math.Pow(second.StandardDeviation, 2)) / freedom);
        if (pooled <= 0) return new EstimateNoVariation();
        var (raw, factor) = ((first.Mean - second.Mean) / pooled, Correction(freedom));
        var margin = Distributions.Z * factor * Math.Sqrt((n + m) / (n * m) + raw * raw / (2 * (n + m)));
        return new Finding(Technique.StandardisedDifference, factor * raw, factor * raw - margin, factor * raw + margin, null, first.N + second.N);
    }

    private static double Correction(double freedom) => Math.Exp(SpecialFunctions.GammaLn(freedom / 2) - SpecialFunctions.GammaLn((freedom - 1) / 2)) / Math.Sqrt(freedom / 2);
}
