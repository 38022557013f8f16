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

    /// <summary>What the rows are to be warned of: whether others of their indicator, wave and group were logged in the other form, and whether others of their indicator are of a known school or unit.</summary>
    /// <returns>Null where nothing is logged.</returns>
    public static async Task<LoggedCells?> LoggedCellsAsync(this FondDb db, MeasurementPlan plan, IReadOnlyList<MeasurementRow> rows, CancellationToken ct)
    {
        if (!plan.IsFrozen) return null;
        var forms = new List<(long, long, MeasurementGroup, bool)>();
        foreach (var alike in rows.GroupBy(r => (r.Group, IsIndividual: r.SubjectKey is not null)))
        {
            var (group, other) = (alike.Key.Group, !alike.Key.IsIndividual);
            forms.AddRange((await db.CellsAsync(group, other, IndicatorsOf(plan, alike), WavesOf(plan, alike), ct)).Select(cell => (cell.IndicatorId, cell.WaveId, group, other)));
        }
        return new(await db.BySiteAsync(IndicatorsOf(plan, rows.Where(r => r.SiteKey is null)), ct), forms);
    }

    /// <summary>Where any has been logged in the form. What was corrected counts: a correction stays in the cell and form of what it corrects. Each cell is looked up by itself, however many rows the others have: the order is that of
    /// the index, without which PostgreSQL would go through the table for what it expects to meet soon.</summary>
    private static async Task<IEnumerable<CellPlace>> CellsAsync(this FondDb db, MeasurementGroup group, bool isIndividual, long[] indicators, long[] waves, CancellationToken ct)
    {
        var logged = isIndividual ? db.Set<Measurement>().Where(m => m.Group == group && m.N == null) : db.Set<Measurement>().Where(m => m.Group == group && m.N != null);
        var cells = await (
            from indicator in db.Set<PlanIndicator>()
            where indicators.Contains(indicator.Id)
            from wave in db.Set<PlanWave>()
            where waves.Contains(wave.Id)
            select new { Place = new CellPlace(indicator.Id, wave.Id), First = logged.Where(m => m.IndicatorId == indicator.Id && m.WaveId == wave.Id).OrderBy(m => m.N).Select(m => (long?)m.Id).FirstOrDefault() }).ToListAsync(ct);
        return cells.Where(c => c.First is not null).Select(c => c.Place);
    }

    /// <summary>Of which any has been logged with its school or unit, also where that was corrected away: else all such rows would be gone through for one that stands.</summary>
    private static async Task<IReadOnlyCollection<long>> BySiteAsync(this FondDb db, long[] indicators, CancellationToken ct)
    {
        if (indicators.Length == 0) return [];
        var known = db.Set<Measurement>().Where(m => m.SiteKey != null);
        var asked = await db.Set<PlanIndicator>().Where(i => indicators.Contains(i.Id))
            .Select(i => new { i.Id, First = known.Where(m => m.IndicatorId == i.Id).OrderBy(m => m.SiteKey).Select(m => (long?)m.Id).FirstOrDefault() }).ToListAsync(ct);
        return [.. asked.Where(i => i.First is not null).Select(i => i.Id)];
    }

    private static long[] IndicatorsOf(MeasurementPlan plan, IEnumerable<MeasurementRow> rows) => [.. rows.Select(r => r.Indicator).Distinct().Select(code => plan.Indicator(code)?.Id).OfType<long>()];

    private static long[] WavesOf(MeasurementPlan plan, IEnumerable<MeasurementRow> rows) => [.. rows.Select(r => r.Wave).Distinct().Select(code => plan.Wave(code)?.Id).OfType<long>()];

    /// <summary>Without those that have been corrected.</summary>
    public static IQueryable<Measurement> StandingMeasurements(this FondDb db) => db.Set<Measurement>().Where(m => !db.Set<MeasurementCorrection>().Any(c => c.MeasurementId == m.Id));

    private sealed record CellPlace(long IndicatorId, long WaveId);
}
