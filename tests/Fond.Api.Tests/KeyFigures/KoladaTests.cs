using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.KeyFigures;

/// <summary>Key figures are fetched from Kolada's open API, in its documented form, when that is turned on: monthly and on demand, and from nowhere else.</summary>
public sealed class KoladaTests : IAsyncLifetime
{
    private const string Second = """{"values":[{"kpi":"N15436","municipality":"1283","period":"2024","values":[{"count":1,"gender":"T","status":"","value":83.25}]}],"count":1}""";

    private KoladaStub _stub = null!;
    private FondServer _linked = null!;

    private FondServer Fond { get; set; } = null!;

    private Stages Stages => new(_linked);

    [Fact]
    public async Task Values_come_by_year_area_and_gender_with_why_they_are_missing()
    {
        var figure = await LinkedAsync(("hela", "1283"), ("skolan", "V15E144001301"));
        _stub.Answer = path => (200, path switch
        {
            _ when path.Contains("page=2", StringComparison.Ordinal) => Second,
            _ when path.StartsWith("/v3/oudata/", StringComparison.Ordinal) =>
                """{"values":[{"kpi":"N15436","ou":"V15E144001301","period":2024,"values":[{"gender":"T","count":1,"status":"Private","value":null,"isdeleted":false},{"gender":"K","count":1,"status":"Missing","value":null,"isdeleted":false},{"gender":"M","count":1,"status":"","value":50.0,"isdeleted":true}]}],"next_url":null,"previous_url":null,"count":1}""",
            _ => $$"""{"values":[{"kpi":"N15436","municipality":"1283","period":2023,"values":[{"gender":"T","count":1,"status":"","value":81.1234567,"isdeleted":false},{"gender":"K","count":1,"status":"","value":85,"isdeleted":false},{"gender":"M","count":1,"status":"","value":78,"isdeleted":false}]}],"next_url":"{{_stub.Root}}{{path[3..]}}?page=2","previous_url":null,"count":1}""",
        });
        await _linked.SweepAsync();
        var values = await KeyFigureGround.ValuesAsync(Stages.Lead, figure);
        Assert.Equal(
        [
            ("hela", 2023, "ALL", 81.123457m, null), ("hela", 2023, "MEN", 78m, null), ("hela", 2023, "WOMEN", 85m, null), ("hela", 2024, "ALL", 83.25m, null),
            ("skolan", 2024, "ALL", null, "SECRET"), ("skolan", 2024, "MEN", null, "WITHDRAWN"), ("skolan", 2024, "WOMEN", (decimal?)null, "NOT_REPORTED"),
        ], values.Select(v => (Area: v!["area"]!["code"]!.GetValue<string>(), Year: v["year"]!.GetValue<int>(), Gender: v["gender"]!.GetValue<string>(), v["value"]?.GetValue<decimal>(), v["missing"]?.GetValue<string>())).OrderBy(v => (v.Area, v.Year, v.Gender)));
        Assert.All(values, v => Assert.Equal(("KOLADA", null), (v!["load"]!["origin"]!.GetValue<string>(), v["load"]!["by"])));
        Assert.Equal(3, _stub.Asked.Count);
        Assert.Contains(_stub.Asked, path => path.StartsWith("/v3/data/kpi/N15436/municipality/1283/year/2002,2003,", StringComparison.Ordinal) && path.EndsWith(",2026", StringComparison.Ordinal));
        var state = await StateAsync(figure);
        Assert.Equal(("Källa: Kolada", "2026-03-10T09:00:00+00:00", "2026-04-10T09:00:00+00:00", null), (state["attribution"]!.GetValue<string>(), state["fetchedAt"]!.GetValue<string>(), state["nextFetchAt"]!.GetValue<string>(), state["fetchFault"]));
    }

