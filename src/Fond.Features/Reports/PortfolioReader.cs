using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Funds;
using Fond.Features.Impact;
using Fond.Features.Impact.MoneyBack;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Reports;

/// <summary>Reads what a report of a fund's projects tells whoever may read its ledger: the projects that they see, each as they see it.</summary>
internal sealed class PortfolioReader(FondDb db, Visibility visibility, Finder finder, PortfolioProjects projects, ActorContext caller, Clock clock)
{
    /// <exception cref="RefusedException">When the fund is not there, or the filter means nothing.</exception>
    /// <exception cref="ForbiddenException">When the caller may not read the fund's ledger.</exception>
    public async Task<PortfolioRecord> ReadAsync(string id, PortfolioFilter filter, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(id, ct);
        caller.Actor.Demand(fund.Id, FundVisibility.LedgerReaders);
        await DemandGoalAsync(filter.Goal, ct);
        var wanted = visibility.Of<Project>().Where(p => p.FundId == fund.Id);
        if (filter.Year is { } year) wanted = wanted.Where(p => p.DecidedOn >= new DateOnly(year, 1, 1) && p.DecidedOn <= new DateOnly(year, 12, 31));
        return new(fund, filter, await projects.ReadAsync(wanted, filter.Holds, "year", ct), await FundBalances.ReadAsync(db, fund.Id, clock.Today.Year, ct), await db.PriceIndexAsync(fund.Id, ct), clock.Today, caller.Language);
    }

    private async Task DemandGoalAsync(string? code, CancellationToken ct)
    {
        if (code is null || await db.Set<Goal>().AnyAsync(g => g.Code == code, ct)) return;
        throw new RefusedException(new ReportFilterUnknown(await db.Set<Goal>().OrderBy(g => g.Code).Select(g => g.Code).Take(5).ToListAsync(ct)) { Path = ["goal"] });
    }
}
