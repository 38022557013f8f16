using Fond.Api.Tests.Impact;
using Fond.Domain.Consultations;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Faults.Support;
using Fond.Features.Impact.Imports;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Faults;

/// <summary>Fond is killed while it works in the background, and started again.</summary>
public sealed class KilledWorkTests
{
    private const int Rows = 20_000;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task An_import_is_logged_whole_and_once_however_often_Fond_is_killed_at_it(string engine)
    {
        await using var surroundings = await Surroundings.OfAsync(engine);
        await using var fond = surroundings.Fond();
        var records = new Records(surroundings.Database);
        await fond.StartAsync();
        var stages = new Stages(fond);
        var project = await ImportGround.PlannedAsync(stages);
        var (imports, kills) = (0, 0);
        for (var i = 0; i < Scale.Of(1, 5) || (kills == 0 && i < 6); i++) // more, when it was done before it could be killed
        {
            imports++;
            var key = GlobalId.KeyOf<MeasurementImport>(await ImportGround.IdOfAsync(await ImportGround.PostAsync(stages.Evaluator, project, ImportFile.Of(i, Rows))));
            kills += await KillAtAsync(fond, records, key, i);
            await EndedAsync(records, key);
            var import = await records.InAsync(db => db.Set<MeasurementImport>().SingleAsync(m => m.Id == key));
            Assert.Equal((ImportState.Done, Rows), (import.State, import.Logged));
        }

        Assert.InRange(kills, 1, int.MaxValue);
        var logged = await records.InAsync(db => db.Set<Measurement>().Select(m => m.RowKey).ToListAsync());
        Assert.Equal((imports * Rows, imports * Rows), (logged.Count, logged.Distinct().Count()));
        Assert.Equal(imports, await records.InAsync(db => db.Set<MeasurementBatch>().CountAsync()));
        Assert.Equal(0, await records.InAsync(db => db.Set<ImportPiece>().CountAsync()));
        await records.TheTrailHoldsAsync();
        Figures.Tell($"kill -9 at an import, {engine}", $"{kills} kills while {imports} imports of {Rows} rows ran: each logged whole, once");
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Each_reminder_is_in_the_inbox_once_however_often_Fond_is_killed_while_it_reminds(string engine)
    {
        await using var surroundings = await Surroundings.OfAsync(engine);
        var records = new Records(surroundings.Database);
        var consultations = await Reminders.DueAsync(surroundings, Scale.Of(15, 150));
        await using var fond = surroundings.Fond(settings: surroundings.Hurried);
        var (lives, kills) = (Scale.Of(4, 40), 0);
        foreach (var share in consultations.Select(c => c.Consultation).Distinct().Select((id, i) => (id, Life: i % lives)).GroupBy(c => c.Life, c => c.id))
        {
            await Reminders.WakeAsync(records, [.. share]);
            await fond.StartAsync();
            await Reminders.BegunAsync(records, [.. share]);
            await Task.Delay(Random.Shared.Next(0, 100), CancellationToken.None); // the moment is what is tried
            await fond.KillAsync();
            if (await records.IsDueAsync()) kills++;
        }
        await fond.StartAsync();
        await records.SettleAsync(TimeSpan.FromMinutes(4));

        Assert.InRange(kills, 1, lives);
        await Reminders.EachWasRemindedOnceAsync(records, consultations);
        await records.AreWholeAsync(surroundings.Mail);
        Figures.Tell($"kill -9 at reminders, {engine}", $"{kills} kills while something was due; reminders of {consultations.Select(c => c.Consultation).Distinct().Count()} consultations to {consultations.Count} inboxes, and of as many applications, each there once; {surroundings.Mail.Messages.Count} e-mails, {surroundings.Mail.Messages.Count - surroundings.Mail.Ids().Distinct().Count()} of them twice");
    }

    /// <summary>As often as an import is begun anew before it is given up.</summary>
    /// <returns>How often it was at work when it was killed.</returns>
    private static async Task<int> KillAtAsync(FondProcess fond, Records records, long import, int number)
    {
        var (most, kills) = (Scale.Of(2, MeasurementImport.MostAttempts - 1), 0);
        for (var kill = 1; kill <= most; kill++)
        {
            if (!await TakenUpAsync(records, import, kill)) return kills;
            await Task.Delay(Random.Shared.Next(0, kill == 1 ? 100 : 1_000), CancellationToken.None); // the moment is what is tried, the first soon, before a fast machine is done
            await fond.KillAsync();
            var there = await records.InAsync(db => db.Set<Measurement>().CountAsync(m => m.RowKey.StartsWith(number + "-")));
            var ended = await records.InAsync(db => db.Set<MeasurementImport>().AnyAsync(i => i.Id == import && i.EndedAt != null));
            Assert.Equal(ended ? Rows : 0, there);
            if (!ended) kills++;
            var now = (DateTimeOffset?)DateTimeOffset.UtcNow;
            await records.InAsync(db => db.Set<MeasurementImport>().Where(i => i.Id == import && i.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.NextAttemptAt, now))); // its claim has run out
            await fond.StartAsync();
        }
        return kills;
    }

    /// <returns>Whether it is at work the so manieth time; otherwise it has ended.</returns>
    private static async Task<bool> TakenUpAsync(Records records, long import, int time)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var now = await records.InAsync(db => db.Set<MeasurementImport>().AsNoTracking().SingleAsync(i => i.Id == import));
            if (now.EndedAt is not null) return false;
            if (now.State == ImportState.Running && now.Attempts >= time) return true;
            Assert.False(limit.IsCancellationRequested, "The import is not taken up.");
            await Task.Delay(10, CancellationToken.None); // another process gives no sign
        }
    }

    private static async Task EndedAsync(Records records, long import)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await records.InAsync(db => db.Set<MeasurementImport>().AnyAsync(i => i.Id == import && i.EndedAt != null)))
        {
            Assert.False(limit.IsCancellationRequested, "The import does not end.");
            await Task.Delay(50, CancellationToken.None); // another process gives no sign
        }
    }
}
