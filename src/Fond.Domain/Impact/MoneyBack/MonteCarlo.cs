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

/// <summary>
/// Draws each factor independently: the effects by each indicator once, for all that rests on them (its waves share a baseline and units, and drawn apart would make too narrow an interval), from the normal distribution that its interval tells of, all else from a triangle with its top at 1 (Mersenne Twister: the same seed gives the same figures everywhere).
/// </summary>
public static class MonteCarlo
{
    public const int Runs = 10_000;

    public static Simulation Of(MoneyCase money, int horizon, decimal rate, IReadOnlyList<Uncertainty> uncertainties, int seed)
    {
        _ = Sensitivity.OneWay(money, horizon, rate, uncertainties); // the same demands
        var flows = money.Flows().FindAll(f => f.Year <= horizon);
        var (net, parts) = (Present(flows, rate), Parts(flows, rate, uncertainties));
        var random = new MersenneTwister(seed);
        var outcomes = new double[Runs];
        for (var run = 0; run < Runs; run++) outcomes[run] = net + parts.Sum(p => p.Amount * p.Draw(random.NextDouble()));
        Array.Sort(outcomes);
        return new(Runs, seed, At(0.5), At(0.025), At(0.975), outcomes.Count(o => o > 0) / (double)Runs);

        Money At(double share) => MoneyCase.Whole((decimal)MathNet.Numerics.Statistics.SortedArrayStatistics.Quantile(outcomes, share));
    }

    /// <summary>What varies by itself: how much money, and by which part of it in a draw.</summary>
    private static List<(double Amount, Func<double, double> Draw)> Parts(List<Flow> flows, decimal rate, IReadOnlyList<Uncertainty> uncertainties)
    {
        var effects = uncertainties.SelectMany(u => u.Deviations ?? Nothing, (u, d) => (Effect: d.Key, Amount: Of(u, d.Key) * (double)d.Value)).GroupBy(e => e.Effect.Indicator, e => e.Amount);
        return [
            .. effects.Select(e => (e.Sum(), (Func<double, double>)(chance => Normal.InvCDF(0, 1, Math.Max(chance, double.Epsilon))))),
            .. uncertainties.Where(u => u.Deviations is null && u.Low < u.High).Select(u => (Of(u, null), (Func<double, double>)(chance => Triangular.InvCDF((double)u.Low, (double)u.High, 1, chance) - 1))),
        ];

        double Of(Uncertainty u, (string, string)? effect) => Present(flows.Where(f => f.UnitCost == u.UnitCost && (effect is null || f.Effect == effect)), rate);
    }

    private static double Present(IEnumerable<Flow> flows, decimal rate) => (double)flows.Sum(f => (f.IsCost ? -1 : 1) * f.Ore / Valuation.Factor(rate, f.Year));

    private static readonly Dictionary<(string, string), decimal> Nothing = [];
}
