using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>Projects that share an indicator, beside each other. Their designs, methods and groups differ, so nothing is pooled.</summary>
internal static class ForestPlots
{
    public static IEnumerable<Block> Of(ProjectsRecord record)
    {
        List<Figure> plots = [.. Shared(record).SelectMany(rows => Plot(record, rows))];
        if (plots.Count == 0) return [];
        return
        [
            new Heading(2, record.Say("Samma indikator i flera projekt", "The same indicator in several projects")),
            new Paragraph(record.Say(
                "Varje rad är ett projekt, i den senaste mätomgång som kan visas och med den jämförelse som dess design sätter främst. Projekten prövar olika saker för olika grupper, så resultaten vägs inte ihop till ett.",
                "Each row is a project, in the latest wave that can be shown and by the comparison that its design puts first. The projects try different things for different groups, so the results are not pooled into one.")),
            .. plots,
        ];
    }

    /// <summary>The catalogue's indicator of a fund, or else one of the same code, name, unit, kind and desired direction; where two or more have it.</summary>
    private static IEnumerable<IReadOnlyList<Row>> Shared(ProjectsRecord record) => record.Projects.SelectMany(Rows)
        .GroupBy(r => Identity(r.FundId, r.Indicator)).OrderBy(g => g.First().Indicator.Code, StringComparer.Ordinal)
        .Select(g => (IReadOnlyList<Row>)[.. g]).Where(rows => rows.Count > 1 && rows.Any(r => r.Effect.Estimate is not null));

    private static string Identity(long fund, PlanIndicator indicator) => indicator.CatalogueCode is { } code
        ? $"{fund}/{code}" : string.Join('/', indicator.Code, indicator.Name, indicator.Unit, indicator.Kind, indicator.Direction).ToUpperInvariant();

    private static IEnumerable<Row> Rows(PortfolioProject project) =>
        from indicator in project.Plan?.Indicators ?? []
        let method = Estimator.MethodsOf(project.Plan!.Design, indicator.Kind)[0]
        let effects = project.Effects.Where(e => e.Indicator == indicator && e.Method == method).ToList()
        where effects.Count > 0
        select new Row(project.Project.FundId, project.Project.Title, indicator, effects.FindLast(e => e.Estimate is not null) ?? effects[^1]);

    private static IEnumerable<Figure> Plot(ProjectsRecord record, IReadOnlyList<Row> rows) => EffectChart.Of(
        $"{rows[0].Indicator.NameIn.In(record.Language)} ({rows[0].Indicator.Code})", rows[0].Indicator,
        [.. rows.Select(r => (Label(r, record.Language), r.Effect))], record.Language);

    private static string Label(Row row, Language language) => row.Effect.Estimate is { } e ? $"{row.Title}, {row.Effect.Wave.NameIn.In(language)} ({Evidence.InWords(e, language)})" : $"{row.Title}, {row.Effect.Wave.NameIn.In(language)}";

    private sealed record Row(long FundId, string Title, PlanIndicator Indicator, Effect Effect);
}
