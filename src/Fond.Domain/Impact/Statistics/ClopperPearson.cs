namespace Fond.Domain.Impact.Statistics;

/// <summary>The exact interval of one share: Clopper and Pearson (1934), The use of confidence or fiducial limits illustrated in the case of the binomial, Biometrika 26.</summary>
public static class ClopperPearson
{
    public static Answer Of(Share share)
    {
        if (share.N < 1) return new EstimateNeedsMore(1);
        var (lower, upper) = Limits(share.Events, share.N);
        return new Finding(Technique.Share, share.Value, lower, upper, null, share.N);
    }

    internal static (double Lower, double Upper) Limits(long events, long n) => (
        events == 0 ? 0 : IncompleteBeta.Point(events, n - events + 1, Distributions.Tail),
        events == n ? 1 : IncompleteBeta.Point(events + 1, n - events, 1 - Distributions.Tail));
}
