using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Projects;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

/// <summary>Reads a plan's measurements as one reader may see them: the evaluator whole, everybody else above the fund's threshold.</summary>
internal static class PlanResults
{
    public static IDataLoaderResult<Results?> Of(IResolveFieldContext<MeasurementPlan> context) => context.Service<BatchLoader>()
        .By<Results>("results", context.Source.Id, (ids, ct) => ReadAsync(context.Db(), context.Service<Visibility>(), context.Actor(), ids, ct));

    public static async Task<Dictionary<long, Results?>> ReadAsync(FondDb db, Visibility visibility, Actor reader, long[] ids, CancellationToken ct)
    {
        var me = reader.Id;
        var plans = await visibility.Of<MeasurementPlan>().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var thresholds = await (
            from plan in db.Set<MeasurementPlan>()
            join project in db.Set<Project>() on plan.ProjectId equals project.Id
            join fund in db.Set<Fund>() on project.FundId equals fund.Id
            where ids.Contains(plan.Id)
            select new { plan.Id, Threshold = project.EvaluatorId == me ? 1 : fund.DisclosureThreshold }).ToDictionaryAsync(t => t.Id, t => t.Threshold, ct);
        var readings = (await db.Set<Measurement>().Where(m => ids.Contains(m.PlanId))
            .Select(m => new { m.PlanId, Reading = new Reading(m.IndicatorId, m.WaveId, m.Group, m.Value, m.N, m.Mean, m.StandardDeviation, m.Events) { BatchId = m.BatchId, Exposure = m.Exposure, Subgroup = m.Subgroup, SubjectKey = m.SubjectKey, SiteKey = m.SiteKey } })
            .ToListAsync(ct)).ToLookup(m => m.PlanId, m => m.Reading);
        return plans.ToDictionary(p => p.Id, Results? (p) => new Results(p, readings[p.Id], thresholds[p.Id]));
    }
}
