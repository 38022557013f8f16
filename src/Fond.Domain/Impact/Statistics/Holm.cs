namespace Fond.Domain.Impact.Statistics;

/// <summary>Adjusts p values for how many questions were asked: Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6.</summary>
public static class Holm
{
    /// <summary>In the order that they came in.</summary>
    public static IReadOnlyList<double> Adjusted(IReadOnlyList<double> pValues)
    {
        var adjusted = new double[pValues.Count];
        var (largest, left) = (0.0, pValues.Count);
        foreach (var i in Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]))
            adjusted[i] = largest = Math.Max(largest, Math.Min(1, pValues[i] * left--));
        return adjusted;
    }
}
