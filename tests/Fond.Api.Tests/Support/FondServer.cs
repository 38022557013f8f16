using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Hosting;
using Fond.Api.Tests.Support.Databases;
using Fond.Api.Tests.Support.Plans;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Fond.Api.Tests.Support;

/// <summary>A Fond of its own for a test class: the real host on Kestrel, a real database, and a clock that the test moves.</summary>
public sealed class FondServer : IFond, IAsyncDisposable
{
    /// <summary>A Tuesday, mid-morning in Stockholm.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The same in every Fond, whatever its settings, and longer in the making than most tests: made once a run, by a Fond that never starts.</summary>
    private static readonly Lazy<ISchema> Schema = new(() =>
    {
        var schema = FondHost.Build(["--environment=Development", "--Background:Enabled=false"]).Services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    });

    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly bool _ownsDatabase;

    private FondServer(WebApplication app, TestDatabase database, FakeTimeProvider clock, bool ownsDatabase = true)
    {
        (_app, _database, Clock, _ownsDatabase) = (app, database, clock, ownsDatabase);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http { get; }

    internal IServiceProvider Services => _app.Services;

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>What points a command at the same database.</summary>
    public string[] DatabaseSettings => _database.Settings;

    /// <summary>The whole connection string: where it has a password, a secret.</summary>
    public string Connection => _database.Connection;

    public static async Task<FondServer> StartAsync(params string[] settings) => await StartAsync(await TestDatabase.FilledAsync(), new FakeTimeProvider(Start), settings);

    /// <summary>Seeded at another time than <see cref="Start"/>.</summary>
    public static async Task<FondServer> StartAtAsync(DateTimeOffset start) => await StartAsync(await TestDatabase.EmptyAsync(), new FakeTimeProvider(start), []);

    /// <summary>Another Fond on the same database, as after a restart with other settings, or as a second instance.</summary>
    public async Task<FondServer> AgainAsync(params string[] settings)
    {
        var app = await BuildAsync(_database, Clock, settings);
        await app.StartAsync();
        return new FondServer(app, _database, Clock, ownsDatabase: false);
    }

    /// <summary>The same, with something in it exchanged that no setting changes.</summary>
    internal async Task<FondServer> AgainAsync(Action<IServiceCollection> exchange, params string[] settings)
    {
        var app = await BuildAsync(_database, Clock, settings, exchange: exchange);
        await app.StartAsync();
        return new FondServer(app, _database, Clock, ownsDatabase: false);
    }

    /// <summary>Another Fond on the same database, whose statements are watched.</summary>
    internal async Task<FondServer> WatchedAsync(Walks walks)
    {
        var app = await BuildAsync(_database, Clock, [$"--ConnectionStrings:Fond={walks.Connection(_database.Connection)}"], walks);
        await app.StartAsync();
        return new FondServer(app, _database, Clock, ownsDatabase: false);
    }

    /// <summary>Makes the demo data in an empty database.</summary>
    internal static async Task FillAsync(TestDatabase database)
    {
        await using var app = await BuildAsync(database, new FakeTimeProvider(Start), []);
    }

    private static async Task<FondServer> StartAsync(TestDatabase database, FakeTimeProvider clock, string[] settings)
    {
        var app = await BuildAsync(database, clock, settings);
        await app.StartAsync();
        return new FondServer(app, database, clock);
    }

    public Client As(string? person) => new(this, person);

    public async Task<string> TokenAsync(string person)
    {
        using var response = await Http.PostAsJsonAsync("/dev/token", new { person });
        Assert.True(response.IsSuccessStatusCode, $"no demo person {person}");
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!["token"]!.GetValue<string>();
    }

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
        if (_ownsDatabase) await _database.DisposeAsync();
    }

    /// <summary>How many commands have gone to the database since the start.</summary>
    public int Commands => _app.Services.GetRequiredService<CommandCounter>().Count;

    private static Task<WebApplication> BuildAsync(TestDatabase database, FakeTimeProvider clock, string[] settings, Walks? walks = null, Action<IServiceCollection>? exchange = null) => FondHost.BuildAsync(
        ["--environment=Development", "--urls=http://127.0.0.1:0", .. database.Settings, "--Seed:Demo=true", "--Background:Enabled=false", "--RateLimit:Burst=1000000", "--Logging:LogLevel:Default=Warning", .. settings],
        builder =>
        {
            var counter = new CommandCounter();
            builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(counter).AddSingleton(Schema.Value);
            if (walks is not null) builder.Services.ConfigureDbContext<FondDb>(options => options.AddInterceptors(walks));
            exchange?.Invoke(builder.Services);
            builder.Logging.AddProvider(counter).AddFilter<CommandCounter>("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Information);
        });
}
