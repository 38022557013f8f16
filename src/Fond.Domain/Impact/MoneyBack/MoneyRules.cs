using System.Globalization;
using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What must hold of a money case; every fault is named.</summary>
internal static class MoneyRules
{
    private const int MostLines = 1_000, LongestText = 500, MostTreated = 10_000_000;

    public static IEnumerable<Refusal> Faults(MoneyCase c) =>
    [
        .. Counts(c), .. c.UnitCosts.SelectMany((u, i) => Faults(u, i, c)), .. c.Benefits.SelectMany((b, i) => Faults(b, i, c)), .. c.Costs.SelectMany(Faults),
    ];

    private static IEnumerable<Refusal> Counts(MoneyCase c)
    {
        if (c.UnitCosts.Count > MostLines) yield return new MoneyLinesMany(MostLines) { Path = ["unitCosts"] };
        if (c.Benefits.Count > MostLines) yield return new MoneyLinesMany(MostLines) { Path = ["benefits"] };
        if (c.Costs.Count > MostLines) yield return new MoneyLinesMany(MostLines) { Path = ["costs"] };
    }

    private static IEnumerable<Refusal> Faults(UnitCost unit, int i, MoneyCase c)
    {
        if (unit.Code.IsBlankOrLongerThan(LongestText) || c.UnitCosts.Take(i).Any(u => u.Code == unit.Code)) yield return new MoneyCodeInvalid { Path = In("unitCosts", i, "code") };
        if (unit.Name.IsBlankOrLongerThan(LongestText)) yield return new MoneyTextInvalid(LongestText) { Path = In("unitCosts", i, "name") };
        if (unit.Source.IsBlankOrLongerThan(LongestText)) yield return new MoneyTextInvalid(LongestText) { Path = In("unitCosts", i, "source") };
        if (!unit.Party.IsClear) yield return new MoneyBoardUnclear { Path = In("unitCosts", i, "board") };
        if (unit.Amount > PriceTerms.Largest || unit.Amount < -PriceTerms.Largest) yield return new MoneyTooLarge { Path = In("unitCosts", i, "amount") };
        if (!unit.Validity.Covers(c.ValuedOn)) yield return new MoneyUnitCostNotValid(c.ValuedOn) { Path = In("unitCosts", i, "validity") };
        foreach (var year in new[] { unit.PriceYear, c.StartYear })
            if (unit.PriceYear != c.StartYear && !(c.Index.Levels.TryGetValue(year, out var level) && level is > 0 and < 1_000_000)) yield return new MoneyIndexMissing(year) { Path = In("unitCosts", i, "priceYear") };
    }

    private static IEnumerable<Refusal> Faults(Benefit benefit, int i, MoneyCase c)
    {
        if (!c.UnitCosts.Any(u => u.Code == benefit.UnitCost)) yield return new MoneyUnitCostUnknown { Path = In("benefits", i, "unitCost") };
        if (benefit.Year is < 0 or > MoneyCase.LongestHorizon) yield return new MoneyYearInvalid(MoneyCase.LongestHorizon) { Path = In("benefits", i, "year") };
        if (benefit.Treated is < 0 or > MostTreated) yield return new MoneyNumberInvalid { Path = In("benefits", i, "treated") };
        if (benefit.Prevented is < -1 or > 1) yield return new MoneyNumberInvalid { Path = In("benefits", i, "prevented") };
    }

    private static IEnumerable<Refusal> Faults(Cost cost, int i)
    {
        if (cost.Year is < 0 or > MoneyCase.LongestHorizon) yield return new MoneyYearInvalid(MoneyCase.LongestHorizon) { Path = In("costs", i, "year") };
        if (cost.Amount < Money.Zero || cost.Amount > PriceTerms.Largest) yield return new MoneyTooLarge { Path = In("costs", i, "amount") };
        if (!cost.Party.IsClear) yield return new MoneyBoardUnclear { Path = In("costs", i, "board") };
    }

    private static string[] In(string list, int index, string field) => [list, index.ToString(CultureInfo.InvariantCulture), field];
}
