namespace Fond.Domain.Impact.Estimates;

/// <summary>How many stand behind a figure, and of how many of them what a share counts is true.</summary>
internal readonly record struct Weight(long N, double Events)
{
    public static Weight operator +(Weight a, Weight b) => new(a.N + b.N, a.Events + b.Events);

    public static Weight Of(Reading reading)
    {
        var n = reading.N ?? 1;
        return new(n, reading.Events ?? (double)(reading.Value ?? reading.Mean ?? 0) * n);
    }
}
