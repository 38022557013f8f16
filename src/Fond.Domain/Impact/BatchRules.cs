using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>What is to become of each row of a batch.</summary>
/// <param name="Fresh">Rows without a fault that are not there yet.</param>
/// <param name="Unchanged">How many are there already, just so.</param>
/// <param name="Faulty">How many rows have a fault.</param>
public sealed record BatchVerdict(IReadOnlyList<MeasurementRow> Fresh, int Unchanged, int Faulty, IReadOnlyList<RowFault> Faults);

/// <summary>Judges a batch against the plan and against what has been logged before.</summary>
public static class BatchRules
{
    /// <param name="logged">At least the plan's measurements with the same keys, or of the same individuals.</param>
    public static BatchVerdict Judge(IReadOnlyList<MeasurementRow> rows, MeasurementPlan plan, IReadOnlyCollection<Measurement> logged, DateOnly today)
    {
        var byKey = logged.ToDictionary(m => m.RowKey, StringComparer.Ordinal);
        var taken = logged.Where(m => m.SubjectKey is not null).Select(m => (m.IndicatorId, m.WaveId, m.SubjectKey)).ToHashSet();
        var faults = RowRules.Faults(rows, plan, today).ToList();
        var faulty = faults.Select(f => f.Row).ToHashSet();
        var (fresh, unchanged) = (new List<MeasurementRow>(rows.Count), 0);
        for (var i = 0; i < rows.Count; i++)
        {
            if (faulty.Contains(i)) continue;
            var row = rows[i];
            if (byKey.TryGetValue(row.RowKey, out var there))
            {
                if (Tells(there, row, plan)) unchanged++;
                else faults.Add(new(i, "rowKey", new MeasurementDiffers()));
            }
            else if (row.SubjectKey is { } subject && taken.Contains((plan.Indicator(row.Indicator)!.Id, plan.Wave(row.Wave)!.Id, subject)))
                faults.Add(new(i, "subjectKey", new MeasurementSubjectRepeated()));
            else fresh.Add(row);
        }
        return new(fresh, unchanged, rows.Count - fresh.Count - unchanged, [.. faults.OrderBy(f => f.Row)]);
    }

    private static bool Tells(Measurement there, MeasurementRow row, MeasurementPlan plan) =>
        there.IndicatorId == plan.Indicator(row.Indicator)!.Id && there.WaveId == plan.Wave(row.Wave)!.Id && Values(there) == Values(row);

    private static (MeasurementGroup, string?, decimal?, int?, decimal?, decimal?, int?, DateOnly, decimal?, string?, string?) Values(IMeasured m) =>
        (m.Group, m.SubjectKey, m.Value, m.N, m.Mean, m.StandardDeviation, m.Events, m.MeasuredOn, m.Exposure, m.Subgroup, m.SiteKey);
}
