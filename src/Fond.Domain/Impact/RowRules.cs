using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>What is wrong with one row of a batch.</summary>
/// <param name="Row">Its place in the batch, from 0.</param>
/// <param name="Column">Which column is to blame.</param>
public sealed record RowFault(int Row, string Column, Refusal Refusal);

/// <summary>Between what the values of an indicator in a wave and group are taken for usual.</summary>
internal sealed record Fences(decimal Low, decimal High);

/// <summary>Keys and individuals of the rows that came before in the same request or file.</summary>
public sealed class RowsBefore
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string, string)> _subjects = [];
    private readonly Dictionary<string, MeasurementGroup> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<(string Indicator, string Wave, MeasurementGroup Group, bool IsIndividual)> _forms = [];
    private readonly Dictionary<(string Indicator, string Wave, MeasurementGroup Group), Fences> _fences = [];
    private readonly HashSet<string> _bySite = new(StringComparer.Ordinal), _stepsBySite = new(StringComparer.Ordinal);

    internal bool IsNew(string key) => _keys.Add(key);

    internal bool IsFirstOfSubject(MeasurementRow row) => row.SubjectKey is null || _subjects.Add((row.Indicator, row.Wave, row.SubjectKey));

    /// <summary>Whether the individual has been in the other group, in any wave.</summary>
    internal bool HasCrossed(IMeasured one)
    {
        if (one.SubjectKey is not { } subject) return false;
        _groups.TryAdd(subject, one.Group);
        return _groups[subject] != one.Group;
    }

    /// <summary>Whether others that were measured by the indicator are of a known school or other unit.</summary>
    internal bool LacksSite(MeasurementRow row) => row.SiteKey is null && _bySite.Contains(row.Indicator);

    /// <summary>Whether no other row of the indicator was of a known unit; it is said once a request or file.</summary>
    internal bool IsFirstOfSteps(MeasurementRow row) => row.SiteKey is not null && _stepsBySite.Add(row.Indicator);

    /// <summary>Those of what came now, or, where too few came, those before.</summary>
    /// <param name="now">Null where what came now tells nothing: half of it is the same.</param>
    internal Fences? FencesFor((string Indicator, string Wave, MeasurementGroup Group) cell, bool areTooFew, Fences? now)
    {
        if (areTooFew) return _fences.GetValueOrDefault(cell);
        if (now is null) _fences.Remove(cell);
        else _fences[cell] = now;
        return now;
    }

    internal void Saw(LoggedCells logged, MeasurementPlan plan)
    {
        _bySite.UnionWith(logged.BySite.Select(CodeOf));
        foreach (var cell in logged.Forms) _forms.Add((CodeOf(cell.IndicatorId), plan.Waves.Single(w => w.Id == cell.WaveId).Code, cell.Group, cell.IsIndividual));

        string CodeOf(long indicator) => plan.Indicators.Single(i => i.Id == indicator).Code;
    }

    internal void Saw(MeasurementRow row)
    {
        if (row.SiteKey is not null) _bySite.Add(row.Indicator);
        _forms.Add((row.Indicator, row.Wave, row.Group, row.SubjectKey is not null));
    }

    /// <summary>Whether others of the group were measured in the other form by the indicator in the wave: one by one, or several together.</summary>
    internal bool IsInOtherForm(MeasurementRow row) => _forms.Contains((row.Indicator, row.Wave, row.Group, row.SubjectKey is null));
}

/// <summary>What must hold of a row before it is kept, whoever sends it. Every fault of a row is named.</summary>
public static class RowRules
{
    public const int LongestKey = 64;

    /// <summary>Nobody measures more people at once than the country has, and sums of what is logged stay whole numbers.</summary>
    internal const int LargestGroup = 10_000_000;

