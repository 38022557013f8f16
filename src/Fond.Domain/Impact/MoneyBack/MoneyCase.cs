using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What a project costs and saves, whom, and when; in the prices of its first year.</summary>
/// <param name="StartYear">The calendar year of year 0.</param>
/// <param name="ValuedOn">The day on which it is reckoned: unit costs must be valid then.</param>
public sealed record MoneyCase(
    int StartYear, DateOnly ValuedOn, IReadOnlyList<UnitCost> UnitCosts, PriceIndex Index, IReadOnlyList<Benefit> Benefits, IReadOnlyList<Cost> Costs)
{
    public const decimal DefaultRate = 0.03m;

    /// <summary>Years after the start within which money can be followed.</summary>
    public const int LongestHorizon = 60;

    /// <summary>The horizons that reports use, in years.</summary>
    public static readonly IReadOnlyList<int> UsualHorizons = [1, 2, 3, 5];

    /// <summary>Every flow, whole öre.</summary>
    /// <exception cref="RefusedException">With every fault at once.</exception>
    internal List<Flow> Flows()
    {
        Refuse.WhenAny(MoneyRules.Faults(this));
        var units = UnitCosts.ToDictionary(u => u.Code);
        return [
            .. Benefits.Select(b => Saved(b, units[b.UnitCost])),
            .. Costs.Select(c => new Flow(c.Year, c.Party, null, c.Amount.Ore)),
        ];
    }

    private Flow Saved(Benefit benefit, UnitCost unit) =>
        new(benefit.Year, unit.Party, unit.Code, Rounded(Index.Ore(unit.Amount, unit.PriceYear, StartYear) * benefit.Treated * benefit.Prevented), benefit.Effect);

    internal static decimal Rounded(decimal ore) => Math.Round(ore, MidpointRounding.AwayFromZero);

    /// <exception cref="RefusedException">Too large to be told.</exception>
    internal static Money Whole(decimal ore)
    {
        Refuse.When(Math.Abs(ore) > Money.MaxOre, new MoneyTooLarge());
        return new((long)Rounded(ore));
    }
}
