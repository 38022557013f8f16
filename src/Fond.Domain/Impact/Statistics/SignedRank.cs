namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// How steps of a scale change among the same individuals: the share who rose less the share who fell, with Newcombe's interval for paired shares; p by the test of Wilcoxon (1945), Individual comparisons
/// by ranking methods, Biometrics Bulletin 1, which also weighs how far each moved. Exact for fewer than 50 who moved when no two moved as far and nobody stayed; else by the normal distribution,
/// those who stayed left out, corrected for ties and continuity. As R's wilcox.test.
/// </summary>
public static class SignedRank
{
    private const int MostForExact = 50;

    public static Answer Of(IReadOnlyCollection<(double Before, double After)> pairs)
    {
        if (pairs.Count < 1) return new EstimateNeedsMore(1);
        var moves = pairs.Select(p => p.After - p.Before).Where(m => m != 0).ToArray();
        if (moves.Length == 0) return new EstimateNoVariation();
        var (rose, stayed) = (moves.Count(m => m > 0), pairs.Count - moves.Length);
        var (value, lower, upper) = PairedShares.Interval(new(0, moves.Length - rose, rose, stayed));
        return new Finding(Technique.SignedRank, value, lower, upper, PValue(moves, stayed), pairs.Count);
    }

    private static double PValue(double[] moves, int stayed)
    {
        var (positive, ties) = Ranked(moves);
        return moves.Length < MostForExact && stayed == 0 && ties == 0 ? Exact((int)positive, moves.Length) : Approximate(positive, ties, moves.Length);
    }

    /// <summary>The ranks of those who rose, summed, ties sharing theirs; and the sum of t³ - t over moves that t share.</summary>
    private static (double Positive, double Ties) Ranked(double[] moves)
    {
        var (sum, ties, below) = (0.0, 0.0, 0);
        foreach (var alike in moves.GroupBy(Math.Abs).OrderBy(g => g.Key))
        {
            double shared = alike.Count();
            sum += alike.Count(m => m > 0) * (below + (shared + 1) / 2);
            ties += shared * (shared * shared - 1);
            below += (int)shared;
        }
        return (sum, ties);
    }

    private static double Approximate(double positive, double ties, double n)
    {
        var away = positive - n * (n + 1) / 4;
        var deviation = Math.Sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
        return Math.Min(1, Distributions.NormalTails((away - Math.Sign(away) * 0.5) / deviation));
    }

    /// <summary>In how many ways of all signs the ranks of one sign come to no more than the smaller sum that was seen.</summary>
    private static double Exact(int positive, int n)
    {
        var most = n * (n + 1) / 2;
        var ways = new double[most + 1];
        ways[0] = 1;
        for (var rank = 1; rank <= n; rank++)
            for (var sum = most; sum >= rank; sum--) ways[sum] += ways[sum - rank];
        return Math.Min(1, 2 * ways.Take(Math.Min(positive, most - positive) + 1).Sum() / Math.Pow(2, n));
    }
}
