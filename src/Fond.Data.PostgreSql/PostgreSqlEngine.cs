using System.Data.Common;
using System.Net.Sockets;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Fond.Data.PostgreSql;

/// <summary>A server that any number of instances share.</summary>
public sealed class PostgreSqlEngine : DatabaseEngine
{
    public override string Name => "PostgreSql";

    public override int RowsAtOnce => 100;

    public override void Use(DbContextOptionsBuilder options, string connection) => options.UseNpgsql(connection, npgsql => npgsql
        .MigrationsAssembly(typeof(PostgreSqlEngine).Assembly.GetName().Name)
        .CommandTimeout(CommandSeconds)
        .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(NoNul.Instance).ReplaceService<IModelCustomizer, PostgreSqlModel>();

    public override string Place(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        return $"PostgreSQL, {settings.Database} at {settings.Host}:{settings.Port}";
    }

    public override Task TakeTurnAsync(FondDb db, CancellationToken ct) => db.Database.ExecuteSqlRawAsync("""SELECT 1 FROM "AuditHead" FOR UPDATE""", ct);

    /// <summary>Conflicts between transactions, a server that restarts, does not answer or has become a standby, and no more connections to be had.</summary>
    protected override bool IsPassingCause(Exception cause) =>
        cause is NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } or SocketException;

    public override Task<bool> IsReadyAsync(FondDb db, CancellationToken ct) =>
        AnswersYesAsync(db, "SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'", ct);

    protected override bool IsMissingDatabase(DbException fault) => fault is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName };

    /// <summary>EF's own lock is on a table that the first instance has yet to make.</summary>
    public override async Task MigrateAsync(FondDb db, CancellationToken ct)
    {
        await CreateAsync(db, ct);
        await db.Database.OpenConnectionAsync(ct); // which the lock belongs to
        try
        {
            await DoAsync(db, "SELECT pg_advisory_lock(hashtext('fond.migrate'))", ct);
            await base.MigrateAsync(db, ct);
        }
        finally
        {
            await DoAsync(db, "SELECT pg_advisory_unlock_all()", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task DoAsync(FondDb db, string sql, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0); // as long as another instance takes
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>PostgreSQL keeps no NUL in text, and breaks off a query that looks for one: nothing is found by it instead.</summary>
internal sealed class NoNul : DbCommandInterceptor
{
    public static readonly NoNul Instance = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        foreach (DbParameter parameter in command.Parameters)
            if (parameter.Value is string text && text.Contains('\0', StringComparison.Ordinal)) parameter.Value = text.Replace('\0', '\ufffd');
        return new(result);
    }
}
