using Fond.Domain.Access;
using Fond.Domain.Impact.Imports;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fond.Features.Impact.Imports;

/// <summary>Takes up one of the files that wait, the oldest; timers and e-mail come between it and the next. What an instance left when it was killed is begun anew once its claim has run out.</summary>
internal sealed class ImportChore(IServiceScopeFactory scopes, FondDb db, DatabaseEngine engine, Clock clock, ActorLoader actors, Nudge nudge, WorkTelemetry telemetry, ILogger<ImportChore> log) : IChore
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var id in await Due().OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(ct))
        {
            if (await ClaimAsync(id, ct) is not { } claimed) continue;
            await WorkAsync(claimed, ct);
            break;
        }
        if (await Due().AnyAsync(ct)) nudge.Give();
    }

    private IQueryable<MeasurementImport> Due()
    {
        var now = clock.Now;
        return db.Set<MeasurementImport>().Where(i => i.NextAttemptAt <= now);
    }

    /// <returns>Null when it has ended already, another instance is at it, or it is given up.</returns>
    private Task<MeasurementImport?> ClaimAsync(long id, CancellationToken ct) => scopes.InTransactionAsync(Actor.System, "claim", async services =>
    {
        var context = services.GetRequiredService<FondDb>();
        var import = await context.Set<MeasurementImport>().SingleAsync(i => i.Id == id, ct);
        if (!(import.NextAttemptAt <= clock.Now)) return null;
        if (import.GaveUp(clock.Now))
        {
            await context.DropPiecesAsync(id, ct);
            return null;
        }
        import.Begin(clock.Now + ImportWork.Claim);
        return import;
    }, ct);

    private async Task WorkAsync(MeasurementImport import, CancellationToken ct)
    {
        using var work = telemetry.Begin(WorkKind.Import, "import");
        try
        {
            var subject = await db.Set<Person>().Where(p => p.Id == import.LoggedById).Select(p => p.Subject).SingleAsync(ct);
            var actor = await actors.LoadAsync(db, subject, clock.Today, ct);
            await new ImportWork(scopes, db, clock, import, actor).RunAsync(ct);
            work.Outcome = WorkTelemetry.Done;
        }
        catch (ImportStoppedException)
        {
            work.Outcome = "STOPPED";
            log.LogInformation("Import {Import} was called off, or taken over", import.Id);
        }
        catch (Exception fault)
        {
            work.Fail(fault, engine, ct);
            if (engine.IsBrokenOff(fault, ct))
            {
                await SetBackAsync(import, (there, now) => there.Postpone(now)); // another instance need not wait until the claim has run out
                throw;
            }
            log.LogWarning("Import {Import} was interrupted: {Fault}", import.Id, fault.GetType().Name);
            await SetBackAsync(import, (there, now) =>
            {
                if (engine.IsPassing(fault)) there.Postpone(now + Backoff.First);
                else there.SetBack(now + Backoff.First, now);
            });
        }
    }

    private Task<MeasurementImport> SetBackAsync(MeasurementImport import, Action<MeasurementImport, DateTimeOffset> setBack) => scopes.InTransactionAsync(Actor.System, "set aside", async services =>
    {
        var context = services.GetRequiredService<FondDb>();
        var there = await context.Set<MeasurementImport>().SingleAsync(i => i.Id == import.Id);
        if (there.State != ImportState.Running || there.Attempts != import.Attempts) return there;
        setBack(there, clock.Now);
        if (there.EndedAt is not null) await context.DropPiecesAsync(there.Id, CancellationToken.None);
        return there;
    }, CancellationToken.None);
}
