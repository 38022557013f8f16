using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Projects;
using Fond.Domain.Repayments;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Funds;

/// <summary>Reads a fund's money over time, for those who may read its ledger.</summary>
internal static class FundBalances
{
    public static IDataLoaderResult<FundBalance?> Of(IResolveFieldContext<Fund> context)
    {
        var (db, today) = (context.Db(), context.Service<Clock>().Today);
        if (!context.Actor().HasIn(context.Source.Id, FundVisibility.LedgerReaders)) return new Ready<FundBalance?>(null);
        return context.Service<BatchLoader>().By<FundBalance>("balance", context.Source.Id, async (ids, ct) =>
        {
            var found = new Dictionary<long, FundBalance?>();
            foreach (var id in ids) found[id] = await ReadAsync(db, id, today.Year, ct);
            return found;
        });
    }

    public static async Task<FundBalance> ReadAsync(FondDb db, long fund, int thisYear, CancellationToken ct)
    {
        var moved = await (
            from movement in db.Set<LedgerTransaction>().IgnoreAutoIncludes()
            where movement.FundId == fund
            from posting in movement.Postings
            where posting.Account == LedgerAccount.Available || (movement.Kind == LedgerKind.Disbursement && posting.Account == LedgerAccount.Disbursed)
            select new { movement.At, movement.Kind, posting.Amount }).ToListAsync(ct);
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.FundId == fund && p.ClosedOn == null).ToListAsync(ct);
        var instalments = (await db.Set<RepaymentAgreement>().AsNoTracking().Where(a => a.FundId == fund && a.BindingOn != null).ToListAsync(ct)).SelectMany(a => a.Instalments).ToList();
        return FundBalance.Of(
            [.. moved.Select(m => (MunicipalTime.Today(m.At).Year, m.Kind, m.Amount < Money.Zero ? -m.Amount : m.Amount))],
            instalments.Where(i => i.WrittenDownOn is not null).Select(i => new YearAmount(i.WrittenDownOn!.Value.Year, i.WrittenDown)),
            projects.SelectMany(p => p.Unpaid()),
            instalments.Where(i => i.Outstanding > Money.Zero).Select(i => new YearAmount(i.DueOn.Year, i.Outstanding)),
            thisYear);
    }
}
