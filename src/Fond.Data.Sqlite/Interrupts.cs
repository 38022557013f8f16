using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Fond.Data.Sqlite;

/// <summary>A statement runs in the caller's own thread here and hears of no cancellation: SQLite is told to break it off, so that the limit of a request's time holds as on a server.</summary>
internal sealed class Interrupts : DbCommandInterceptor
{
    public static readonly Interrupts Instance = new();

    private readonly ConditionalWeakTable<DbCommand, IDisposable> _watched = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Watched(command, result, cancellationToken);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        Watched(command, result, cancellationToken);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Watched(command, result, cancellationToken);

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result) => Left(command, result);

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) => new(Left(command, result));

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => new(Left(command, result));

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) => Left(command, Task.CompletedTask);

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default) => Left(command, Task.CompletedTask);

    private ValueTask<T> Watched<T>(DbCommand command, T result, CancellationToken ct)
    {
        if (ct.CanBeCanceled) _watched.AddOrUpdate(command, ct.UnsafeRegister(static connection => raw.sqlite3_interrupt(((SqliteConnection)connection!).Handle), command.Connection));
        return new(result);
    }

    /// <summary>Waits for an interruption that is under way: what the connection does next is not to be struck by it.</summary>
    private T Left<T>(DbCommand command, T result)
    {
        if (_watched.Remove(command, out var watch)) watch.Dispose();
        return result;
    }
}
