namespace Fond.Domain.Tests.Impact;

/// <summary>All that can be reckoned from figures that are sums of unknowns: the rows, and every combination of them.</summary>
internal sealed class LinearSpan(int unknowns)
{
    private const double Tiny = 1e-6;
    private readonly List<double[]> _rows = [];
    private readonly List<int> _pivots = [];

    /// <summary>Reduced so that each has one at a place where the others have nothing.</summary>
    public IReadOnlyList<double[]> Rows => _rows;

    public void Add(double[] row)
    {
        var rest = Rest(row);
        var pivot = Enumerable.Range(0, unknowns).MaxBy(u => Math.Abs(rest[u]));
        if (Math.Abs(rest[pivot]) < Tiny) return;
        var scaled = Array.ConvertAll(rest, r => r / rest[pivot]);
        foreach (var other in _rows) Subtract(other, scaled, other[pivot]);
        _rows.Add(scaled);
        _pivots.Add(pivot);
    }

    /// <summary>Whether a sum can be reckoned.</summary>
    public bool Tells(double[] sum) => Array.TrueForAll(Rest(sum), r => Math.Abs(r) < Tiny);

    private double[] Rest(double[] row)
    {
        var rest = (double[])row.Clone();
        for (var r = 0; r < _rows.Count; r++) Subtract(rest, _rows[r], rest[_pivots[r]]);
        return rest;
    }

    private static void Subtract(double[] from, double[] row, double times)
    {
        if (times == 0) return;
        for (var i = 0; i < from.Length; i++) from[i] = Math.Abs(from[i] - times * row[i]) is var left && left < 1e-9 ? 0 : from[i] - times * row[i];
    }
}
