using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>How many prevented cases a year it takes.</summary>
/// <param name="UnitCost">What a case costs; null where a party pays none by any unit cost.</param>
/// <param name="Number">The least that is enough; null: no number is.</param>
/// <param name="Reason">Why no number is.</param>
public sealed record CasesAYear(string? UnitCost, long? Number, Refusal? Reason);

/// <summary>What it takes for savings to cover costs.</summary>
public static class BreakEven
{
    /// <summary>More than any project reaches.</summary>
    private const long MostCases = 1_000_000_000;

    /// <summary>How large a part of the reckoned savings is enough: 0.6 means that six tenths of them cover the costs; null when there are none.</summary>
    public static decimal? ShareOfSavings(Valuation valuation) => valuation.PresentBenefit.Ore <= 0 ? null : (decimal)valuation.PresentCost.Ore / valuation.PresentBenefit.Ore;

    /// <summary>Of the whole, by each unit cost alone, whoever saves by it.</summary>
    public static IEnumerable<CasesAYear> Cases(MoneyCase money, Valuation valuation) => money.UnitCosts.Select(u => CasesOf(money, valuation, u, valuation.PresentCost));

    /// <summary>Of one party: what it pays itself, against each of the unit costs that are its own, alone.</summary>
    public static IEnumerable<CasesAYear> Cases(MoneyCase money, Valuation valuation, Share share)
    {
        var own = money.UnitCosts.Where(u => u.Party == share.Party).Select(u => CasesOf(money, valuation, u, share.PresentCost)).ToList();
        return own.Count > 0 ? own : [share.PresentCost.Ore <= 0 ? new(null, 0, null) : new(null, null, new MoneyNeverCovered())];
    }

    /// <summary>
    /// The least number of prevented cases, as many in each year after the first to the end of the horizon and each lasting one year, by which the net present value is not negative; valued and rounded as
    /// <see cref="Valuation"/> does. 0 where nothing is to be covered.
    /// </summary>
    private static CasesAYear CasesOf(MoneyCase money, Valuation valuation, UnitCost unit, Money presentCost)
    {
        var ore = money.Index.Ore(unit.Amount, unit.PriceYear, money.StartYear);
        decimal[] factors = [.. Enumerable.Range(1, valuation.Horizon).Select(year => Valuation.Factor(valuation.Rate, year))];
        if (IsEnough(0)) return new(unit.Code, 0, null);
        if (!IsEnough(MostCases)) return new(unit.Code, null, new MoneyNeverCovered());
        var (tooFew, enough) = (0L, MostCases);
        while (enough - tooFew > 1)
        {
            var between = tooFew + (enough - tooFew) / 2;
            (tooFew, enough) = IsEnough(between) ? (tooFew, between) : (between, enough);
        }
        return new(unit.Code, enough, null);

        bool IsEnough(long cases) => MoneyCase.Rounded(factors.Sum(factor => MoneyCase.Rounded(ore * cases) / factor)) >= presentCost.Ore;
    }
}
