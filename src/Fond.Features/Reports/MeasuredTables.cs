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
            new("mean", new("Medelvärde, andel eller frekvens", "Mean, share or rate"), c => HasMean(c) ? c.Cell?.Mean : null, Width: 4),
            new("standard_deviation", new("Spridning (SD)", "Spread (SD)"), c => HasMean(c) ? c.Cell?.StandardDeviation : null, Width: 3),
            new("events", new("Händelser", "Events"), c => c.Cell?.Events, Width: 4),
            new("exposure", null, c => c.Cell?.Exposure),
            new("unavailable", null, c => c.Hidden?.Code),
        ]);
    }

    public static ReportTable Attained(ProjectRecord record) => ReportTable.Of<Attained>("attained", new("Hur långt mot målet", "How far towards the target"), record.Language, [.. record.Plan?.Results.Attained() ?? []],
    [
        new("indicator", new("Indikator", "Indicator"), a => a.Indicator.Code, Width: 2),
        new("wave", new("Mätomgång", "Wave"), a => a.Wave.Code, Width: 2),
        new("share", new("I ord", "In words"), a => a.Share, a => (a.Sentence ?? a.Unavailable!.Message).In(record.Language), 8),
        new("unavailable", null, a => a.Unavailable?.Code),
    ]);

    public static ReportTable Followed(ProjectRecord record)
    {
        var language = record.Language;
        return ReportTable.Of<Followed>("followed", new("Uppföljda och bortfall", "Followed and lost"), language, [.. record.Plan?.Results.Followed() ?? []],
        [
            new("indicator", new("Indikator, mätomgång", "Indicator, wave"), f => f.Indicator.Code, f => $"{f.Indicator.Code}, {f.Wave.Code}", 5),
            new("wave", null, f => f.Wave.Code),
            new("group", new("Grupp", "Group"), f => f.Group.Code(), f => ReportTerms.Of(f.Group).In(language), 5),
            new("planned", new("Planerat", "Planned"), f => f.Planned, Width: 3),
            new("baseline", new("Före", "Before"), f => f.Attrition?.Baseline, Width: 2),
            new("kept", new("Mätta igen", "Measured again"), f => f.Attrition?.Kept, Width: 2),
            new("joined", new("Nya", "New"), f => f.Attrition?.Joined, Width: 2),
            new("lost", new("Bortfall", "Lost"), f => f.Attrition?.Lost, f => Lost(f, language), 4),
            new("unavailable", null, f => f.Unavailable?.Code),
        ]);
    }

    /// <summary>Steps of a scale have no mean.</summary>
    private static bool HasMean(ShownCell cell) => cell.Indicator.Kind != IndicatorKind.Ordinal;

    private static string Lost(Followed followed, Language language) => followed switch
    {
        { Unavailable: { } reason } => reason.Message.In(language),
        { Attrition.Lost: { } lost } => Numbers.Show(100 * lost, 0, Numbers.Of(language)) + new Text(" %", "%").In(language),
        _ => "–",
    };
}
