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
        var standing = db.StandingMeasurements();
        var plans = await (
            from plan in db.Set<MeasurementPlan>()
            join project in db.Set<Project>() on plan.ProjectId equals project.Id
            where planIds.Contains(plan.Id)
            let reached = standing.Where(m => m.PlanId == plan.Id && m.Group == MeasurementGroup.Intervention)
            select new
            {
                plan.Id,
                project.Start,
                PlannedAt = db.Set<PlanVersion>().Where(v => v.PlanId == plan.Id && v.Number == 1 && v.ById != null).Select(v => (DateTimeOffset?)v.At).FirstOrDefault(),
                First = reached.Min(m => (DateOnly?)m.MeasuredOn),
                LastOfBaseline = reached.Where(m => db.Set<PlanWave>().Any(w => w.Id == m.WaveId && w.IsBaseline)).Max(m => (DateOnly?)m.MeasuredOn),
            }).ToListAsync(ct);
        return plans.ToDictionary(p => p.Id, IReadOnlyList<Text>? (p) => [.. PlanCaveats.Of(new(p.First, p.LastOfBaseline), p.Start, p.PlannedAt is { } at ? MunicipalTime.Today(at) : null)]);
    }
}
