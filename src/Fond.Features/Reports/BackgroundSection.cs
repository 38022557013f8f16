using Fond.Domain.Common;
using Fond.Domain.KeyFigures;
using Fond.Domain.Projects;
using Fond.Features.KeyFigures;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Documents.Charts;
using Fond.Features.Platform.GraphQL;

namespace Fond.Features.Reports;

/// <summary>How key figures that projects name have developed. It describes what projects work in, and proves nothing of what they have led to.</summary>
internal static class BackgroundSection
{
    /// <summary>Of one project: with each series.</summary>
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        foreach (var block in Introduced(record, record.Background)) yield return block;
        foreach (var background in record.Background)
        {
            yield return new Paragraph($"{(background.Change is { } change ? record.Say(change.Sentence(background.Area.Name, background.Figure.Unit)) : NotYet(record, background))} {Source(record, background.Figure)}");
            foreach (var figure in Chart(record, background)) yield return figure;
        }
        yield return Comparison(record, [.. record.Background.Select(b => (record.Project, b))]);
        yield return Series(record);
    }

    /// <summary>Of several projects: before and after of each.</summary>
    public static IEnumerable<Block> Of(ProgrammeRecord record)
    {
        foreach (var block in Introduced(record, record.Background)) yield return block;
        var projects = record.Projects.ToDictionary(p => p.Project.Id, p => p.Project);
        yield return Comparison(record, [.. record.Background.Select(b => (projects[b.Named.ProjectId], b))]);
        if (record.Background.Count > 0) yield return new Paragraph(string.Join(' ', record.Background.Select(b => Source(record, b.Figure)).Distinct()));
    }

    private static IEnumerable<Block> Introduced(Spoken record, IReadOnlyList<Background> named)
    {
        if (named.Count == 0) yield break;
        yield return new Heading(2, record.Say("Bakgrund: utvecklingen i kommunen", "Background: the development in the municipality"));
        yield return new Paragraph(record.Say(
            "Nyckeltalen räknas på alla i ett område, inte bara på dem som ett projekt når. De beskriver behovet och utvecklingen runt om, och visar inte vad något projekt har lett till.",
            "The key figures count everybody in an area, not only those whom a project reaches. They describe the need and the development around it, and do not show what any project has led to."));
    }

    private static ReportTable Comparison(Spoken record, IReadOnlyCollection<(Project Project, Background Of)> named) => ReportTable.Of("background", new("Före och efter projektets första år", "Before and after the project's first year"), record.Language, named,
    [
        new("project", null, r => GlobalId.Of<Project>(r.Project.Id)),
        new("title", null, r => r.Project.Title),
        new("key_figure", new("Nyckeltal, område", "Key figure, area"), r => r.Of.Figure.Code, r => $"{record.Say(r.Of.Figure.Name)}, {r.Of.Area.Name} ({r.Project.Title})", 7),
        new("name", null, r => record.Say(r.Of.Figure.Name)),
        new("area", null, r => r.Of.Area.Code),
        new("unit", new("Enhet", "Unit"), r => r.Of.Figure.Unit, Width: 3),
        new("reason", null, r => r.Of.Named.Reason),
        new("before_years", new("År före", "Years before"), r => r.Of.Change is { } c ? string.Join(' ', c.Before.Years) : null, Width: 3),
        new("before", new("Före", "Before"), r => r.Of.Change?.Before.Mean, r => Number(record, r.Of.Change?.Before.Mean), 2),
        new("after_years", new("År efter", "Years after"), r => r.Of.Change is { } c ? string.Join(' ', c.After.Years) : null, Width: 3),
        new("after", new("Efter", "After"), r => r.Of.Change?.After.Mean, r => Number(record, r.Of.Change?.After.Mean), 2),
        new("change", new("Ändring", "Change"), r => r.Of.Change?.Change, r => Number(record, r.Of.Change?.Change), 3),
        new("elsewhere", new("På andra håll", "Elsewhere"), r => r.Of.Change?.Elsewhere, r => Number(record, r.Of.Change?.Elsewhere), 3),
        new("elsewhere_areas", null, r => r.Of.Change?.ElsewhereAreas),
        new("source", null, r => r.Of.Figure.Source),
    ]);

    private static ReportTable Series(ProjectRecord record) => ReportTable.Of<(Background Of, KeyFigureValue Value)>("background_series", new("Nyckeltalen år för år", "The key figures year by year"), record.Language,
        [.. record.Background.SelectMany(b => b.Series.Select(v => (b, v)))],
    [
        new("key_figure", new("Nyckeltal, område", "Key figure, area"), r => r.Of.Figure.Code, r => $"{record.Say(r.Of.Figure.Name)}, {r.Of.Area.Name}", 6),
        new("area", null, r => r.Of.Area.Code),
        new("year", new("År", "Year"), r => r.Value.Year, Width: 2),
        new("value", new("Värde", "Value"), r => r.Value.Value, r => r.Value.Value is { } value ? Number(record, value) : record.Say(Missing(r.Value.Missing)), 3),
        new("unit", new("Enhet", "Unit"), r => r.Of.Figure.Unit, Width: 3),
        new("missing", null, r => r.Value.Missing?.Code()),
    ]);

    /// <summary>The last years that fit one drawing, told apart by whether the project had begun.</summary>
    private static IEnumerable<Figure> Chart(ProjectRecord record, Background background)
    {
        var (before, since) = (new BarSeries(record.Say("före projektet", "before the project"), BarLook.Outlined), new BarSeries(record.Say("från projektets första år", "from the project's first year"), BarLook.Filled));
        List<KeyFigureValue> counted = [.. background.Series.Where(v => v.Value is not null).TakeLast(ChartFrame.MostRows)];
        return counted.Count == 0 ? [] : BarChart.Of($"{record.Say(background.Figure.Name)}, {background.Area.Name}", background.Figure.Unit,
            [.. counted.Select(v => new BarGroup($"{v.Year}", [new Bar(v.Year < record.Project.Start.Year ? before : since, (double)v.Value!.Value, Number(record, v.Value))]))], record.Language);
    }

    private static string NotYet(Spoken record, Background background) => record.Say(
        $"{background.Area.Name}: det finns ännu inte värden både före och efter projektets första år.", $"{background.Area.Name}: there are not yet values both before and after the project's first year.");

    /// <summary>What is to be said wherever its values are shown.</summary>
    private static string Source(Spoken record, KeyFigure figure) => (figure.Attribution ?? record.Say($"Källa: {figure.Source}", $"Source: {figure.Source}")).TrimEnd('.') + ".";

    private static string Number(Spoken record, decimal? value) => value is { } some ? some.ToString("0.##", Numbers.Of(record.Language)) : "–";

    private static Text Missing(MissingReason? reason) => reason switch
    {
        MissingReason.Secret => new("hemligt hos källan", "kept back by the source"),
        MissingReason.Withdrawn => new("återtaget av källan", "withdrawn by the source"),
        _ => new("inte rapporterat", "not reported"),
    };
}
