namespace Fond.Domain.Impact.Statistics;

/// <summary>Values of independent individuals, summed up.</summary>
/// <param name="StandardDeviation">Divisor n - 1; 0 for one alone.</param>
public readonly record struct Sample(int N, double Mean, double StandardDeviation)
{
    internal double VarianceOfMean => StandardDeviation * StandardDeviation / N;

    /// <summary>In two passes, which keeps the digits of values far from zero.</summary>
    public static Sample Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0) return default;
        var mean = values.Average();
        return new(values.Count, mean, values.Count > 1 ? Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1)) : 0);
    }
}

/// <summary>How many of a group.</summary>
public readonly record struct Share(int Events, int N)
{
    internal double Value => (double)Events / N;
}

/// <summary>Events by exposure: persons, or person-years.</summary>
public readonly record struct Rate(long Events, double Exposure, int N)
{
    internal double Value => Events / Exposure;
}

/// <summary>A part of a sum: added (+1) or taken away (-1).</summary>
public readonly record struct Term<T>(T Of, int Sign);
