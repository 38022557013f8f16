using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.MoneyBack;

internal static class FundPrices
{
    /// <summary>A fund's price index, each year's level as it was corrected last.</summary>
    public static async Task<PriceIndex> PriceIndexAsync(this FondDb db, long fundId, CancellationToken ct)
    {
        var levels = await db.Set<PriceIndexLevel>().AsNoTracking().Where(l => l.FundId == fundId).ToListAsync(ct);
        return new(levels.GroupBy(l => l.Year).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.MaxBy(l => l.Revision)!.Level));
    }
}
