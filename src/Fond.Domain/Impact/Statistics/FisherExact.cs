using static MathNet.Numerics.SpecialFunctions;

namespace Fond.Domain.Impact.Statistics;

/// <summary>Fisher's exact test of two shares, two-sided as R does it: Fisher (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98.</summary>
public static class FisherExact
{
    /// <summary>The p of no difference, given all four margins.</summary>
    public static double PValue(Share first, Share second)
    {
        long events = (long)first.Events + second.Events, all = (long)first.N + second.N;
        var mode = (long)((events + 1.0) * (first.N + 1.0) / (all + 2.0));
        var (lowest, highest) = (Math.Max(0, events - second.N), Math.Min(events, first.N));
        var whole = LogChoose(all, events);
        return ExactTails.PValue(lowest, highest, first.Events, Math.Clamp(mode, lowest, highest),
            k => LogChoose(first.N, k) + LogChoose(second.N, events - k) - whole);
    }

    private static double LogChoose(long n, long k) => GammaLn(n + 1.0) - GammaLn(k + 1.0) - GammaLn(n - k + 1.0);
}
