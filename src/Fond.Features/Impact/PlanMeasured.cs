using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
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

    /// <summary>Where it is not yet measured how things were before the project.</summary>
    public static async Task<IReadOnlyList<BaselineGap>> BaselineGapsAsync(this FondDb db, Project project, CancellationToken ct)
    {
        if (await db.Set<MeasurementPlan>().SingleOrDefaultAsync(p => p.ProjectId == project.Id, ct) is not { Baseline: { } baseline } plan) return [BaselineGap.OfPlan];
        var measured = await db.StandingMeasurements().Where(m => m.PlanId == plan.Id && m.WaveId == baseline.Id).GroupBy(m => new { m.IndicatorId, m.Group })
            .Select(g => new { g.Key.IndicatorId, g.Key.Group, N = g.Sum(m => m.N ?? 1), InTime = g.Sum(m => m.MeasuredOn <= project.Start ? m.N ?? 1 : 0) }).ToListAsync(ct);
        var threshold = await db.Set<Fund>().Where(f => f.Id == project.FundId).Select(f => f.DisclosureThreshold).SingleAsync(ct);
        return plan.BaselineGaps([.. measured.Select(m => new BaselineCount(m.IndicatorId, m.Group, m.N, m.InTime))], threshold, project.LateBaseline);
    }
}
