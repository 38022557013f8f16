using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.KeyFigures;

/// <summary>A fund's key figures are kept by its officers, decided on by its steering group and read by its people; no value is ever lost.</summary>
public sealed class KeyFigureApiTests : FondTest
{
    private Stages Stages => new(Fond);

    [Fact]
    public async Task Another_value_for_the_same_place_is_a_revision_and_the_old_one_stays_readable()
    {
        var (fund, figure) = await GroundAsync();
        var first = await KeyFigureGround.RecordAsync(Stages.Officer, figure, Row("norr", 2024, 61.5m), Row("kommunen", 2024, 82.1m), new { area = "norr", year = 2025, missing = "SECRET" });
        Assert.Equal((3, 0, 0), (first["added"]!.GetValue<int>(), first["revised"]!.GetValue<int>(), first["unchanged"]!.GetValue<int>()));
        var again = await KeyFigureGround.RecordAsync(Stages.Officer, figure, Row("norr", 2024, 61.5m));
        Assert.Equal((null, 1), (again["loadId"], again["unchanged"]!.GetValue<int>()));
        Fond.Clock.Advance(TimeSpan.FromDays(1));
        await KeyFigureGround.RecordAsync(Stages.Officer, figure, Row("norr", 2024, 62m));

        var lead = Stages.Lead;
        var now = await KeyFigureGround.ValuesAsync(lead, figure, ", year: 2024");
        Assert.Equal([("norr", 62m, 2), ("kommunen", 82.1m, 1)], now.Select(v => (v!["area"]!["code"]!.GetValue<string>(), v["value"]!.GetValue<decimal>(), v["revision"]!.GetValue<int>())));
        Assert.Equal(("2026-03-11T09:00:00+00:00", "ENTERED", "Fondhandläggare, Helsingborg"), (now[0]!["load"]!["at"]!.GetValue<string>(), now[0]!["load"]!["origin"]!.GetValue<string>(), now[0]!["load"]!["by"]!["name"]!.GetValue<string>()));
        var all = await KeyFigureGround.ValuesAsync(lead, figure, ", year: 2024, revisions: true");
        Assert.Equal([(62m, true), (82.1m, true), (61.5m, false)], all.Select(v => (v!["value"]!.GetValue<decimal>(), v["isCurrent"]!.GetValue<bool>())));
        var missing = Assert.Single(await KeyFigureGround.ValuesAsync(lead, figure, ", year: 2025"))!;
        Assert.Equal((null, "SECRET"), (missing["value"], missing["missing"]!.GetValue<string>()));
        Assert.Empty(await KeyFigureGround.ValuesAsync(lead, figure, ", gender: WOMEN"));
        var written = (await Fond.As("revisor").ReadAsync("query($id: ID) { audit(objectId: $id) { nodes { action } } }", new { id = first["loadId"]!.GetValue<string>() }))["audit"]!["nodes"]!.AsArray();
        Assert.Equal("RecordKeyFigureValues", Assert.Single(written)!["action"]!.GetValue<string>());
        Assert.Equal(figure, Assert.Single((await lead.ReadAsync("query($f: ID) { keyFigures(fundId: $f, code: \"behoriga\") { nodes { id } } }", new { f = fund }))["keyFigures"]!["nodes"]!.AsArray())!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_faulty_row_refuses_them_all_and_each_is_named_by_row_and_column()
    {
        var (_, figure) = await GroundAsync();
        var rows = new object[] { Row("norr", 2024, 1), Row("okant", 2031, 1), new { area = "norr", year = 2023 }, Row("norr", 2024, 2) };
        var errors = (await Stages.Officer.TryAsync("recordKeyFigureValues", new { keyFigureId = figure, rows }, "__typename"))["errors"]!.AsArray();
        Assert.Equal(["KEY_FIGURE_AREA_UNKNOWN rows.1.area", "KEY_FIGURE_ROW_REPEATED rows.3.area", "KEY_FIGURE_VALUE_UNCLEAR rows.2.value", "KEY_FIGURE_YEAR_IMPLAUSIBLE rows.1.year"],
            errors.Select(e => $"{e!["code"]} {string.Join('.', e["path"]!.AsArray())}").Order(StringComparer.Ordinal));
        Assert.Empty(await KeyFigureGround.ValuesAsync(Stages.Officer, figure));
        await Stages.Officer.RefusedAsync("KEY_FIGURE_ROWS_MISSING", "recordKeyFigureValues", new { keyFigureId = figure, rows = Array.Empty<object>() }, "rows");
        await Stages.Officer.RefusedAsync("KEY_FIGURE_TOO_MANY_ROWS", "recordKeyFigureValues", new { keyFigureId = figure, rows = Enumerable.Range(0, 2_001).Select(_ => Row("norr", 2024, 1)) }, "rows");
    }

    [Fact]
    public async Task The_steering_group_decides_what_the_fund_follows()
    {
        var (fund, figure) = await GroundAsync();
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: FollowKeyFigureInput!) { followKeyFigure(input: $input) { errors { code } } }", new { input = Follow(figure, true, "2026-03-10") });
        await Stages.Secretary.RefusedAsync("KEY_FIGURE_DECIDED_IN_FUTURE", "followKeyFigure", Follow(figure, true, "2026-03-11"), "decidedOn");
        var decided = (await Stages.Secretary.DoAsync("followKeyFigure", Follow(figure, true, "2026-03-02"), "keyFigure { isFollowed decisions { follows decidedOn paragraph } }"))["keyFigure"]!;
        Assert.Equal((true, "2026-03-02", "§ 7"), (decided["isFollowed"]!.GetValue<bool>(), decided["decisions"]![0]!["decidedOn"]!.GetValue<string>(), decided["decisions"]![0]!["paragraph"]!.GetValue<string>()));
        await Stages.Chair.RefusedAsync("KEY_FIGURE_ALREADY_DECIDED", "followKeyFigure", Follow(figure, true, "2026-03-10"), "follows");
        Assert.Equal((3, 0), (await CountAsync(fund, "true"), await CountAsync(fund, "false"))); // two in the demo data
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "followKeyFigure", Follow(figure, false, "2026-03-10"), "keyFigureId");
    }

