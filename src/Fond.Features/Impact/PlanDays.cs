using Fond.Domain.Applications;
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

/// <summary>Compares the days of measurements with the project's first and the day on which the plan was settled, and the design with the one that was settled then.</summary>
internal static class PlanDays
{
    public static IDataLoaderResult<IReadOnlyList<Text>?> OfCaveats(IResolveFieldContext<MeasurementPlan> context) => context.Service<BatchLoader>()
        .By<IReadOnlyList<Text>>("caveats", context.Source.Id, context.Db().CaveatsAsync);

    /// <param name="planIds">Of plans that the caller may see.</param>
    public static async Task<Dictionary<long, IReadOnlyList<Text>?>> CaveatsAsync(this FondDb db, long[] planIds, CancellationToken ct)
    {
        var plans = await db.Set<MeasurementPlan>().Where(p => planIds.Contains(p.Id)).Join(db.Set<Project>(), p => p.ProjectId, p => p.Id, (plan, project) => new { plan.Id, plan.Design, plan.WholeUnits, HasSteps = plan.Indicators.Any(i => i.Kind == IndicatorKind.Ordinal), project.Start, project.LateBaseline }).ToListAsync(ct);
        var starts = plans.ToDictionary(p => p.Id, p => p.Start);
        var settled = await db.Set<PlanVersion>().AsNoTracking().Where(v => planIds.Contains(v.PlanId) && v.Reason == null && !db.Set<PlanVersion>().Any(later => later.PlanId == v.PlanId && later.Reason == null && later.Number > v.Number))
            .ToDictionaryAsync(v => v.PlanId, ct);
        var waves = await db.Set<MeasurementPlan>().Where(p => planIds.Contains(p.Id)).SelectMany(p => p.Waves, (plan, wave) => new { PlanId = plan.Id, wave.Id, wave.From, wave.To, wave.IsBaseline }).ToListAsync(ct);
        // what is measured is measured within its wave's days, so that the rows of most waves need not be gone through
        var doubtful = waves.Where(w => w.From < PlannedOn(w.PlanId) || (w.IsBaseline && w.To > starts[w.PlanId])).ToDictionary(w => w.Id);
        var days = await db.DaysAsync([.. doubtful.Keys], ct);
        return plans.ToDictionary(p => p.Id, IReadOnlyList<Text>? (p) =>
        {
            var mine = days.Where(d => doubtful[d.WaveId].PlanId == p.Id).ToList();
            return [.. PlanCaveats.Of(
                new(mine.Where(d => d.Group == MeasurementGroup.Intervention).Min(d => (DateOnly?)d.First),
                    mine.Where(d => doubtful[d.WaveId].IsBaseline && (d.Group == MeasurementGroup.Intervention || MeasurementPlan.Measures(p.Design))).Max(d => (DateOnly?)d.Last)),
                p.Start, PlannedOn(p.Id), p.LateBaseline, settled.TryGetValue(p.Id, out var version) && version.Content.Design != p.Design, p.HasSteps && MeasurementPlan.ByUnits(p.Design, p.WholeUnits))];
        });

        DateOnly? PlannedOn(long plan) => settled.TryGetValue(plan, out var version) && version.ById is not null ? MunicipalTime.Today(version.At) : null;
    }

    private static async Task<List<WaveDays>> DaysAsync(this FondDb db, long[] waves, CancellationToken ct) => waves.Length == 0 ? [] : await db.StandingMeasurements().Where(m => EF.Parameter(waves).Contains(m.WaveId))
        .GroupBy(m => new { m.WaveId, m.Group }, (key, rows) => new WaveDays(key.WaveId, key.Group, rows.Min(m => m.MeasuredOn), rows.Max(m => m.MeasuredOn))).ToListAsync(ct);

    private sealed record WaveDays(long WaveId, MeasurementGroup Group, DateOnly First, DateOnly Last);
}
