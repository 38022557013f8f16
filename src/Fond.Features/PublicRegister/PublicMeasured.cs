using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
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
    public IDataLoaderResult<IReadOnlyList<PublicVerdict>> Of(long? projectId) => Read(projectId).Then(told => budget.Take(told?.Verdicts ?? []));

    /// <summary>What must be known beside them; none where nothing of them is known.</summary>
    /// <param name="projectId">One whose results are public; null: none is.</param>
    public IDataLoaderResult<IReadOnlyList<string>> CaveatsOf(long? projectId) => Read(projectId).Then(told => told?.Caveats ?? []);

    private IDataLoaderResult<Told?> Read(long? projectId) => projectId is { } id ? loader.By<Told>("public results", id, ReadAsync) : new Ready<Told?>(null);

    private async Task<Dictionary<long, Told?>> ReadAsync(long[] projects, CancellationToken ct)
    {
        var found = new List<(MeasurementPlan Plan, IReadOnlyList<PublicVerdict> Verdicts)>();
        await foreach (var results in PlanResults.EachAsync(db, db.Set<MeasurementPlan>().AsNoTracking().Where(p => projects.Contains(p.ProjectId)), Actor.Public, ct))
            found.Add((results.Plan, [.. Reports.Measured.Of(results, clock.Today).Verdicts.All().Select(v => PublicVerdict.Of(v, caller.Language))]));
        var caveats = await db.CaveatsAsync([.. found.Where(f => f.Verdicts.Any(v => v.Outcome != Outcome.Unknown)).Select(f => f.Plan.Id)], ct);
        return found.ToDictionary(f => f.Plan.ProjectId, Told? (f) => new(f.Verdicts, [.. (caveats.GetValueOrDefault(f.Plan.Id) ?? []).Select(c => c.In(caller.Language))]));
    }

    private sealed record Told(IReadOnlyList<PublicVerdict> Verdicts, IReadOnlyList<string> Caveats);
}
