using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;

namespace Fond.Features.Reports;

/// <summary>What was measured of a project, as far as its reader may see it.</summary>
internal static class MeasuredTables
{
    public static ReportTable Cells(ProjectRecord record)
    {
        var language = record.Language;
        return ReportTable.Of<ShownCell>("cells", new("Vad som mättes", "What was measured"), language, [.. record.Plan?.Results.Shown() ?? []],
        [
            new("indicator", new("Indikator, mätomgång", "Indicator, wave"), c => c.Indicator.Code, c => $"{c.Indicator.Code}, {c.Wave.Code}", 5),
            new("wave", null, c => c.Wave.Code),
            new("group", new("Grupp", "Group"), c => c.Group.Code(), c => $"{ReportTerms.Of(c.Group).In(language)}{(c.Subgroup is { } part ? $", {part}" : "")}", 6),
            new("subgroup", null, c => c.Subgroup),
            new("n", new("n", "n"), c => c.Cell?.N, c => c.Cell is { } cell ? $"{cell.N}" : c.Hidden!.Message.In(language), 3),
            new("mean", new("Medelvärde, andel (95 % KI) eller frekvens", "Mean, share (95% CI) or rate"), c => HasMean(c) ? c.Cell?.Mean : null, c => Mean(c, language), 5),
            new("lower", null, c => c.Share?.Lower),
            new("upper", null, c => c.Share?.Upper),
            new("standard_deviation", new("Spridning (SD)", "Spread (SD)"), c => HasMean(c) ? c.Cell?.StandardDeviation : null, Width: 3),
            new("events", new("Händelser", "Events"), c => c.Cell?.Events, Width: 4),
            new("exposure", null, c => c.Cell?.Exposure),
            new("unavailable", null, c => c.Hidden?.Code),
        ]);
    }

    /// <summary>How many were to be measured and how many were, of whole groups, where a wave has begun; by whatever form they were logged in.</summary>
    public static ReportTable PlannedAndMeasured(ProjectRecord record)
    {
        var language = record.Language;
        var cells = record.Plan?.Results.Shown().Where(c => c.Subgroup is null).ToDictionary(c => (c.Indicator.Code, c.Wave.Code, c.Group)) ?? [];
        List<Number> rows = [.. record.Plan?.Plan is not { } plan ? [] :
            from indicator in plan.Measurable
            from wave in plan.Waves.OrderBy(w => w.From)
            where wave.From <= record.Today
            from size in Sizes(plan)
            let cell = cells.GetValueOrDefault((indicator.Code, wave.Code, size.Group))
            select new Number(indicator, wave, size.Group, size.Planned, cell is null ? 0 : cell.Cell?.N, cell?.Hidden)];
        return ReportTable.Of("numbers", new("Planerat antal och mätta", "Planned number and measured"), language, rows,
        [
            new("indicator", new("Indikator, mätomgång", "Indicator, wave"), r => r.Indicator.Code, r => $"{r.Indicator.Code}, {r.Wave.Code}", 5),
            new("wave", null, r => r.Wave.Code),
            new("group", new("Grupp", "Group"), r => r.Group.Code(), r => ReportTerms.Of(r.Group).In(language), 5),
            new("planned", new("Planerat", "Planned"), r => r.Planned, Width: 3),
            new("measured", new("Mätta", "Measured"), r => r.Measured, r => r.Hidden?.Message.In(language) ?? ReportTable.Show(r.Measured, language), 4),
            new("difference", new("Skillnad", "Difference"), r => r.Measured - r.Planned, Width: 3),
            new("unavailable", null, r => r.Hidden?.Code),
        ]);
    }

    private static IEnumerable<(MeasurementGroup Group, int? Planned)> Sizes(MeasurementPlan plan) => plan.NeedsComparison
        ? [(MeasurementGroup.Intervention, plan.PlannedIntervention), (MeasurementGroup.Comparison, plan.PlannedComparison)] : [(MeasurementGroup.Intervention, plan.PlannedIntervention)];

