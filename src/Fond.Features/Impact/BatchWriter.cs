using Fond.Domain.Impact;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

/// <summary>Logs rows, block by block, as one batch within the caller's transaction: new ones, next versions of those that are corrected, and the sums that results are read from.</summary>
internal sealed class BatchWriter(FondDb db, DatabaseEngine engine, AuditTrail trail, ActorContext context, Clock clock, MeasurementPlan plan)
{
    private readonly BatchSums _sums = new(plan);
    private MeasurementBatch? _batch;
    private bool _corrects;

    /// <param name="rows">All that will be added; a batch is never changed either.</param>
    public async Task OpenAsync(RowChecksum rows, CancellationToken ct)
    {
        if (rows.Rows == 0) return;
        db.Add(_batch = new MeasurementBatch(plan.Id, context.Actor.Id, clock.Now, rows));
        plan.Freeze();
        await trail.SaveAsync(ct); // the rows need its key
    }

    public async Task AddAsync(BatchVerdict verdict, CancellationToken ct)
    {
        if (_batch is not { } batch) return;
        var fresh = verdict.Fresh.Select(row => new Measurement(batch.Id, plan, row)).ToList();
        await db.InsertAsync(engine, fresh, ct);
        _sums.Add(fresh);
        if (verdict.Corrected.Count > 0) await CorrectAsync(batch, verdict.Corrected, ct);
    }

    /// <returns>The batch's key; null when nothing was logged.</returns>
    public async Task<long?> CloseAsync(CancellationToken ct)
    {
        if (_batch is not null && !_corrects) await db.InsertAsync(engine, _sums.All, ct);
        return _batch?.Id;
    }

    private async Task CorrectAsync(MeasurementBatch batch, IReadOnlyList<Correction> corrections, CancellationToken ct)
    {
        _corrects = true;
        var corrected = corrections.Select(c => c.There.BatchId).Distinct().ToArray();
        await db.Set<MeasurementSum>().Where(s => corrected.Contains(s.BatchId)).ExecuteDeleteAsync(ct);
        await db.InsertAsync(engine, corrections.Select(c => new MeasurementCorrection(c.There, batch.Id)), ct);
        await db.InsertAsync(engine, corrections.Select(c => new Measurement(batch.Id, plan, c.Row, c.There.Revision + 1)), ct);
    }
}
