namespace Fond.Domain.Impact.Statistics;

/// <summary>How two groups stand among each other.</summary>
/// <param name="Statistic">U: in how many pairs the first's lies above the second's, ties as half.</param>
/// <param name="TieSum">Sum of t³ - t over values that t share.</param>
internal readonly record struct Ranks(double Statistic, double TieSum, bool AnyTied, bool AllTied)
{
    public static Ranks Of(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second)
    {
        var all = first.Select(v => (Value: v, First: true)).Concat(second.Select(v => (Value: v, First: false))).OrderBy(v => v.Value).ToArray();
        var (rankSum, ties, tied) = (0.0, 0.0, false);
        for (var from = 0; from < all.Length;)
        {
            var to = from;
            var firsts = 0;
            for (; to < all.Length && all[to].Value == all[from].Value; to++) firsts += all[to].First ? 1 : 0;
            double shared = to - from;
            rankSum += firsts * (from + 1 + to) / 2.0;
            ties += shared * (shared * shared - 1);
            tied |= shared > 1;
            from = to;
        }
        double n = first.Count;
        return new(rankSum - n * (n + 1) / 2, ties, tied, all.Length > 0 && all[0].Value == all[^1].Value);
    }
}
