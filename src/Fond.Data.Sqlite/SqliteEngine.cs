using System.Data.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Fond.Data.Sqlite;

/// <summary>One file, nothing to install; one process at a time writes.</summary>
public sealed class SqliteEngine : DatabaseEngine
{
    private const int Busy = 5, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14;

    public override string Name => "Sqlite";

    public override void Use(DbContextOptionsBuilder options, string connection)
    {
        var settings = new SqliteConnectionStringBuilder(connection) { ForeignKeys = true, DefaultTimeout = 30 };
        if (settings.DataSource != ":memory:" && Path.GetDirectoryName(Path.GetFullPath(settings.DataSource)) is { } folder) Directory.CreateDirectory(folder);
        options.UseSqlite(settings.ToString(), sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteEngine).Assembly.GetName().Name)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(SwedishLetters.Instance).ReplaceService<IModelCustomizer, InstantsAsTicks>();
    }

    public override string Place(string connection) => Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource) + " (delete it to begin anew)";

    public override bool IsPassing(Exception fault) =>
        fault.GetBaseException() is SqliteException { SqliteErrorCode: Busy or ReadOnly or InputOutput or Full or CannotOpen };

    /// <summary>A transaction begins with the write lock here.</summary>
    public override Task TakeTurnAsync(FondDb db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>There is no server, and opening a file that is not there would make it.</summary>
    public override Task ReachAsync(DbConnection connection) => Task.CompletedTask;

    /// <summary>Readers do not wait for the writer.</summary>
    public override Task PrepareAsync(FondDb db, CancellationToken ct) => db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
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
