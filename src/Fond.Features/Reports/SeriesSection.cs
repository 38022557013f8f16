using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Series;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>What was changed beside the key figures that the plan names: a comparison that describes, and judges nothing.</summary>
internal static class SeriesSection
{
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        IReadOnlyList<BesideSeries> beside = record.Plan?.Beside ?? [];
        if (beside.Count > 0) yield return new Heading(3, record.Say("Bredvid kommunens nyckeltal", "Beside the municipality's key figures"));
        foreach (var one in beside) yield return new Paragraph($"{record.Say(one.Sentence)} {(one.Known.Attribution ?? record.Say($"Nyckeltalets källa: {one.Known.Source}", $"Source of the key figure: {one.Known.Source}")).TrimEnd('.')}.");
        yield return Table(record, beside);
    }

    private static ReportTable Table(ProjectRecord record, IReadOnlyList<BesideSeries> beside) => ReportTable.Of("beside_series", new("Projektets ändring och nyckeltalets", "The project's change and the key figure's"), record.Language, beside,
    [
        new("indicator", new("Indikator, mätomgång", "Indicator, wave"), b => b.Project.Indicator.Code, b => $"{b.Project.Indicator.Code}, {b.Project.Wave.Code}", 5),
        new("wave", null, b => b.Project.Wave.Code),
        new("key_figure", new("Nyckeltal, område", "Key figure, area"), b => b.Series.KeyFigure, b => $"{record.Say(b.Known.Name)}, {b.Known.AreaName}", 6),
        new("area", null, b => b.Series.Area),
        new("years_before", new("År före", "Years before"), b => string.Join(' ', b.YearsBefore), Width: 3),
        new("years_after", new("År efter", "Years after"), b => string.Join(' ', b.YearsAfter), Width: 3),
        new("years_missing", new("År som saknas", "Years missing"), b => string.Join(' ', b.YearsMissing), Width: 3),
        new("series_before", null, b => b.Before),
        new("series_after", null, b => b.After),
        new("n", new("n", "n"), b => b.Project.Estimate?.Intervention, Width: 2),
        new("change", new("Projektets ändring", "Project's change"), b => b.Project.Estimate?.Value, b => Shown(record, b, b.Project.Estimate?.Value), 4),
        new("lower", null, b => b.Project.Estimate?.Lower),
        new("upper", null, b => b.Project.Estimate?.Upper),
        new("series_change", new("Nyckeltalets ändring", "Key figure's change"), b => b.Change, b => Shown(record, b, b.Change), 4),
        new("difference", new("Skillnad", "Difference"), b => b.Difference, b => Shown(record, b, b.Difference), 4),
        new("design", null, _ => record.Plan!.Plan.Design.Code()),
        new("strength", new("Hur långt den bär", "How far it carries"), b => b.Strength.Code(), b => record.Say(ReportTerms.Of(b.Strength)), 3),
        new("unavailable", null, b => b.Unavailable?.Code),
        new("sentence", null, b => record.Say(b.Sentence)),
        new("source", null, b => b.Known.Source),
    ]);

    /// <summary>Shares as percentage points.</summary>
    private static string Shown(ProjectRecord record, BesideSeries beside, double? number) => ReportTable.Show(beside.Project.Indicator.Kind == IndicatorKind.Share ? 100 * number : number, record.Language);
}
