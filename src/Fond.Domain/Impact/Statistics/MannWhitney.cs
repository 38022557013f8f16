namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// The test of Mann and Whitney (1947), On a test of whether one of two random variables is stochastically larger than the other, Annals of
/// Mathematical Statistics 18. Exact for fewer than 50 in each group without ties; else by the normal distribution, corrected for ties and continuity. As R's wilcox.test.
/// </summary>
public static class MannWhitney
{
    private const int MostForExact = 50;

    /// <summary>The chance that one of the first lies above one of the second, ties counted as half, with the interval of <see cref="Superiority"/>.</summary>
    public static Answer Of(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second)
    {
        if (first.Count < 2 || second.Count < 2) return new EstimateNeedsMore(2);
        var ranks = Ranks.Of(first, second);
        if (ranks.AllTied) return new EstimateNoVariation();
        var chance = ranks.Statistic / ((double)first.Count * second.Count);
        var (lower, upper) = Superiority.Limits(chance, first.Count, second.Count);
        return new Finding(Technique.Superiority, chance, lower, upper, PValue(ranks, first.Count, second.Count), first.Count + second.Count);
    }

    private static double PValue(Ranks ranks, int n, int m) =>
        n < MostForExact && m < MostForExact && !ranks.AnyTied ? Exact(ranks.Statistic, n, m) : Approximate(ranks, n, m);

    private static double Approximate(Ranks ranks, double n, double m)
    {
        var away = ranks.Statistic - n * m / 2;
        var deviation = Math.Sqrt(n * m / 12 * (n + m + 1 - ranks.TieSum / ((n + m) * (n + m - 1))));
        return Math.Min(1, Distributions.NormalTails((away - Math.Sign(away) * 0.5) / deviation));
    }

    private static double Exact(double statistic, int n, int m)
    {
        var chances = Chances(n, m);
        var smaller = (int)Math.Min(statistic, (double)n * m - statistic);
        return Math.Min(1, 2 * chances.Take(smaller + 1).Sum());
    }

    /// <summary>The chance of each value of the statistic: in how many ways the first's members can stand among the second's, by the recursion of Mann and Whitney.</summary>
    private static double[] Chances(int n, int m)
    {
        var ways = new double[n * m + 1];
        ways[0] = 1;
        for (var i = 1; i <= n; i++)
        {
            for (var u = n * m; u >= m + i; u--) ways[u] -= ways[u - m - i];
            for (var u = i; u <= n * m; u++) ways[u] += ways[u - i];
        }
        var all = ways.Sum();
        return [.. ways.Select(w => w / all)];
    }
}
