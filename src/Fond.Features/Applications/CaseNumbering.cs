using Fond.Domain.Funds;
using Fond.Features.Platform;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>Numbers of cases, without gaps by series and year.</summary>
internal sealed class CaseNumbering(FondDb db, Clock clock)
{
    /// <returns>Takes the next number when it is called.</returns>
    public async Task<Func<string>> NextOfAsync(Fund fund, CancellationToken ct)
    {
        var year = clock.Today.Year;
        var series = await db.Set<NumberSeries>().SingleOrDefaultAsync(s => s.Municipality == fund.Municipality && s.Series == fund.Series && s.Year == year, ct);
        if (series is null) db.Add(series = new NumberSeries(fund.Municipality, fund.Series, year));
        return () => series.Next(fund.NumberPattern);
    }
}
