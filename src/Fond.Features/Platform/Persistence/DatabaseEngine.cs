using System.Data.Common;
using System.Globalization;
using Fond.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Features.Platform.Persistence;

/// <summary>What differs from database to database; each has a project of its own, with its migrations.</summary>
public abstract class DatabaseEngine
{
    internal static readonly Text TryAgain = new("Databasen är upptagen. Försök igen.", "The database is busy. Try again.");

    /// <summary>As <c>Database:Provider</c> says it.</summary>
    public abstract string Name { get; }

    public abstract void Use(DbContextOptionsBuilder options, string connection);

    /// <summary>Where the data lies, for people; never with a password.</summary>
    public abstract string Place(string connection);

    /// <summary>Whether the text is a connection string of this engine.</summary>
    public bool Understands(string connection)
    {
        try
        {
            Place(connection);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>How long a command may take, in seconds: less, with the queue of writers, than a request may, so that a database that hangs is told of as such.</summary>
    protected const int CommandSeconds = 15;

    /// <summary>Whether the same request may well succeed a little later: a fault of the database that passes by itself, not one of ours.</summary>
    public bool IsPassing(Exception fault) => Causes(fault).Any(cause => cause is BusyException or TimeoutException or DbUpdateConcurrencyException || IsPassingCause(cause));

    protected abstract bool IsPassingCause(Exception cause);

    /// <summary>Whether it says no more than that nobody waits any longer: some drivers have one word for this and for worse, so that it is only this where somebody has called it off.</summary>
    public bool IsBrokenOff(Exception fault, CancellationToken ct) => ct.IsCancellationRequested && Causes(fault).Any(cause => cause is OperationCanceledException || IsBreakingOff(cause));

    /// <summary>A driver may say it in its own way.</summary>
    protected virtual bool IsBreakingOff(Exception cause) => false;

    /// <summary>What kinds of fault, with the database's own codes: for the log, without what the messages of foreign libraries may hold.</summary>
    public static string Describe(Exception fault) =>
        string.Join(" < ", Causes(fault).Select(cause => cause is DbException known ? $"{cause.GetType().Name} {known.SqlState ?? known.ErrorCode.ToString(CultureInfo.InvariantCulture)}" : cause.GetType().Name));

    /// <summary>
    /// Waits, within a transaction that has read nothing yet, until no other writer is at work. The trail is one chain, so that writers take turns
    /// anyway: taking the turn first, each reads what the one before has written, and money, numbers and phases cannot be decided upon twice.
    /// </summary>
    public abstract Task TakeTurnAsync(FondDb db, CancellationToken ct);

    /// <summary>Whether the server answered that it has no such database.</summary>
    protected virtual bool IsMissingDatabase(DbException fault) => false;

    /// <summary>
    /// Opens a connection once, within the time that its string gives it; that the server has no such database yet is well. Beside EF Core, which asks
    /// SQL Server for a minute whatever the string says.
    /// </summary>
    /// <exception cref="DbException">When no server answers, or it does not let Fond in.</exception>
    public virtual async Task ReachAsync(DbConnection connection)
    {
        try
        {
            await connection.OpenAsync();
            await connection.CloseAsync();
        }
        catch (DbException fault) when (IsMissingDatabase(fault)) { }
    }

    /// <summary>Whether a command that is run many times gains by being prepared.</summary>
    public virtual bool PreparesCommands => true;

    /// <summary>How many rows are sent in one journey where many are added.</summary>
    public virtual int RowsAtOnce => 1;

    /// <summary>Once a start, when the shape is current.</summary>
    public virtual Task PrepareAsync(FondDb db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Whether it answers just now and may be written to.</summary>
    public abstract Task<bool> IsReadyAsync(FondDb db, CancellationToken ct);

    /// <param name="sql">Gives one row with one truth value.</param>
    protected static async Task<bool> AnswersYesAsync(FondDb db, string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(ct) is true;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Makes the database if need be and brings it to this version's shape, once, however many instances start at the same time.</summary>
    public virtual async Task MigrateAsync(FondDb db, CancellationToken ct)
    {
        await CreateAsync(db, ct);
        db.Database.SetCommandTimeout(Migration);
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) await db.Database.MigrateAsync(ct); // which compares its whole model first, at each start
        db.Database.SetCommandTimeout(null);
    }

    /// <summary>An index of a large table takes its time.</summary>
    private static readonly TimeSpan Migration = TimeSpan.FromHours(1);

    /// <summary>Writes a whole copy while others go on working. A server has programs of its own for that.</summary>
    /// <exception cref="NotSupportedException">On a server.</exception>
    public virtual Task BackUpAsync(FondDb db, string file, CancellationToken ct) => throw new NotSupportedException();

    protected static async Task CreateAsync(FondDb db, CancellationToken ct)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(ct)) return;
        try
        {
            await creator.CreateAsync(ct);
        }
        catch (DbException) when (creator.Exists()) { } // another instance was first
    }

    /// <summary>The fault and all that it was caused by.</summary>
    private static IEnumerable<Exception> Causes(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