    [Fact]
    public async Task A_description_can_be_put_right_but_code_and_unit_stay()
    {
        var (fund, figure) = await GroundAsync();
        var terms = KeyFigureGround.Terms();
        (terms["definition"], terms["attribution"], terms["url"]) = ("Andel av alla elever.", "Källa: Skolverket", "https://www.skolverket.se");
        var now = (await Stages.Officer.DoAsync("describeKeyFigure", new { keyFigureId = figure, expectedVersion = 1, terms }, "keyFigure { version name definition attribution unit code }"))["keyFigure"]!;
        Assert.Equal((2, "Andel av alla elever.", "Källa: Skolverket", "procent"), (now["version"]!.GetValue<int>(), now["definition"]!.GetValue<string>(), now["attribution"]!.GetValue<string>(), now["unit"]!.GetValue<string>()));
        await Stages.Officer.RefusedAsync("CONFLICT", "describeKeyFigure", new { keyFigureId = figure, expectedVersion = 1, terms }, "expectedVersion");
        await Stages.Officer.RefusedAsync("KEY_FIGURE_CODE_TAKEN", "addKeyFigure", KeyFigureGround.Figure(fund), "code");
        await Stages.Officer.RefusedAsync("KEY_FIGURE_CODE_TAKEN", "addKeyFigureArea", new { fundId = fund, code = "norr", name = "Norr" }, "code");
        await Stages.Officer.RefusedAsync("KEY_FIGURE_WHOLE_TAKEN", "addKeyFigureArea", new { fundId = fund, code = "allt", name = "Allt", isWhole = true }, "isWhole");
    }

    [Fact]
    public async Task Only_the_funds_officers_and_administrators_write_and_only_its_people_read()
    {
        var (fund, figure) = await GroundAsync();
        await KeyFigureGround.RecordAsync(Fond.As("administrator"), figure, Row("norr", 2024, 1));
        var stranger = Fond.As("haninge-handlaggare");
        await stranger.RefusedAsync("NOT_FOUND", "recordKeyFigureValues", new { keyFigureId = figure, rows = new[] { Row("norr", 2024, 2) } }, "keyFigureId");
        await stranger.RefusedAsync("NOT_FOUND", "describeKeyFigure", new { keyFigureId = figure, terms = KeyFigureGround.Terms() }, "keyFigureId");
        await stranger.ForbiddenAsync("FORBIDDEN", "mutation($input: AddKeyFigureInput!) { addKeyFigure(input: $input) { errors { code } } }", new { input = KeyFigureGround.Figure(fund, "annan") });
        await stranger.ForbiddenAsync("FORBIDDEN", "mutation($input: AddKeyFigureAreaInput!) { addKeyFigureArea(input: $input) { errors { code } } }", new { input = new { fundId = fund, code = "syd", name = "Syd" } });
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: RecordKeyFigureValuesInput!) { recordKeyFigureValues(input: $input) { errors { code } } }", new { input = new { keyFigureId = figure, rows = new[] { Row("norr", 2024, 2) } } });
        Assert.Empty(await KeyFigureGround.ValuesAsync(stranger, figure));
        Assert.Null((await stranger.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = figure }))["node"]);
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "{ keyFigures { nodes { id } } }");
        Assert.Single(await KeyFigureGround.ValuesAsync(Stages.Lead, figure));
    }

    [Fact]
    public async Task Ids_in_Kolada_are_of_their_forms()
    {
        var fund = await KeyFigureGround.FundAsync(Fond, "Helsingborg");
        var figure = KeyFigureGround.Figure(fund);
        figure["terms"]!["koladaKpi"] = "../N15436";
        await Stages.Officer.RefusedAsync("KEY_FIGURE_KPI_INVALID", "addKeyFigure", figure, "koladaKpi");
        await Stages.Officer.RefusedAsync("KEY_FIGURE_KOLADA_ID_INVALID", "addKeyFigureArea", new { fundId = fund, code = "a", name = "A", koladaId = "1283/x" }, "koladaId");
    }

    private static object Row(string area, int year, decimal value) => new { area, year, value };

    private static object Follow(string figure, bool follows, string on) => new { keyFigureId = figure, follows, decidedOn = on, paragraph = "§ 7" };

    private async Task<int> CountAsync(string fund, string followed) =>
        (await Stages.Lead.ReadAsync($"query($f: ID) {{ keyFigures(fundId: $f, followed: {followed}) {{ nodes {{ id }} }} }}", new { f = fund }))["keyFigures"]!["nodes"]!.AsArray().Count;

    private async Task<(string Fund, string Figure)> GroundAsync()
    {
        var fund = await KeyFigureGround.FundAsync(Fond, "Helsingborg");
        await KeyFigureGround.AreaAsync(Stages.Officer, fund, "norr");
        return (fund, await KeyFigureGround.AddAsync(Stages.Officer, fund));
    }
}
