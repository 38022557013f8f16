using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fond.Faults.Support;

/// <summary>A client that sends a mutation again, under the same key, until it is told what came of it. Now and then its line is cut before it is.</summary>
internal sealed class Persistent(IFond fond)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private int _repeats, _acknowledged;

    /// <summary>How often it had to send again.</summary>
    public int Repeats => _repeats;

    /// <summary>How many mutations have been answered.</summary>
    public int Acknowledged => _acknowledged;

    /// <summary>Returns when another has been, or when nobody sends any more.</summary>
    public async Task DoesMoreAsync(Task senders)
    {
        var (before, clock) = (_acknowledged, Stopwatch.StartNew());
        while (_acknowledged == before && !senders.IsCompleted)
        {
            Assert.True(clock.Elapsed < Patience, "Nothing gets through.");
            await Task.Delay(10);
        }
    }

    /// <summary>The payload of a mutation that was done; a refusal fails the test.</summary>
    public async Task<JsonNode> DoAsync(string person, string mutation, JsonObject input, string select)
    {
        var payload = await AnsweredAsync(person, mutation, input, select);
        Assert.True(payload["errors"]!.AsArray().Count == 0, $"{mutation}: {payload.ToJsonString()}");
        return payload;
    }

    /// <summary>The payload of a mutation that was done, or refused by a rule.</summary>
    public async Task<JsonNode> AnsweredAsync(string person, string mutation, JsonObject input, string select)
    {
        input["idempotencyKey"] ??= Guid.NewGuid().ToString("N");
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (await TryAsync(person, mutation, input, select) is { } answer)
            {
                Assert.True(answer["errors"] is null, $"{mutation}: {answer.ToJsonString()}");
                Interlocked.Increment(ref _acknowledged);
                return answer["data"]![mutation]!;
            }
            Assert.True(clock.Elapsed < Patience, $"{mutation} never got through.");
            Interlocked.Increment(ref _repeats);
            await Task.Delay(50);
        }
    }

    /// <returns>Null when it is not known whether it was done, or when it was not.</returns>
    private async Task<JsonNode?> TryAsync(string person, string mutation, JsonObject input, string select)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        using var line = new CancellationTokenSource(Random.Shared.Next(4) == 0 ? Random.Shared.Next(10, 300) : Timeout.Infinite);
        try
        {
            using var response = await fond.As(person).PostAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {select} errors {{ code message path }} }} }}", new { input }, line.Token);
            return response.StatusCode == HttpStatusCode.ServiceUnavailable ? null : await response.Content.ReadFromJsonAsync<JsonNode>();
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return null;
        }
    }
}
