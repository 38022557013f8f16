using System.Data.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Fond.Data.Sqlite;

/// <summary>One file, nothing to install; one process at a time writes.</summary>
public class SqliteEngine : DatabaseEngine
{
    private const int Busy = 5, ReadOnly = 8, Interrupted = 9, InputOutput = 10, Full = 13, CannotOpen = 14;

    public override string Name => "Sqlite";

    public override void Use(DbContextOptionsBuilder options, string connection)
    {
        var settings = new SqliteConnectionStringBuilder(connection) { ForeignKeys = true, DefaultTimeout = CommandSeconds };
        if (settings.DataSource != ":memory:" && Path.GetDirectoryName(Path.GetFullPath(settings.DataSource)) is { } folder) Directory.CreateDirectory(folder);
        options.UseSqlite(settings.ToString(), sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteEngine).Assembly.GetName().Name)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(SwedishLetters.Instance, Interrupts.Instance).ReplaceService<IModelCustomizer, SqliteModel>();
    }

    public override string Place(string connection) => Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource) + " (delete it to begin anew)";

    protected override bool IsBreakingOff(Exception cause) => cause is SqliteException { SqliteErrorCode: Interrupted };

    protected override bool IsPassingCause(Exception cause) => cause is SqliteException { SqliteErrorCode: Busy or ReadOnly or InputOutput or Full or CannotOpen };

    /// <summary>By writing a number that nobody reads, to the file that is there now: one may be read long after its disk is full, or after it was taken away. That it is busy means that somebody writes.</summary>
    public override async Task<bool> IsReadyAsync(FondDb db, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = ("PRAGMA user_version = 1", 1);
            await command.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (SqliteException fault)
        {
            return fault.SqliteErrorCode == Busy;
        }
    }

    /// <summary>
    /// The lock that EF keeps is a row, which a process that was ended in the middle leaves behind for ever; an open file is let go of by the system.
    /// Whoever holds the file may take away what such a process has left.
    /// </summary>
    public override async Task MigrateAsync(FondDb db, CancellationToken ct)
    {
        await using var file = await OpenAloneAsync(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource + ".migrating", ct);
        await CreateAsync(db, ct);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await base.MigrateAsync(db, ct);
    }

    /// <summary>Under its name once it is whole and on the disk.</summary>
    public override async Task BackUpAsync(FondDb db, string file, CancellationToken ct)
    {
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {unfinished}", ct);
        await using (var written = new FileStream(unfinished, FileMode.Open)) written.Flush(flushToDisk: true);
        File.Move(unfinished, file);
    }

    private static async Task<FileStream> OpenAloneAsync(string place, CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(place, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(place) && tries < 600)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct); // another instance is at it
            }
        }
    }

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
