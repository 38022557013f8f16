using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.KeyFigures;
using Fond.Api.Tests.Reports;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Impact;

/// <summary>A plan may set what a project changes beside a key figure of the municipality: told with what it is, and never as proof.</summary>
public sealed class BesideSeriesTests : FondTest
{
    private ReportStages Given => new(Fond);

    private Stages Stages => Given.Stages;

    [Fact]
    public async Task A_share_is_told_beside_a_key_figure_in_per_cent_over_the_same_years()
    {
        var project = await ComparedAsync();
        await Given.LogAsync(project, ReportStages.Row("a", "w0", "INTERVENTION", 400, 200), ReportStages.Row("c", "w2", "INTERVENTION", 400, 260));
        var beside = (await BesideAsync(Stages.Officer, project))[0]!;
        // 260 of 400 less 200 of 400 is 15 percentage points; the key figure goes from 58 to 61.5 per cent, 3.5; 15 less 3.5 is 11.5
        Assert.Equal((0.15, 0.58, 0.615, 0.035, 0.115), (Round(beside["project"]!["value"]), Round(beside["before"]), Round(beside["after"]), Round(beside["change"]), Round(beside["difference"])));
        Assert.Equal(("BEFORE_AFTER", "WEAK", "HISTORICAL_COMPARISON", 400), (await MethodAsync(project), beside["strength"]!.GetValue<string>(), beside["project"]!["design"]!.GetValue<string>(), beside["project"]!["intervention"]!.GetValue<int>()));
        Assert.True(beside["project"]!["lower"]!.GetValue<double>() is > 0.08 and < 0.15);
        Assert.Equal(("[2019]", "[2021]", "[]", null), (beside["yearsBefore"]!.ToJsonString(), beside["yearsAfter"]!.ToJsonString(), beside["yearsMissing"]!.ToJsonString(), beside["unavailable"]));
        var sentence = beside["sentence"]!.GetValue<string>();
        Assert.Contains("went from 58% (2019) to 61.5% (2021), a change of +3.5 percentage points. The difference between the changes is +11.5 percentage points.", sentence, StringComparison.Ordinal);
        Assert.Contains("has no sampling error, so the difference has no confidence interval of its own", sentence, StringComparison.Ordinal);
        Assert.Contains("does not show what the project has led to", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_tells_it_in_words_and_as_a_table()
    {
        var project = await ComparedAsync();
        await Given.LogAsync(project, ReportStages.Row("a", "w0", "INTERVENTION", 400, 200), ReportStages.Row("c", "w2", "INTERVENTION", 400, 260));
        var rows = (await ReportStages.TablesAsync(Stages.Officer, $"/projects/{project}"))["beside_series"]!.AsArray();
        var row = rows.Single(r => r!["wave"]!.GetValue<string>() == "w2")!;
        Assert.Equal(("behoriga", "norr", "2019", "2021", 0.15, 0.035, 0.115), (row["key_figure"]!.GetValue<string>(), row["area"]!.GetValue<string>(), row["years_before"]!.GetValue<string>(), row["years_after"]!.GetValue<string>(),
            Round(row["change"]), Round(row["series_change"]), Round(row["difference"])));
        var page = WebUtility.HtmlDecode(await ReportStages.TextAsync(Stages.Officer, $"/projects/{project}/report.html?lang=sv"));
        Assert.Contains("gick från 58 % (2019) till 61,5 % (2021), en ändring med +3,5 procentenheter. Skillnaden mellan ändringarna är +11,5 procentenheter.", page, StringComparison.Ordinal);
        Assert.Contains("Nyckeltalets källa: Skolverket.", page, StringComparison.Ordinal);
        Assert.Contains("w2,behoriga,norr,2019,2021", await ReportStages.TextAsync(Stages.Officer, $"/projects/{project}/report/beside_series.csv"), StringComparison.Ordinal);
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(await new Fetch(Stages.Officer).BytesAsync($"/projects/{project}/report.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Years_without_a_value_are_told_and_give_no_difference()
    {
        var project = await ComparedAsync(2019);
        await Given.LogAsync(project, ReportStages.Row("a", "w0", "INTERVENTION", 400, 200), ReportStages.Row("c", "w2", "INTERVENTION", 400, 260));
        var beside = (await BesideAsync(Stages.Officer, project))[0]!;
        Assert.Equal(("[2021]", "SERIES_YEARS_MISSING", 0.15, null), (beside["yearsMissing"]!.ToJsonString(), beside["unavailable"]!["code"]!.GetValue<string>(), Round(beside["project"]!["value"]), beside["difference"]));
        Assert.Contains("The key figure has no value for 2021.", beside["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_projects_own_change_is_hidden_so_is_the_difference()
    {
        var project = await ComparedAsync();
        await Given.LogAsync(project, ReportStages.Row("a", "w0", "INTERVENTION", 400, 200), ReportStages.Row("c", "w2", "INTERVENTION", 3, 2));
        var hidden = (await BesideAsync(Stages.Officer, project))[0]!;
        Assert.Equal((null, null, "ESTIMATE_HIDDEN", 0.035), (hidden["project"], hidden["difference"], hidden["unavailable"]!["code"]!.GetValue<string>(), Round(hidden["change"])));
        Assert.Contains("the project's own change is not told", hidden["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        var row = (await ReportStages.TablesAsync(Stages.Officer, $"/projects/{project}"))["beside_series"]!.AsArray().Single(r => r!["wave"]!.GetValue<string>() == "w2")!;
        Assert.Equal((null, null, null, "ESTIMATE_HIDDEN"), (row["change"], row["difference"], row["n"], row["unavailable"]!.GetValue<string>()));
        Assert.NotNull((await BesideAsync(Stages.Evaluator, project))[0]!["difference"]);
    }

    [Fact]
    public async Task A_series_that_cannot_stand_beside_the_indicator_is_refused_by_its_path()
    {
        var (_, project) = await Stages.RunningAsync();
        await CountedAsync(2019, 2021);
        await RefusedAsync("PLAN_SERIES_NOT_OF_DESIGN", "indicators.0.series", p => p["design"] = "MATCHED_COMPARISON");
        await RefusedAsync("PLAN_SERIES_UNKNOWN", "indicators.0.series.keyFigure", p => p["indicators"]![0]!["series"]!["keyFigure"] = "okand");
        await RefusedAsync("PLAN_SERIES_UNKNOWN", "indicators.0.series.area", p => p["indicators"]![0]!["series"]!["area"] = "okand");
        await RefusedAsync("PLAN_SERIES_UNIT_DIFFERS", "indicators.0.series.keyFigure", p => (p["indicators"]![0]!["kind"], p["indicators"]![0]!["unit"]) = ("MEAN", "poäng"));
        await RefusedAsync("PLAN_SERIES_NEEDS_NUMBERS", "indicators.0.series", p => (p["indicators"]![0]!["kind"], p["indicators"]![0]!["unit"]) = ("ORDINAL", "procent"));
        await Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project), "measurementPlan { id }");

        Task RefusedAsync(string code, string path, Action<JsonObject> change)
        {
            var plan = Plan(project);
            change(plan);
            return Stages.Evaluator.RefusedAsync(code, "setMeasurementPlan", plan, path);
        }
    }

    [Fact]
    public async Task Whoever_keeps_a_key_figure_says_whether_it_is_per_person_where_its_unit_does_not()
    {
        var (_, project) = await Stages.RunningAsync();
        await CountedAsync(2019, 2021);
        var figure = KeyFigureGround.Figure(await KeyFigureGround.FundAsync(Fond, "Helsingborg"), "oro");
        figure["unit"] = "anmälningar";
        var added = (await Stages.Officer.DoAsync("addKeyFigure", figure, "keyFigure { id perPerson }"))["keyFigure"]!;
        Assert.Null(added["perPerson"]);
        var plan = Plan(project);
        (plan["indicators"]![0]!["kind"], plan["indicators"]![0]!["unit"], plan["indicators"]![0]!["series"]!["keyFigure"]) = ("COUNT", "anmälningar", "oro");
        await Stages.Evaluator.RefusedAsync("PLAN_SERIES_IS_TOTAL", "setMeasurementPlan", plan, "indicators.0.series.keyFigure");
        var terms = KeyFigureGround.Terms();
        terms["perPerson"] = true;
        Assert.True((await Stages.Officer.DoAsync("describeKeyFigure", new { keyFigureId = added["id"]!.GetValue<string>(), terms }, "keyFigure { perPerson }"))["keyFigure"]!["perPerson"]!.GetValue<bool>());
        await Stages.Evaluator.DoAsync("setMeasurementPlan", plan, "measurementPlan { id }");
    }

    [Fact]
    public async Task A_series_chosen_after_the_first_measurement_is_said_to_be()
    {
        var (_, project) = await Stages.RunningAsync();
        await CountedAsync(2019, 2021);
        var plan = Plan(project);
        plan["indicators"]![0]!["series"] = null;
        await Stages.Evaluator.DoAsync("setMeasurementPlan", plan, "measurementPlan { id }");
        await Given.LogAsync(project, ReportStages.Row("a", "w0", "INTERVENTION", 400, 200), ReportStages.Row("c", "w2", "INTERVENTION", 400, 260));
        Assert.Empty(await BesideAsync(Stages.Officer, project));
        var later = Plan(project);
        later["reason"] = "Kommunen vill veta";
        await Stages.Evaluator.DoAsync("setMeasurementPlan", later, "measurementPlan { indicators { seriesLater series { keyFigure area } } }");
        Assert.Contains("was chosen after something had been measured", (await BesideAsync(Stages.Officer, project))[0]!["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        var change = Assert.Single((await ReportStages.TablesAsync(Stages.Officer, $"/projects/{project}"))["plan_changes"]!.AsArray())!;
        Assert.Equal(("SERIES", null, "behoriga, norr"), (change["part"]!.GetValue<string>(), change["from"], change["to"]!.GetValue<string>()));
    }

    private static JsonObject Plan(string project) => new()
    {
        ["projectId"] = project,
        ["design"] = "HISTORICAL_COMPARISON",
        ["indicators"] = new JsonArray(new JsonObject
        {
            ["code"] = "trygghet",
            ["name"] = "Trygga elever",
            ["unit"] = "andel",
            ["kind"] = "SHARE",
            ["direction"] = "HIGHER_IS_BETTER",
            ["isPrimary"] = true,
            ["series"] = new JsonObject { ["keyFigure"] = "behoriga", ["area"] = "norr" },
        }),
        ["waves"] = new JsonArray(
            new JsonObject { ["code"] = "w0", ["name"] = "Före", ["from"] = "2019-01-01", ["to"] = "2019-06-30", ["isBaseline"] = true },
            new JsonObject { ["code"] = "w2", ["name"] = "Efter två år", ["from"] = "2021-01-01", ["to"] = "2021-06-30" }),
    };

    /// <summary>With values of some of the years 2019 and 2021.</summary>
    private async Task<string> ComparedAsync(params int[] years)
    {
        var (_, project) = await Stages.RunningAsync();
        await CountedAsync(years.Length == 0 ? [2019, 2021] : years);
        await Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project), "measurementPlan { id }");
        return project;
    }

    private async Task CountedAsync(params int[] years)
    {
        var fund = await KeyFigureGround.FundAsync(Fond, "Helsingborg");
        await KeyFigureGround.AreaAsync(Stages.Officer, fund, "norr");
        var figure = await KeyFigureGround.AddAsync(Stages.Officer, fund);
        await KeyFigureGround.RecordAsync(Stages.Officer, figure, [.. years.Select(year => (object)new { area = "norr", year, value = year == 2019 ? 58m : 61.5m })]);
    }

    private static async Task<JsonArray> BesideAsync(Client client, string project) => (await client.ReadAsync("""
        query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { besideSeries {
            indicator wave series { keyFigure area } name areaName source project { value lower upper intervention design strength } before after yearsBefore yearsAfter yearsMissing change difference strength sentence unavailable { code message } } } } } }
        """, new { p = project }))["node"]!["measurementPlans"]![0]!["besideSeries"]!.AsArray();

    /// <summary>Of the estimate that the project's own change is.</summary>
    private async Task<string> MethodAsync(string project) => (await Stages.Officer.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { effects { method estimate { value } } } } } }", new { p = project }))["node"]!["measurementPlans"]![0]!["effects"]!.AsArray()
        .Single(e => e!["estimate"] is not null)!["method"]!.GetValue<string>();

    private static double Round(JsonNode? number) => Math.Round(number!.GetValue<double>(), 6);
}
