using MathNet.Numerics;

namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// The regularised incomplete beta function and its inverse by Lentz's continued fraction (Press and others, Numerical Recipes, 3rd edition,
/// 6.4). MathNet.Numerics' own ends after 140 steps, too early for tens of thousands of individuals.
/// </summary>
internal static class IncompleteBeta
{
    private const double Smallest = 1e-300, Precision = 1e-15;

    public static double Of(double a, double b, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp(a * Math.Log(x) + b * SpecialFunctions.Log1p(-x) - LogBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(a, b, x) / a : 1 - front * Fraction(b, a, 1 - x) / b;
    }

    /// <summary>Where the function reaches the probability: halved on a logarithmic scale, so that small points keep their digits.</summary>
    public static double Point(double a, double b, double probability)
    {
        var (low, high) = (-1e3, 1e3); // of log(x / (1 - x))
        for (var i = 0; i < 200 && high - low > Precision * Math.Abs(low); i++)
        {
            var middle = (low + high) / 2;
            if (Of(a, b, 1 / (1 + Math.Exp(-middle))) < probability) low = middle;
            else high = middle;
        }
        return 1 / (1 + Math.Exp(-(low + high) / 2));
    }

    private static double LogBeta(double a, double b) => SpecialFunctions.GammaLn(a) + SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b);

    private static double Fraction(double a, double b, double x)
    {
        var (c, d) = (1.0, 1 / Away(1 - (a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m < 100_000; m++)
        {
            Step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            var change = Step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
            if (Math.Abs(change - 1) < Precision) break;
        }
        return h;

        double Step(double numerator)
        {
            d = 1 / Away(1 + numerator * d);
            c = Away(1 + numerator / c);
            h *= d * c;
            return d * c;
        }
    }

    private static double Away(double number) => Math.Abs(number) < Smallest ? Smallest : number;
}
