using Fond.Domain.Impact;
using Fond.Domain.Impact.Qualitative;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

/// <summary>Which parts of plans have been measured or judged.</summary>
internal static class PlanMeasured
{
    public static async Task<MeasuredParts> MeasuredPartsAsync(this FondDb db, MeasurementPlan plan, CancellationToken ct)
    {
        var indicators = await db.Set<PlanIndicator>().Where(i => EF.Property<long>(i, "MeasurementPlanId") == plan.Id && db.Set<Measurement>().Any(m => m.IndicatorId == i.Id)).Select(i => i.Code).ToListAsync(ct);
        var waves = await db.Set<PlanWave>().Where(w => EF.Property<long>(w, "MeasurementPlanId") == plan.Id && db.Set<Measurement>().Any(m => m.WaveId == w.Id)).Select(w => w.Code).ToListAsync(ct);
        var judged = await db.Set<AttainmentJudgement>().Where(j => j.ProjectId == plan.ProjectId).Select(j => new { j.Indicator, j.Wave }).ToListAsync(ct);
        return new([.. indicators, .. judged.Select(j => j.Indicator).OfType<string>()], [.. waves, .. judged.Select(j => j.Wave)]);
    }

    /// <summary>Whether enough of those whom the project reaches have been measured before.</summary>
    public static async Task<bool> HasBaselineAsync(this FondDb db, long projectId, CancellationToken ct)
    {
        if (await db.Set<MeasurementPlan>().SingleOrDefaultAsync(p => p.ProjectId == projectId, ct) is not { Baseline: { } baseline } plan) return false;
        return plan.HasBaseline(await db.StandingMeasurements().Where(m => m.PlanId == plan.Id && m.WaveId == baseline.Id && m.Group == MeasurementGroup.Intervention)
            .GroupBy(m => m.IndicatorId, m => m.N ?? 1).Select(g => new { Indicator = g.Key, N = g.Sum() }).ToDictionaryAsync(m => m.Indicator, m => m.N, ct));
    }
}
