using Fond.Domain.Common;

namespace Fond.Domain.Impact.Statistics;

/// <summary>The smallest true effect that planned sizes would find, two-sided, with a chance of 80 %.</summary>
/// <param name="tail">What each tail of the test may be wrong by: 2.5 %, or less where several are tested.</param>
public sealed class DetectableEffect(double tail = Distributions.Tail)
{
    private const double Power = 0.8;

    /// <summary>The normal distribution's 80 % point.</summary>
    private const double ZPower = 0.8416212335729143;

    /// <summary>Beyond this many times what is expected nothing is looked for.</summary>
    private const double Farthest = 1e6;

    private readonly double _z = Distributions.NormalPoint(1 - tail);

    /// <summary>Of means, in standard deviations: Bloom (1995), Minimum detectable effects, Evaluation Review 19; with as many means as are contrasted.</summary>
    /// <param name="sizes">Of each group in each wave that the analysis takes in.</param>
    public (double? Smallest, Refusal? Reason) OfMeans(params int[] sizes)
    {
        if (sizes.Min() < 2) return (null, new EstimateNeedsMore(2));
        var freedom = sizes.Sum(n => n - 1.0);
        return ((Distributions.StudentPoint(freedom, 1 - tail) + Distributions.StudentPoint(freedom, Power)) * Math.Sqrt(sizes.Sum(n => 1.0 / n)), null);
    }

    /// <summary>
    /// Of shares, as a signed difference: Fleiss, Levin and Paik (2003), Statistical methods for rates and proportions, 3rd edition, 4.2, without continuity correction, as R's power.prop.test for equal
    /// sizes; with the baseline's variances added where changes are compared.
    /// </summary>
    /// <param name="expected">The share expected but for the effect.</param>
    /// <param name="rise">Whether a rise is looked for, or a fall.</param>
    /// <param name="changes">Whether each group's change since a baseline is compared, or its level alone.</param>
    public (double? Smallest, Refusal? Reason) OfShares(int n, int m, double expected, bool rise, bool changes = false) =>
        Of(n, m, expected, rise ? 1 : 0, changes, share => share * (1 - share));

    /// <summary>
    /// Of rates in the same way, events taken as Poisson and each individual as exposed for one unit: two normal points and the variances with and without the effect, as for shares, with a Poisson variance, which is the rate itself, in the place of
    /// the binomial one; the large-sample comparison of two Poisson rates of Armitage, Berry and Matthews (2002), Statistical methods in medical research, 4th edition.
    /// </summary>
    /// <param name="expected">The rate expected but for the effect.</param>
    public (double? Smallest, Refusal? Reason) OfRates(int n, int m, double expected, bool rise, bool changes = false) =>
        Of(n, m, expected, rise ? expected * Farthest : 0, changes, rate => rate);

    /// <summary>Of the chance that one lies above another, as its distance from one half: Noether (1987), Sample size determination for some common nonparametric tests, JASA 82.</summary>
    public (double? Smallest, Refusal? Reason) OfRanks(int n, int m, bool rise)
    {
        if (n < 2 || m < 2) return (null, new EstimateNeedsMore(2));
        var distance = (_z + ZPower) / Math.Sqrt(12.0 * n * m / ((double)n + m));
        return distance < 0.5 ? (rise ? distance : -distance, null) : (null, new EstimateUndetectable());
    }

    private (double? Smallest, Refusal? Reason) Of(int n, int m, double expected, double farthest, bool changes, Func<double, double> variance)
    {
        if (n < 1 || m < 1) return (null, new EstimateNeedsMore(1));
        var (missed, found) = (expected, farthest);
        if (!Detects(found)) return (null, new EstimateUndetectable());
        for (var i = 0; i < 100; i++)
        {
            var middle = (missed + found) / 2;
            if (Detects(middle)) found = middle;
            else missed = middle;
        }
        return (found - expected, null);

        bool Detects(double level)
        {
            var (both, before) = (1.0 / n + 1.0 / m, changes ? variance(expected) * (1.0 / n + 1.0 / m) : 0);
            var alike = Math.Sqrt(variance((n * level + m * expected) / ((double)n + m)) * both + before);
            var apart = Math.Sqrt(variance(level) / n + variance(expected) / m + before);
            return Math.Abs(level - expected) > _z * alike + ZPower * apart;
        }
    }
}
