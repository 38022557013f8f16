namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// Differences between shares. For two groups Newcombe's hybrid score interval: Newcombe (1998), Interval estimation for the difference
/// between independent proportions, Statistics in Medicine 17, method 10, with Fisher's exact p; for more terms the same squares are added.
/// </summary>
public static class Shares
{
    public static Answer Difference(Share first, Share second)
    {
        if (first.N < 1 || second.N < 1) return new EstimateNeedsMore(1);
        var (value, lower, upper) = SquareAndAdd.Of([new(Wilson(first), 1), new(Wilson(second), -1)]);
        return new Finding(Technique.ShareDifference, value, lower, upper, FisherExact.PValue(first, second), first.N + second.N);
    }

    /// <summary>Of any number of shares, such as a difference-in-differences; without a p.</summary>
    public static Answer Contrast(IReadOnlyList<Term<Share>> terms)
    {
        if (terms.Any(t => t.Of.N < 1)) return new EstimateNeedsMore(1);
        var (value, lower, upper) = SquareAndAdd.Of(terms.Select(t => new Term<Limits>(Wilson(t.Of), t.Sign)));
        return new Finding(Technique.ShareDifference, value, lower, upper, null, terms.Sum(t => t.Of.N));
    }

    /// <summary>Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22.</summary>
    internal static Limits Wilson(Share share)
    {
        const double z = Distributions.Z;
        var middle = 2.0 * share.Events + z * z;
        var spread = z * Math.Sqrt(z * z + 4 * share.Events * (1 - share.Value));
        var whole = 2 * (share.N + z * z);
        return new(share.Value, (middle - spread) / whole, (middle + spread) / whole);
    }
}
