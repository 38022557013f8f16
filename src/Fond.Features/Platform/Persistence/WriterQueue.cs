using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Features.Platform.Persistence;

/// <summary>
/// The writers of this process, in the order that they came. They would have to take turns in the database anyway; waiting here, they hold no
/// connection, and none is overtaken until its time is out.
/// </summary>
internal sealed class WriterQueue(DatabaseEngine engine, WriterPatience patience) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Begins a transaction in which the caller is the only writer; see <see cref="DatabaseEngine.TakeTurnAsync"/>.</summary>
    /// <exception cref="BusyException">When too many are before it.</exception>
    public async Task<Turn> TakeTurnAsync(FondDb db, CancellationToken ct)
    {
        if (!await _one.WaitAsync(patience.Time, ct)) throw new BusyException();
        try
        {
            var transaction = await db.Database.BeginTransactionAsync(ct);
            await engine.TakeTurnAsync(db, ct);
            return new Turn(transaction, _one);
        }
        catch
        {
            await new Turn(db.Database.CurrentTransaction, _one).DisposeAsync();
            throw;
        }
    }

    public void Dispose() => _one.Dispose();
}

/// <summary>How long a writer waits for its turn before it is told to come back later; <see cref="Usual"/> in every installation.</summary>
internal sealed record WriterPatience(TimeSpan Time)
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);
}

/// <summary>A writer's turn did not come. It passes by itself, and is no sign of a request that asks too much.</summary>
internal sealed class BusyException() : Exception("So many wrote at once that this one's turn did not come.");

/// <summary>A writer's time, which ends when it is disposed of; what is not committed by then is undone.</summary>
internal sealed class Turn(IDbContextTransaction? transaction, SemaphoreSlim queue) : IAsyncDisposable
{
    /// <summary>Whether a commit that is broken off has been done nobody can say, so that none is.</summary>
    public Task CommitAsync() => transaction!.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
        finally
        {
            queue.Release();
        }
    }
}
