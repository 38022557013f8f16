using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

/// <summary>Compares the days of measurements with the project's first and the plan's first.</summary>
internal static class PlanDays
{
    public static IDataLoaderResult<IReadOnlyList<Text>?> OfCaveats(IResolveFieldContext<MeasurementPlan> context) => context.Service<BatchLoader>()
        .By<IReadOnlyList<Text>>("caveats", context.Source.Id, context.Db().CaveatsAsync);

    /// <param name="planIds">Of plans that the caller may see.</param>
    public static async Task<Dictionary<long, IReadOnlyList<Text>?>> CaveatsAsync(this FondDb db, long[] planIds, CancellationToken ct)
    {
        var plans = await db.Set<MeasurementPlan>().Where(p => planIds.Contains(p.Id)).Join(db.Set<Project>(), p => p.ProjectId, p => p.Id, (plan, project) => new { plan.Id, plan.Design, project.Start, project.LateBaseline }).ToListAsync(ct);
        var planned = await db.Set<PlanVersion>().Where(v => planIds.Contains(v.PlanId) && v.Number == 1 && v.ById != null).ToDictionaryAsync(v => v.PlanId, v => MunicipalTime.Today(v.At), ct);
        var days = (await db.StandingMeasurements().Where(m => planIds.Contains(m.PlanId))
            .GroupBy(m => new { m.PlanId, m.WaveId, m.Group }, (key, rows) => new { key.PlanId, key.WaveId, key.Group, First = rows.Min(m => m.MeasuredOn), Last = rows.Max(m => m.MeasuredOn) }).ToListAsync(ct)).ToLookup(d => d.PlanId);
        var waves = days.SelectMany(d => d).Select(d => d.WaveId).ToArray();
        var baselines = await db.Set<PlanWave>().Where(w => waves.Contains(w.Id) && w.IsBaseline).Select(w => w.Id).ToListAsync(ct);
        return plans.ToDictionary(p => p.Id, IReadOnlyList<Text>? (p) => [.. PlanCaveats.Of(
            new(days[p.Id].Where(d => d.Group == MeasurementGroup.Intervention).Min(d => (DateOnly?)d.First),
                days[p.Id].Where(d => baselines.Contains(d.WaveId) && (d.Group == MeasurementGroup.Intervention || MeasurementPlan.Measures(p.Design))).Max(d => (DateOnly?)d.Last)),
            p.Start, planned.TryGetValue(p.Id, out var on) ? on : null, p.LateBaseline?.AcceptedOn)]);
    }
}
