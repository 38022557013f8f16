using Fond.Domain.Common;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>The net present value when everything uncertain varies at once.</summary>
/// <param name="Median">As often above as below.</param>
/// <param name="Lower">Below it in 2.5 % of the runs.</param>
/// <param name="Upper">Above it in 2.5 % of the runs.</param>
/// <param name="ChanceOfGain">The share of the runs with a net gain.</param>
public sealed record Simulation(int Runs, int Seed, Money Median, Money Lower, Money Upper, double ChanceOfGain);

/// <summary>Draws each factor independently: what rests on an estimate from the normal distribution that its interval tells of, all else from a triangle with its top at 1 (Mersenne Twister: the same seed gives the same figures everywhere).</summary>
public static class MonteCarlo
{
    public const int Runs = 10_000;

    public static Simulation Of(MoneyCase money, int horizon, decimal rate, IReadOnlyList<Uncertainty> uncertainties, int seed)
    {
        _ = Sensitivity.OneWay(money, horizon, rate, uncertainties); // the same demands
        var present = money.Flows().Where(f => f.Year <= horizon).GroupBy(f => f.UnitCost ?? "")
            .ToDictionary(g => g.Key, g => (double)g.Sum(f => (f.IsCost ? -1 : 1) * f.Ore / Valuation.Factor(rate, f.Year)));
        var random = new MersenneTwister(seed);
        var outcomes = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            outcomes[run] = present.Values.Sum();
            foreach (var u in uncertainties)
                outcomes[run] += present.GetValueOrDefault(u.UnitCost ?? "") * (Draw(u, random.NextDouble()) - 1);
        }
        Array.Sort(outcomes);
        return new(Runs, seed, At(0.5), At(0.025), At(0.975), outcomes.Count(o => o > 0) / (double)Runs);

        Money At(double share) => MoneyCase.Whole((decimal)MathNet.Numerics.Statistics.SortedArrayStatistics.Quantile(outcomes, share));
    }

    private static double Draw(Uncertainty uncertain, double chance) => uncertain.Deviation is { } deviation ? Normal.InvCDF(1, (double)deviation, Math.Max(chance, double.Epsilon))
        : uncertain.Low == uncertain.High ? 1 : Triangular.InvCDF((double)uncertain.Low, (double)uncertain.High, 1, chance);
}
