namespace Fond.Domain.Impact.Estimates;

/// <summary>Sums that are known, joined by what belongs to two of them. What follows from them by adding and subtracting is of no fewer than some cut between them goes through.</summary>
internal sealed class Cuts<T> where T : notnull
{
    /// <summary>Of what is there but counts for nothing: less than one however much there is of it, and more than none.</summary>
    private const double Trace = 1e-9;

    private readonly Dictionary<T, Dictionary<T, double>> _joined = [];

    public void Join(T a, T b, double weight)
    {
        Of(a)[b] = Of(a).GetValueOrDefault(b) + weight + Trace;
        Of(b)[a] = Of(a)[b];
    }

    /// <summary>Takes out a sum that no longer stands for itself; those that it joined hang together still.</summary>
    public void PassOver(T one)
    {
        if (!_joined.Remove(one, out var around)) return;
        foreach (var other in around.Keys) _joined[other].Remove(one);
        foreach (var (a, b) in around.Keys.Zip(around.Keys.Skip(1))) Join(a, b, 0);
    }

    /// <summary>
    /// Whether every cut goes through nothing or as much as that: Nagamochi and Ibaraki (1992), Computing edge-connectivity in multigraphs and capacitated graphs. What no smaller cut parts is taken together, time after time, until
    /// something is cut off by less or nothing is left to take together.
    /// </summary>
    public bool AreNoneBelow(double least)
    {
        var joined = Numbered();
        while (joined.Exists(around => around.Count > 0))
        {
            if (joined.Exists(around => around.Values.Sum() is > 0 and var weight && weight < least)) return false;
            joined = TakenTogether(joined, Together(joined, least));
        }
        return true;
    }

    private List<Dictionary<int, double>> Numbered()
    {
        var numbers = _joined.Keys.Select((name, i) => (name, i)).ToDictionary();
        return [.. _joined.Values.Select(around => around.ToDictionary(other => numbers[other.Key], other => other.Value))];
    }

    /// <summary>
    /// For each, which it belongs together with. They are gone through so that the next is always that which hangs together most with those before: no cut parts it from the last of them that goes through less than what it then hangs by.
    /// At least the last of all that hang together is always taken, as it hangs by all it has.
    /// </summary>
    private static int[] Together(List<Dictionary<int, double>> joined, double least)
    {
        var (with, hangs, isTaken) = (Enumerable.Range(0, joined.Count).ToArray(), new double[joined.Count], new bool[joined.Count]);
        var next = new PriorityQueue<int, double>(Enumerable.Range(0, joined.Count).Select(i => (i, 0.0)));
        while (next.TryDequeue(out var one, out _))
        {
            if (isTaken[one]) continue;
            isTaken[one] = true;
            foreach (var (other, weight) in joined[one].Where(other => !isTaken[other.Key]))
            {
                hangs[other] += weight;
                if (hangs[other] >= least) with[First(with, other)] = First(with, one);
                next.Enqueue(other, -hangs[other]);
            }
        }
        return [.. with.Select(i => First(with, i))];
    }

    private static int First(int[] with, int one)
    {
        while (with[one] != one) one = with[one] = with[with[one]];
        return one;
    }

    private static List<Dictionary<int, double>> TakenTogether(List<Dictionary<int, double>> joined, int[] with)
    {
        var numbers = with.Distinct().Select((first, i) => (first, i)).ToDictionary();
        var taken = numbers.Select(_ => new Dictionary<int, double>()).ToList();
        for (var one = 0; one < joined.Count; one++)
            foreach (var (other, weight) in joined[one].Where(other => with[other.Key] != with[one]))
                taken[numbers[with[one]]][numbers[with[other]]] = taken[numbers[with[one]]].GetValueOrDefault(numbers[with[other]]) + weight;
        return taken;
    }

    private Dictionary<T, double> Of(T one)
    {
        if (!_joined.TryGetValue(one, out var joined)) _joined[one] = joined = [];
        return joined;
    }
}
