using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Fond.Faults.Support;

namespace Fond.Faults;

/// <summary>Many clients at once, four reads to a write.</summary>
public sealed class LoadTests
{
    private static readonly string[] Reads =
    [
        "{ applications(first: 20) { nodes { id title phase } } }",
        "{ workItems(first: 20) { nodes { id title dueOn } } }",
        "{ calls { nodes { id title fund { name available } } } }",
        "{ publicRegister(first: 20) { nodes { caseNumber body } } }",
    ];

    private readonly ConcurrentBag<(int Status, string? Code, double Milliseconds)> _answers = [];

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task No_answer_is_a_fault_under_load(string engine)
    {
        await using var surroundings = await Surroundings.OfAsync(engine);
        await using var fond = surroundings.Fond();
        await fond.StartAsync();
        var call = await Cases.CallAsync(fond, "helsingborg");
        var (clients, length) = (Scale.Of(40, 200), TimeSpan.FromSeconds(Scale.Of(5, 60)));
        var (before, most) = (fond.Memory, 0L);
        using var enough = new CancellationTokenSource(length);
        var load = Task.WhenAll(Enumerable.Range(0, clients).Select(n => AskAsync(fond, call, n, enough.Token)));
        while (!load.IsCompleted)
        {
            most = Math.Max(most, fond.Memory);
            await Task.WhenAny(load, Task.Delay(500, CancellationToken.None));
        }
        await load;

        Assert.All(_answers, a => Assert.True(a is (200, null, _) or (503, "UNAVAILABLE", _), a.ToString()));
        Assert.True(_answers.Count(a => a.Status == 200) > _answers.Count * 9 / 10, "More than a tenth were told to come back later.");
        var records = new Records(surroundings.Database);
        await records.TheTrailHoldsAsync();
        await records.MoneyAddsUpAsync();
        var times = _answers.Select(a => a.Milliseconds).Order().ToList();
        Figures.Tell($"Load, {engine}", $"{clients} clients for {length.TotalSeconds:0} s: {times.Count} answers ({times.Count / length.TotalSeconds:0} a second), {_answers.Count(a => a.Code is not null)} of them typed errors; half within {times[times.Count / 2]:0} ms, 99 % within {times[times.Count * 99 / 100]:0} ms; memory {before / 1_048_576} MB before, at most {most / 1_048_576} MB");
    }

    private async Task AskAsync(FondProcess fond, string call, int number, CancellationToken enough)
    {
        for (var i = number; !enough.IsCancellationRequested; i++)
        {
            var writes = i % 5 == 4;
            var clock = Stopwatch.StartNew();
            using var response = writes
                ? await fond.As("helsingborg-projektledare").PostAsync("mutation($input: StartApplicationInput!) { startApplication(input: $input) { errors { code } } }", new { input = new { callId = call, title = "Pilot" } }, CancellationToken.None)
                : await fond.As(i % 2 == 0 ? "helsingborg-handlaggare" : "helsingborg-projektledare").PostAsync(Reads[i % 5], null, CancellationToken.None);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(CancellationToken.None))!;
            var code = (answer["errors"]?[0]?["extensions"] ?? answer["data"]?["startApplication"]?["errors"]?.AsArray().FirstOrDefault())?["code"]?.GetValue<string>();
            _answers.Add(((int)response.StatusCode, code, clock.Elapsed.TotalMilliseconds));
        }
    }
}
