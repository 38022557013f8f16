using Fond.Api.Hosting;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Fond.Api.Tests.Support;

/// <summary>
/// A Fond of its own for a test class: the real host on Kestrel, a SQLite file, and a clock that the test moves. The demo data is
/// made once a run and copied.
/// </summary>
public sealed class FondServer : IAsyncDisposable
{
    /// <summary>A Tuesday, mid-morning in Stockholm.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private FondServer(WebApplication app, DirectoryInfo folder, FakeTimeProvider clock)
    {
        (_app, _folder, Clock) = (app, folder, clock);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http { get; }

    internal IServiceProvider Services => _app.Services;

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    public string DatabaseFile => Path.Combine(_folder.FullName, "fond.db");

    public static async Task<FondServer> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("fond-test-");
        File.Copy(await Template.Value, Path.Combine(folder.FullName, "fond.db"));
        var clock = new FakeTimeProvider(Start);
        var app = await BuildAsync(folder.FullName, clock, settings);
        await app.StartAsync();
        return new FondServer(app, folder, clock);
    }

    /// <summary>Seeded at another time than <see cref="Start"/>.</summary>
    public static async Task<FondServer> StartAtAsync(DateTimeOffset start)
    {
        var (folder, clock) = (Directory.CreateTempSubdirectory("fond-test-"), new FakeTimeProvider(start));
        var app = await BuildAsync(folder.FullName, clock);
        await app.StartAsync();
        return new FondServer(app, folder, clock);
    }

    /// <summary>Another Fond on the same database, as after a restart with other settings.</summary>
    public async Task<FondServer> AgainAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("fond-test-");
        await InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        File.Copy(DatabaseFile, Path.Combine(folder.FullName, "fond.db"));
        var app = await BuildAsync(folder.FullName, Clock, settings);
        await app.StartAsync();
        return new FondServer(app, folder, Clock);
    }

    /// <summary>A client signed in as a demo person; null: the public.</summary>
    public Client As(string? person) => new(this, person);

    /// <summary>Does what timers and the outbox are due for, as the background work would.</summary>
    public async Task SweepAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Sweep>().RunAsync(CancellationToken.None);
    }

    /// <summary>Looks into the database, for what no API shows.</summary>
    internal async Task<T> InDatabaseAsync<T>(Func<FondDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Actor = Actor.System;
        return await look(scope.ServiceProvider.GetRequiredService<FondDb>());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        using (var connection = new SqliteConnection(Connection(_folder.FullName))) SqliteConnection.ClearPool(connection);
        _folder.Delete(recursive: true);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("fond-template-");
        await using (var app = await BuildAsync(folder.FullName, new FakeTimeProvider(Start))) { }
        using var connection = new SqliteConnection(Connection(folder.FullName));
        await connection.OpenAsync();
        using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await checkpoint.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
        return Path.Combine(folder.FullName, "fond.db");
    }

    /// <summary>How many commands have gone to the database since the start.</summary>
    public int Commands => _app.Services.GetRequiredService<CommandCounter>().Count;

    private static Task<WebApplication> BuildAsync(string folder, FakeTimeProvider clock, params string[] settings) => FondHost.BuildAsync(
        ["--environment=Development", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Fond={Connection(folder)}", "--Seed:Demo=true", "--Background:Enabled=false", "--Logging:LogLevel:Default=Warning", .. settings],
        builder =>
        {
            var counter = new CommandCounter();
            builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(counter);
            builder.Logging.AddProvider(counter).AddFilter<CommandCounter>("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Information);
        });

    private static string Connection(string folder) => $"Data Source={Path.Combine(folder, "fond.db")}";
}
