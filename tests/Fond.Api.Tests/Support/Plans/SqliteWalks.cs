using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Fond.Api.Tests.Support.Plans;

/// <summary>By SQLite's own counters of a statement: steps of full scans, and rows put into an index made for the one statement.</summary>
internal sealed class SqliteWalks : Walks, IDbConnectionInterceptor
{
    /// <summary>SQLITE_STMTSTATUS_VM_STEP, which the library has no name for.</summary>
    private const int VirtualMachineSteps = 4;

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Handle(connection).enable_sqlite3_next_stmt(true);

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Look(command);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Look(command);
        return new(result);
    }

    private void Look(DbCommand command)
    {
        var handle = Handle(command.Connection!);
        for (var statement = raw.sqlite3_next_stmt(handle, null); statement is not null; statement = raw.sqlite3_next_stmt(handle, statement))
            Note(raw.sqlite3_sql(statement).utf8_to_string(), Count(statement, raw.SQLITE_STMTSTATUS_FULLSCAN_STEP) + Count(statement, raw.SQLITE_STMTSTATUS_AUTOINDEX), Count(statement, VirtualMachineSteps));
    }

    private static int Count(sqlite3_stmt statement, int counter) => raw.sqlite3_stmt_status(statement, counter, 1);

    private static sqlite3 Handle(DbConnection connection) => ((SqliteConnection)connection).Handle!;
}
