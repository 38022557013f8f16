namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// Ratios of two shares with log intervals. Risk ratio: Katz and others (1978), Obtaining confidence intervals for the risk ratio in cohort studies,
/// Biometrics 34. Odds ratio: Woolf (1955), On estimating the relation between blood group and disease, Annals of Human Genetics 19.
/// Where one of the four numbers is zero, one half is added to each of the four (Haldane 1956, Anscombe 1956), in the estimate too;
/// where what is measured happened to nobody in either group there is no ratio, and where it happened to everybody in both no odds ratio.
/// </summary>
public static class Ratios
{
    public static Answer Risk(Share first, Share second) => Of(Technique.RiskRatio, first, second,
        (a, b, c, d) => (a / (a + b) / (c / (c + d)), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)));

    public static Answer Odds(Share first, Share second) => first.N > 0 && first.Events == first.N && second.Events == second.N
        ? new EstimateAllEvents()
        : Of(Technique.OddsRatio, first, second, (a, b, c, d) => (a / b / (c / d), 1 / a + 1 / b + 1 / c + 1 / d));

    private static Answer Of(Technique technique, Share first, Share second, Func<double, double, double, double, (double Ratio, double LogVariance)> formula)
    {
        if (first.N < 1 || second.N < 1) return new EstimateNeedsMore(1);
        if (first.Events == 0 && second.Events == 0) return new EstimateNoEvents();
        int[] table = [first.Events, first.N - first.Events, second.Events, second.N - second.Events];
        var half = table.Contains(0) ? 0.5 : 0;
        var (ratio, variance) = formula(table[0] + half, table[1] + half, table[2] + half, table[3] + half);
        var margin = Distributions.Z * Math.Sqrt(variance);
        return new Finding(technique, ratio, ratio * Math.Exp(-margin), ratio * Math.Exp(margin), FisherExact.PValue(first, second), first.N + second.N);
    }
}
