using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What a project costs by the record, by year.</summary>
public static class ProjectCosts
{
    private static readonly Party Municipality = new(Payer.Municipality);

    /// <summary>Before anything is verified: all that was granted.</summary>
    public static IEnumerable<ProjectCost> Granted(IEnumerable<YearAmount> granted, int startYear) => From(granted, startYear, Municipality, CostBasis.Granted);

    /// <summary>What was paid out, less what came back unused: that is taken from the last years' payments, as it belongs to no year.</summary>
    public static IEnumerable<ProjectCost> Paid(IEnumerable<YearAmount> paid, Money cameBack, int startYear)
    {
        var left = new List<YearAmount>();
        foreach (var year in paid.GroupBy(p => p.Year).OrderByDescending(g => g.Key).Select(g => new YearAmount(g.Key, g.Sum(p => p.Amount))))
        {
            var less = year.Amount < cameBack ? year.Amount : cameBack;
            cameBack -= less;
            if (year.Amount > less) left.Insert(0, year with { Amount = year.Amount - less });
        }
        return From(left, startYear, Municipality, CostBasis.Paid);
    }

    /// <param name="budgeted">What the parties pay themselves.</param>
    /// <param name="by">Who bears it; a budget does not tell.</param>
    public static IEnumerable<ProjectCost> CoFinanced(IEnumerable<YearAmount> budgeted, Party by, int startYear) =>
        From(budgeted.GroupBy(b => b.Year).OrderBy(g => g.Key).Select(g => new YearAmount(g.Key, g.Sum(b => b.Amount))).Where(b => b.Amount > Money.Zero), startYear, by, CostBasis.CoFinancing);

    private static IEnumerable<ProjectCost> From(IEnumerable<YearAmount> amounts, int startYear, Party party, CostBasis basis) =>
        amounts.Select(a => new ProjectCost(a.Year - startYear, party, a.Amount, basis));
}
