using System.Data.Common;
using Fond.Data.PostgreSql;
using Fond.Data.Sqlite;
using Fond.Data.SqlServer;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Api.Hosting;

/// <summary>Chooses the database by configuration and keeps its shape current.</summary>
internal static class DatabaseSetup
{
    public static readonly DatabaseEngine[] Engines = [new SqliteEngine(), new SqlServerEngine(), new PostgreSqlEngine()];

    public static void AddFondDatabase(this IServiceCollection services, FondSettings settings)
    {
        services.AddSingleton(settings.Engine);
        services.AddDbContextPool<FondDb>(options => settings.Engine.Use(options, settings.Connection));
    }

    /// <returns>Null when there is no such engine.</returns>
    public static DatabaseEngine? EngineOf(string provider) => Engines.FirstOrDefault(e => e.Name.Equals(provider, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="StartupFault">When there is no database, or it has not this version's shape. Nothing is made or changed.</exception>
    public static async Task DemandCurrentAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<FondDb>().Database;
        await DemandServerAsync(database, services.GetRequiredService<DatabaseEngine>());
        if (!await database.GetService<IRelationalDatabaseCreator>().ExistsAsync()) throw new StartupFault("There is no such database.");
        if ((await database.GetPendingMigrationsAsync()).Any()) throw new StartupFault("The database has not this version's shape: run migrate first.");
    }

    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, engine) = (scope.ServiceProvider.GetRequiredService<FondDb>(), services.GetRequiredService<DatabaseEngine>());
        await DemandServerAsync(db.Database, engine);
        await engine.MigrateAsync(db, CancellationToken.None);
        await engine.PrepareAsync(db, CancellationToken.None);
    }

    private static async Task DemandServerAsync(DatabaseFacade database, DatabaseEngine engine)
    {
        try
        {
            await engine.ReachAsync(database.GetDbConnection());
        }
        catch (DbException fault)
        {
            throw new StartupFault($"The database cannot be reached ({engine.Place(database.GetConnectionString()!)}): {fault.Message}");
        }
    }
}

/// <summary>For <c>dotnet ef</c> alone: the engine's name stands after <c>--</c>.</summary>
internal sealed class DesignTimeDb : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<FondDb>
{
    public FondDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<FondDb>();
        var engine = DatabaseSetup.EngineOf(args.FirstOrDefault() ?? "Sqlite")!;
        engine.Use(options, engine is PostgreSqlEngine ? "Host=none" : engine is SqlServerEngine ? "Server=none" : "Data Source=:memory:"); // never opened
        return new FondDb(options.Options);
    }
}
