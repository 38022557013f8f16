namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// The interval of the chance that one of a group lies above one of another: Newcombe (2006), Confidence intervals for an effect size measure based on
/// the Mann-Whitney statistic, part 2, Statistics in Medicine 25, method 5. It stays between 0 and 1, and holds when the groups do not overlap; ties make it wider than need be.
/// </summary>
internal static class Superiority
{
    public static (double Lower, double Upper) Limits(double chance, int n, int m) => (Edge(chance, 0, n, m), Edge(chance, 1, n, m));

    /// <summary>Between what was found and the end of the scale, where the distance is as large as its margin.</summary>
    private static double Edge(double chance, double end, int n, int m)
    {
        var (inside, outside) = (chance, end);
        for (var i = 0; i < 100; i++)
        {
            var middle = (inside + outside) / 2;
            if (Math.Abs(chance - middle) <= Distributions.Z * Deviation(middle, n, m)) inside = middle;
            else outside = middle;
        }
        return (inside + outside) / 2;
    }

    private static double Deviation(double chance, double n, double m)
    {
        var spread = (n + m) / 2 - 1;
        return Math.Sqrt(chance * (1 - chance) * (1 + spread * ((1 - chance) / (2 - chance) + chance / (1 + chance))) / (n * m));
    }
}
