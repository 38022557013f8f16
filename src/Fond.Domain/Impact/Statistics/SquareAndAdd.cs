namespace Fond.Domain.Impact.Statistics;

/// <summary>A value with its own limits.</summary>
internal readonly record struct Limits(double Value, double Lower, double Upper);

/// <summary>
/// Limits of a sum from those of its parts: Zou and Donner (2008), Construction of confidence limits about effect measures, Statistics in Medicine 27. Its p is the
/// interval turned over: that of the narrowest interval which reaches no difference, so that p is below 5 % when the 95 % interval leaves it out, and not else.
/// </summary>
/// <param name="limits">Of a part, as many standard normal deviations wide as are asked for.</param>
internal sealed class SquareAndAdd<T>(IReadOnlyList<Term<T>> terms, Func<T, double, Limits> limits)
{
    /// <summary>Beyond this many deviations a p is no number that a computer holds.</summary>
    private const double Farthest = 40;

    public Finding Of(Technique technique, int n)
    {
        var (value, lower, upper) = At(Distributions.Z);
        return new(technique, value, lower, upper, PValue(value), n);
    }

    private Limits At(double z)
    {
        var (value, below, above) = (0.0, 0.0, 0.0);
        foreach (var (of, sign) in terms)
        {
            var part = limits(of, z);
            var (down, up) = (part.Value - part.Lower, part.Upper - part.Value);
            value += sign * part.Value;
            below += Math.Pow(sign > 0 ? down : up, 2);
            above += Math.Pow(sign > 0 ? up : down, 2);
        }
        return new(value, value - Math.Sqrt(below), value + Math.Sqrt(above));
    }

    private double PValue(double value)
    {
        if (value == 0) return 1;
        var (apart, reaching) = (0.0, Farthest);
        for (var i = 0; i < 100; i++)
        {
            var middle = (apart + reaching) / 2;
            if (Reaches(middle)) reaching = middle;
            else apart = middle;
        }
        return Distributions.NormalTails(reaching);
    }

    private bool Reaches(double z) => At(z) is { Lower: <= 0, Upper: >= 0 };
}
