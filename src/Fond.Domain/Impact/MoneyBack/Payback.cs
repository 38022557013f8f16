namespace Fond.Domain.Impact.MoneyBack;

/// <summary>When savings have covered costs for good: what later costs more than it saves takes it back.</summary>
internal static class Payback
{
    private const int Months = 12;

    public static int? MonthOf(List<Flow> flows, int horizon)
    {
        var (saved, spent) = (0m, 0m); // twelfths of öre, exact
        int? covered = null;
        for (var year = 0; year <= horizon; year++)
        {
            var (saving, cost) = (flows.Where(f => f.Year == year && !f.IsCost).Sum(f => f.Ore), flows.Where(f => f.Year == year && f.IsCost).Sum(f => f.Ore));
            for (var month = 1; month <= Months; month++)
            {
                (saved, spent) = (saved + saving, spent + cost);
                covered = spent > 0 && saved >= spent ? covered ?? year * Months + month : null;
            }
        }
        return covered;
    }
}
