using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Reports;

/// <summary>Projects whose follow-up has come to something, and their reports as people fetch them.</summary>
internal sealed class ReportStages(FondServer fond, string municipality = "helsingborg")
{
    public Stages Stages { get; } = new(fond, municipality);

    /// <summary>A randomised trial by two primary indicators; nothing is measured yet.</summary>
    public async Task<(string Application, string Project)> PlannedAsync(string design = "RANDOMISED")
    {
        var (application, project) = await Stages.RunningAsync();
        await PlanAsync(project, design);
        return (application, project);
    }

    /// <summary>
    /// Its baseline was measured when it had begun, which the fund has accepted, and before the plan was entered in Fond; the design claims more since the results are known. Of those whom it reached more became safe.
    /// </summary>
    public async Task<string> DoubtfulAsync()
    {
        const string late = "2019-06-30";
        var (_, project) = await PlannedAsync("MATCHED_COMPARISON");
        await LogAsync(project, [.. new[] { "INTERVENTION", "COMPARISON" }.SelectMany(group => new object[]
        {
            new { rowKey = $"t {group}", indicator = "trygghet", wave = "w0", group, measuredOn = late, n = 400, events = 200 },
            new { rowKey = $"f {group}", indicator = "franvaro", wave = "w0", group, measuredOn = late, n = 400, mean = 10, standardDeviation = 2 },
        }), Row("c", "w2", "INTERVENTION", 400, 300), Row("d", "w2", "COMPARISON", 400, 220)]);
        await Stages.Officer.DoAsync("acceptLateBaseline", new { projectId = project, reason = "Enkäten dröjde hos skolkansliet" }, "project { id }");
        await PlanAsync(project, "RANDOMISED", "Annat upplägg", "Lottat i efterhand av skolkansliet");
        return project;
    }

    private Task<JsonNode> PlanAsync(string project, string design, string? reason = null, string? designNote = null) => Stages.Evaluator.DoAsync("setMeasurementPlan", new
    {
        projectId = project,
        design,
        reason,
        designNote,
        indicators = new object[]
        {
            new { code = "trygghet", name = "Trygga elever", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER", target = 0.8, isPrimary = true },
            new { code = "franvaro", name = "Frånvaro", unit = "dagar", kind = "MEAN", direction = "LOWER_IS_BETTER", isPrimary = true },
        },
        waves = new object[]
        {
            new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true },
            new { code = "w2", name = "Efter två år", from = "2021-01-01", to = "2021-06-30" },
            new { code = "w9", name = "Efter nio år", from = "2028-01-01", to = "2028-06-30" },
        },
        sizes = design == "BEFORE_AFTER" ? new { intervention = 400, comparison = (int?)null } : new { intervention = 400, comparison = (int?)400 },
    }, "measurementPlan { id }");

    /// <summary>Of four hundred in each group, so many are safe two years later.</summary>
    public async Task LogSharesAsync(string project, int intervention, int comparison, int n = 400) => await LogAsync(project,
        Row("a", "w0", "INTERVENTION", n, n / 2), Row("b", "w0", "COMPARISON", n, n / 2), Row("c", "w2", "INTERVENTION", n, intervention), Row("d", "w2", "COMPARISON", n, comparison));

    public Task<JsonNode> LogAsync(string project, params object[] rows) => Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows }, "report { logged }");

    public static object Row(string key, string wave, string group, int n, int events) =>
        new { rowKey = key, indicator = "trygghet", wave, group, measuredOn = wave == "w2" ? "2021-03-01" : "2019-03-01", n, events };

    /// <summary>A programme that the project's goals are of.</summary>
    public async Task<string> ProgrammeAsync(string project)
    {
        var served = (await Stages.Officer.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { application { serves { code } } } } }", new { p = project }))["node"]!["application"]!["serves"]!.AsArray()
            .Select(g => g!["code"]!.GetValue<string>()).ToList();
        return (await Stages.Officer.ReadAsync("{ programmes(first: 100) { nodes { id areas { goals { code } } } } }"))["programmes"]!["nodes"]!.AsArray()
            .First(p => p!["areas"]!.AsArray().SelectMany(a => a!["goals"]!.AsArray()).Any(g => served.Contains(g!["code"]!.GetValue<string>())))!["id"]!.GetValue<string>();
    }

    public static Task<string> TextAsync(Client client, string path) => new Fetch(client).TextAsync(path);

    public static async Task<JsonNode> TablesAsync(Client client, string root) => JsonNode.Parse(await TextAsync(client, $"{root}/report.json"))!["tables"]!;
}

/// <summary>The tables of a report, each fetched by itself as CSV.</summary>
internal static class TablesAsCsv
{
    /// <summary>Fails the test unless each has just the columns and values that the report has as JSON, where it has any.</summary>
    /// <returns>The report's tables.</returns>
    public static async Task<JsonObject> AgreeAsync(Client client, string root, string query = "")
    {
        var tables = JsonNode.Parse(await ReportStages.TextAsync(client, $"{root}/report.json{query}"))!["tables"]!.AsObject();
        foreach (var (name, rows) in tables)
        {
            var csv = Records(await ReportStages.TextAsync(client, $"{root}/report/{name}.csv{query}"));
            if (rows!.AsArray().Count > 0) Assert.Equal(rows[0]!.AsObject().Select(c => c.Key), csv[0]);
            Assert.Equal(rows.AsArray().Select(row => row!.AsObject().Select(c => Written(c.Value))), csv[1..]);
        }
        return tables;
    }

    private static string Written(JsonNode? value) => value switch
    {
        null => "",
        _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static List<string[]> Records(string text)
    {
        using var csv = CsvReader.Create(new StringReader(text.TrimStart('\uFEFF')), new CsvReaderOptions { HasHeader = false });
        var records = new List<string[]>();
        while (csv.Read()) records.Add([.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i) ?? "")]);
        return records;
    }
}

/// <summary>What somebody gets at an address.</summary>
internal sealed class Fetch(Client client)
{
    public async Task<HttpResponseMessage> AnswerAsync(string path)
    {
        using var request = await client.RequestAsync(HttpMethod.Get, path);
        return await client.SendAsync(request);
    }

    /// <summary>Fails the test when it is refused.</summary>
    public async Task<string> TextAsync(string path)
    {
        using var response = await AnswerAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    public async Task<byte[]> BytesAsync(string path)
    {
        using var response = await AnswerAsync(path);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
