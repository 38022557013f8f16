using Fond.Domain.Impact;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

internal static class LoggedBefore
{
    /// <summary>What stands under the same keys or of the same individuals, as it was logged.</summary>
    public static async Task<List<Measurement>> LoggedBeforeAsync(this FondDb db, MeasurementPlan plan, IReadOnlyList<MeasurementRow> rows, CancellationToken ct)
    {
        if (!plan.IsFrozen) return [];
        var keys = rows.Select(r => r.RowKey).ToArray();
        var subjects = rows.Select(r => r.SubjectKey).OfType<string>().Distinct().ToArray();
        var standing = db.StandingMeasurements().AsNoTracking();
        var same = standing.Where(m => m.PlanId == plan.Id && EF.Parameter(keys).Contains(m.RowKey));
        var kin = standing.Where(m => m.PlanId == plan.Id && EF.Parameter(subjects).Contains(m.SubjectKey));
        return [.. (await same.Union(kin).ToListAsync(ct)).OrderBy(m => m.Id)];
    }

    /// <summary>In what forms the indicators and waves of the rows have been logged, and by which indicators with units.</summary>
    /// <returns>Null where nothing is logged.</returns>
    public static async Task<LoggedCells?> LoggedCellsAsync(this FondDb db, MeasurementPlan plan, IReadOnlyList<MeasurementRow> rows, CancellationToken ct)
    {
        if (!plan.IsFrozen) return null;
        var indicators = rows.Select(r => plan.Indicator(r.Indicator)?.Id).OfType<long>().Distinct().ToArray();
        var waves = rows.Select(r => plan.Wave(r.Wave)?.Id).OfType<long>().Distinct().ToArray();
        var same = db.StandingMeasurements().Where(m => m.PlanId == plan.Id && indicators.Contains(m.IndicatorId) && waves.Contains(m.WaveId));
        var individual = rows.All(r => r.SubjectKey is not null) ? [] : await CellsAsync(same.Where(m => m.SubjectKey != null));
        var together = rows.All(r => r.SubjectKey is null) ? [] : await CellsAsync(same.Where(m => m.SubjectKey == null));
        return new(rows.All(r => r.SiteKey is not null) ? [] : await BySiteAsync(), [.. individual.Select(c => (c.IndicatorId, c.WaveId, c.Group, true)), .. together.Select(c => (c.IndicatorId, c.WaveId, c.Group, false))]);

        Task<List<CellPlace>> CellsAsync(IQueryable<Measurement> some) => some.Select(m => new CellPlace(m.IndicatorId, m.WaveId, m.Group)).Distinct().ToListAsync(ct);

        // rows are read only of the batches that are not summed up
        async Task<List<long>> BySiteAsync()
        {
            var sums = db.Set<MeasurementSum>().Where(s => s.PlanId == plan.Id);
            var summed = await sums.Where(s => s.SiteKey != null).Select(s => s.IndicatorId).Distinct().ToListAsync(ct);
            var unsummed = await db.Set<MeasurementBatch>().Where(b => b.PlanId == plan.Id && !sums.Any(s => s.BatchId == b.Id)).Select(b => b.Id).ToArrayAsync(ct);
            var rest = unsummed.Length == 0 ? [] : await same.Where(m => m.SiteKey != null && EF.Parameter(unsummed).Contains(m.BatchId)).Select(m => m.IndicatorId).Distinct().ToListAsync(ct);
            return [.. summed.Union(rest)];
        }
    }

    /// <summary>Without those that have been corrected.</summary>
    public static IQueryable<Measurement> StandingMeasurements(this FondDb db) => db.Set<Measurement>().Where(m => !db.Set<MeasurementCorrection>().Any(c => c.MeasurementId == m.Id));

    private sealed record CellPlace(long IndicatorId, long WaveId, MeasurementGroup Group);
}
