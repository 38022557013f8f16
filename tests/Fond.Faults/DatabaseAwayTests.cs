using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support.Databases;
using Fond.Faults.Support;

namespace Fond.Faults;

/// <summary>The database cannot serve for a while: Fond says so at once, and goes on by itself when it can again.</summary>
public sealed class DatabaseAwayTests
{
    /// <summary>Nobody waits longer to be told.</summary>
    private static readonly TimeSpan Fast = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<(HttpStatusCode Status, string? Code, TimeSpan Took, bool RetryAfter)> _answers = [];

    [Fact]
    public async Task A_server_that_is_gone_is_told_of_at_once_and_forgotten_when_it_is_back()
    {
        await using var surroundings = await Surroundings.OfAsync("PostgreSql");
        await using var fond = surroundings.Fond(settings: surroundings.Hurried);
        await fond.StartAsync();
        var call = await Cases.CallAsync(fond, "helsingborg");
        var id = fond.Id;
        using var enough = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 8).Select(n => n % 2 == 0 ? StartAsync(fond, call, enough.Token) : ReadAsync(fond, enough.Token)));
        await MoreAsync(40);

        var server = await Templates.ServerAsync();
        await server.StopAsync();
        await UntilAsync(() => fond.StatusAsync("/health/ready"), (HttpStatusCode?)HttpStatusCode.ServiceUnavailable);
        var before = _answers.Count;
        await Task.Delay(TimeSpan.FromSeconds(Scale.Of(3, 20)), CancellationToken.None); // how long it is away is what is tried
        Assert.Equal(HttpStatusCode.OK, await fond.StatusAsync("/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await fond.StatusAsync("/health/ready"));
        Assert.True(_answers.Count > before);
        await server.StartAsync();
        var clock = Stopwatch.StartNew();
        await UntilAsync(() => fond.StatusAsync("/health/ready"), (HttpStatusCode?)HttpStatusCode.OK);
        var back = clock.Elapsed;
        await MoreAsync(40);
        await enough.CancelAsync();
        await load;

        await Cases.SubmittedAsync(fond);
        Assert.Equal(id, fond.Id);
        AnswersAreTyped();
        var records = new Records(surroundings.Database);
        await records.SettleAsync(TimeSpan.FromMinutes(1));
        await records.AreWholeAsync(surroundings.Mail);
        var refused = _answers.Where(a => a.Status != HttpStatusCode.OK).ToList();
        Figures.Tell("PostgreSQL away under load", $"{refused.Count} requests answered 503 UNAVAILABLE, the slowest after {refused.Max(a => a.Took).TotalMilliseconds:0} ms; ready again {back.TotalSeconds:0.0} s after the server; the same process");
    }

    [Fact]
    public async Task A_full_disk_is_told_of_at_once_and_forgotten_when_there_is_room()
    {
        await using var surroundings = await Surroundings.OfAsync("Sqlite");
        var folder = ((SqliteTestDatabase)surroundings.Database).Folder.FullName;
        await using var disk = await SmallDisk.MountAsync(folder, megabytes: 48);
        await using var fond = surroundings.Fond(settings: surroundings.Hurried);
        await fond.StartAsync();
        var call = await Cases.CallAsync(fond, "helsingborg");
        using var enough = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync(fond, call, enough.Token)));

        disk.Fill();
        await UntilAsync(() => fond.StatusAsync("/health/ready"), (HttpStatusCode?)HttpStatusCode.ServiceUnavailable);
        await Task.Delay(TimeSpan.FromSeconds(Scale.Of(2, 20)), CancellationToken.None); // how long it is full is what is tried
        Assert.Equal(HttpStatusCode.OK, await fond.StatusAsync("/health/live"));
        await UntilAsync(() => Task.FromResult(_answers.Any(a => a.Status == HttpStatusCode.ServiceUnavailable)), true);
        Assert.NotNull(await fond.As(null).ReadAsync("{ calls { nodes { id } } }")); // what is there can be read
        disk.Clear();
        await UntilAsync(() => fond.StatusAsync("/health/ready"), (HttpStatusCode?)HttpStatusCode.OK);
        await enough.CancelAsync();
        await load;

        await Cases.SubmittedAsync(fond);
        AnswersAreTyped();
        var records = new Records(surroundings.Database);
        await records.SettleAsync(TimeSpan.FromMinutes(1));
        await records.AreWholeAsync(surroundings.Mail);
        Figures.Tell("SQLite, full disk under load", $"{_answers.Count(a => a.Status == HttpStatusCode.ServiceUnavailable)} requests answered 503 UNAVAILABLE, the slowest of all after {_answers.Max(a => a.Took).TotalMilliseconds:0} ms; reading went on; the same process");
    }

    /// <summary>Another program that has the lock, or a server that hangs: writers are told so before their request is cut off, readers notice nothing.</summary>
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_database_that_lets_nobody_write_is_told_of_and_does_not_hold_up_readers(string engine)
    {
        await using var surroundings = await Surroundings.OfAsync(engine);
        await using var fond = surroundings.Fond();
        await fond.StartAsync();
        var call = await Cases.CallAsync(fond, "helsingborg");
        await using (await surroundings.Database.OccupyAsync())
        {
            var writers = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AskAsync(fond, Start, StartOf(call))));
            var clock = Stopwatch.StartNew();
            await fond.As(null).ReadAsync("{ calls { nodes { id } } }");
            Assert.True(clock.Elapsed < Fast);
            await writers;
        }
        Assert.All(_answers, a => Assert.True(a is { Status: HttpStatusCode.ServiceUnavailable, Code: "UNAVAILABLE", RetryAfter: true }, a.ToString()));
        Assert.Equal(3, _answers.Count);
        await Cases.SubmittedAsync(fond);
        Figures.Tell($"{engine}, nobody may write", $"three writers answered 503 UNAVAILABLE after {string.Join(", ", _answers.Select(a => a.Took.TotalSeconds).Order().Select(s => $"{s:0}"))} s; readers went on");
    }

    private const string Start = "mutation($input: StartApplicationInput!) { startApplication(input: $input) { errors { code } } }";

    private static object StartOf(string call) => new { input = new { callId = call, title = "Pilot" } };

    private Task StartAsync(FondProcess fond, string call, CancellationToken enough) => LoadAsync(fond, Start, StartOf(call), enough);

    private Task ReadAsync(FondProcess fond, CancellationToken enough) => LoadAsync(fond, "{ applications(first: 5) { nodes { id title } } }", null, enough);

    private async Task LoadAsync(FondProcess fond, string query, object? variables, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await AskAsync(fond, query, variables);
            await Task.Delay(10, CancellationToken.None);
        }
    }

    private async Task AskAsync(FondProcess fond, string query, object? variables)
    {
        var clock = Stopwatch.StartNew();
        using var response = await fond.As("helsingborg-projektledare").PostAsync(query, variables);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        _answers.Add((response.StatusCode, answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>(), clock.Elapsed, response.Headers.RetryAfter is not null));
    }

    private void AnswersAreTyped()
    {
        Assert.All(_answers, a => Assert.True(a.Status == HttpStatusCode.OK && a.Code is null || a is { Status: HttpStatusCode.ServiceUnavailable, Code: "UNAVAILABLE", RetryAfter: true }, a.ToString()));
        Assert.All(_answers.Where(a => a.Status == HttpStatusCode.ServiceUnavailable), a => Assert.True(a.Took < Fast, a.ToString()));
    }

    private static async Task UntilAsync<T>(Func<Task<T>> ask, T wanted)
    {
        var clock = Stopwatch.StartNew();
        while (!Equals(await ask(), wanted))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"It is never {wanted}.");
            await Task.Delay(50);
        }
    }

    /// <summary>So many more answers than there are now.</summary>
    private Task MoreAsync(int answers)
    {
        var wanted = _answers.Count + answers;
        return UntilAsync(() => Task.FromResult(_answers.Count >= wanted), true);
    }
}
