using System.Data.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Api.Hosting;

/// <summary>Chooses the database by configuration and keeps its shape current.</summary>
internal static class DatabaseSetup
{
    public static void AddFondDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        var connection = configuration.GetConnectionString("Fond")
            ?? throw new StartupFault("ConnectionStrings:Fond is not set.");
        if (!provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            throw new StartupFault($"Database:Provider is '{provider}'; this version knows Sqlite.");
        var sqlite = new SqliteConnectionStringBuilder(connection) { ForeignKeys = true, DefaultTimeout = 30 };
        if (Path.GetDirectoryName(Path.GetFullPath(sqlite.DataSource)) is { } folder) Directory.CreateDirectory(folder);
        services.AddSingleton<IDatabaseFaults, SqliteFaults>();
        services.AddDbContextPool<FondDb>(options => Configure(options, sqlite.ToString()));
    }

    /// <summary>Where the data lies, for people.</summary>
    public static string Place(IConfiguration configuration) =>
        Path.GetFullPath(new SqliteConnectionStringBuilder(configuration.GetConnectionString("Fond")).DataSource) + " (delete it to begin anew)";

    public static void Configure(DbContextOptionsBuilder options, string connection) => options.UseSqlite(connection, sqlite => sqlite
        .MigrationsAssembly(typeof(Data.Sqlite.SqliteMigrations).Assembly.GetName().Name)
        .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(SwedishLetters.Instance);

    /// <exception cref="StartupFault">When there is no database, or it has not this version's shape. Nothing is made or changed.</exception>
    public static async Task DemandCurrentAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<FondDb>().Database;
        if (!await database.GetService<IRelationalDatabaseCreator>().ExistsAsync()) throw new StartupFault("There is no such database.");
        if ((await database.GetPendingMigrationsAsync()).Any()) throw new StartupFault("The database has not this version's shape: run migrate first.");
    }

    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FondDb>();
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL"); // readers do not wait for the writer
    }
}

/// <summary>SQLite by itself knows capitals of English letters alone.</summary>
internal sealed class SwedishLetters : DbConnectionInterceptor
{
    public static readonly SwedishLetters Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Teach(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Teach(connection);
        return Task.CompletedTask;
    }

    private static void Teach(DbConnection connection) =>
        ((SqliteConnection)connection).CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
}

internal sealed class SqliteFaults : IDatabaseFaults
{
    private const int Busy = 5, ReadOnly = 8, Full = 13, CannotOpen = 14;

    public bool IsPassing(Exception fault) => fault.GetBaseException() is SqliteException { SqliteErrorCode: Busy or ReadOnly or Full or CannotOpen };
}

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class DesignTimeDb : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<FondDb>
{
    public FondDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<FondDb>();
        DatabaseSetup.Configure(options, "Data Source=:memory:");
        return new FondDb(options.Options);
    }
}
