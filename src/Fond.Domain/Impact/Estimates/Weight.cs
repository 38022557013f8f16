namespace Fond.Domain.Impact.Estimates;

/// <summary>How many stand behind a figure, of how many of them what a share counts is true, and how much of it a few make up.</summary>
/// <param name="Total">All values, without their signs.</param>
/// <param name="Largest">The largest of them.</param>
/// <param name="Second">The next.</param>
internal readonly record struct Weight(long N, double Events, double Total, double Largest, double Second)
{
    /// <summary>Whoever has the second largest value and knows it must not be able to tell the largest more closely than to this part of it.</summary>
    private const double Closeness = 0.1;

    /// <summary>
    /// Whether one value makes up so much of the sum that it can be told from it: the p % rule, p = 10, n = 1, of Hundepool and others (2012), Statistical Disclosure Control, chapter 4.
    /// </summary>
    public bool IsDominated => Total - Largest - Second < Closeness * Largest;

    public static Weight operator +(Weight a, Weight b) => new(
        a.N + b.N, a.Events + b.Events, a.Total + b.Total, Math.Max(a.Largest, b.Largest),
        Math.Max(Math.Min(a.Largest, b.Largest), Math.Max(a.Second, b.Second)));

    /// <summary>
    /// By how much each value moves when it is corrected. Where the correction is of more or fewer people than before, all of it may be one person's, who has come or gone.
    /// </summary>
    public static Weight Between(Portion before, Portion after)
    {
        var (n, each) = (before.Weight.N, Math.Abs(after.Mean - before.Mean));
        if (after.Weight.N == n) return new(n, 0, each * n, each, n > 1 ? each : 0);
        var all = Math.Abs(after.Mean * after.Weight.N - before.Mean * n);
        return new(Math.Max(n, after.Weight.N), 0, all, all, 0);
    }

    /// <summary>Of those who were logged together single values are not known; they count as alike.</summary>
    public static Weight Of(Reading reading)
    {
        var n = reading.N ?? 1;
        var events = reading.Events ?? (double)(reading.Value ?? reading.Mean ?? 0) * n;
        var each = Math.Abs((double)(reading.Value ?? reading.Mean ?? (decimal)events / n));
        return new(n, events, each * n, each, n > 1 ? each : 0);
    }
}
