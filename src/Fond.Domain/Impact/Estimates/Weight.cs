namespace Fond.Domain.Impact.Estimates;

/// <summary>How many stand behind a figure, and how far single values can be told from it.</summary>
/// <param name="Events">The sum of the values; for a share of how many what it counts is true.</param>
/// <param name="Total">All values, without their signs.</param>
/// <param name="Largest">The largest of them.</param>
/// <param name="Second">The next.</param>
/// <param name="Low">The lowest value, with its sign; minus infinity where single values are not known.</param>
/// <param name="High">The highest; infinity where single values are not known.</param>
internal readonly record struct Weight(long N, double Events, double Total, double Largest, double Second, double Low, double High)
{
    /// <summary>Whoever has the second largest value and knows it must not be able to tell the largest more closely than to this part of it.</summary>
    private const double Closeness = 0.1;

    /// <summary>
    /// Whether one value makes up so much of the sum that it can be told from it: the p % rule, p = 10, n = 1, of Hundepool and others (2012), Statistical Disclosure Control, chapter 4.
    /// </summary>
    public bool IsDominated => Total - Largest - Second < Closeness * Largest;

    /// <summary>Whether all have the same value, so that the mean and a spread of nothing tell it of each of them.</summary>
    public bool IsAlike => N > 0 && Low == High;

    public static Weight operator +(Weight a, Weight b) => a.N == 0 ? b : b.N == 0 ? a : new(
        a.N + b.N, a.Events + b.Events, a.Total + b.Total, Math.Max(a.Largest, b.Largest),
        Math.Max(Math.Min(a.Largest, b.Largest), Math.Max(a.Second, b.Second)), Math.Min(a.Low, b.Low), Math.Max(a.High, b.High));

    /// <summary>A person's single value.</summary>
    public static Weight Of(double value) => new(1, value, Math.Abs(value), Math.Abs(value), 0, value, value);

    /// <summary>
    /// By how much each value moves when it is corrected. Where the correction is of more or fewer people than before, all of it may be one person's, who has come or gone.
    /// </summary>
    public static Weight Between(Portion before, Portion after)
    {
        var (n, each) = (before.Weight.N, Math.Abs(after.Mean - before.Mean));
        if (after.Weight.N == n) return new(n, 0, each * n, each, n > 1 ? each : 0, double.NegativeInfinity, double.PositiveInfinity);
        var all = Math.Abs(after.Mean * after.Weight.N - before.Mean * n);
        return new(Math.Max(n, after.Weight.N), 0, all, all, 0, double.NegativeInfinity, double.PositiveInfinity);
    }

    /// <summary>Of those who were logged together single values are not known, unless there is no spread or are no events; as to how much each makes up they count as alike.</summary>
    public static Weight Of(Reading reading)
    {
        if (reading.Value is { } value) return Of((double)value);
        var n = reading.N ?? 1;
        var events = reading.Events ?? (double)(reading.Mean ?? 0) * n;
        var each = Math.Abs((double)(reading.Mean ?? (decimal)events / n));
        double? same = n == 1 || reading.StandardDeviation == 0 || reading.Events == 0 ? (double)(reading.Mean ?? (decimal)events / n) : null;
        return new(n, events, each * n, each, n > 1 ? each : 0, same ?? double.NegativeInfinity, same ?? double.PositiveInfinity);
    }

    /// <summary>Of the rows of a batch, which tell the lowest value only where it is the highest too.</summary>
    public static Weight Of(MeasurementSum sum)
    {
        double? same = sum.TotalsOnly ? (sum.Events == 0 ? 0 : null) : sum.Squares == 0 ? sum.Mean : null;
        return new(sum.N, sum.Events, sum.Total, sum.Largest, sum.Second, same ?? double.NegativeInfinity, same ?? (sum.TotalsOnly ? double.PositiveInfinity : sum.Largest));
    }
}
