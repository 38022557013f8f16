namespace Fond.Domain.Impact.Statistics;

/// <summary>A value with its own 95 % limits.</summary>
internal readonly record struct Limits(double Value, double Lower, double Upper);

/// <summary>Limits of a sum from those of its parts: Zou and Donner (2008), Construction of confidence limits about effect measures, Statistics in Medicine 27.</summary>
internal static class SquareAndAdd
{
    public static (double Value, double Lower, double Upper) Of(IEnumerable<Term<Limits>> terms)
    {
        var (value, below, above) = (0.0, 0.0, 0.0);
        foreach (var (part, sign) in terms)
        {
            var (down, up) = (part.Value - part.Lower, part.Upper - part.Value);
            value += sign * part.Value;
            below += Math.Pow(sign > 0 ? down : up, 2);
            above += Math.Pow(sign > 0 ? up : down, 2);
        }
        return (value, value - Math.Sqrt(below), value + Math.Sqrt(above));
    }
}
