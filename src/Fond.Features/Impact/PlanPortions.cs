using Fond.Domain.Applications;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

/// <summary>What the results of plans are worked out from.</summary>
internal static class PlanPortions
{
    /// <summary>
    /// The sums of batches, and the measurements of those that have none, or of steps of a scale, of which sums do not tell the lowest. Read one after the other: a batch that was
    /// corrected in between has lost the sums that were read of it.
    /// </summary>
    public static async Task<ILookup<long, Portion>> PortionsAsync(this FondDb db, List<MeasurementPlan> plans, CancellationToken ct)
    {
        var ids = plans.Select(p => p.Id).ToArray();
        var steps = plans.SelectMany(p => p.Indicators).Where(i => i.Kind == IndicatorKind.Ordinal).Select(i => i.Id).ToArray();
        var sums = await db.Set<MeasurementSum>().AsNoTracking().Where(s => ids.Contains(s.PlanId) && !steps.Contains(s.IndicatorId)).ToListAsync(ct);
        var without = await db.Set<MeasurementBatch>().Where(b => ids.Contains(b.PlanId) && !db.Set<MeasurementSum>().Any(s => s.BatchId == b.Id)).Select(b => b.Id).ToArrayAsync(ct);
        var others = without.Length == 0 ? [] : await db.ReadingsAsync(plans, db.Set<Measurement>().Where(m => EF.Parameter(without).Contains(m.BatchId)), ct);
        if (steps.Length > 0) others.AddRange(await db.ReadingsAsync(plans, db.Set<Measurement>().Where(m => ids.Contains(m.PlanId) && steps.Contains(m.IndicatorId) && !EF.Parameter(without).Contains(m.BatchId)), ct));
        var singly = without.ToHashSet();
        return sums.Where(s => !singly.Contains(s.BatchId)).Select(s => (s.PlanId, Portion: Portion.Of(s))).Concat(others).ToLookup(p => p.PlanId, p => p.Portion);
    }

    /// <summary>Every measurement.</summary>
    public static async Task<ILookup<long, Portion>> EveryPortionAsync(this FondDb db, List<MeasurementPlan> plans, CancellationToken ct)
    {
        var ids = plans.Select(p => p.Id).ToArray();
        return (await db.ReadingsAsync(plans, db.Set<Measurement>().Where(m => ids.Contains(m.PlanId)), ct)).ToLookup(p => p.PlanId, p => p.Portion);
    }

    /// <summary>In all versions: a batch that has been corrected or corrects has no sums, so that all versions of its rows are among these.</summary>
    private static async Task<List<(long PlanId, Portion Portion)>> ReadingsAsync(this FondDb db, List<MeasurementPlan> plans, IQueryable<Measurement> measurements, CancellationToken ct)
    {
        var ids = plans.Select(p => p.Id).ToArray();
        var rows = await measurements.Select(m => new
        {
            m.PlanId,
            m.Id,
            Reading = new Reading(m.IndicatorId, m.WaveId, m.Group, m.Value, m.N, m.Mean, m.StandardDeviation, m.Events) { Key = m.Revision > 0 ? m.RowKey : null, Corrects = m.Revision > 0, BatchId = m.BatchId, Exposure = m.Exposure, Subgroup = m.Subgroup, SubjectKey = m.SubjectKey, SiteKey = m.SiteKey },
        }).ToListAsync(ct);
        // after the rows, so that it has the correction of each that corrects
        var corrected = await (
            from c in db.Set<MeasurementCorrection>()
            join m in db.Set<Measurement>() on c.MeasurementId equals m.Id
            where ids.Contains(c.PlanId)
            select new { m.Id, m.RowKey, c.BatchId }).ToDictionaryAsync(c => c.Id, ct);
        var byPlan = rows.ToLookup(r => r.PlanId, r => corrected.TryGetValue(r.Id, out var c) ? r.Reading with { Key = c.RowKey, ReplacedBy = c.BatchId } : r.Reading);
        return [.. plans.SelectMany(plan => Results.Portions(plan, byPlan[plan.Id]).Select(portion => (plan.Id, portion)))];
    }
}
