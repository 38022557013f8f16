using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>What does not stop a row but should be looked at by whoever sent it.</summary>
public static class RowWarnings
{
    /// <summary>Days after a wave's last one from which on its measurements come late.</summary>
    public const int LateAfter = 90;

    /// <summary>How many values it takes to tell what is usual.</summary>
    public const int FewestForOutliers = 20;

    /// <summary>Interquartile ranges outside the quartiles: what Tukey (1977), Exploratory Data Analysis, calls far out.</summary>
    private const decimal FarOut = 3;

    /// <param name="rows">Rows without faults, with their places; values are compared with the others among them, of the same indicator, wave and group, or, where these are too few, with those of an earlier piece of the same file.</param>
    /// <param name="start">The project's first day.</param>
    /// <param name="before">Where individuals have been seen; these rows are added to it.</param>
    public static IEnumerable<RowFault> Of(IReadOnlyCollection<(int Place, MeasurementRow Row)> rows, MeasurementPlan plan, DateOnly today, DateOnly start, RowsBefore before) =>
        Late(rows, plan, today).Concat(NotBefore(rows, plan, start)).Concat(Crossed(rows, before)).Concat(Outliers(rows, before)).Concat(InOtherForm(rows, before)).Concat(WithoutSite(rows, before)).Concat(StepsByUnit(rows, plan, before)).OrderBy(w => w.Row);

    private static IEnumerable<RowFault> Crossed(IEnumerable<(int Place, MeasurementRow Row)> rows, RowsBefore before) =>
        from row in rows
        where before.HasCrossed(row.Row)
        select new RowFault(row.Place, "group", new MeasurementGroupCrossed());

    private static IEnumerable<RowFault> InOtherForm(IEnumerable<(int Place, MeasurementRow Row)> rows, RowsBefore before)
    {
        foreach (var (place, row) in rows)
        {
            if (before.IsInOtherForm(row)) yield return new(place, row.SubjectKey is null ? "n" : "subjectKey", new MeasurementFormsMixed());
            before.Saw(row);
        }
    }

    /// <summary>After <see cref="InOtherForm"/> has seen all rows, as one with a unit may come last.</summary>
    private static IEnumerable<RowFault> WithoutSite(IEnumerable<(int Place, MeasurementRow Row)> rows, RowsBefore before) =>
        from row in rows
        where before.LacksSite(row.Row)
        select new RowFault(row.Place, "siteKey", new MeasurementSiteMissing());

    private static IEnumerable<RowFault> StepsByUnit(IEnumerable<(int Place, MeasurementRow Row)> rows, MeasurementPlan plan, RowsBefore before) =>
        from row in rows
        where plan.Indicator(row.Row.Indicator)!.Kind == IndicatorKind.Ordinal && before.IsFirstOfSteps(row.Row)
        select new RowFault(row.Place, "siteKey", new MeasurementStepsByUnit());

    private static IEnumerable<RowFault> NotBefore(IEnumerable<(int Place, MeasurementRow Row)> rows, MeasurementPlan plan, DateOnly start) =>
        from row in rows
        where (row.Row.Group == MeasurementGroup.Intervention || plan.MeasuresComparison) && row.Row.MeasuredOn > start && row.Row.Wave == plan.Baseline?.Code
        select new RowFault(row.Place, "measuredOn", new MeasurementBaselineAfterStart(start));

    private static IEnumerable<RowFault> Late(IEnumerable<(int Place, MeasurementRow Row)> rows, MeasurementPlan plan, DateOnly today) =>
        from row in rows
        let wave = plan.Wave(row.Row.Wave)!
        where today > wave.To.AddDays(LateAfter)
        select new RowFault(row.Place, "wave", new MeasurementLate(wave.Code, wave.To));

    private static IEnumerable<RowFault> Outliers(IEnumerable<(int Place, MeasurementRow Row)> rows, RowsBefore before) =>
        from row in rows
        where row.Row.Value is not null
        group row by (row.Row.Indicator, row.Row.Wave, row.Row.Group) into alike
        let fences = before.FencesFor(alike.Key, alike.Count() < FewestForOutliers, FencesOf([.. alike.Select(r => r.Row.Value!.Value).Order()]))
        where fences is not null
        from row in alike
        where row.Row.Value < fences.Low || row.Row.Value > fences.High
        select new RowFault(row.Place, "value", new MeasurementOutlier());

    /// <returns>Null where at least half are the same.</returns>
    private static Fences? FencesOf(IReadOnlyList<decimal> sorted)
    {
        var (first, third) = (sorted[sorted.Count / 4], sorted[sorted.Count * 3 / 4]);
        var range = third - first;
        return range == 0 ? null : new(first - FarOut * range, third + FarOut * range);
    }
}
