using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Domain.Impact;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Workflows;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Benchmarks;

/// <summary>A project of Helsingborg's that is measured, by its evaluator and straight in the tables.</summary>
internal sealed class Measured(BenchFond fond, string token, string project, long plan)
{
    private const string Evaluator = "helsingborg-utvarderare";

    public static async Task<Measured> OfAsync(BenchFond fond)
    {
        await fond.PlayAsync("helsingborg", "setMeasurementPlan");
        var project = (await fond.AskAsync(Evaluator, "{ projects { nodes { id measurementPlans { id } } } }"))["projects"]!["nodes"]![0]!;
        return new(fond, await fond.TokenAsync(Evaluator), project["id"]!.GetValue<string>(), GlobalId.Read<MeasurementPlan>(project["measurementPlans"]![0]!["id"]!.GetValue<string>())!.Value);
    }

    public string Project => project;

    public long Plan => plan;

    /// <summary>Individual values as CSV, in one wave, half of them in each group.</summary>
    public static byte[] Csv(string prefix, int rows, string wave = "2019", string day = "2019-04-10", string? subjects = null)
    {
        var csv = new StringBuilder("rowKey,indicator,wave,group,measuredOn,subjectKey,value\n");
        for (var i = 0; i < rows; i++) csv.Append(CultureInfo.InvariantCulture, $"{prefix}-{i},halsoindex,{wave},{(i % 2 == 0 ? "INTERVENTION" : "COMPARISON")},{day},{subjects ?? prefix}-s{i},{40 + i % 50}\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>Some who were measured together, in the wave that the individuals are in.</summary>
    public static byte[] Together(string prefix) => Encoding.UTF8.GetBytes($"rowKey,indicator,wave,group,measuredOn,n,mean,standardDeviation\n{prefix}-together,halsoindex,2019,INTERVENTION,2019-04-10,20,60,10\n");

    /// <summary>From the first byte sent until all of it is logged, the sweep included.</summary>
    public async Task<double> ImportAsync(byte[] csv)
    {
        var watch = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/projects/{project}/measurements") { Content = new ByteArrayContent(csv) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await fond.Http.SendAsync(request);
        var id = (await response.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        await using (var scope = fond.App.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<Sweep>().RunAsync(CancellationToken.None);
        var time = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        var import = (await fond.AskAsync(Evaluator, "query($i: ID!) { measurementImport(importId: $i) { state faults { row code } } }", new { i = id }))["measurementImport"]!;
        return import["state"]!.GetValue<string>() == "DONE" ? time : throw new InvalidOperationException(import.ToJsonString());
    }

    /// <summary>What somebody would write who needs the rows there and nothing else.</summary>
    public double Insert(string prefix, int rows)
    {
        using var db = new SqliteConnection(fond.Connection);
        db.Open();
        var watch = Stopwatch.GetTimestamp();
        using var transaction = db.BeginTransaction();
        using var command = db.CreateCommand();
        command.CommandText = $"""
            INSERT INTO Measurements (BatchId, PlanId, IndicatorId, WaveId, "Group", SubjectKey, Value, MeasuredOn, RowKey)
            VALUES ((SELECT MAX(Id) FROM MeasurementBatches), {plan}, (SELECT MIN(Id) FROM PlanIndicators WHERE MeasurementPlanId = {plan}), (SELECT MIN(Id) FROM PlanWaves WHERE MeasurementPlanId = {plan}), $group, $subject, $value, '2019-04-10', $key)
            """;
        var (group, subject, value, key) = (Add("$group"), Add("$subject"), Add("$value"), Add("$key"));
        command.Prepare();
        for (var i = 0; i < rows; i++)
        {
            (group.Value, subject.Value, value.Value, key.Value) = (i % 2 == 0 ? "Intervention" : "Comparison", $"{prefix}-s{i}", 40 + i % 50, $"{prefix}-{i}");
            command.ExecuteNonQuery();
        }
        transaction.Commit();
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;

        SqliteParameter Add(string name) => command.Parameters.AddWithValue(name, "");
    }
}
