using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Impact;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Impact;

public sealed class CorrectionApiTests : FondTest
{
    private const string Cells = "query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { id cells { n mean } } } } }";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_corrected_row_is_a_new_version_and_the_evaluator_reads_the_old_with_who_and_when()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        await LogAsync(project, [.. Enumerable.Range(0, 10).Select(i => Row(i, 10))]);
        var dry = await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, dryRun = true, rows = new[] { Row(0, 1_000) } }, "report { corrected logged }");
        Assert.Equal((1, 0), (dry["report"]!["corrected"]!.GetValue<int>(), dry["report"]!["logged"]!.GetValue<int>()));
        Fond.Clock.Advance(TimeSpan.FromDays(1));
        var report = (await LogAsync(project, Row(0, 20)))["report"]!;
        Assert.Equal((1, 0, 0), (report["corrected"]!.GetValue<int>(), report["logged"]!.GetValue<int>(), report["unchanged"]!.GetValue<int>()));

        var plan = (await Stages.Evaluator.ReadAsync(Cells, new { p = project }))["node"]!["measurementPlans"]![0]!;
        Assert.Equal(11, plan["cells"]![0]!["mean"]!.GetValue<double>(), 9);
        async Task<JsonArray> RowsAsync(string more) => (await Stages.Evaluator.ReadAsync($"query($p: ID!) {{ measurements(planId: $p{more}) {{ nodes {{ id value revision batch {{ at loggedBy {{ name }} }} corrections {{ batch {{ at }} }} }} }} }}", new { p = plan["id"]!.GetValue<string>() }))["measurements"]!["nodes"]!.AsArray();
        Assert.Equal(10, (await RowsAsync("")).Count);
        Assert.Equal(11, (await RowsAsync(", corrected: true")).Count);
        var versions = await RowsAsync(", corrected: true, rowKey: \"r0\"");
        Assert.Equal(["1 20", "0 10"], versions.Select(v => FormattableString.Invariant($"{v!["revision"]} {v["value"]!.GetValue<decimal>():0.#}")));
        Assert.Equal("Följeforskare, Helsingborg", versions[1]!["batch"]!["loggedBy"]!["name"]!.GetValue<string>());
        Assert.Equal(versions[0]!["batch"]!["at"]!.GetValue<string>(), Assert.Single(versions[1]!["corrections"]!.AsArray())!["batch"]!["at"]!.GetValue<string>());
        Assert.NotEqual(versions[0]!["batch"]!["at"]!.GetValue<string>(), versions[1]!["batch"]!["at"]!.GetValue<string>());
        foreach (var other in new[] { Stages.Officer, Stages.Lead, Fond.As("haninge-utvarderare") })
            Assert.Null((await other.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = versions[1]!["id"]!.GetValue<string>() }))["node"]);
    }

    [Fact]
    public async Task Others_see_a_correction_when_enough_are_corrected()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        await LogAsync(project, [.. Enumerable.Range(0, 10).Select(i => Row(i, i % 2 == 0 ? 9 : 11))]);
        await LogAsync(project, Row(0, 19));
        Assert.Equal(10, await MeanAsync(Stages.Officer, project));
        Assert.Equal(11, await MeanAsync(Stages.Evaluator, project));
        var file = "rowKey,indicator,wave,group,measuredOn,subjectKey,value\n" + string.Concat(Enumerable.Range(0, 5).Select(i => $"r{i},halsa,w0,INTERVENTION,2019-03-01,s{i},{(i % 2 == 0 ? 19 : 21)}\n"));
        var import = await ImportGround.IdOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, Encoding.UTF8.GetBytes(file)));
        await Fond.SweepAsync();
        var done = (await Stages.Evaluator.ReadAsync("query($i: ID!) { measurementImport(importId: $i) { state logged corrected unchanged } }", new { i = import }))["measurementImport"]!;
        Assert.Equal(("DONE", 0, 4, 1), (done["state"]!.GetValue<string>(), done["logged"]!.GetValue<int>(), done["corrected"]!.GetValue<int>(), done["unchanged"]!.GetValue<int>()));
        Assert.Equal(15, await MeanAsync(Stages.Officer, project));
        Assert.Equal(15, await MeanAsync(Stages.Evaluator, project));
        Assert.Equal(5, await Fond.InDatabaseAsync(db => db.Set<MeasurementCorrection>().CountAsync()));
    }

    [Fact]
    public async Task What_comes_late_or_lies_far_out_is_warned_of_and_kept()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        object[] rows = [.. Enumerable.Range(0, 24).Select(i => Row(i, 40 + i)), Row(24, 400)];
        var report = (await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows }, "report { logged warnings { row column code } }"))["report"]!;
        Assert.Equal(25, report["logged"]!.GetValue<int>());
        Assert.Equal(25, report["warnings"]!.AsArray().Count(w => w!["code"]!.GetValue<string>() == "MEASUREMENT_LATE"));
        var outlier = Assert.Single(report["warnings"]!.AsArray(), w => w!["code"]!.GetValue<string>() == "MEASUREMENT_OUTLIER")!;
        Assert.Equal((24, "value"), (outlier["row"]!.GetValue<int>(), outlier["column"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Results_read_from_sums_are_those_read_from_each_measurement()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        await LogAsync(project, [.. from i in Enumerable.Range(0, 40)
                                 from wave in new[] { ("w0", "2019-03-01"), ("w1", "2021-03-01") }
                                 select (object)new { rowKey = $"{i}{wave.Item1}", indicator = "halsa", wave = wave.Item1, @group = i % 2 == 0 ? "INTERVENTION" : "COMPARISON", measuredOn = wave.Item2, subjectKey = $"s{i}", value = 50 + i % 7 + (wave.Item1 == "w1" ? i % 3 : 0) }]);
        Assert.Equal(4, await Fond.InDatabaseAsync(db => db.Set<MeasurementSum>().CountAsync()));
        const string ask = "query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { effects { indicator method estimate { value lower upper pValue design strength } FURTHER } } } } }";
        var sums = await EstimatesAsync(ask.Replace("FURTHER", "", StringComparison.Ordinal), project);
        Assert.Equal(sums, await EstimatesAsync(ask.Replace("FURTHER", "further { technique design strength }", StringComparison.Ordinal), project));
        Assert.Equal(3, sums.Count);
        Assert.Contains("MATCHED_COMPARISON MODERATE", string.Join('|', sums), StringComparison.Ordinal);
    }

    private async Task<List<string>> EstimatesAsync(string ask, string project) =>
        [.. (await Stages.Officer.ReadAsync(ask, new { p = project }))["node"]!["measurementPlans"]![0]!["effects"]!.AsArray().Where(e => e!["estimate"] is not null).Select(e => FormattableString.Invariant(
            $"{e!["method"]} {e["estimate"]!["value"]!.GetValue<double>():F9} {e["estimate"]!["lower"]!.GetValue<double>():F9} {e["estimate"]!["pValue"]!.GetValue<double>():F9} {e["estimate"]!["design"]} {e["estimate"]!["strength"]}"))];

    private static async Task<double> MeanAsync(Client reader, string project) =>
        Math.Round((await reader.ReadAsync(Cells, new { p = project }))["node"]!["measurementPlans"]![0]!["cells"]![0]!["mean"]!.GetValue<double>(), 9);

    private static object Row(int subject, decimal value) => new { rowKey = $"r{subject}", indicator = "halsa", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", subjectKey = $"s{subject}", value };

    private Task<JsonNode> LogAsync(string project, params object[] rows) => Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows }, "report { logged corrected unchanged }");
}
