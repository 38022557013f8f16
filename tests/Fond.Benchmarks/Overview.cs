using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace Fond.Benchmarks;

/// <summary>The steering group's overview of a hundred applications: /graphql against hand-written SQL and Utf8JsonWriter, both over HTTP in one process.</summary>
internal static class Overview
{
    private const int Applications = 100, Connections = 8;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(20), Window = TimeSpan.FromSeconds(5);

    public const string Document = """
        query($call: ID!) { callOverview(callId: $call) { title available asked granted rows {
          applicationId caseNumber title organisation phase asked proposed granted assessors meanScore spread needsDiscussion rank goals } } }
        """;

    public static async Task RunAsync()
    {
        await using var fond = await BenchFond.StartAsync((app, connection) => app.MapGet("/bench/overview/{call:long}", new HandWritten(connection).AnswerAsync));
        for (var i = 1; i < Applications; i++) await fond.PlayAsync("haninge", "proposeJointly"); // one is there already
        var (call, key) = await CallAsync(fond);
        var json = JsonSerializer.Serialize(new { query = Document, variables = new { call } });
        var server = fond.Http.BaseAddress!;
        var graphql = new Load(server, Load.Post("/graphql", await fond.TokenAsync("haninge-ordforande"), json));
        var written = new Load(server, Load.Get($"/bench/overview/{key}"));
        await SameAsync(fond, call, key);

        await graphql.RunAsync(Connections, Warm);
        await written.RunAsync(Connections, Warm / 2);
        var ratios = new List<double>();
        for (var round = 1; round <= 5; round++)
        {
            var (fast, full) = (await written.RunAsync(Connections, Window), await graphql.RunAsync(Connections, Window));
            ratios.Add(fast / full);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overview, round {round}: hand-written {fast:F0}/s, /graphql {full:F0}/s, ratio {fast / full:F2}"));
        }
        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overview: median ratio {ratios[2]:F2} (aim at most 2.5)"));
        await ShareAsync(fond, "sign-in, parsing and an empty answer", "{ __typename }");
        await ShareAsync(fond, "the same five queries, two of fourteen fields", "query($call: ID!) { callOverview(callId: $call) { rows { caseNumber rank } } }", call);
    }

    /// <summary>What a smaller document costs, to tell where the time goes.</summary>
    private static async Task ShareAsync(BenchFond fond, string what, string document, string? call = null)
    {
        var load = new Load(fond.Http.BaseAddress!, Load.Post("/graphql", await fond.TokenAsync("haninge-ordforande"), JsonSerializer.Serialize(new { query = document, variables = new { call } })));
        await load.RunAsync(Connections, Window);
        var rate = await load.RunAsync(Connections, Window);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overview, {what}: {rate:F0}/s"));
    }

    public static async Task<(string Call, long Key)> CallAsync(BenchFond fond)
    {
        var call = (await fond.AskAsync("haninge-ordforande", "{ funds(municipality: \"Haninge\") { nodes { calls { id } } } }"))["funds"]!["nodes"]![0]!["calls"]![0]!["id"]!.GetValue<string>();
        return (call, Features.Platform.GraphQL.GlobalId.Read<Domain.Funds.Call>(call)!.Value);
    }

    /// <summary>Both sides must say the same, or the comparison is of nothing.</summary>
    private static async Task SameAsync(BenchFond fond, string call, long key)
    {
        var full = await fond.AskAsync("haninge-ordforande", Document, new { call });
        var fast = JsonNode.Parse(await fond.Http.GetStringAsync($"/bench/overview/{key}"))!["data"];
        if (full["callOverview"]!["rows"]!.AsArray().Count != Applications || !JsonNode.DeepEquals(full, fast))
            throw new InvalidOperationException($"The answers differ:\n{full.ToJsonString()[..600]}\n{fast!.ToJsonString()[..600]}");
    }
}
