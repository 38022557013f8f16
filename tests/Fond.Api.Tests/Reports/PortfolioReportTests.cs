using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Impact.MoneyBack;
using Fond.Api.Tests.Support;
using UglyToad.PdfPig;
using static Fond.Api.Tests.Reports.ReportStages;

namespace Fond.Api.Tests.Reports;

public sealed class PortfolioReportTests : FondTest
{
    private ReportStages Given => new(Fond);

    private Stages Stages => Given.Stages;

    [Fact]
    public async Task Projects_that_worked_and_those_that_did_not_stand_side_by_side()
    {
        var (good, none, unmeasured) = await ThreeAsync();
        var root = $"/funds/{await FundAsync()}";
        var tables = await TablesAsync(Stages.Chair, root);
        Assert.Equal(["verdicts", "projects", "distribution", "savings", "balance", "lessons"], tables.AsObject().Select(t => t.Key));
        string Outcome(string project) => string.Join(' ', tables["verdicts"]!.AsArray().Where(v => v!["project"]!.GetValue<string>() == project).Select(v => v!["outcome"]));
        Assert.Equal(("AS_HOPED UNKNOWN", "NOT_SHOWN UNKNOWN", "UNKNOWN"), (Outcome(good), Outcome(none), Outcome(unmeasured)));
        var whole = tables["distribution"]!.AsArray().Single(p => p!["by"]!.GetValue<string>() == "year")!;
        Assert.Equal(("2026", 3, 1, 1, 0, 2), (whole["value"]!.GetValue<string>(), whole["projects"]!.GetValue<int>(), whole["as_hoped"]!.GetValue<int>(), whole["not_shown"]!.GetValue<int>(), whole["opposite"]!.GetValue<int>(), whole["unknown"]!.GetValue<int>()));
        var granted = tables["projects"]!.AsArray().Sum(p => p!["granted"]!.GetValue<decimal>());
        Assert.Equal(granted, whole["granted"]!.GetValue<decimal>());
        Assert.Equal(-granted + Allocated(tables), tables["balance"]![0]!["available"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Projects_by_the_same_indicator_are_drawn_below_each_other_and_nothing_is_pooled()
    {
        await ThreeAsync();
        var page = XDocument.Parse(await TextAsync(Stages.Officer, $"/funds/{await FundAsync()}/report.html"));
        var svg = XNamespace.Get("http://www.w3.org/2000/svg");
        var forest = page.Descendants(svg + "svg").First();
        Assert.Equal("Trygga elever (trygghet)", forest.Element(svg + "title")!.Value);
        Assert.Equal(2, forest.Elements(svg + "circle").Count());
        Assert.Equal(2, forest.Element(svg + "desc")!.Value.Split("95% confidence interval").Length - 1);
        Assert.Contains("not pooled", page.Root!.Value, StringComparison.Ordinal);
        Assert.Equal("What the fund can grant", page.Descendants(svg + "svg").Last().Element(svg + "title")!.Value);
        using var pdf = PdfDocument.Open(await new Fetch(Stages.Officer).BytesAsync($"/funds/{await FundAsync()}/report.pdf"));
        Assert.Contains("What worked?", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_be_known_beside_a_projects_results_is_known_wherever_they_are_told()
    {
        await AllocateAsync();
        var doubtful = await Given.DoubtfulAsync();
        var unmeasured = (await Stages.GrantedAsync()).Project;
        var own = (await TablesAsync(Stages.Officer, $"/projects/{doubtful}"))["verdicts"]![0]!["caveats"]!.GetValue<string>();
        Assert.All(["The baseline was measured, in whole or in part", "the fund accepted", "Something was measured before the day", "The design was changed"], said => Assert.Contains(said, own, StringComparison.Ordinal));
        foreach (var root in new[] { $"/funds/{await FundAsync()}", $"/programmes/{await Given.ProgrammeAsync(doubtful)}" })
        {
            var verdicts = JsonNode.Parse(await TextAsync(Stages.Chair, $"{root}/report.json?from=2026&to=2026"))!["tables"]!["verdicts"]!.AsArray();
            Assert.All(verdicts.Where(v => v!["project"]!.GetValue<string>() == doubtful), v => Assert.Equal(own, v!["caveats"]!.GetValue<string>()));
            Assert.Null(Assert.Single(verdicts, v => v!["project"]!.GetValue<string>() == unmeasured)!["caveats"]);
            var page = XDocument.Parse(await TextAsync(Stages.Chair, $"{root}/report.html?from=2026&to=2026"));
            Assert.Contains(page.Descendants("td"), cell => cell.Value == "as hoped, with caveats");
            Assert.Equal(own, Assert.Single(page.Descendants("dd"), d => d.Value.StartsWith("The baseline was measured", StringComparison.Ordinal)).Value);
            Assert.DoesNotContain("skolkansliet", page.Root!.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_is_limited_by_goal_target_group_method_and_year()
    {
        await Stages.GrantedAsync();
        var root = $"/funds/{await FundAsync()}";
        var project = (await TablesAsync(Stages.Officer, root))["projects"]!.AsArray().Single()!;
        var goal = project["goals"]!.GetValue<string>().Split(' ')[0];
        var (group, method) = (project["target_group"]!.GetValue<string>(), project["method"]?.GetValue<string>());
        foreach (var (limit, count) in new[] { ($"goal={goal}", 1), ($"targetGroup={group}", 1), ("targetGroup=OLDER", 0), ("year=2026", 1), ("year=2025", 0), ($"goal={goal}&targetGroup={group}&year=2026", 1) })
            Assert.Equal(count, JsonNode.Parse(await TextAsync(Stages.Officer, $"{root}/report.json?{limit}"))!["tables"]!["projects"]!.AsArray().Count);
        foreach (var other in new[] { "TESTS_EXISTING", "DEVELOPS_EXISTING", "CREATES_NEW" })
            Assert.Equal(other == method ? 1 : 0, JsonNode.Parse(await TextAsync(Stages.Officer, $"{root}/report.json?method={other}"))!["tables"]!["projects"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("goal=finns-inte", "goal")]
    [InlineData("targetGroup=ALLA", "targetGroup")]
    [InlineData("method=NY", "method")]
    [InlineData("year=i%20fjol", "year")]
    [InlineData("year=0", "year")]
    [InlineData("year=99999999999", "year")]
    public async Task A_limit_that_means_nothing_is_refused_at_its_parameter(string limit, string parameter)
    {
        using var answer = await new Fetch(Stages.Officer).AnswerAsync($"/funds/{await FundAsync()}/report.json?{limit}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var error = Assert.Single(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsArray())!;
        Assert.Equal(("REPORT_FILTER_UNKNOWN", parameter), (error["code"]!.GetValue<string>(), error["path"]![0]!.GetValue<string>()));
    }

    [Fact]
    public async Task Verified_savings_are_summed_by_party_and_what_is_hidden_is_left_out_and_counted()
    {
        var money = new MoneyStages(Fond);
        await money.PriceAsync();
        var (_, shown) = await Stages.RunningAsync();
        await money.MeasureAsync(shown);
        await money.VerifyAsync(shown, MoneyStages.Verified(MoneyStages.Saving(100, 0.5m, 0.4m)));
        var (_, few) = await Stages.RunningAsync();
        await money.MeasureAsync(few, 20, 3);
        await money.VerifyAsync(few, MoneyStages.Verified(MoneyStages.Saving(20, 0.5m, 0.15m), 20, 20));
        var root = $"/funds/{await FundAsync()}";
        var board = (await TablesAsync(Stages.Chair, root))["savings"]!.AsArray().Single(s => s!["payer"]!.GetValue<string>() == "BOARD")!;
        Assert.Equal(10_000_000m, board["gross"]!.GetValue<decimal>()); // ten placements; the other project's seven are hidden
        Assert.Contains("verified savings in 2 projects; 1 can be shown", await TextAsync(Stages.Chair, $"{root}/report.html"), StringComparison.Ordinal);
    }

    /// <summary>Ten placements of a million in the prices of 2018, and ten in those of 2019, when all costs a tenth more.</summary>
    [Fact]
    public async Task Savings_of_unlike_price_years_are_summed_in_the_prices_of_one()
    {
        var money = new MoneyStages(Fond);
        await money.PriceAsync();
        await IndexAsync(2019, 110m);
        foreach (var year in new[] { 2018, 2019 })
        {
            if (year == 2018) await IndexAsync(2018, 100m);
            var (_, project) = await Stages.RunningAsync();
            await money.MeasureAsync(project);
            var stated = MoneyStages.Stated(project, MoneyStages.Verified(MoneyStages.Saving(100, 0.5m, 0.4m)));
            stated["startYear"] = year;
            await Stages.Evaluator.DoAsync("verifySavings", stated, "savingsCase { id }");
        }
        var root = $"/funds/{await FundAsync()}";
        var board = (await TablesAsync(Stages.Chair, root))["savings"]!.AsArray().Single(s => s!["payer"]!.GetValue<string>() == "BOARD")!;
        Assert.Equal((20_000_000m, 2019), (Math.Round(board["gross"]!.GetValue<decimal>(), 1), board["price_year"]!.GetValue<int>())); // the price is of 2019, and so the same of both once it is brought back
        Assert.Contains("The amounts are in the prices of 2019", await TextAsync(Stages.Chair, $"{root}/report.html"), StringComparison.Ordinal);

        async Task IndexAsync(int year, decimal level) => await money.Administrator.DoAsync("setPriceIndex", new { fundId = await money.FundAsync(), year, level, source = "KPIF" }, "priceIndexLevel { id }");
    }

    [Fact]
    public async Task Whoever_has_declared_a_conflict_does_not_find_the_project_and_others_may_not_ask()
    {
        var (application, _) = await Stages.RunningAsync();
        var root = $"/funds/{await FundAsync()}";
        var member = Fond.As("helsingborg-ledamot-3");
        Assert.Single((await TablesAsync(member, root))["projects"]!.AsArray());
        await member.DoAsync("declareRecusal", new { applicationId = application, ground = "SUPERVISION", reason = "Tillsyn" }, "recusal { id }");
        Assert.Empty((await TablesAsync(member, root))["projects"]!.AsArray());
        foreach (var (person, status) in new[] { ("helsingborg-projektledare", HttpStatusCode.Forbidden), ("helsingborg-utvarderare", HttpStatusCode.Forbidden), ("haninge-handlaggare", HttpStatusCode.Forbidden), (null, HttpStatusCode.Unauthorized) })
        {
            using var answer = await new Fetch(Fond.As(person)).AnswerAsync($"{root}/report.html");
            Assert.Equal(status, answer.StatusCode);
        }
        using var missing = await new Fetch(Stages.Officer).AnswerAsync("/funds/finns-inte/report.html");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await TextAsync(Fond.As("revisor"), $"{root}/report.html");
    }

    [Fact]
    public async Task Every_table_is_had_as_csv_with_the_values_of_the_json()
    {
        await ThreeAsync();
        await Stages.ReportedAsync();
        var tables = await TablesAsCsv.AgreeAsync(Stages.Chair, $"/funds/{await FundAsync()}", "?year=2026");
        Assert.All(new[] { "verdicts", "projects", "distribution", "balance", "lessons" }, name => Assert.NotEmpty(tables[name]!.AsArray()));
    }

    [Fact]
    public async Task What_was_learnt_is_told_whatever_came_of_the_project()
    {
        await Stages.ReportedAsync();
        var lessons = (await TablesAsync(Stages.Officer, $"/funds/{await FundAsync()}"))["lessons"]!.AsArray();
        Assert.Equal("Lärt", Assert.Single(lessons)!["lessons"]!.GetValue<string>());
    }

    /// <summary>One that went as hoped, one where no difference is shown, one that nobody measures; the fund has money for them all.</summary>
    private async Task<(string Good, string Null, string Unmeasured)> ThreeAsync()
    {
        await AllocateAsync();
        var (_, good) = await Given.PlannedAsync();
        await Given.LogSharesAsync(good, 300, 220);
        var (_, none) = await Given.PlannedAsync();
        await Given.LogSharesAsync(none, 225, 220);
        return (good, none, (await Stages.GrantedAsync()).Project);
    }

    private async Task AllocateAsync() => await Fond.As("administrator").DoAsync("allocateFunds", new { fundId = await FundAsync(), amount = 2_000_000_000, year = 2026, note = "Kommunfullmäktige § 2" }, "fund { id }");

    private static decimal Allocated(JsonNode tables) => tables["balance"]![0]!["allocated"]!.GetValue<decimal>();

    private Task<string> FundAsync() => new MoneyStages(Fond).FundAsync();
}
