using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Impact;

/// <summary>What was planned first stays readable, and a payment waits for the baseline.</summary>
public sealed class PlanVersionTests : FondTest
{
    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_change_after_the_first_measurement_is_another_version_with_its_reason()
    {
        var (_, project) = await Stages.RunningAsync();
        await SetAsync(project, Safe("Fel namn"));
        await SetAsync(project, Safe("Trygghet"));
        await LogAsync(project);
        await Stages.Evaluator.RefusedAsync("PLAN_REASON_MISSING", "setMeasurementPlan", Plan(project, [Safe("Trygghet"), Added]), "reason");
        await Stages.Evaluator.RefusedAsync("PLAN_PART_STAYS", "setMeasurementPlan", Plan(project, [Added], "Byte"), "indicators");
        await Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project, [Safe("Trygghet"), Added], "Skolorna för statistik"), "measurementPlan { id }");
        var plan = await PlanAsync(Stages.Lead, project, "indicators { code plannedLater } cells { indicator plannedLater } logicModel { key step leadsTo indicators } versions { number reason by { name } content { indicators { code name unit } waves { code } logicModel { key } } }");
        Assert.Equal(["t False", "i True"], plan["indicators"]!.AsArray().Select(i => $"{i!["code"]} {i["plannedLater"]!.GetValue<bool>()}"));
        Assert.False(plan["cells"]![0]!["plannedLater"]!.GetValue<bool>());
        Assert.Equal(["a ACTIVITY", "u OUTCOME"], plan["logicModel"]!.AsArray().Select(e => $"{e!["key"]} {e["step"]}"));
        var versions = plan["versions"]!.AsArray();
        Assert.Equal([(1, null, "Fel namn"), (2, null, "Trygghet"), (3, "Skolorna för statistik", "Trygghet, Incidenter")],
            versions.Select(v => (v!["number"]!.GetValue<int>(), v["reason"]?.GetValue<string>(), string.Join(", ", v["content"]!["indicators"]!.AsArray().Select(i => i!["name"]!.GetValue<string>())))));
        Assert.All(versions, v => Assert.Equal("Följeforskare, Helsingborg", v!["by"]!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Another_reason_for_the_design_and_another_baseline_are_told_as_changes_of_what_was_settled()
    {
        var (_, project) = await Stages.RunningAsync();
        await SetAsync(project, Safe("Fel namn"));
        await SetAsync(project, Safe("Trygghet"));
        await LogAsync(project, "w1");
        var changed = Plan(project, [Safe("Trygghet")], "Skolan mätte tidigare");
        changed["designNote"] = "Samma skolor";
        changed["waves"]![0]!["isBaseline"] = false;
        changed["waves"]!.AsArray().Add(new JsonObject { ["code"] = "w", ["name"] = "Långt före", ["from"] = "2018-01-01", ["to"] = "2018-06-30", ["isBaseline"] = true });
        await Stages.Evaluator.DoAsync("setMeasurementPlan", changed, "measurementPlan { id }");
        changed["designNote"] = "Andra skolor";
        changed["reason"] = "Fel skolor";
        await Stages.Evaluator.DoAsync("setMeasurementPlan", changed, "measurementPlan { id }");
        var versions = (await PlanAsync(Stages.Officer, project, "versions { reason content { designNote } }"))["versions"]!.AsArray();
        Assert.Equal([(null, null), (null, null), ("Skolan mätte tidigare", "Samma skolor"), ("Fel skolor", "Andra skolor")], versions.Select(v => (v!["reason"]?.GetValue<string>(), v["content"]!["designNote"]?.GetValue<string>())));
        var report = await new Reports.Fetch(Stages.Officer).TextAsync($"/projects/{project}/report.html?lang=en");
        Assert.Contains($"Baseline: from w0 to w, {Fond.Today:yyyy-MM-dd}. Reason: Skolan mätte tidigare", report, StringComparison.Ordinal);
        Assert.Contains($"The reason for the design, {Fond.Today:yyyy-MM-dd}. Reason: Fel skolor", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Fel namn", report, StringComparison.Ordinal); // before anything was measured
    }

    [Fact]
    public async Task Steps_of_a_scale_are_not_what_a_project_of_whole_schools_is_judged_by_and_the_plan_says_so_where_they_stand_beside()
    {
        var (_, project) = await Stages.RunningAsync();
        JsonObject Steps(bool primary) => new() { ["code"] = "s", ["name"] = "Trivsel", ["unit"] = "steg", ["kind"] = "ORDINAL", ["direction"] = "HIGHER_IS_BETTER", ["isPrimary"] = primary };
        JsonObject Whole(bool primary, bool wholeUnits = true) { var plan = Plan(project, [Safe("Trygghet"), Steps(primary)]); plan["wholeUnits"] = wholeUnits; return plan; }
        await Stages.Evaluator.RefusedAsync("PLAN_PRIMARY_STEPS_BY_UNITS", "setMeasurementPlan", Whole(primary: true), "indicators.1.isPrimary");
        await Stages.Evaluator.DoAsync("setMeasurementPlan", Whole(primary: true, wholeUnits: false), "measurementPlan { id }");
        Assert.Empty((await PlanAsync(Stages.Lead, project, "caveats"))["caveats"]!.AsArray());
        await Stages.Evaluator.DoAsync("setMeasurementPlan", Whole(primary: false), "measurementPlan { id }");
        await Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project, [Safe("Trygghet"), Steps(primary: false)]), "measurementPlan { id }"); // says nothing of the groups: as before, and no other version
        Assert.Equal(2, (await PlanAsync(Stages.Officer, project, "versions { number }"))["versions"]!.AsArray().Count);
        foreach (var reader in new[] { Stages.Lead, Stages.Officer, Stages.Chair })
        {
            var plan = await PlanAsync(reader, project, "wholeUnits caveats");
            Assert.True(plan["wholeUnits"]!.GetValue<bool>());
            Assert.EndsWith("nothing is judged by it.", Assert.Single(plan["caveats"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
        }
        var logged = await Stages.Evaluator.DoAsync("logMeasurements", new
        {
            projectId = project,
            rows = new[] { "a", "b" }.Select(pupil => new { rowKey = pupil, indicator = "s", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", subjectKey = pupil, value = 3, siteKey = "skolan" }),
        }, "report { warnings { row column code } }");
        Assert.Contains("""{"row":0,"column":"siteKey","code":"MEASUREMENT_STEPS_BY_UNIT"}""", logged["report"]!["warnings"]!.AsArray().Select(w => w!.ToJsonString()));
    }

    [Fact]
    public async Task Versions_are_read_by_those_who_see_the_project_alone()
    {
        var (_, project) = await Stages.RunningAsync();
        await SetAsync(project, Safe("Trygghet"));
        var version = (await PlanAsync(Stages.Officer, project, "versions { id }"))["versions"]![0]!["id"]!.GetValue<string>();
        const string node = "query($id: ID!) { node(id: $id) { ... on PlanVersion { number } } }";
        Assert.NotNull((await Fond.As("revisor").ReadAsync(node, new { id = version }))["node"]);
        Assert.Null((await Fond.As("haninge-handlaggare").ReadAsync(node, new { id = version }))["node"]);
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: SetMeasurementPlanInput!) { setMeasurementPlan(input: $input) { errors { code } } }", new { input = Plan(project, [Safe("Trygghet")], "Byte") });
    }

    [Fact]
    public async Task A_logic_model_is_refused_where_it_runs_backwards_or_names_what_is_not_there()
    {
        var (_, project) = await Stages.RunningAsync();
        var plan = Plan(project, [Safe("Trygghet")]);
        plan["logicModel"]![1]!["leadsTo"] = new JsonArray("a");
        plan["logicModel"]![1]!["indicators"] = new JsonArray("okand");
        await Stages.Evaluator.RefusedAsync("LOGIC_BACKWARDS", "setMeasurementPlan", plan, "logicModel.1.leadsTo.0");
        await Stages.Evaluator.RefusedAsync("LOGIC_INDICATOR_UNKNOWN", "setMeasurementPlan", plan, "logicModel.1.indicators.0");
    }

    [Fact]
    public async Task After_the_first_payment_no_more_is_paid_without_a_baseline()
    {
        var (_, project) = await Stages.RunningAsync();
        for (var i = 0; i < 2; i++) await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000, purpose = "Lön" }, "project { id }");
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, "project { id }");
        await Stages.Officer.RefusedAsync("PROJECT_BASELINE_MISSING", "payDisbursement", new { projectId = project, number = 2 }, "number");
        await SetAsync(project, Safe("Trygghet"));
        await Stages.Officer.RefusedAsync("PROJECT_BASELINE_MISSING", "payDisbursement", new { projectId = project, number = 2 }, "number");
        await LogAsync(project, "w1");
        await Stages.Officer.RefusedAsync("PROJECT_BASELINE_MISSING", "payDisbursement", new { projectId = project, number = 2 }, "number");
        await LogAsync(project);
        var paid = await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 2 }, "project { totalPaid }");
        Assert.Equal(2_000, paid["project"]!["totalPaid"]!.GetValue<long>());
    }

    [Fact]
    public async Task One_person_of_ten_planned_is_no_baseline()
    {
        var (_, project) = await Stages.RunningAsync();
        for (var i = 0; i < 2; i++) await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000, purpose = "Lön" }, "project { id }");
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, "project { id }");
        var plan = Plan(project, [Safe("Trygghet")]);
        plan["sizes"] = new JsonObject { ["intervention"] = 22 };
        await Stages.Evaluator.DoAsync("setMeasurementPlan", plan, "measurementPlan { id }");
        await LogAsync(project); // ten
        await Stages.Officer.RefusedAsync("PROJECT_BASELINE_MISSING", "payDisbursement", new { projectId = project, number = 2 }, "number");
        await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows = new[] { new { rowKey = "en", indicator = "t", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", n = 1, events = 1 } } }, "report { logged }");
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 2 }, "project { totalPaid }");
    }

    [Fact]
    public async Task A_late_baseline_pays_nothing_more_until_the_officer_has_accepted_it_with_a_reason_that_is_told_beside_the_results()
    {
        var (_, project) = await Stages.RunningAsync();
        for (var i = 0; i < 2; i++) await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000, purpose = "Lön" }, "project { id }");
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, "project { id }");
        var plan = Plan(project, [Safe("Trygghet")]);
        plan["design"] = "MATCHED_COMPARISON";
        await Stages.Evaluator.DoAsync("setMeasurementPlan", plan, "measurementPlan { id }");
        await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows = new[] { Of("INTERVENTION", "2019-06-30"), Of("COMPARISON", "2019-05-01") } }, "report { logged }");
        var refused = await Stages.Officer.TryAsync("payDisbursement", new { projectId = project, number = 2 }, "project { id }");
        Assert.EndsWith("What lacks: t, the intervention group: measured when the project had already begun.", refused["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        await Stages.Officer.RefusedAsync("PROJECT_REASON_MISSING", "acceptLateBaseline", new { projectId = project, reason = " " }, "reason");
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: AcceptLateBaselineInput!) { acceptLateBaseline(input: $input) { errors { code } } }", new { input = new { projectId = project, reason = "Enkäten dröjde" } });
        var accepted = await Stages.Officer.DoAsync("acceptLateBaseline", new { projectId = project, reason = "Enkäten dröjde" }, "project { lateBaseline { reason acceptedOn accepted { indicator group } } }");
        Assert.Equal(("Enkäten dröjde", $"{Fond.Today:yyyy-MM-dd}"), (accepted["project"]!["lateBaseline"]!["reason"]!.GetValue<string>(), accepted["project"]!["lateBaseline"]!["acceptedOn"]!.GetValue<string>()));
        Assert.Equal("""[{"indicator":"t","group":"INTERVENTION"}]""", accepted["project"]!["lateBaseline"]!["accepted"]!.ToJsonString());
        await Stages.Officer.RefusedAsync("PROJECT_BASELINE_NOT_LATE", "acceptLateBaseline", new { projectId = project, reason = "Igen" });
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 2 }, "project { totalPaid }");
        Assert.Contains((await PlanAsync(Stages.Chair, project, "caveats"))["caveats"]!.AsArray(), c => c!.GetValue<string>().Contains("the fund accepted that the baseline had not been measured in time", StringComparison.Ordinal));
        Assert.Contains("the fund accepted that the baseline had not been measured in time", await new Reports.Fetch(Stages.Officer).TextAsync($"/projects/{project}/report.html?lang=en"), StringComparison.Ordinal);

        static object Of(string group, string on) => new { rowKey = group, indicator = "t", wave = "w0", group, measuredOn = on, n = 10, events = 5 };
    }

    [Fact]
    public async Task A_baseline_of_fewer_than_are_shown_pays_nothing_more_until_it_is_accepted_and_the_refusal_tells_no_number()
    {
        var (_, project) = await Stages.RunningAsync();
        for (var i = 0; i < 2; i++) await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000, purpose = "Lön" }, "project { id }");
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, "project { id }");
        await SetAsync(project, Safe("Trygghet"));
        foreach (var (key, n) in new[] { ("en", 1), ("tre", 3) })
        {
            await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows = new[] { new { rowKey = key, indicator = "t", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", n, events = n } } }, "report { logged }");
            var refused = await Stages.Officer.TryAsync("payDisbursement", new { projectId = project, number = 2 }, "project { id }");
            Assert.EndsWith("What lacks: t, the intervention group: fewer are measured than the fund shows results of.", refused["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        }
        await Stages.Officer.DoAsync("acceptLateBaseline", new { projectId = project, reason = "Bara fyra deltar" }, "project { id }");
        var paid = await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 2 }, "project { totalPaid }");
        Assert.Equal(2_000, paid["project"]!["totalPaid"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_baseline_of_the_running_project_is_warned_of_and_told_beside_results_in_both_languages()
    {
        var (_, project) = await Stages.RunningAsync();
        await SetAsync(project, Safe("Trygghet"));
        Assert.Empty((await PlanAsync(Stages.Officer, project, "caveats"))["caveats"]!.AsArray());
        var report = await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows = new[] { new { rowKey = "a", indicator = "t", wave = "w0", group = "INTERVENTION", measuredOn = "2019-06-30", n = 10, events = 5 } } }, "report { warnings { column code } }");
        Assert.Contains(report["report"]!["warnings"]!.AsArray(), w => $"{w!["column"]} {w["code"]}" == "measuredOn MEASUREMENT_BASELINE_AFTER_START");
        foreach (var reader in new[] { Stages.Officer, Stages.Lead, Stages.Chair, Fond.As("revisor") })
            Assert.Contains((await PlanAsync(reader, project, "caveats"))["caveats"]!.AsArray(), c => c!.GetValue<string>().StartsWith("The baseline was measured, in whole or in part, when the project had already begun", StringComparison.Ordinal));
        Assert.Contains((await PlanAsync(new Client(Fond, "helsingborg-ordforande") { Language = "sv" }, project, "caveats"))["caveats"]!.AsArray(), c => c!.GetValue<string>().StartsWith("Något mättes före den dag då mätplanen lades in i Fond", StringComparison.Ordinal));
        Assert.Contains("when the project had already begun", await new Reports.Fetch(Stages.Officer).TextAsync($"/projects/{project}/report.html?lang=en"), StringComparison.Ordinal);
    }

    private static JsonObject Safe(string name) => new() { ["code"] = "t", ["name"] = name, ["unit"] = "andel", ["kind"] = "SHARE", ["direction"] = "HIGHER_IS_BETTER", ["isPrimary"] = true };

    private static JsonObject Added => new() { ["code"] = "i", ["name"] = "Incidenter", ["unit"] = "antal", ["kind"] = "COUNT", ["direction"] = "LOWER_IS_BETTER" };

    private static JsonObject Plan(string project, JsonNode[] indicators, string? reason = null) => new()
    {
        ["projectId"] = project,
        ["design"] = "BEFORE_AFTER",
        ["indicators"] = new JsonArray(indicators),
        ["waves"] = new JsonArray(
            new JsonObject { ["code"] = "w0", ["name"] = "Före", ["from"] = "2019-01-01", ["to"] = "2019-06-30", ["isBaseline"] = true },
            new JsonObject { ["code"] = "w1", ["name"] = "Efter", ["from"] = "2021-01-01", ["to"] = "2021-06-30" }),
        ["logicModel"] = new JsonArray(
            new JsonObject { ["key"] = "a", ["step"] = "ACTIVITY", ["text"] = "Samtal", ["leadsTo"] = new JsonArray("u"), ["indicators"] = new JsonArray() },
            new JsonObject { ["key"] = "u", ["step"] = "OUTCOME", ["text"] = "Tryggare elever", ["leadsTo"] = new JsonArray(), ["indicators"] = new JsonArray(indicators[0]["code"]!.DeepClone()) }),
        ["reason"] = reason,
    };

    private Task<JsonNode> SetAsync(string project, JsonNode indicator) => Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project, [indicator]), "measurementPlan { id }");

    private Task<JsonNode> LogAsync(string project, string wave = "w0") => Stages.Evaluator.DoAsync("logMeasurements", new
    {
        projectId = project,
        rows = new[] { new { rowKey = wave, indicator = "t", wave, group = "INTERVENTION", measuredOn = wave == "w0" ? "2019-03-01" : "2021-03-01", n = 10, events = 5 } },
    }, "report { logged }");

    private static async Task<JsonNode> PlanAsync(Client reader, string project, string select) =>
        (await reader.ReadAsync($"query($p: ID!) {{ node(id: $p) {{ ... on Project {{ measurementPlans {{ {select} }} }} }} }}", new { p = project }))["node"]!["measurementPlans"]![0]!;
}
