using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Hosting;
using Fond.Api.Scenarios;
using Fond.Domain.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Fond.Benchmarks;

/// <summary>A real Fond on 127.0.0.1 over a throwaway SQLite file with the demo data.</summary>
internal sealed class BenchFond : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private BenchFond(WebApplication app, DirectoryInfo folder)
    {
        (App, _folder) = (app, folder);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(5) };
    }

    public WebApplication App { get; }

    public HttpClient Http { get; }

    public string Connection => ConnectionTo(_folder);

    /// <param name="map">Endpoints to compare with, in the same process.</param>
    public static async Task<BenchFond> StartAsync(Action<WebApplication, string>? map = null)
    {
        var folder = Directory.CreateTempSubdirectory("fond-bench-");
        var app = await FondHost.BuildAsync(["--environment=Development", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Fond={ConnectionTo(folder)}",
            "--Seed:Demo=true", "--Background:Enabled=false", "--RateLimit:Burst=1000000", "--RateLimit:PerSecond=100000", "--Logging:LogLevel:Default=Warning"]);
        map?.Invoke(app, ConnectionTo(folder));
        await app.StartAsync();
        return new BenchFond(app, folder);
    }

    /// <summary>Plays a scenario once more, up to and with the first step that does this.</summary>
    public Task PlayAsync(string scenario, string mutation)
    {
        var told = Scenario.Load(scenario);
        var steps = told.Steps.TakeWhile(step => step.Query?.Contains(mutation, StringComparison.Ordinal) != true).Count() + 1;
        var player = new ScenarioPlayer(new InProcessScenario(App.Services).SendAsync, MunicipalTime.Today(DateTimeOffset.UtcNow));
        return player.PlayAsync(told with { Steps = [.. told.Steps.Take(steps)] }, null, CancellationToken.None);
    }

    public async Task<string> TokenAsync(string person)
    {
        using var response = await Http.PostAsJsonAsync("/dev/token", new { person });
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!["token"]!.GetValue<string>();
    }

    /// <summary>The data of one answer; throws when anything was refused.</summary>
    public async Task<JsonNode> AskAsync(string person, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person));
        using var response = await Http.SendAsync(request);
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        return answer["errors"] is null ? answer["data"]! : throw new InvalidOperationException(answer.ToJsonString());
    }

    public async Task SqlAsync(string sql)
    {
        await using var connection = new SqliteConnection(Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 600);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static string ConnectionTo(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "fond.db")}";
}
