namespace Fond.Domain.Impact.Estimates;

/// <summary>Sums that are known, joined by what belongs to two of them. What follows from them by adding and subtracting is of no fewer than some cut between them goes through.</summary>
internal sealed class Cuts
{
    /// <summary>Of what is there but counts for nothing: less than one, and more than none.</summary>
    private const double Trace = 1e-6;

    private readonly Dictionary<string, Dictionary<string, double>> _joined = new(StringComparer.Ordinal);

    public void Join(string a, string b, double weight)
    {
        Of(a)[b] = Of(a).GetValueOrDefault(b) + weight + Trace;
        Of(b)[a] = Of(a)[b];
    }

    /// <summary>Whether every cut goes through nothing or as much as that: Stoer and Wagner (1997), A simple min-cut algorithm. Takes apart what it is asked of.</summary>
    public bool AreNoneBelow(double least)
    {
        foreach (var a in _joined.Keys.ToList())
            while (_joined.TryGetValue(a, out var around) && around.FirstOrDefault(b => b.Value >= least).Key is { } b) Merge(a, b);
        while (_joined.Count > 1)
        {
            var (last, before, weight) = Last();
            if (weight > 0 && weight < least) return false;
            if (weight > 0) Merge(before, last);
            else _joined.Remove(last);
        }
        return true;
    }

    /// <summary>Of those taken in the order in which they hang together with the ones before, the last, and that before it: no smaller cut parts the two than that around the last.</summary>
    private (string Last, string Before, double Weight) Last()
    {
        var left = _joined.Keys.ToDictionary(k => k, _ => 0.0, StringComparer.Ordinal);
        var (last, before, weight) = ("", "", 0.0);
        while (left.Count > 0)
        {
            (before, (last, weight)) = (last, left.MaxBy(l => l.Value));
            left.Remove(last);
            foreach (var (other, joined) in _joined[last]) if (left.ContainsKey(other)) left[other] += joined;
        }
        return (last, before, weight);
    }

    private void Merge(string kept, string gone)
    {
        foreach (var (other, weight) in _joined[gone])
        {
            _joined[other].Remove(gone);
            if (other == kept) continue;
            _joined[kept][other] = _joined[other][kept] = _joined[kept].GetValueOrDefault(other) + weight;
        }
        _joined.Remove(gone);
    }

    private Dictionary<string, double> Of(string one)
    {
        if (!_joined.TryGetValue(one, out var joined)) _joined[one] = joined = new(StringComparer.Ordinal);
        return joined;
    }
}
