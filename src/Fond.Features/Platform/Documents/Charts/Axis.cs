namespace Fond.Features.Platform.Documents.Charts;

/// <summary>A line of numbers with round ticks: steps of 1, 2 or 5 times a power of ten, zero among them where it is within.</summary>
/// <param name="Ticks">Ascending; the first and the last are the line's ends.</param>
/// <param name="Decimals">As many as tell the ticks apart.</param>
internal sealed record Axis(double Left, double Right, IReadOnlyList<double> Ticks, int Decimals)
{
    private const int MostSteps = 5;

    /// <param name="values">All that is to lie on it.</param>
    public static Axis Of(IReadOnlyCollection<double> values, double left, double right)
    {
        var (least, most) = (values.Min(), values.Max());
        var (step, power) = Step(most > least ? most - least : most == 0 ? 1 : Math.Abs(most));
        var (first, last) = (Math.Floor(Within(least / step)), Math.Ceiling(Within(most / step)));
        if (last == first) last++;
        var decimals = Math.Clamp(-power, 0, 15);
        return new(left, right, [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, decimals))], decimals);
    }

    public double At(double value) => Left + ((value - Ticks[0]) / (Ticks[^1] - Ticks[0]) * (Right - Left));

    private static (double Step, int Power) Step(double range)
    {
        var power = (int)Math.Floor(Math.Log10(range / MostSteps));
        var unit = Math.Pow(10, power);
        return (range / MostSteps / unit) switch { <= 1 => (unit, power), <= 2 => (2 * unit, power), <= 5 => (5 * unit, power), _ => (10 * unit, power + 1) };
    }

    /// <summary>Without the last digits' error, so that what lies on a tick does not lie beside it.</summary>
    private static double Within(double steps) => Math.Round(steps, 9);
}
