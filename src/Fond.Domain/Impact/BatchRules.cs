namespace Fond.Domain.Impact;

/// <summary>A row that is there already with other values, and what it is to say.</summary>
public sealed record Correction(Measurement There, MeasurementRow Row);

/// <summary>What is to become of each row of a batch.</summary>
/// <param name="Fresh">Rows without a fault that are not there yet.</param>
/// <param name="Corrected">Rows without a fault that are there with other values.</param>
/// <param name="Unchanged">How many are there already, just so.</param>
/// <param name="Faulty">How many rows have a fault.</param>
/// <param name="Warnings">What does not stop a row, but should be looked at.</param>
public sealed record BatchVerdict(IReadOnlyList<MeasurementRow> Fresh, IReadOnlyList<Correction> Corrected, int Unchanged, int Faulty, IReadOnlyList<RowFault> Faults, IReadOnlyList<RowFault> Warnings)
{
    /// <summary>What changes what is there.</summary>
    public IEnumerable<MeasurementRow> Kept => Fresh.Concat(Corrected.Select(c => c.Row));
}

/// <summary>What a plan has logged of the indicators and waves of a batch.</summary>
/// <param name="BySite">The indicators by which any of it is of a known school or other unit.</param>
/// <param name="Forms">Where something was logged of individuals, or of several together.</param>
public sealed record LoggedCells(IReadOnlyCollection<long> BySite, IReadOnlyCollection<(long IndicatorId, long WaveId, MeasurementGroup Group, bool IsIndividual)> Forms);

/// <summary>Judges a batch against the plan and against what has been logged before.</summary>
public static class BatchRules
{
    /// <param name="logged">At least the plan's measurements with the same keys, or of the same individuals.</param>
    /// <param name="start">The project's first day.</param>
    /// <param name="before">What has come before of the same file, where it is judged in pieces.</param>
    /// <param name="cells">Null where nothing is logged.</param>
    public static BatchVerdict Judge(IReadOnlyList<MeasurementRow> rows, MeasurementPlan plan, IReadOnlyCollection<Measurement> logged, DateOnly today, DateOnly start, RowsBefore? before = null, LoggedCells? cells = null)
    {
        var byKey = logged.ToDictionary(m => m.RowKey, StringComparer.Ordinal);
        var taken = logged.Where(m => m.SubjectKey is not null).Select(m => (m.IndicatorId, m.WaveId, m.SubjectKey)).ToHashSet();
        before ??= new();
        if (cells is not null) before.Saw(cells, plan);
        foreach (var there in logged) before.HasCrossed(there);
        var faults = RowRules.Faults(rows, plan, today, before).ToList();
        var faulty = faults.Select(f => f.Row).ToHashSet();
        var (fresh, corrected, unchanged, kept) = (new List<MeasurementRow>(rows.Count), new List<Correction>(), 0, new List<(int Place, MeasurementRow Row)>(rows.Count));
        for (var i = 0; i < rows.Count; i++)
        {
            if (faulty.Contains(i)) continue;
            var row = rows[i];
            var there = byKey.GetValueOrDefault(row.RowKey);
            if (there is null && row.SubjectKey is { } subject && taken.Contains((plan.Indicator(row.Indicator)!.Id, plan.Wave(row.Wave)!.Id, subject))) faults.Add(new(i, "subjectKey", new MeasurementSubjectRepeated()));
            else if (there is null) fresh.Add(row);
            else if (!IsOfTheSame(there, row, plan)) faults.Add(new(i, "rowKey", new MeasurementDiffers()));
            else if (Values(there) == Values(row)) unchanged++;
            else corrected.Add(new(there, row));
            kept.Add((i, row));
        }
        var unsound = faults.Select(f => f.Row).ToHashSet();
        return new(fresh, corrected, unchanged, unsound.Count, [.. faults.OrderBy(f => f.Row)], [.. RowWarnings.Of(kept.FindAll(k => !unsound.Contains(k.Place)), plan, today, start, before)]);
    }

    /// <summary>What a correction cannot change: to move a person's value from one figure to another would tell both.</summary>
    private static bool IsOfTheSame(Measurement there, MeasurementRow row, MeasurementPlan plan) =>
        (there.IndicatorId, there.WaveId, there.Group, there.SubjectKey, there.Subgroup) == (plan.Indicator(row.Indicator)!.Id, plan.Wave(row.Wave)!.Id, row.Group, row.SubjectKey, row.Subgroup);

    private static (decimal?, int?, decimal?, decimal?, int?, DateOnly, decimal?, string?) Values(IMeasured m) =>
        (m.Value, m.N, m.Mean, m.StandardDeviation, m.Events, m.MeasuredOn, m.Exposure, m.SiteKey);
}
