using static MathNet.Numerics.SpecialFunctions;

namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// One rate of events divided by another, exact given their sum: Przyborowski and Wilenski (1940), Homogeneity of results in testing samples
/// from Poisson series, Biometrika 31; the interval by Clopper and Pearson. As R's poisson.test.
/// </summary>
public static class RateRatio
{
    public static Answer Of(Rate first, Rate second)
    {
        if (first.Exposure <= 0 || second.Exposure <= 0) return new EstimateNeedsMore(1);
        if (second.Events == 0) return new EstimateNoEvents();
        var (events, exposures) = (first.Events + second.Events, second.Exposure / first.Exposure);
        var (lower, upper) = ClopperPearson.Limits(first.Events, events);
        return new Finding(Technique.RateRatio, first.Value / second.Value, Ratio(lower), Ratio(upper),
            PValue(first.Events, events, first.Exposure / (first.Exposure + second.Exposure)), first.N + second.N);

        double Ratio(double share) => share / (1 - share) * exposures;
    }

    private static double PValue(long seen, long events, double share) => ExactTails.PValue(0, events, seen, Math.Min(events, (long)((events + 1) * share)),
        k => GammaLn(events + 1.0) - GammaLn(k + 1.0) - GammaLn(events - k + 1.0) + k * Math.Log(share) + (events - k) * Log1p(-share));
}