    public static ReportTable Attained(ProjectRecord record)
    {
        var (results, first) = (record.Plan?.Results, record.Settled);
        var towardsFirst = results is null || first is null ? [] : results.Attained(first).ToDictionary(a => (a.Indicator, a.Wave));
        var now = results?.Attained().ToDictionary(a => (a.Indicator, a.Wave)) ?? [];
        return ReportTable.Of<Towards>("attained", new("Hur långt mot målet", "How far towards the target"), record.Language,
            [.. now.Keys.Union(towardsFirst.Keys).Select(key => new Towards(key.Indicator, key.Wave, now.GetValueOrDefault(key), towardsFirst.GetValueOrDefault(key), first?.Indicators.FirstOrDefault(i => i.Code == key.Indicator.Code)?.Target))],
        [
            new("indicator", new("Indikator", "Indicator"), t => t.Indicator.Code, Width: 2),
            new("wave", new("Mätomgång", "Wave"), t => t.Wave.Code, Width: 2),
            new("n", new("n", "n"), t => t.Now?.Reach?.N, Width: 1),
            new("mean", null, t => t.Now?.Reach?.Mean),
            new("baseline", new("Baslinje", "Baseline"), t => t.Now?.Reach?.Baseline, Width: 2),
            new("baseline_n", null, t => t.Now?.Reach?.BaselineN),
            new("target", new("Mål", "Target"), t => t.Indicator.Target, Width: 1),
            new("share", new("I ord", "In words"), t => t.Now?.Share, t => InWords(record, t), 7),
            new("first_target", new("Första mål", "First target"), t => t.FirstTarget, Width: 2),
            new("first_share", null, t => t.First?.Share),
            new("unavailable", null, t => t.Now?.Unavailable?.Code),
        ]);
    }

    /// <summary>What was aimed at first is told beside what is aimed at now, wherever they differ.</summary>
    private static string InWords(ProjectRecord record, Towards towards)
    {
        var now = towards.Now is { } told ? record.Say(told.Sentence ?? told.Unavailable!.Message) : record.Say("Målet har tagits bort.", "The target has been taken out.");
        if (towards.FirstTarget == towards.Indicator.Target && towards.First?.Share == towards.Now?.Share) return now;
        if (towards.First is not { } first) return $"{now} {record.Say("Målet sattes efter att något hade mätts.", "The target was set after something had been measured.")}";
        return $"{now} {record.Say("Mot det första målet", "Towards the first target")} ({ReportTable.Show(towards.FirstTarget, record.Language)}): {(first.Share is { } share ? record.Say($"{Percent(share, record.Language)} av vägen.", $"{Percent(share, record.Language)} of the way.") : record.Say(first.Unavailable!.Message))}";
    }

    /// <summary>A share with its exact interval.</summary>
    private static string Mean(ShownCell cell, Language language)
    {
        var mean = ReportTable.Show(HasMean(cell) ? cell.Cell?.Mean : null, language);
        return cell.Share is { } share ? $"{mean} ({ReportTable.Show(share.Lower, language)}–{ReportTable.Show(share.Upper, language)})" : mean;
    }

    /// <summary>Steps of a scale have no mean.</summary>
    private static bool HasMean(ShownCell cell) => cell.Indicator.Kind != IndicatorKind.Ordinal;

    public static string Percent(double share, Language language) => Numbers.Show(100 * share, 0, Numbers.Of(language)) + new Text(" %", "%").In(language);

    private sealed record Number(PlanIndicator Indicator, PlanWave Wave, MeasurementGroup Group, int? Planned, int? Measured, EstimateHidden? Hidden);

    /// <param name="Now">Towards the target as it stands; null: there is none.</param>
    /// <param name="First">Towards the one that was set before anything was measured; null: there was none.</param>
    private sealed record Towards(PlanIndicator Indicator, PlanWave Wave, Attained? Now, Attained? First, decimal? FirstTarget);
}
