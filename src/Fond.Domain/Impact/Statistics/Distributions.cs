using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Fond.Domain.Impact.Statistics;

/// <summary>Points and tails of distributions at the confidence that Fond uses throughout.</summary>
internal static class Distributions
{
    /// <summary>The normal distribution's 97.5 % point.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>What each tail of a 95 % interval leaves out.</summary>
    public const double Tail = 0.025;

    /// <summary>Above this many degrees of freedom Student's t differs from the normal distribution beyond the eighth digit alone.</summary>
    private const double AsGoodAsNormal = 1e8;

    public static double NormalPoint(double probability) => Normal.InvCDF(0, 1, probability);

    public static double NormalTails(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    public static double StudentTails(double t, double freedom) => freedom > AsGoodAsNormal ? NormalTails(t) : IncompleteBeta.Of(freedom / 2, 0.5, freedom / (freedom + t * t));

    public static double StudentPoint(double freedom, double probability)
    {
        if (freedom > AsGoodAsNormal) return NormalPoint(probability);
        var x = IncompleteBeta.Point(freedom / 2, 0.5, 2 * Math.Min(probability, 1 - probability));
        return (probability < 0.5 ? -1 : 1) * Math.Sqrt(freedom * (1 - x) / x);
    }
}