    /// <summary>The faults of each row by itself, and of rows beside each other.</summary>
    /// <param name="before">What has come in the same request or file before; these rows are added to it.</param>
    public static IReadOnlyList<RowFault> Faults(IReadOnlyList<MeasurementRow> rows, MeasurementPlan plan, DateOnly today, RowsBefore before)
    {
        var faults = new List<RowFault>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            faults.AddRange(Faults(row, i, plan, today));
            if (!before.IsNew(row.RowKey)) faults.Add(new(i, "rowKey", new MeasurementKeyRepeated()));
            else if (!before.IsFirstOfSubject(row)) faults.Add(new(i, "subjectKey", new MeasurementSubjectRepeated()));
        }
        return faults;
    }

    public static IEnumerable<RowFault> Faults(MeasurementRow row, int index, MeasurementPlan plan, DateOnly today) =>
        Keys(row).Concat(Place(row, plan, today)).Concat(Values(row, plan.Indicator(row.Indicator))).Select(f => new RowFault(index, f.Column, f.Refusal));

    private static IEnumerable<(string Column, Refusal Refusal)> Keys(MeasurementRow row)
    {
        if (IsOff(row.RowKey)) yield return ("rowKey", new MeasurementKeyInvalid(LongestKey));
        else if (PersonalNumber.IsIn(row.RowKey)) yield return ("rowKey", new MeasurementPersonalNumber());
        foreach (var (column, key) in new[] { ("subjectKey", row.SubjectKey), ("subgroup", row.Subgroup), ("siteKey", row.SiteKey) })
        {
            if (key is null) continue;
            if (IsOff(key)) yield return (column, new MeasurementKeyInvalid(LongestKey));
            else if (PersonalNumber.IsIn(key)) yield return (column, new MeasurementPersonalNumber());
        }
    }

    private static IEnumerable<(string Column, Refusal Refusal)> Place(MeasurementRow row, MeasurementPlan plan, DateOnly today)
    {
        if (plan.Indicator(row.Indicator) is not { } indicator) yield return ("indicator", new MeasurementIndicatorUnknown());
        else if (indicator.Kind == IndicatorKind.Qualitative) yield return ("indicator", new MeasurementQualitative());
        if (row.Group == MeasurementGroup.Comparison && !plan.NeedsComparison) yield return ("group", new MeasurementComparisonNotPlanned());
        if (plan.Wave(row.Wave) is not { } wave) yield return ("wave", new MeasurementWaveUnknown());
        else if (row.MeasuredOn > today) yield return ("measuredOn", new MeasurementInFuture());
        else if (row.MeasuredOn > wave.To || (row.MeasuredOn < wave.From && !MayBeEarlier(row, plan))) yield return ("measuredOn", new MeasurementOutsideWave(wave.Code, wave.From, wave.To));
    }

    /// <summary>An earlier group was measured before the project's own waves.</summary>
    private static bool MayBeEarlier(MeasurementRow row, MeasurementPlan plan) =>
        plan.Design == StudyDesign.HistoricalComparison && row.Group == MeasurementGroup.Comparison;

    private static IEnumerable<(string Column, Refusal Refusal)> Values(MeasurementRow row, PlanIndicator? indicator)
    {
        var individual = row.SubjectKey is not null || row.Value is not null;
        var together = row.N is not null || row.Mean is not null || row.StandardDeviation is not null || row.Events is not null;
        if (individual == together) return [("value", new MeasurementFormUnclear())];
        if (indicator is null) return [];
        return (individual ? Individual(row, indicator.Kind) : Together(row, indicator.Kind)).Concat(ExposureOf(row, indicator.Kind));
    }

    private static IEnumerable<(string Column, Refusal Refusal)> Individual(MeasurementRow row, IndicatorKind kind)
    {
        if (row.SubjectKey is null) yield return ("subjectKey", new MeasurementSubjectMissing());
        if (row.Value is not { } value) yield return ("value", new MeasurementNumberMissing());
        else if (!Measured.Fits(value)) yield return ("value", new MeasurementNumberOutOfRange());
        else if (kind == IndicatorKind.Share && value is not (0 or 1)) yield return ("value", new MeasurementShareNotZeroOrOne());
        else if (kind is IndicatorKind.Duration && value < 0) yield return ("value", new MeasurementNumberOutOfRange());
        else if (kind is IndicatorKind.Count or IndicatorKind.Rate && (value is < 0 or > LargestGroup || decimal.Truncate(value) != value)) yield return ("value", new MeasurementCountNotWhole());
    }

    private static IEnumerable<(string Column, Refusal Refusal)> Together(MeasurementRow row, IndicatorKind kind) =>
        Number(row).Concat(kind switch
        {
            IndicatorKind.Share => ShareOf(row),
            IndicatorKind.Count or IndicatorKind.Rate => CountOf(row),
            IndicatorKind.Ordinal => [("n", new MeasurementOrdinalTogether())],
            _ => MeanOf(row),
        });

    private static IEnumerable<(string Column, Refusal Refusal)> ExposureOf(MeasurementRow row, IndicatorKind kind)
    {
        if (kind != IndicatorKind.Rate)
        {
            if (row.Exposure is not null) yield return ("exposure", new MeasurementColumnNotForKind());
        }
        else if (row.Exposure is not { } exposure) yield return ("exposure", new MeasurementNumberMissing());
        else if (exposure <= 0 || !Measured.Fits(exposure)) yield return ("exposure", new MeasurementNumberOutOfRange());
    }

    private static IEnumerable<(string Column, Refusal Refusal)> Number(MeasurementRow row)
    {
        if (row.N is null) yield return ("n", new MeasurementNumberMissing());
        else if (row.N is < 1 or > LargestGroup) yield return ("n", new MeasurementNumberOutOfRange());
        if (row.Events is < 0 or > LargestGroup) yield return ("events", new MeasurementNumberOutOfRange());
    }

    private static IEnumerable<(string Column, Refusal Refusal)> MeanOf(MeasurementRow row)
    {
        if (row.Mean is null) yield return ("mean", new MeasurementNumberMissing());
        else if (!Measured.Fits(row.Mean.Value)) yield return ("mean", new MeasurementNumberOutOfRange());
        if (row.StandardDeviation is null && row.N > 1) yield return ("standardDeviation", new MeasurementDeviationMissing());
        else if (row.StandardDeviation is { } sd && (sd < 0 || !Measured.Fits(sd))) yield return ("standardDeviation", new MeasurementNumberOutOfRange());
        if (row.Events is not null) yield return ("events", new MeasurementColumnNotForKind());
    }

    private static IEnumerable<(string Column, Refusal Refusal)> ShareOf(MeasurementRow row)
    {
        if (row.Events is null == row.Mean is null) yield return ("events", new MeasurementShareUnclear());
        if (row.Events > row.N) yield return ("events", new MeasurementEventsAboveN());
        if (row.Mean is < 0 or > 1 || (row.Mean is { } mean && !Measured.Fits(mean))) yield return ("mean", new MeasurementNumberOutOfRange());
        if (row.StandardDeviation is not null) yield return ("standardDeviation", new MeasurementColumnNotForKind());
    }

    private static IEnumerable<(string Column, Refusal Refusal)> CountOf(MeasurementRow row)
    {
        if (row.Events is null) yield return ("events", new MeasurementNumberMissing());
        if (row.Mean is not null) yield return ("mean", new MeasurementColumnNotForKind());
        if (row.StandardDeviation is not null) yield return ("standardDeviation", new MeasurementColumnNotForKind());
    }

    /// <summary>A key that differs from another by space alone would name the same thing twice. Two code points are no characters, and a file may hold them all the same.</summary>
    private static bool IsOff(string key) =>
        string.IsNullOrWhiteSpace(key) || key != key.Trim() || key.Length > LongestKey || key.Any(c => char.IsControl(c) || c is '\uFFFE' or '\uFFFF');
}
