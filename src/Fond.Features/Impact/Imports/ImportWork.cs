using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fond.Features.Impact.Imports;

/// <summary>Somebody has called the import off, or another instance has taken it over.</summary>
internal sealed class ImportStoppedException : Exception;

/// <summary>Rows that are not to be logged by themselves; all that was written is undone.</summary>
internal sealed class ImportFaultyException(ImportTally tally) : Exception
{
    public ImportTally Tally { get; } = tally;
}

/// <summary>
/// One import, taken up: first all rows are judged, with progress to ask for and no transaction that others would wait for; then they are judged once more and
/// logged, all in one transaction, so that nothing of it is seen before it is done.
/// </summary>
internal sealed class ImportWork(IServiceScopeFactory scopes, FondDb db, Clock clock, MeasurementImport import, Actor actor)
{
    private const string Action = "importMeasurements";

    /// <summary>How long an import is one instance's alone after the last sign of life; more than a block and the last transaction take.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken ct)
    {
        ImportPass? pass = null;
        try
        {
            pass = await PassAsync(db, RowChecksum.Salted(), ct);
            await pass.RunAsync(_ => ToldAsync(pass.Tally, ct), ct);
            var tally = pass.Tally;
            if (import.DryRun) await EndAsync(tally, (i, now) => i.Finish(tally, null, now), ct);
            else if (Refuses(tally)) await FailAsync(tally, ct);
            else await LogAsync(pass.Kept, ct);
        }
        catch (UnreadableFileException bad)
        {
            pass!.Blame(bad.Fault);
            await FailAsync(pass.Tally, ct);
        }
        catch (ImportFaultyException faulty)
        {
            await FailAsync(faulty.Tally, ct);
        }
        catch (RefusedException refused) // before the first row
        {
            await FailAsync(ImportTally.Of(0, 0, [.. refused.Refusals.Select(r => MeasurementImport.FaultOf(0, null, r))]), ct);
        }
        finally
        {
            pass?.Dispose();
        }
    }

    private bool Refuses(ImportTally tally) => import.Mode == LogMode.AllOrNothing && tally.Faulty > 0;

    /// <exception cref="RefusedException">Whoever sent the file may no longer log here.</exception>
    private async Task<ImportPass> PassAsync(FondDb context, RowChecksum kept, CancellationToken ct)
    {
        var project = await context.ProjectsImportedBy(actor).AsNoTracking().SingleOrDefaultAsync(p => p.Id == import.ProjectId, ct) ?? throw new RefusedException(new ImportNotAllowed());
        project.DemandNotCalledOff();
        var plan = await context.Set<MeasurementPlan>().AsNoTracking().SingleAsync(p => p.ProjectId == project.Id, ct);
        return new(context, import, plan, clock.Today, project.Start, kept);
    }

    /// <param name="expected">What the first pass would log. Where others have logged the same meanwhile, all is done anew.</param>
    private Task<MeasurementImport> LogAsync(RowChecksum expected, CancellationToken ct) => scopes.InTransactionAsync(actor, Action, async services =>
    {
        var context = services.GetRequiredService<FondDb>();
        var mine = await MineAsync(context, ct);
        using var pass = await PassAsync(context, new(expected.Salt), ct);
        var batch = ActivatorUtilities.CreateInstance<BatchWriter>(services, await context.Set<MeasurementPlan>().SingleAsync(p => p.ProjectId == import.ProjectId, ct));
        await batch.OpenAsync(expected, ct);
        await pass.RunAsync(verdict => batch.AddAsync(verdict, ct), ct);
        if (Refuses(pass.Tally)) throw new ImportFaultyException(pass.Tally);
        if (pass.Kept.ToString() != expected.ToString()) throw new DbUpdateConcurrencyException();
        context.AddRange(FurtherFaults.Of(import.Id, pass.Tally));
        mine.Finish(pass.Tally, await batch.CloseAsync(ct), clock.Now);
        await context.DropPiecesAsync(import.Id, ct);
        return mine;
    }, ct);

    private Task<MeasurementImport> FailAsync(ImportTally tally, CancellationToken ct) => EndAsync(tally, (i, now) => i.Fail(tally, now), ct);

    private Task<MeasurementImport> EndAsync(ImportTally tally, Action<MeasurementImport, DateTimeOffset> end, CancellationToken ct) => scopes.InTransactionAsync(actor, Action, async services =>
    {
        var context = services.GetRequiredService<FondDb>();
        var mine = await MineAsync(context, ct);
        end(mine, clock.Now);
        context.AddRange(FurtherFaults.Of(import.Id, tally));
        await context.DropPiecesAsync(import.Id, ct);
        return mine;
    }, ct);

    /// <exception cref="ImportStoppedException" />
    private async Task<MeasurementImport> MineAsync(FondDb context, CancellationToken ct) =>
        await context.Set<MeasurementImport>().SingleOrDefaultAsync(i => i.Id == import.Id && i.State == ImportState.Running && i.Attempts == import.Attempts, ct) ?? throw new ImportStoppedException();

    /// <summary>Past the trail, which has the import when it is received and when it ends.</summary>
    private Task<int> ToldAsync(ImportTally tally, CancellationToken ct) => scopes.InTransactionAsync(actor, Action, async services =>
    {
        var until = (DateTimeOffset?)(clock.Now + Claim);
        var told = await services.GetRequiredService<FondDb>().Set<MeasurementImport>().Where(i => i.Id == import.Id && i.State == ImportState.Running && i.Attempts == import.Attempts).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.RowsDone, tally.Rows).SetProperty(i => i.Logged, tally.Logged).SetProperty(i => i.Corrected, tally.Corrected).SetProperty(i => i.Unchanged, tally.Unchanged)
            .SetProperty(i => i.Faulty, tally.Faulty).SetProperty(i => i.Faults, tally.Faults).SetProperty(i => i.Warned, tally.Warned).SetProperty(i => i.Warnings, tally.Warnings).SetProperty(i => i.NextAttemptAt, until), ct);
        return told == 1 ? told : throw new ImportStoppedException();
    }, ct);
}
