namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What it takes for savings to cover costs.</summary>
public static class BreakEven
{
    /// <summary>How large a part of the reckoned savings is enough: 0.6 means that six tenths of them cover the costs; null when there are none.</summary>
    public static decimal? ShareOfSavings(Valuation valuation) => valuation.PresentBenefit.Ore <= 0 ? null : (decimal)valuation.PresentCost.Ore / valuation.PresentBenefit.Ore;

    /// <summary>The least number of prevented cases a year: the costs as an equal sum each year of the horizon (annuity at the rate), divided by what a case costs over its time, rounded up. Null when a case costs nothing.</summary>
    /// <param name="caseYears">How long a case lasts, in years.</param>
    public static long? CasesAYear(MoneyCase money, Valuation valuation, UnitCost unit, decimal caseYears)
    {
        var cost = money.Index.Ore(unit.Amount, unit.PriceYear, money.StartYear) * caseYears;
        return cost <= 0 || valuation.Horizon < 1 ? null : (long)Math.Ceiling(YearlyCost(valuation) / cost);
    }

    private static decimal YearlyCost(Valuation valuation) => valuation.PresentCost.Ore
        / Enumerable.Range(1, valuation.Horizon).Sum(year => 1 / Valuation.Factor(valuation.Rate, year));
}
