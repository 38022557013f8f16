using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Impact;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Impact;

public sealed class ImpactApiTests : FondTest
{
    private const string Report = "report { batchId logged corrected unchanged faulty dryRun faults { row column code } }";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task The_plan_can_be_rewritten_until_something_is_measured()
    {
        var project = await PlannedAsync("BEFORE_AFTER");
        await PlanAsync(project, "MATCHED_COMPARISON");
        await LogAsync(project, Row("a", "w0", "INTERVENTION", 10, 5));
        await Stages.Evaluator.RefusedAsync("PLAN_REASON_MISSING", "setMeasurementPlan", Plan(project, "BEFORE_AFTER"), "reason");
    }

    [Fact]
    public async Task The_plan_and_the_rows_are_the_evaluators_alone()
    {
        var project = await PlannedAsync();
        const string log = "mutation($input: LogMeasurementsInput!) { logMeasurements(input: $input) { errors { code } } }";
        var input = new { projectId = project, rows = new[] { Row("a", "w0", "INTERVENTION", 10, 5) } };
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", log, new { input });
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", log, new { input });
        await Fond.As("haninge-utvarderare").RefusedAsync("NOT_FOUND", "logMeasurements", input, "projectId");
        await LogAsync(project, Row("a", "w0", "INTERVENTION", 10, 5));
        var plan = await PlanIdAsync(project);
        var row = (await Stages.Evaluator.ReadAsync("query($p: ID!) { measurements(planId: $p) { nodes { id rowKey events batch { rows sha256 } } } }", new { p = plan }))["measurements"]!["nodes"]![0]!;
        Assert.Equal(5, row["events"]!.GetValue<int>());
        foreach (var other in new[] { Stages.Officer, Stages.Lead, Fond.As("revisor"), Fond.As("haninge-utvarderare") })
            Assert.Null((await other.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = row["id"]!.GetValue<string>() }))["node"]);
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "query($p: ID!) { measurements(planId: $p) { nodes { id } } }", new { p = plan });
    }

    [Fact]
    public async Task Rows_outside_the_plan_are_refused_with_place_and_column_and_nothing_is_kept()
    {
        var project = await PlannedAsync();
        var refused = await Stages.Evaluator.TryAsync("logMeasurements", new
        {
            projectId = project,
            rows = new object[]
            {
                Row("good", "w0", "INTERVENTION", 10, 5),
                new { rowKey = "i", indicator = "okand", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", n = 1, events = 1 },
                new { rowKey = "w", indicator = "trygghet", wave = "w9", group = "INTERVENTION", measuredOn = "2019-03-01", n = 1, events = 1 },
                new { rowKey = "d", indicator = "trygghet", wave = "w0", group = "INTERVENTION", measuredOn = "2020-03-01", n = 1, events = 1 },
                new { rowKey = "n", indicator = "trygghet", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", n = 1, events = 2 },
                new { rowKey = "good", indicator = "halsa", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", subjectKey = "19811228-9874", value = 3 },
            },
        }, "report { logged }");
        Assert.Equal(["rows.1.indicator MEASUREMENT_INDICATOR_UNKNOWN", "rows.2.wave MEASUREMENT_WAVE_UNKNOWN", "rows.3.measuredOn MEASUREMENT_OUTSIDE_WAVE",
            "rows.4.events MEASUREMENT_EVENTS_ABOVE_N", "rows.5.rowKey MEASUREMENT_KEY_REPEATED", "rows.5.subjectKey MEASUREMENT_PERSONAL_NUMBER"],
            refused["errors"]!.AsArray().Select(e => $"{string.Join('.', e!["path"]!.AsArray())} {e["code"]}").Order(StringComparer.Ordinal));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Valid_rows_may_go_ahead_while_the_others_are_reported()
    {
        var project = await PlannedAsync();
        object[] rows = [Row("a", "w0", "INTERVENTION", 10, 5), Row("b", "w9", "INTERVENTION", 10, 5)];
        var dry = (await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows, dryRun = true }, Report))["report"]!;
        Assert.Equal((1, 1, true, null), (dry["logged"]!.GetValue<int>(), dry["faulty"]!.GetValue<int>(), dry["dryRun"]!.GetValue<bool>(), dry["batchId"]));
        Assert.Equal(0, await CountAsync());
        var logged = (await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows, mode = "VALID_ROWS" }, Report))["report"]!;
        Assert.Equal((1, 1), (logged["logged"]!.GetValue<int>(), logged["faulty"]!.GetValue<int>()));
        Assert.Equal((1, "wave"), (logged["faults"]![0]!["row"]!.GetValue<int>(), logged["faults"]![0]!["column"]!.GetValue<string>()));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task All_warnings_are_counted_though_the_first_alone_are_told()
    {
        var project = await PlannedAsync();
        var rows = Enumerable.Range(0, 150).Select(i => new { rowKey = $"r{i}", indicator = "trygghet", wave = "w0", group = "INTERVENTION", measuredOn = "2019-06-30", n = 10, events = 5 });
        var report = (await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows, dryRun = true }, "report { faulty warned warnings { code } }"))["report"]!;
        Assert.Equal((0, 300, 200), (report["faulty"]!.GetValue<int>(), report["warned"]!.GetValue<int>(), report["warnings"]!.AsArray().Count));
        Assert.Equal(["MEASUREMENT_BASELINE_AFTER_START", "MEASUREMENT_LATE"], report["warnings"]!.AsArray().Select(w => w!["code"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sending_rows_again_changes_nothing()
    {
        var project = await PlannedAsync();
        object[] rows = [Row("a", "w0", "INTERVENTION", 10, 5), Individual("b", "w0", "i1", 61.5m)];
        await LogAsync(project, rows);
        var again = (await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows }, Report))["report"]!;
        Assert.Equal((0, 2, null), (again["logged"]!.GetValue<int>(), again["unchanged"]!.GetValue<int>(), again["batchId"]));
        await Stages.Evaluator.RefusedAsync("MEASUREMENT_DIFFERS", "logMeasurements", new { projectId = project, rows = new[] { Row("a", "w0", "COMPARISON", 10, 5) } }, "rows.0.rowKey");
        await Stages.Evaluator.RefusedAsync("MEASUREMENT_SUBJECT_REPEATED", "logMeasurements", new { projectId = project, rows = new[] { Individual("c", "w0", "i1", 60) } }, "rows.0.subjectKey");
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_repeated_key_answers_with_the_first_report()
    {
        var project = await PlannedAsync();
        object input = new { projectId = project, idempotencyKey = "k", rows = new[] { Row("a", "w0", "INTERVENTION", 10, 5) } };
        var first = await Stages.Evaluator.DoAsync("logMeasurements", input, Report);
        var second = await Stages.Evaluator.DoAsync("logMeasurements", input, Report);
        Assert.Equal(first["report"]!.ToJsonString(), second["report"]!.ToJsonString());
        Assert.NotNull(first["report"]!["batchId"]);
    }

    [Fact]
    public async Task Small_groups_are_shown_to_the_evaluator_alone()
    {
        var project = await PlannedAsync();
        await LogAsync(project, Row("a", "w0", "INTERVENTION", 100, 60), Row("b", "w1", "INTERVENTION", 100, 75), Row("c", "w0", "COMPARISON", 4, 2), Row("d", "w1", "COMPARISON", 4, 2));
        var own = await ResultsAsync(Stages.Evaluator, project);
        Assert.Equal(4, own["cells"]!.AsArray().Count(c => c!["n"] is not null && c["lower"]!.GetValue<double>() < c["mean"]!.GetValue<double>() && c["upper"]!.GetValue<double>() > c["mean"]!.GetValue<double>()));
        Assert.NotNull(Effect(own, "DIFFERENCE_IN_DIFFERENCES")["estimate"]);
        foreach (var reader in new[] { Stages.Officer, Stages.Lead, Stages.Chair, Fond.As("revisor") })
        {
            var seen = await ResultsAsync(reader, project);
            Assert.Equal(["ESTIMATE_HIDDEN", "ESTIMATE_HIDDEN"], seen["cells"]!.AsArray().Where(c => c!["n"] is null).Select(c => c!["hidden"]!["code"]!.GetValue<string>()));
            Assert.All(seen["cells"]!.AsArray(), c => Assert.Equal((c!["n"] is null, c["n"] is null), (c["lower"] is null, c["upper"] is null)));
            Assert.Equal("ESTIMATE_HIDDEN", Effect(seen, "DIFFERENCE_IN_DIFFERENCES")["unavailable"]!["code"]!.GetValue<string>());
            Assert.Equal("ESTIMATE_HIDDEN", Effect(seen, "GROUP_DIFFERENCE")["unavailable"]!["code"]!.GetValue<string>());
            Assert.Equal(0.15, Effect(seen, "BEFORE_AFTER")["estimate"]!["value"]!.GetValue<double>(), 9);
        }
    }

    [Fact]
    public async Task A_small_subgroup_is_not_to_be_had_as_the_total_less_the_rest()
    {
        var project = await PlannedAsync("BEFORE_AFTER");
        object Part(string key, string wave, int n, int events, string subgroup) =>
            new { rowKey = key, indicator = "trygghet", wave, group = "INTERVENTION", measuredOn = wave == "w1" ? "2021-03-01" : "2019-03-01", n, events, subgroup };
        await LogAsync(project, Part("a", "w0", 4, 2, "flickor"), Part("b", "w0", 30, 15, "pojkar"), Part("c", "w1", 40, 20, "flickor"), Part("d", "w1", 40, 30, "pojkar"));
        Assert.Equal(["w0 34", "w0 4 flickor", "w0 30 pojkar", "w1 80", "w1 40 flickor", "w1 40 pojkar"], Cells(await ResultsAsync(Stages.Evaluator, project)));
        Assert.Equal(["w0 34", "w0  flickor", "w0  pojkar", "w1 80", "w1  flickor", "w1  pojkar"], Cells(await ResultsAsync(Stages.Officer, project)));
        Assert.Equal(["ESTIMATE_HIDDEN", "ESTIMATE_HIDDEN"], (await ResultsAsync(Stages.Lead, project))["effects"]!.AsArray().Where(e => e!["subgroup"] is not null).Select(e => e!["unavailable"]!["code"]!.GetValue<string>()));

        static IEnumerable<string> Cells(JsonNode results) => results["cells"]!.AsArray().Select(c => $"{c!["wave"]} {c["n"]} {c["subgroup"]}".Trim());
    }

    [Fact]
    public async Task A_single_late_row_is_not_given_away_by_the_difference_between_two_questions()
    {
        var project = await PlannedAsync("BEFORE_AFTER");
        await LogAsync(project, Row("a", "w0", "INTERVENTION", 40, 20));
        await LogAsync(project, Row("b", "w0", "INTERVENTION", 1, 1));
        Assert.Equal(40, (await ResultsAsync(Stages.Officer, project))["cells"]![0]!["n"]!.GetValue<int>());
        Assert.Equal(41, (await ResultsAsync(Stages.Evaluator, project))["cells"]![0]!["n"]!.GetValue<int>());
    }

    [Fact]
    public async Task Individuals_give_every_technique_that_design_and_kind_allow()
    {
        var project = await PlannedAsync();
        var rows = from i in Enumerable.Range(1, 20)
                   from own in new[] { true, false }
                   from wave in new[] { "w0", "w1" }
                   let value = 50 + i + (wave == "w1" ? (own ? 6 : 2) + 2 * (i % 2) : 0)
                   select new { rowKey = $"{i}{own}{wave}", indicator = "halsa", wave, @group = own ? "INTERVENTION" : "COMPARISON", measuredOn = wave == "w1" ? "2021-03-01" : "2019-03-01", subjectKey = $"s{i}{own}", siteKey = $"{own}{i % 4}", value };
        await LogAsync(project, [.. rows]);
        var plan = (await Stages.Officer.ReadAsync("""
            query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { plannedIntervention detectable { indicator method smallest sentence unavailable { code } } attained { indicator wave share }
              followed { indicator wave group planned baseline kept joined lost }
              effects { indicator method estimate { technique value pValue adjustedPValue } further { technique value lower upper throughInfinity n sentence unavailable { code } } } } } } }
            """, new { p = project }))["node"]!["measurementPlans"]![0]!;
        Assert.Equal(["halsa COMPARISON 20 20", "halsa INTERVENTION 20 20"], plan["followed"]!.AsArray().Select(f => $"{f!["indicator"]} {f["group"]} {f["baseline"]} {f["kept"]}").Order(StringComparer.Ordinal));
        var effects = plan["effects"]!.AsArray().Where(e => e!["indicator"]!.GetValue<string>() == "halsa").ToDictionary(e => e!["method"]!.GetValue<string>(), e => e!);
        Assert.Equal(4, effects["DIFFERENCE_IN_DIFFERENCES"]["estimate"]!["value"]!.GetValue<double>(), 9);
        Assert.All(effects.Values, e => Assert.Equal("CLUSTER_DIFFERENCE", e["estimate"]!["technique"]!.GetValue<string>()));
        Assert.Equal(("ANCOVA", 40), (effects["DIFFERENCE_IN_DIFFERENCES"]["further"]![0]!["technique"]!.GetValue<string>(), effects["DIFFERENCE_IN_DIFFERENCES"]["further"]![0]!["n"]!.GetValue<int>()));
        Assert.Equal(7, Assert.Single(effects["BEFORE_AFTER"]["further"]!.AsArray())!["value"]!.GetValue<double>(), 9);
        Assert.Equal(["STANDARDISED_DIFFERENCE", "SUPERIORITY"], effects["GROUP_DIFFERENCE"]["further"]!.AsArray().Where(f => f!["sentence"] is not null).Select(f => f!["technique"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    /// <summary>What the one had who was lost is twenty times the mean before, less nineteen times the mean after less the pairs' change.</summary>
    [Fact]
    public async Task The_change_of_pairs_is_told_to_the_evaluator_alone_where_one_was_lost()
    {
        var project = await PlannedAsync();
        var rows = from i in Enumerable.Range(1, 20)
                   from own in new[] { true, false }
                   from wave in new[] { "w0", "w1" }
                   where wave == "w0" || !own || i > 1
                   select new { rowKey = $"{i}{own}{wave}", indicator = "halsa", wave, @group = own ? "INTERVENTION" : "COMPARISON", measuredOn = wave == "w1" ? "2021-03-01" : "2019-03-01", subjectKey = $"s{i}{own}", value = 50 + i + (wave == "w1" ? i % 3 : 0) };
        await LogAsync(project, [.. rows]);
        foreach (var reader in new[] { Stages.Lead, Stages.Officer, Stages.Chair, Fond.As("revisor") })
        {
            var told = await PairsAsync(reader, project);
            Assert.Equal(["ANCOVA  ESTIMATE_HIDDEN", "PAIRED_CHANGE  ESTIMATE_HIDDEN"], told.Order(StringComparer.Ordinal));
        }
        Assert.Equal(["ANCOVA 39 ", "PAIRED_CHANGE 19 "], (await PairsAsync(Stages.Evaluator, project)).Order(StringComparer.Ordinal));
    }

    private static async Task<IEnumerable<string>> PairsAsync(Client reader, string project) =>
        from effect in (await reader.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { effects { indicator further { technique n value sentence unavailable { code } } } } } } }", new { p = project }))["node"]!["measurementPlans"]![0]!["effects"]!.AsArray()
        from further in effect!["further"]!.AsArray()
        where further!["technique"]!.GetValue<string>() is "ANCOVA" or "PAIRED_CHANGE"
        select $"{further["technique"]} {further["n"]} {further["unavailable"]?["code"]}";

    [Fact]
    public async Task There_is_no_estimate_where_a_group_or_wave_is_missing()
    {
        var project = await PlannedAsync();
        await LogAsync(project, Row("a", "w1", "INTERVENTION", 100, 75));
        var seen = await ResultsAsync(Stages.Evaluator, project);
        Assert.Equal("ESTIMATE_WAVE_MISSING", Effect(seen, "BEFORE_AFTER")["unavailable"]!["code"]!.GetValue<string>());
        Assert.Equal("ESTIMATE_GROUP_MISSING", Effect(seen, "GROUP_DIFFERENCE")["unavailable"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_trail_holds_the_batch_with_its_checksum_and_not_the_rows()
    {
        var project = await PlannedAsync();
        await LogAsync(project, Row("a", "w0", "INTERVENTION", 10, 5), Row("b", "w0", "COMPARISON", 10, 5));
        var entries = (await Fond.As("revisor").ReadAsync("{ audit(action: \"LogMeasurements\") { nodes { objectType objectId after } } }"))["audit"]!["nodes"]!.AsArray();
        var entry = Assert.Single(entries, e => e!["objectType"]!.GetValue<string>() == "MeasurementBatch")!;
        var batch = (await Stages.Evaluator.ReadAsync("query($b: ID!) { node(id: $b) { ... on MeasurementBatch { rows salt sha256 } } }", new { b = entry["objectId"]!.GetValue<string>() }))["node"]!;
        Assert.Equal((2, 64), (batch["rows"]!.GetValue<int>(), batch["salt"]!.GetValue<string>().Length));
        Assert.Contains(batch["sha256"]!.GetValue<string>(), entry["after"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(entries, e => e!["objectType"]!.GetValue<string>() == "Measurement");
    }

    /// <summary>How many rows there were, beside how many are shown, is how many are hidden; and a checksum of few rows is found by trying.</summary>
    [Fact]
    public async Task Neither_the_trail_nor_whoever_reads_it_tells_how_many_rows_were_logged()
    {
        var project = await PlannedAsync();
        await LogAsync(project, Row("a", "w0", "INTERVENTION", 4, 2));
        var entry = (await Fond.As("revisor").ReadAsync("{ audit(action: \"LogMeasurements\") { nodes { objectType objectId after } } }"))["audit"]!["nodes"]!.AsArray().Single(e => e!["objectType"]!.GetValue<string>() == "MeasurementBatch")!;
        Assert.Equal(["At", "LoggedById", "PlanId", "Sha256", "Version"], JsonNode.Parse(entry["after"]!.GetValue<string>())!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
        using var unsalted = new RowChecksum();
        unsalted.Add([new MeasurementRow { RowKey = "a", Indicator = "trygghet", Wave = "w0", Group = MeasurementGroup.Intervention, MeasuredOn = new(2019, 3, 1), N = 4, Events = 2 }]);
        Assert.DoesNotContain(unsalted.ToString(), entry["after"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (var reader in new[] { Fond.As("revisor"), Fond.As("administrator"), Stages.Officer, Stages.Lead })
            Assert.Null((await reader.ReadAsync("query($b: ID!) { node(id: $b) { id } }", new { b = entry["objectId"]!.GetValue<string>() }))["node"]);
    }

    /// <summary>Sums do not tell the lowest step, and so not that nearly all stand on it.</summary>
    [Fact]
    public async Task Steps_of_a_scale_on_which_nearly_all_are_alike_are_hidden_though_many_were_logged_at_once()
    {
        var (_, project) = await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new[]
            {
                new { code = "trivsel", name = "Trivsel", unit = "steg", kind = "ORDINAL", direction = "HIGHER_IS_BETTER" },
                new { code = "halsa", name = "Hälsa", unit = "poäng", kind = "MEAN", direction = "HIGHER_IS_BETTER" },
            },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        await LogAsync(project, [.. Enumerable.Range(0, 40).Select(i => new { rowKey = $"r{i}", indicator = "trivsel", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", subjectKey = $"s{i}", value = i < 3 ? 4 : 3 })]);
        await LogAsync(project, [.. Enumerable.Range(0, 40).Select(i => Individual($"h{i}", "w0", $"s{i}", 40 + i))]);
        await Fond.InDatabaseAsync(async db => await db.Set<MeasurementSum>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Mean, 77))); // so that it is seen what is read
        Assert.Null((await ResultsAsync(Stages.Officer, project))["cells"]![0]!["n"]);
        var own = (await ResultsAsync(Stages.Evaluator, project))["cells"]!.AsArray();
        Assert.Equal([40, 40], own.Select(c => c!["n"]!.GetValue<int>()));
        Assert.Equal(77, own[1]!["mean"]!.GetValue<double>()); // the other indicator is still read from its sums
    }

    [Fact]
    public async Task Ten_thousand_rows_go_in_one_request()
    {
        var project = await PlannedAsync();
        var rows = Enumerable.Range(0, 10_000).Select(i => Individual($"r{i}", "w0", $"s{i}", 40 + i % 50)).ToArray();
        var logged = await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows }, Report);
        Assert.Equal(10_000, logged["report"]!["logged"]!.GetValue<int>());
        var again = await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows }, Report);
        Assert.Equal(10_000, again["report"]!["unchanged"]!.GetValue<int>());
    }

    private static object Row(string key, string wave, string group, int n, int events) =>
        new { rowKey = key, indicator = "trygghet", wave, group, measuredOn = wave == "w1" ? "2021-03-01" : "2019-03-01", n, events };

    private static object Individual(string key, string wave, string subject, decimal value) =>
        new { rowKey = key, indicator = "halsa", wave, group = "INTERVENTION", measuredOn = "2019-03-01", subjectKey = subject, value };

    private async Task<string> PlannedAsync(string design = "MATCHED_COMPARISON")
    {
        var (_, project) = await Stages.RunningAsync();
        await Stages.Evaluator.RefusedAsync("PLAN_MISSING", "logMeasurements", new { projectId = project, rows = new[] { Row("a", "w0", "INTERVENTION", 10, 5) } });
        await PlanAsync(project, design);
        return project;
    }

    private Task<JsonNode> PlanAsync(string project, string design) => Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project, design), "measurementPlan { id }");

    private static object Plan(string project, string design) => new
    {
        projectId = project,
        design,
        indicators = new object[]
        {
            new { code = "trygghet", name = "Trygghet", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" },
            new { code = "halsa", name = "Hälsa", unit = "poäng", kind = "MEAN", direction = "HIGHER_IS_BETTER" },
        },
        waves = new object[]
        {
            new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true },
            new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" },
        },
    };

    private Task<JsonNode> LogAsync(string project, params object[] rows) => Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows }, Report);

    private async Task<string> PlanIdAsync(string project) =>
        (await Stages.Evaluator.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { id } } } }", new { p = project }))["node"]!["measurementPlans"]![0]!["id"]!.GetValue<string>();

    private static async Task<JsonNode> ResultsAsync(Client reader, string project) => (await reader.ReadAsync("""
        query($p: ID!) { node(id: $p) { ... on Project { measurementPlans {
          cells { group wave subgroup n mean lower upper hidden { code message } }
          effects { indicator method subgroup estimate { value lower upper sentence strength } unavailable { code message } } } } } }
        """, new { p = project }))["node"]!["measurementPlans"]![0]!;

    private static JsonNode Effect(JsonNode results, string method) =>
        results["effects"]!.AsArray().Single(e => e!["indicator"]!.GetValue<string>() == "trygghet" && e["method"]!.GetValue<string>() == method)!;

    private Task<int> CountAsync() => Fond.InDatabaseAsync(db => db.Set<Measurement>().CountAsync());
}
