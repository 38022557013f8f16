using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Features.Platform.Persistence;

/// <summary>
/// The writers of this process, in the order that they came. They would have to take turns in the database anyway; waiting here, they hold no
/// connection, and none is overtaken until its time is out.
/// </summary>
internal sealed class WriterQueue(DatabaseEngine engine) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Begins a transaction in which the caller is the only writer; see <see cref="DatabaseEngine.TakeTurnAsync"/>.</summary>
    public async Task<Turn> TakeTurnAsync(FondDb db, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var transaction = await db.Database.BeginTransactionAsync(ct);
            await engine.TakeTurnAsync(db, ct);
            return new Turn(transaction, _one);
        }
        catch
        {
            if (db.Database.CurrentTransaction is { } begun) await begun.DisposeAsync();
            _one.Release();
            throw;
        }
    }

    public void Dispose() => _one.Dispose();
}

/// <summary>A writer's time, which ends when it is disposed of; what is not committed by then is undone.</summary>
internal sealed class Turn(IDbContextTransaction transaction, SemaphoreSlim queue) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken ct = default) => transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            queue.Release();
        }
    }
}
