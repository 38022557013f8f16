using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Governance.Rankings;
using Fond.Domain.Workflows;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance.Rankings;

/// <summary>Loads what rankings came to, all that a request shows at once.</summary>
internal static class RankingViews
{
    /// <summary>Something of what may be shown.</summary>
    public static IDataLoaderResult<T> Seen<T>(this IResolveFieldContext<Ranking> context, Func<RankingView, T> make) =>
        context.Service<BatchLoader>().By<RankingView>("ranking", context.Source.Id, (ids, ct) => ReadAsync(context, ids, ct)).Then(view => make(view!));

    /// <summary>The same; null until the vote has been counted.</summary>
    public static IDataLoaderResult<T?>? Counted<T>(this IResolveFieldContext<Ranking> context, Func<RankingView, T> make) where T : class =>
        context.Source.Result is null ? null : context.Seen<T?>(make);

    private static async Task<Dictionary<long, RankingView?>> ReadAsync(IResolveFieldContext context, long[] ids, CancellationToken ct)
    {
        var (db, me) = (context.Db(), context.Actor().Id);
        var rankings = await context.Visible<Ranking>().Where(r => ids.Contains(r.Id)).ToListAsync(ct);
        var caseIds = rankings.SelectMany(r => r.CaseIds).Distinct().ToArray();
        var fundIds = rankings.Select(r => r.FundId).Distinct().ToArray();
        var conflicts = (await db.ConflictsAmongAsync(caseIds, ct))[me];
        var seen = (await context.Visible<Application>().Where(a => caseIds.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct)).Except(conflicts).ToHashSet();
        var available = await db.Set<Fund>().Where(f => fundIds.Contains(f.Id)).Select(f => new { f.Id, f.Available }).ToDictionaryAsync(f => f.Id, f => f.Available, ct);
        var asked = await db.Set<Application>().Where(a => caseIds.Contains(a.Id) && a.Phase == Phase.AwaitingDecision).Select(a => new { a.Id, a.Asked }).ToDictionaryAsync(a => a.Id, a => a.Asked, ct);
        return rankings.ToDictionary(r => r.Id, RankingView? (r) =>
            new(r, seen, available[r.FundId], [.. r.Order.Where(asked.ContainsKey).Select(c => new Ask(c, asked[c]))]));
    }
}
