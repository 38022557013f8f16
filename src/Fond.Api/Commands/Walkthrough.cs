using System.Globalization;
using Fond.Api.Hosting;
using Fond.Api.Scenarios;
using Fond.Domain.Common;
using Fond.Features.Platform.Workflows;

namespace Fond.Api.Commands;

/// <summary>
/// Plays a scenario over HTTP against a Fond that it starts on a throwaway database: one line a step; ends with 1 at the first
/// that goes wrong. <c>walkthrough [name]</c>, or <c>walkthrough --document folder</c> to write the pages of docs/ anew.
/// </summary>
internal static class Walkthrough
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--document", var folder])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "walkthrough.md"), WalkthroughPage.Of(Scenario.Load("helsingborg")));
            return 0;
        }
        var name = args.FirstOrDefault() ?? "helsingborg";
        if (!Scenario.Names().Contains(name)) throw new StartupFault($"There is no walkthrough '{name}'; there are {string.Join(", ", Scenario.Names())}.");
        var scenario = Scenario.Load(name);
        var folderOfDatabase = Directory.CreateTempSubdirectory("fond-walkthrough-");
        try
        {
            var time = new StoryTime(scenario.Begins);
            await using var app = await FondHost.BuildAsync(Settings(folderOfDatabase.FullName), builder => builder.Services.AddSingleton<TimeProvider>(time));
            await app.StartAsync();
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            Console.WriteLine(scenario.Title.En);
            await new HttpScenario(http, (days, ct) => PassAsync(app.Services, time, days, ct)).Player(MunicipalTime.Today(time.GetUtcNow())).PlayAsync(scenario, Tell, CancellationToken.None);
            await app.StopAsync();
            Console.WriteLine($"{scenario.Steps.Count} steps, all as told.");
            return 0;
        }
        catch (ScenarioFault fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folderOfDatabase.Delete(recursive: true);
        }
    }

    /// <summary>What falls due meanwhile is done at once, as the background work would have.</summary>
    private static async Task PassAsync(IServiceProvider services, StoryTime time, int days, CancellationToken ct)
    {
        time.Pass(days);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Sweep>().RunAsync(ct);
    }

    private static string[] Settings(string folder) =>
    [
        "--environment=Development", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Fond=Data Source={folder}/fond.db",
        "--Seed:Demo=true", "--RateLimit:Burst=10000", "--Logging:LogLevel:Default=Warning",
    ];

    private static void Tell(int number, ScenarioStep step, string outcome) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number,3}. {(step.On is { } day ? $"{day:yyyy-MM-dd}, " : "")}{(step.Passes is null ? step.As ?? "the public" : "meanwhile")}: {step.Title.En} -> {outcome}"));
}
