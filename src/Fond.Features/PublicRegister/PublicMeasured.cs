using Fond.Domain.Impact;
using Fond.Features.Impact;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister;

/// <summary>What was measured of projects, by the path by which everybody reads it who is not the evaluator: whoever asks is answered as the public.</summary>
internal sealed class PublicMeasured(FondDb db, BatchLoader loader, ResultBudget budget, ActorContext caller, Clock clock)
{
    /// <param name="projectId">One whose results are public; null: none is.</param>
    public IDataLoaderResult<IReadOnlyList<PublicVerdict>> Of(long? projectId) => projectId is { } id
        ? loader.By<IReadOnlyList<PublicVerdict>>("public results", id, ReadAsync).Then(found => budget.Take(found ?? []))
        : new Ready<IReadOnlyList<PublicVerdict>>([]);

    /// <summary>What must be known beside them.</summary>
    /// <param name="projectId">One whose results are public; null: none is.</param>
    public IDataLoaderResult<IReadOnlyList<string>> CaveatsOf(long? projectId) => projectId is { } id
        ? loader.By<IReadOnlyList<string>>("public caveats", id, CaveatsAsync).Then(found => found ?? [])
        : new Ready<IReadOnlyList<string>>([]);

    private async Task<Dictionary<long, IReadOnlyList<PublicVerdict>?>> ReadAsync(long[] projects, CancellationToken ct)
    {
        var found = new Dictionary<long, IReadOnlyList<PublicVerdict>?>();
        await foreach (var results in PlanResults.EachAsync(db, db.Set<MeasurementPlan>().AsNoTracking().Where(p => projects.Contains(p.ProjectId)), Actor.Public, ct))
            found[results.Plan.ProjectId] = [.. Reports.Measured.Of(results, clock.Today).Verdicts.All().Select(v => PublicVerdict.Of(v, caller.Language))];
        return found;
    }

    private async Task<Dictionary<long, IReadOnlyList<string>?>> CaveatsAsync(long[] projects, CancellationToken ct)
    {
        var plans = await db.Set<MeasurementPlan>().Where(p => projects.Contains(p.ProjectId)).Select(p => new { p.Id, p.ProjectId }).ToListAsync(ct);
        var caveats = await db.CaveatsAsync([.. plans.Select(p => p.Id)], ct);
        return plans.ToDictionary(p => p.ProjectId, IReadOnlyList<string>? (p) => [.. caveats[p.Id]!.Select(c => c.In(caller.Language))]);
    }
}
