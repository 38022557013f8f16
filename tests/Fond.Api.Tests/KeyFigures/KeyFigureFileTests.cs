using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.KeyFigures;

/// <summary>Values as a file, in and out.</summary>
public sealed class KeyFigureFileTests : FondTest
{
    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_file_is_taken_whole_and_what_is_fetched_can_be_sent_back()
    {
        var figure = await GroundAsync();
        using var sent = await KeyFigureGround.PostAsync(Stages.Officer, figure, "\ufeffYear;AREA;gender;value;missing\n2024;norr;women;\u221261,5;\n2024;norr;MEN;;secret\n2023;norr;;60;\n");
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(3, (await sent.Content.ReadFromJsonAsync<JsonNode>())!["added"]!.GetValue<int>());
        var values = await KeyFigureGround.ValuesAsync(Stages.Officer, figure);
        Assert.Equal([("ALL", 60m, null), ("MEN", null, "SECRET"), ("WOMEN", (decimal?)-61.5m, null)], values.Select(v => (v!["gender"]!.GetValue<string>(), v["value"]?.GetValue<decimal>(), v["missing"]?.GetValue<string>())));
        Assert.All(values, v => Assert.Equal("FILE", v!["load"]!["origin"]!.GetValue<string>()));

        var text = await FetchAsync(Stages.Lead, figure);
        Assert.Equal(["\ufeffarea;year;gender;value;missing;areaName;revision;loadedAt;keyFigure;unit;source;attribution",
            "norr;2023;ALL;60;;Område norr;1;2026-03-10T09:00:00Z;behoriga;procent;Skolverket;"], text.Split(["\r\n", "\n"], StringSplitOptions.None)[..2]);
        Assert.Contains("\nnorr;2024;WOMEN;-61.5;;", text, StringComparison.Ordinal);
        using var back = await KeyFigureGround.PostAsync(Stages.Officer, figure, text);
        var report = (await back.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((0, 3), (report["added"]!.GetValue<int>(), report["unchanged"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Earlier_revisions_are_in_the_file_when_they_are_asked_for()
    {
        var figure = await GroundAsync();
        foreach (var value in new[] { 1, 2 }) await KeyFigureGround.RecordAsync(Stages.Officer, figure, new { area = "norr", year = 2024, value });
        Assert.Equal((1, 2), (Lines(await FetchAsync(Stages.Lead, figure)), Lines(await FetchAsync(Stages.Lead, figure, "?revisions=true"))));

        static int Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
    }

    [Fact]
    public async Task Every_fault_is_named_by_line_and_column_and_nothing_is_kept()
    {
        var figure = await GroundAsync();
        using var refused = await KeyFigureGround.PostAsync(Stages.Officer, figure, "area,year,gender,value\nnorr,2024,,1\nsyd,2024,,1\nnorr,i fjol,alla,x\nnorr,2023,,1,2\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var errors = (await refused.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsArray();
        Assert.Equal(["KEY_FIGURE_AREA_UNKNOWN 3.area", "IMPORT_CELL_NOT_WHOLE 4.year", "KEY_FIGURE_CELL_UNKNOWN 4.gender", "IMPORT_CELL_NOT_NUMBER 4.value", "IMPORT_ROW_LENGTH 5"],
            errors.Select(e => $"{e!["code"]} {string.Join('.', e["path"]!.AsArray())}"));
        Assert.Empty(await KeyFigureGround.ValuesAsync(Stages.Officer, figure));
    }

    [Theory]
    [InlineData("", "IMPORT_EMPTY 0")]
    [InlineData("area,year\n", "KEY_FIGURE_ROWS_MISSING 0")]
    [InlineData("area,value\nnorr,1\n", "IMPORT_COLUMN_MISSING 1")]
    [InlineData("area,year,namn\nnorr,2024,x\n", "IMPORT_COLUMN_UNKNOWN 1")]
    public async Task What_is_no_such_file_is_refused(string file, string fault)
    {
        using var refused = await KeyFigureGround.PostAsync(Stages.Officer, await GroundAsync(), file);
        var error = Assert.Single((await refused.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsArray())!;
        Assert.Equal(fault, $"{error["code"]} {string.Join('.', error["path"]!.AsArray())}");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://127.0.0.1\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    public async Task No_cell_of_the_file_is_a_formula(string text)
    {
        var fund = await KeyFigureGround.FundAsync(Fond, "Helsingborg");
        await Stages.Officer.DoAsync("addKeyFigureArea", new { fundId = fund, code = "norr", name = text }, "area { id }");
        var told = KeyFigureGround.Figure(fund);
        told["terms"]!["source"] = text;
        var figure = (await Stages.Officer.DoAsync("addKeyFigure", told, "keyFigure { id }"))["keyFigure"]!["id"]!.GetValue<string>();
        await KeyFigureGround.RecordAsync(Stages.Officer, figure, new { area = "norr", year = 2024, value = -1 });
        var cells = (await FetchAsync(Stages.Lead, figure)).Split('\n')[1].Split(';');
        Assert.Equal("-1", cells[3]); // a number is no formula
        foreach (var cell in new[] { cells[5], cells[10] }) Assert.StartsWith("'" + text[..2], cell.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_answers_with_the_first_result()
    {
        var figure = await GroundAsync();
        foreach (var _ in new[] { 1, 2 })
        {
            using var sent = await KeyFigureGround.PostAsync(Stages.Officer, figure, "area,year,value\nnorr,2024,1\n", "a");
            Assert.Equal(1, (await sent.Content.ReadFromJsonAsync<JsonNode>())!["added"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Files_are_for_whom_the_values_are()
    {
        var figure = await GroundAsync();
        foreach (var (person, post, get) in new[] { ("helsingborg-projektledare", HttpStatusCode.Forbidden, HttpStatusCode.OK), ("haninge-handlaggare", HttpStatusCode.NotFound, HttpStatusCode.NotFound), (null, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized) })
        {
            using var sent = await KeyFigureGround.PostAsync(Fond.As(person), figure, "area,year,value\nnorr,2024,1\n");
            using var fetched = await Fond.As(person).SendAsync(await Fond.As(person).RequestAsync(HttpMethod.Get, $"/key-figures/{figure}/values.csv"));
            Assert.Equal((person, post, get), (person, sent.StatusCode, fetched.StatusCode));
        }
    }

    private static async Task<string> FetchAsync(Client client, string figure, string options = "")
    {
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/key-figures/{figure}/values.csv{options}"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> GroundAsync()
    {
        var fund = await KeyFigureGround.FundAsync(Fond, "Helsingborg");
        await KeyFigureGround.AreaAsync(Stages.Officer, fund, "norr");
        return await KeyFigureGround.AddAsync(Stages.Officer, fund);
    }
}
