using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Fond.Benchmarks;

/// <summary>Ten thousand measurements through <c>logMeasurements</c> over HTTP, with every rule and the trail, against a prepared INSERT in one transaction.</summary>
internal static class Bulk
{
    private const int Rows = 10_000, Warm = 40, Rounds = 7;

    public static async Task RunAsync()
    {
        await using var fond = await BenchFond.StartAsync();
        var measured = await Measured.OfAsync(fond);
        var (token, id) = (await fond.TokenAsync("helsingborg-utvarderare"), measured.Project);
        await LogAsync(fond, token, id, "first"); // makes the batch that the raw rows belong to
        var ratios = new List<double>();
        for (var round = 1 - Warm; round <= Rounds; round++)
        {
            var raw = measured.Insert($"raw{round}", Rows);
            var full = await LogAsync(fond, token, id, $"g{round}");
            if (round < 1) continue; // cold code takes twice as long
            ratios.Add(full / raw);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bulk, round {round}: prepared INSERT {raw:F0} ms, logMeasurements {full:F0} ms, ratio {full / raw:F2}"));
        }
        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bulk: median ratio {ratios[Rounds / 2]:F2}"));
    }

    private static async Task<double> LogAsync(BenchFond fond, string token, string project, string prefix)
    {
        var rows = Enumerable.Range(0, Rows).Select(i => new { rowKey = $"{prefix}-{i}", indicator = "halsoindex", wave = "2019", group = i % 2 == 0 ? "INTERVENTION" : "COMPARISON", measuredOn = "2019-04-10", subjectKey = $"{prefix}-s{i}", value = 40 + i % 50 });
        using var content = JsonContent.Create(new { query = "mutation($input: LogMeasurementsInput!) { logMeasurements(input: $input) { report { logged } errors { code path } } }", variables = new { input = new { projectId = project, rows } } });
        await content.LoadIntoBufferAsync(); // writing the request is the client's work
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var watch = Stopwatch.GetTimestamp();
        using var response = await fond.Http.SendAsync(request);
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        var time = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        if (answer["data"]?["logMeasurements"]?["report"]?["logged"]?.GetValue<int>() != Rows) throw new InvalidOperationException(answer.ToJsonString());
        return time;
    }
}
