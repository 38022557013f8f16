using MathNet.Numerics.Distributions;

namespace Fond.Domain.Impact.Estimates;

/// <summary>A number and the 95 % confidence interval around it.</summary>
/// <param name="PValue">Two-sided; null where the method gives an interval alone.</param>
public sealed record Interval(double Value, double Lower, double Upper, double? PValue);

/// <summary>A cell and whether it is added or taken away.</summary>
internal readonly record struct Term(Cell Cell, int Sign);

/// <summary>Confidence intervals for sums and differences of independent cells.</summary>
internal static class Intervals
{
    private const double Confidence = 0.95;

    /// <summary>The normal distribution's 97.5 % point.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>
    /// Means with variances that may differ: Welch (1947), The generalization of "Student's" problem, Biometrika 34; degrees of
    /// freedom by Satterthwaite (1946), An approximate distribution of estimates of variance components, Biometrics Bulletin 2.
    /// Null when nothing varies, so that nothing can be said of the uncertainty.
    /// </summary>
    public static Interval? Welch(IReadOnlyList<Term> terms)
    {
        var value = terms.Sum(t => t.Sign * t.Cell.Mean);
        var variances = terms.Select(t => (OfMean: Math.Pow(t.Cell.StandardDeviation!.Value, 2) / t.Cell.N, t.Cell.N)).ToList();
        var variance = variances.Sum(v => v.OfMean);
        if (variance <= 0) return null;
        var freedom = variance * variance / variances.Sum(v => v.OfMean * v.OfMean / (v.N - 1));
        var error = Math.Sqrt(variance);
        var margin = StudentT.InvCDF(0, 1, freedom, (1 + Confidence) / 2) * error;
        return new(value, value - margin, value + margin, 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(value) / error));
    }

    /// <summary>
    /// Shares. For two groups Newcombe's hybrid score interval: Newcombe (1998), Interval estimation for the difference between
    /// independent proportions, Statistics in Medicine 17, method 10. For more terms the same squares are added: Zou and Donner
    /// (2008), Construction of confidence limits about effect measures, Statistics in Medicine 27.
    /// </summary>
    public static Interval Shares(IReadOnlyList<Term> terms) => SquareAndAdd(terms, cell => Wilson(cell.Events!.Value, cell.N));

    /// <summary>Numbers a person, events taken as Poisson: the score interval of each (Rao), squares added as for shares.</summary>
    public static Interval Rates(IReadOnlyList<Term> terms) => SquareAndAdd(terms, cell => PoissonScore(cell.Events!.Value, cell.N));

    private static Interval SquareAndAdd(IReadOnlyList<Term> terms, Func<Cell, (double Lower, double Upper)> limits)
    {
        var (value, below, above) = (0.0, 0.0, 0.0);
        foreach (var (cell, sign) in terms)
        {
            var (lower, upper) = limits(cell);
            var (down, up) = (cell.Mean - lower, upper - cell.Mean);
            value += sign * cell.Mean;
            below += Math.Pow(sign > 0 ? down : up, 2);
            above += Math.Pow(sign > 0 ? up : down, 2);
        }
        return new(value, value - Math.Sqrt(below), value + Math.Sqrt(above), null);
    }

    /// <summary>Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22.</summary>
    private static (double Lower, double Upper) Wilson(double events, int n)
    {
        var share = events / n;
        var middle = 2 * events + Z * Z;
        var spread = Z * Math.Sqrt(Z * Z + 4 * events * (1 - share));
        var whole = 2 * (n + Z * Z);
        return ((middle - spread) / whole, (middle + spread) / whole);
    }

    private static (double Lower, double Upper) PoissonScore(double events, int n)
    {
        var middle = events + Z * Z / 2;
        var spread = Z * Math.Sqrt(events + Z * Z / 4);
        return ((middle - spread) / n, (middle + spread) / n);
    }
}
