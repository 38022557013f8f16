using System.Text.Json.Nodes;
using Fond.Api.Tests.KeyFigures;
using Fond.Api.Tests.Support;
using Fond.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using static Fond.Api.Tests.Reports.ReportStages;

namespace Fond.Api.Tests.Reports;

/// <summary>The key figures that a project names stand in its report as background, and never as proof.</summary>
public sealed class BackgroundReportTests : FondTest
{
    private ReportStages Given => new(Fond);

    private Stages Stages => Given.Stages;

    [Fact]
    public async Task A_projects_report_has_the_series_with_a_figure_and_what_changed_beside_other_areas()
    {
        var project = await NamedAsync();
        var tables = await TablesAsync(Stages.Evaluator, $"/projects/{project}");
        Assert.Equal(["2020 58 ", "2021  SECRET", "2022 60 ", "2024 64 "], tables["background_series"]!.AsArray().Select(v => $"{v!["year"]} {v["value"]?.GetValue<decimal>():0.##} {v["missing"]}"));
        var row = Assert.Single(tables["background"]!.AsArray())!;
        Assert.Equal(("behoriga", "norr", "2020 2022", 59m, "2024", 64m, 5m), (row["key_figure"]!.GetValue<string>(), row["area"]!.GetValue<string>(), row["before_years"]!.GetValue<string>(), row["before"]!.GetValue<decimal>(),
            row["after_years"]!.GetValue<string>(), row["after"]!.GetValue<decimal>(), row["change"]!.GetValue<decimal>()));
        var page = await TextAsync(Stages.Evaluator, $"/projects/{project}/report.html?lang=sv");
        Assert.Contains("i medeltal 59 (procent) 2020 och 2022 och 64 2024", page, StringComparison.Ordinal);
        Assert.Contains("visar inte vad något projekt har lett till", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("Källa: Skolverket.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_dropped_is_not_in_the_report_and_a_programmes_report_has_what_its_projects_name()
    {
        var project = await NamedAsync();
        var programme = await Given.ProgrammeAsync(project);
        async Task<JsonArray> RowsAsync() => JsonNode.Parse(await TextAsync(Stages.Officer, $"/programmes/{programme}/report.json?from=2026&to=2026"))!["tables"]!["background"]!.AsArray();
        Assert.Equal(project, Assert.Single(await RowsAsync())!["project"]!.GetValue<string>());
        var named = (await Stages.Lead.ReadAsync("query($id: ID!) { node(id: $id) { ... on Project { background { keyFigure { id } area { id } } } } }", new { id = project }))["node"]!["background"]![0]!;
        await Stages.Lead.DoAsync("dropBackground", new { projectId = project, keyFigureId = named["keyFigure"]!["id"]!.GetValue<string>(), areaId = named["area"]!["id"]!.GetValue<string>() }, "background { id }");
        Assert.Empty(await RowsAsync());
        Assert.Empty((await TablesAsync(Stages.Officer, $"/projects/{project}"))["background_series"]!.AsArray());
    }

    private async Task<string> NamedAsync()
    {
        var (_, project) = await Stages.RunningAsync();
        await Fond.InDatabaseAsync(async db => await db.Set<Project>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Start, new DateOnly(2023, 8, 1)))); // a few years back, so that there are years after it
        var fund = await KeyFigureGround.FundAsync(Fond, "Helsingborg");
        var norr = await KeyFigureGround.AreaAsync(Stages.Officer, fund, "norr");
        var figure = await KeyFigureGround.AddAsync(Stages.Officer, fund);
        await KeyFigureGround.RecordAsync(Stages.Officer, figure, Row(2020, 58), new { area = "norr", year = 2021, missing = "SECRET" }, Row(2022, 60), Row(2024, 64));
        await Stages.Lead.DoAsync("nameBackground", new { projectId = project, keyFigureId = figure, areaId = norr, reason = "Behovet" }, "background { id }");
        return project;
    }

    private static object Row(int year, decimal value) => new { area = "norr", year, value };
}
