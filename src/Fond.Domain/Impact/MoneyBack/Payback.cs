namespace Fond.Domain.Impact.MoneyBack;

/// <summary>When savings have covered costs.</summary>
internal static class Payback
{
    private const int Months = 12;

    public static int? MonthOf(List<Flow> flows, int horizon)
    {
        var (saved, spent) = (0m, 0m); // twelfths of öre, exact
        for (var year = 0; year <= horizon; year++)
        {
            var (saving, cost) = (flows.Where(f => f.Year == year && !f.IsCost).Sum(f => f.Ore), flows.Where(f => f.Year == year && f.IsCost).Sum(f => f.Ore));
            for (var month = 1; month <= Months; month++)
            {
                (saved, spent) = (saved + saving, spent + cost);
                if (spent > 0 && saved >= spent) return year * Months + month;
            }
        }
        return null;
    }
}
