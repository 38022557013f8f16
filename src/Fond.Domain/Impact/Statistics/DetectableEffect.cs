using Fond.Domain.Common;

namespace Fond.Domain.Impact.Statistics;

/// <summary>The smallest true effect that planned sizes would find, at 5 % two-sided, with a chance of 80 %.</summary>
public static class DetectableEffect
{
    private const double Power = 0.8;

    /// <summary>The normal distribution's 80 % point.</summary>
    private const double ZPower = 0.8416212335729143;

    /// <summary>Of two means, in standard deviations: Bloom (1995), Minimum detectable effects, Evaluation Review 19.</summary>
    public static (double? Smallest, Refusal? Reason) OfMeans(int n, int m)
    {
        if (n < 2 || m < 2) return (null, new EstimateNeedsMore(2));
        var freedom = n + m - 2.0;
        return ((Distributions.StudentPoint(freedom, 1 - Distributions.Tail) + Distributions.StudentPoint(freedom, Power)) * Math.Sqrt(1.0 / n + 1.0 / m), null);
    }

    /// <summary>
    /// Of two shares, as a signed difference from the comparison's: Fleiss, Levin and Paik (2003), Statistical methods for rates and proportions,
    /// 3rd edition, 4.2, without continuity correction. As R's power.prop.test for equal sizes.
    /// </summary>
    /// <param name="expected">The share expected in the comparison group.</param>
    /// <param name="rise">Whether a rise is looked for, or a fall.</param>
    public static (double? Smallest, Refusal? Reason) OfShares(int n, int m, double expected, bool rise)
    {
        if (n < 1 || m < 1) return (null, new EstimateNeedsMore(1));
        var (missed, found) = (expected, rise ? 1.0 : 0.0);
        if (!Detects(found)) return (null, new EstimateUndetectable());
        for (var i = 0; i < 100; i++)
        {
            var middle = (missed + found) / 2;
            if (Detects(middle)) found = middle;
            else missed = middle;
        }
        return (found - expected, null);

        bool Detects(double share)
        {
            var common = (n * share + m * expected) / (n + m);
            var alike = Math.Sqrt(common * (1 - common) * (1.0 / n + 1.0 / m));
            var apart = Math.Sqrt(share * (1 - share) / n + expected * (1 - expected) / m);
            return Math.Abs(share - expected) > Distributions.Z * alike + ZPower * apart;
        }
    }
}
