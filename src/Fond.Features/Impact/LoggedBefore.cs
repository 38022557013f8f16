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

    /// <summary>Without those that have been corrected.</summary>
    public static IQueryable<Measurement> StandingMeasurements(this FondDb db) => db.Set<Measurement>().Where(m => !db.Set<MeasurementCorrection>().Any(c => c.MeasurementId == m.Id));
}
