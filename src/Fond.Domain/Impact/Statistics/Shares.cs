namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// Differences between shares. For two groups Newcombe's hybrid score interval: Newcombe (1998), Interval estimation for the difference
/// between independent proportions, Statistics in Medicine 17, method 10, with Fisher's exact p; for more terms the same squares are added, and p is the interval's own.
/// </summary>
public static class Shares
{
    public static Answer Difference(Share first, Share second)
    {
        if (first.N < 1 || second.N < 1) return new EstimateNeedsMore(1);
        return Sum([new(first, 1), new(second, -1)]) with { PValue = FisherExact.PValue(first, second) };
    }

    /// <summary>
    /// Of any number of shares, such as a difference-in-differences. With every share one half, the outcome that was seen and its mirror have a chance of 2 to the power of 1 - n together, so that no p
    /// can be less; where everybody has the property or nobody, the interval alone would say that few are certain.
    /// </summary>
    public static Answer Contrast(IReadOnlyList<Term<Share>> terms)
    {
        if (terms.Any(t => t.Of.N < 1)) return new EstimateNeedsMore(1);
        var sum = Sum(terms);
        return sum with { PValue = Math.Max(sum.PValue!.Value, Math.Pow(2, 1 - sum.N)) };
    }

    private static Finding Sum(IReadOnlyList<Term<Share>> terms) => new SquareAndAdd<Share>(terms, Wilson).Of(Technique.ShareDifference, terms.Sum(t => t.Of.N));

    /// <summary>Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22.</summary>
    internal static Limits Wilson(Share share, double z)
    {
        var middle = 2.0 * share.Events + z * z;
        var spread = z * Math.Sqrt(z * z + 4 * share.Events * (1 - share.Value));
        var whole = 2 * (share.N + z * z);
        return new(share.Value, (middle - spread) / whole, (middle + spread) / whole);
    }
}
