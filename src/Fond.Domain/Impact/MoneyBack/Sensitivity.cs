using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>Something uncertain, as a factor on what was reckoned with: from <paramref name="Low"/> by 1 to <paramref name="High"/>.</summary>
/// <param name="UnitCost">On the savings by this unit cost; null for what the project costs.</param>
public sealed record Uncertainty(string? UnitCost, decimal Low, decimal High)
{
    /// <summary>By how much the factor of each effect that the savings rest on lies around 1; null: they rest on none, and all that is known is how far it goes.</summary>
    internal IReadOnlyDictionary<(string Indicator, string Wave), decimal>? Deviations { get; init; }
}

/// <summary>What the net present value becomes at either end of something uncertain.</summary>
public sealed record Swing(Uncertainty Uncertainty, Money AtLow, Money AtHigh)
{
    public Money Width => AtHigh > AtLow ? AtHigh - AtLow : AtLow - AtHigh;
}

/// <summary>What happens when one thing at a time is otherwise than reckoned with.</summary>
public static class Sensitivity
{
    /// <summary>Widest first, as a tornado diagram shows them.</summary>
    public static IReadOnlyList<Swing> OneWay(MoneyCase money, int horizon, decimal rate, IReadOnlyList<Uncertainty> uncertainties)
    {
        Refuse.WhenAny(uncertainties.Where(u => u.Low is < 0 or > 1 || u.High is < 1 or > 100).Select(_ => new MoneyNumberInvalid { Path = ["uncertainties"] }));
        Refuse.WhenAny(uncertainties.Where(u => u.UnitCost is { } code && !money.UnitCosts.Any(c => c.Code == code)).Select(_ => new MoneyUnitCostUnknown { Path = ["uncertainties"] }));
        return [.. uncertainties.Select(u => new Swing(u, NetAt(u, u.Low), NetAt(u, u.High))).OrderByDescending(s => s.Width)];

        Money NetAt(Uncertainty uncertain, decimal factor) => Valuation.Of(With(money, uncertain, factor), horizon, rate).NetPresentValue;
    }

    private static MoneyCase With(MoneyCase money, Uncertainty uncertain, decimal factor) => uncertain.UnitCost is { } code
        ? money with { UnitCosts = [.. money.UnitCosts.Select(u => u.Code == code ? u with { Amount = MoneyCase.Whole(u.Amount.Ore * factor) } : u)] }
        : money with { Costs = [.. money.Costs.Select(c => c with { Amount = MoneyCase.Whole(c.Amount.Ore * factor) })] };
}
