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

    /// <summary>Whether those whom the project reaches have been measured before by each indicator that it is to be judged by; where none is primary, by any.</summary>
    public static async Task<bool> HasBaselineAsync(this FondDb db, long projectId, CancellationToken ct)
    {
        if (await db.Set<MeasurementPlan>().SingleOrDefaultAsync(p => p.ProjectId == projectId, ct) is not { Baseline: { } baseline } plan) return false;
        if (!plan.Measurable.Any()) return true; // all is judged
        var measured = await db.Set<PlanIndicator>().Where(i => EF.Property<long>(i, "MeasurementPlanId") == plan.Id
            && db.Set<Measurement>().Any(m => m.IndicatorId == i.Id && m.WaveId == baseline.Id && m.Group == MeasurementGroup.Intervention)).Select(i => i.Id).ToListAsync(ct);
        var primary = plan.Measurable.Where(i => i.IsPrimary).ToList();
        return primary.Count == 0 ? measured.Count > 0 : primary.TrueForAll(i => measured.Contains(i.Id));
    }
}