    [Fact]
    public async Task It_is_asked_again_after_a_month_or_on_demand_and_only_what_has_changed_is_a_revision()
    {
        var figure = await LinkedAsync(("hela", "1283"));
        _stub.Answer = _ => (200, Second);
        await _linked.SweepAsync();
        await _linked.SweepAsync();
        Assert.Single(_stub.Asked);
        Fond.Clock.Advance(TimeSpan.FromDays(31));
        await _linked.SweepAsync();
        Assert.Equal((2, 1), (_stub.Asked.Count, (await KeyFigureGround.ValuesAsync(Stages.Lead, figure, ", revisions: true")).Count));
        _stub.Answer = _ => (200, Second.Replace("83.25", "83.5", StringComparison.Ordinal));
        await Stages.Officer.DoAsync("refreshKeyFigure", new { keyFigureId = figure }, "keyFigure { id }");
        await _linked.SweepAsync();
        Assert.Equal([83.5m, 83.25m], (await KeyFigureGround.ValuesAsync(Stages.Lead, figure, ", revisions: true")).Select(v => v!["value"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task What_was_fetched_of_another_figure_is_withdrawn_when_the_id_is_put_right_and_what_it_said_is_kept()
    {
        var figure = await LinkedAsync(("hela", "1283"));
        _stub.Answer = _ => (200, """{"values":[{"kpi":"N15436","municipality":"1283","period":2023,"values":[{"gender":"T","value":81}]},{"kpi":"N15436","municipality":"1283","period":2024,"values":[{"gender":"T","value":83}]}]}""");
        await _linked.SweepAsync();
        await KeyFigureGround.RecordAsync(Stages.Officer, figure, new { area = "hela", year = 2022, value = 70 }); // somebody's own, which stays
        var terms = KeyFigureGround.Terms();
        terms["koladaKpi"] = "N15437";
        await Stages.Officer.DoAsync("describeKeyFigure", new { keyFigureId = figure, terms }, "keyFigure { id }");
        Assert.Equal(["2022 70 ", "2023  WITHDRAWN", "2024  WITHDRAWN"], await CurrentAsync());
        _stub.Answer = _ => (200, """{"values":[{"kpi":"N15437","municipality":"1283","period":2024,"values":[{"gender":"T","value":12}]}]}""");
        await _linked.SweepAsync();
        Assert.Equal(["2022 70 ", "2023  WITHDRAWN", "2024 12 "], await CurrentAsync());
        Assert.Equal([12m, 81m, 83m], (await KeyFigureGround.ValuesAsync(Stages.Lead, figure, ", revisions: true")).Where(v => v!["year"]!.GetValue<int>() > 2022).Select(v => v!["value"]?.GetValue<decimal>()).OfType<decimal>().Order());

        async Task<IEnumerable<string>> CurrentAsync() => (await KeyFigureGround.ValuesAsync(Stages.Lead, figure)).Select(v => $"{v!["year"]} {v["value"]?.GetValue<decimal>():0.##} {v["missing"]}").Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(500, "", "REFUSED")]
    [InlineData(302, "http://127.0.0.1:1/", "REFUSED")]
    [InlineData(200, "<html>", "UNREADABLE")]
    [InlineData(200, "null", "UNREADABLE")]
    [InlineData(200, """{"count":0}""", "UNREADABLE")]
    [InlineData(200, """{"values":[null]}""", "UNREADABLE")]
    [InlineData(200, """{"values":[{"kpi":"N15436","municipality":"0180","period":2024,"values":[{"gender":"T","value":1}]}]}""", "UNREADABLE")]
    [InlineData(200, """{"values":[{"kpi":"N15436","municipality":"1283","period":"i år","values":[{"gender":"T","value":1}]}]}""", "UNREADABLE")]
    [InlineData(200, """{"values":[{"kpi":"N15436","municipality":"1283","period":2024,"values":[{"gender":"X","value":1}]}]}""", "UNREADABLE")]
    [InlineData(200, """{"values":[{"kpi":"N15436","municipality":"1283","period":2024,"values":[{"gender":"T","value":1e300}]}]}""", "UNREADABLE")]
    [InlineData(200, """{"values":[],"next_url":"http://169.254.169.254/v3/data"}""", "ELSEWHERE")]
    [InlineData(200, """{"values":[],"next_page":"/admin"}""", "ELSEWHERE")]
    [InlineData(200, """{"values":[],"next_url":"data/kpi/N15436/again"}""", "TOO_LARGE")]
    public async Task What_is_no_answer_is_told_and_tried_again_and_nothing_is_kept(int status, string body, string fault)
    {
        var figure = await LinkedAsync(("hela", "1283"));
        _stub.Answer = _ => (status, body);
        await _linked.SweepAsync();
        var state = await StateAsync(figure);
        Assert.Equal((fault, null, "2026-03-10T09:00:10+00:00"), (state["fetchFault"]?.GetValue<string>(), state["fetchedAt"], state["nextFetchAt"]!.GetValue<string>()));
        Assert.Empty(await KeyFigureGround.ValuesAsync(Stages.Lead, figure));
        _stub.Answer = _ => (200, Second);
        Fond.Clock.Advance(TimeSpan.FromSeconds(10));
        await _linked.SweepAsync();
        Assert.Null((await StateAsync(figure))["fetchFault"]);
        Assert.Single(await KeyFigureGround.ValuesAsync(Stages.Lead, figure));
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        var figure = await LinkedAsync(("hela", "1283"));
        _stub.Answer = _ => (200, $$"""{"values":[],"x":"{{new string('x', 5 * 1024 * 1024)}}"}""");
        await _linked.SweepAsync();
        Assert.Equal("TOO_LARGE", (await StateAsync(figure))["fetchFault"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_answer_is_waited_for_no_longer_than_is_said()
    {
        var figure = await LinkedAsync(("hela", "1283"));
        _stub.Hangs = true;
        await _linked.SweepAsync();
        Assert.Equal("UNREACHABLE", (await StateAsync(figure))["fetchFault"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nothing_is_asked_where_it_is_not_turned_on_or_the_figure_is_not_in_Kolada()
    {
        var figure = await LinkedAsync(("hela", "1283"));
        await Fond.SweepAsync();
        Assert.Empty(_stub.Asked);
        await new Stages(Fond).Officer.RefusedAsync("KOLADA_NOT_CONFIGURED", "refreshKeyFigure", new { keyFigureId = figure });
        var own = await KeyFigureGround.AddAsync(Stages.Officer, await KeyFigureGround.FundAsync(Fond, "Helsingborg"), "egen");
        await Stages.Officer.RefusedAsync("KEY_FIGURE_NOT_IN_KOLADA", "refreshKeyFigure", new { keyFigureId = own });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "refreshKeyFigure", new { keyFigureId = figure }, "keyFigureId");
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: RefreshKeyFigureInput!) { refreshKeyFigure(input: $input) { errors { code } } }", new { input = new { keyFigureId = figure } });
    }

    public async ValueTask InitializeAsync()
    {
        (Fond, _stub) = (await FondServer.StartAsync(), await KoladaStub.StartAsync());
        _linked = await Fond.AgainAsync($"--KeyFigures:Kolada:Address={_stub.Root}", "--KeyFigures:Kolada:PatienceSeconds=1");
    }

    public async ValueTask DisposeAsync()
    {
        await _linked.DisposeAsync();
        await Fond.DisposeAsync();
        await _stub.DisposeAsync();
    }

    /// <summary>A key figure that is in Kolada, and areas by their ids there.</summary>
    private async Task<string> LinkedAsync(params (string Code, string KoladaId)[] areas)
    {
        var fund = await KeyFigureGround.FundAsync(Fond, "Helsingborg");
        foreach (var (code, koladaId) in areas) await Stages.Officer.DoAsync("addKeyFigureArea", new { fundId = fund, code, name = code, koladaId }, "area { id }");
        var figure = KeyFigureGround.Figure(fund);
        figure["terms"]!["koladaKpi"] = "N15436";
        return (await Stages.Officer.DoAsync("addKeyFigure", figure, "keyFigure { id }"))["keyFigure"]!["id"]!.GetValue<string>();
    }

    private async Task<JsonNode> StateAsync(string figure) =>
        (await Stages.Lead.ReadAsync("query($id: ID!) { node(id: $id) { ... on KeyFigure { attribution fetchedAt nextFetchAt fetchFault } } }", new { id = figure }))["node"]!;
}
