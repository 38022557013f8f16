namespace Fond.Domain.Governance.Rankings;

/// <summary>
/// The joint order of cases by Schulze's method (M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method, Social Choice
/// and Welfare 36, 2011). A case reaches another by a chain of wins, as strong as the weakest of them; it stands above the other when its strongest chain is the stronger one.
/// </summary>
public sealed class Schulze
{
    private readonly Comparison[,] _comparisons;
    private readonly decimal[,] _strengths;

    public Schulze(IReadOnlyList<long> cases, IReadOnlyCollection<Ballot> ballots)
    {
        Cases = cases;
        _comparisons = Compare([.. ballots.Select(b => b.PlacesOf(cases))]);
        _strengths = Chains();
    }

    public IReadOnlyList<long> Cases { get; }

    /// <summary>How members compare the cases at these positions.</summary>
    public Comparison Between(int first, int second) => _comparisons[first, second];

    /// <summary>Of the strongest chain from one position to another, 0 to 1; 0 without any.</summary>
    public decimal Strength(int from, int to) => _strengths[from, to];

    /// <summary>Whether the method itself places the one above the other.</summary>
    public bool Beats(int one, int other) => _strengths[one, other] > _strengths[other, one];

    /// <summary>
    /// Every case in order. The method may leave some level; then the one that <paramref name="tieBreak"/> has first comes first. A case that another beats always comes after it.
    /// </summary>
    /// <param name="tieBreak">A total order of the cases.</param>
    public IReadOnlyList<(long Case, bool ByTieBreak)> Order(IComparer<long> tieBreak)
    {
        var left = Enumerable.Range(0, Cases.Count).OrderBy(i => Cases[i], tieBreak).ToList();
        var order = new List<(long, bool)>();
        while (left.Count > 0)
        {
            var unbeaten = left.Where(one => !left.Exists(other => Beats(other, one))).ToList();
            order.Add((Cases[unbeaten[0]], unbeaten.Count > 1));
            left.Remove(unbeaten[0]);
        }
        return order;
    }

    private Comparison[,] Compare(List<Dictionary<long, int>> ballots)
    {
        var table = new Comparison[Cases.Count, Cases.Count];
        for (var i = 0; i < Cases.Count; i++)
            for (var j = 0; j < Cases.Count; j++) table[i, j] = Compare(Cases[i], Cases[j], ballots);
        return table;
    }

    private static Comparison Compare(long first, long second, List<Dictionary<long, int>> ballots)
    {
        var (before, after, level) = (0, 0, 0);
        foreach (var places in ballots)
        {
            if (!places.TryGetValue(first, out var one) || !places.TryGetValue(second, out var other)) continue;
            if (one < other) before++;
            else if (one > other) after++;
            else level++;
        }
        return new(before, after, level);
    }

    /// <summary>The strongest chains between all, each step by way of one case more (Floyd and Warshall).</summary>
    private decimal[,] Chains()
    {
        var (n, strengths) = (Cases.Count, new decimal[Cases.Count, Cases.Count]);
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) strengths[i, j] = Math.Max(0, _comparisons[i, j].Margin);
        for (var by = 0; by < n; by++)
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++)
                    if (i != j && i != by && j != by) strengths[i, j] = Math.Max(strengths[i, j], Math.Min(strengths[i, by], strengths[by, j]));
        return strengths;
    }
}
