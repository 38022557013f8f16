using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.KeyFigures;

/// <summary>A project names key figures as its background, and sees how they change beside other areas.</summary>
public sealed class BackgroundTests : FondTest
{
    private const string Ask = """
        query($id: ID!) { node(id: $id) { ... on Project { background { reason droppedAt namedBy { name } keyFigure { code } area { code } series { year value }
          comparison { before { years mean } after { years mean } change elsewhere elsewhereAreas sentence } } } } }
        """;

    private Stages Stages => new(Fond);

    [Fact]
    public async Task The_areas_series_is_told_with_its_change_beside_the_others()
    {
        var (project, figure, norr) = await GroundAsync();
        await Fond.InDatabaseAsync(async db => await db.Set<Project>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Start, new DateOnly(2023, 8, 1)))); // a few years back, so that there are years after it
        await Stages.Lead.DoAsync("nameBackground", new { projectId = project, keyFigureId = figure, areaId = norr, reason = "Behovet" }, "background { id }");
        var named = Assert.Single(await BackgroundAsync(Stages.Evaluator, project))!;
        Assert.Equal(("Behovet", "behoriga", "norr", "Projektledare, Helsingborg"), (named["reason"]!.GetValue<string>(), named["keyFigure"]!["code"]!.GetValue<string>(), named["area"]!["code"]!.GetValue<string>(), named["namedBy"]!["name"]!.GetValue<string>()));
        Assert.Equal([(2022, 60m), (2024, 64m)], named["series"]!.AsArray().Select(v => (v!["year"]!.GetValue<int>(), v["value"]!.GetValue<decimal>())));
        var comparison = named["comparison"]!;
        Assert.Equal((60m, 64m, 4m, 1m, 1), (comparison["before"]!["mean"]!.GetValue<decimal>(), comparison["after"]!["mean"]!.GetValue<decimal>(), comparison["change"]!.GetValue<decimal>(), comparison["elsewhere"]!.GetValue<decimal>(), comparison["elsewhereAreas"]!.GetValue<int>()));
        Assert.Equal("Område norr: 60 (procent) on average in 2022 and 64 in 2024, a change of +4. In other areas of the municipality (1) it changed by +1 on average at the same time. The calculation is Fond's own; it describes a development and does not show what the project has led to.", comparison["sentence"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_dropped_stays_on_record_and_can_be_named_anew()
    {
        var (project, figure, norr) = await GroundAsync();
        var input = new { projectId = project, keyFigureId = figure, areaId = norr, reason = "Behovet" };
        await Stages.Officer.DoAsync("nameBackground", input, "background { id }");
        await Stages.Lead.RefusedAsync("KEY_FIGURE_NAMED_ALREADY", "nameBackground", input, "keyFigureId");
        await Stages.Lead.DoAsync("dropBackground", new { projectId = project, keyFigureId = figure, areaId = norr }, "background { droppedAt }");
        await Stages.Lead.RefusedAsync("NOT_FOUND", "dropBackground", new { projectId = project, keyFigureId = figure, areaId = norr }, "keyFigureId");
        await Stages.Lead.DoAsync("nameBackground", input, "background { id }");
        Assert.Equal([true, false], (await BackgroundAsync(Stages.Lead, project)).Select(n => n!["droppedAt"] is not null));
        Assert.All(await BackgroundAsync(Stages.Lead, project), n => Assert.Null(n!["comparison"])); // the project has only begun
    }

    /// <summary>What came of it is measured then, and set beside how the area has changed.</summary>
    [Fact]
    public async Task A_closed_project_names_and_drops_its_background_and_one_that_was_called_off_does_not()
    {
        var (project, figure, norr) = await GroundAsync();
        var input = new { projectId = project, keyFigureId = figure, areaId = norr, reason = "Behovet" };
        await Fond.InDatabaseAsync(async db => await db.Set<Project>().ExecuteUpdateAsync(set => set.SetProperty(p => p.ClosedOn, Fond.Today)));
        await Stages.Officer.DoAsync("nameBackground", input, "background { id }");
        await Stages.Officer.DoAsync("dropBackground", new { projectId = project, keyFigureId = figure, areaId = norr }, "background { id }");
        await Stages.Officer.DoAsync("nameBackground", input, "background { id }");
        await Fond.InDatabaseAsync(async db => await db.Set<Project>().ExecuteUpdateAsync(set => set.SetProperty(p => p.IsCalledOff, true)));
        await Stages.Officer.RefusedAsync("PROJECT_CLOSED", "dropBackground", new { projectId = project, keyFigureId = figure, areaId = norr });
        await Stages.Officer.RefusedAsync("PROJECT_CLOSED", "nameBackground", input);
    }

    [Fact]
    public async Task Only_the_funds_own_figures_by_those_who_are_in_the_project()
    {
        var (project, figure, norr) = await GroundAsync();
        var haninge = await KeyFigureGround.FundAsync(Fond, "Haninge");
        var elsewhere = await KeyFigureGround.AddAsync(Fond.As("haninge-handlaggare"), haninge);
        await Stages.Lead.RefusedAsync("NOT_FOUND", "nameBackground", new { projectId = project, keyFigureId = elsewhere, areaId = norr, reason = "Behovet" }, "keyFigureId");
        await Stages.Lead.RefusedAsync("KEY_FIGURE_TEXT_INVALID", "nameBackground", new { projectId = project, keyFigureId = figure, areaId = norr, reason = " " }, "reason");
        await Fond.As("haninge-projektledare").RefusedAsync("NOT_FOUND", "nameBackground", new { projectId = project, keyFigureId = figure, areaId = norr, reason = "Behovet" }, "projectId");
        await Stages.Chair.ForbiddenAsync("FORBIDDEN", "mutation($input: NameBackgroundInput!) { nameBackground(input: $input) { errors { code } } }", new { input = new { projectId = project, keyFigureId = figure, areaId = norr, reason = "Behovet" } });
        Assert.Empty(await BackgroundAsync(Stages.Lead, project));
    }

    private static async Task<JsonArray> BackgroundAsync(Client client, string project) => (await client.ReadAsync(Ask, new { id = project }))["node"]!["background"]!.AsArray();

    private async Task<(string Project, string Figure, string Norr)> GroundAsync()
    {
        var (_, project) = await Stages.RunningAsync();
        var fund = await KeyFigureGround.FundAsync(Fond, "Helsingborg");
        var norr = await KeyFigureGround.AreaAsync(Stages.Officer, fund, "norr");
        await KeyFigureGround.AreaAsync(Stages.Officer, fund, "syd");
        var figure = await KeyFigureGround.AddAsync(Stages.Officer, fund);
        await KeyFigureGround.RecordAsync(Stages.Officer, figure, Row("norr", 2022, 60), Row("norr", 2024, 64), Row("syd", 2022, 70), Row("syd", 2024, 71), Row("kommunen", 2022, 65));
        return (project, figure, norr);
    }

    private static object Row(string area, int year, decimal value) => new { area, year, value };
}
