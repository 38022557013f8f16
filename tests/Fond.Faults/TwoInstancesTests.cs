using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Impact;
using Fond.Api.Tests.Support.Databases;
using Fond.Domain.Access;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Faults.Support;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Faults;

/// <summary>Two instances over one PostgreSQL, as behind a balancer.</summary>
public sealed class TwoInstancesTests
{
    /// <summary>As docs/operations.md states it: an e-mail is one instance's alone for a minute.</summary>
    private static readonly TimeSpan TakenOver = TimeSpan.FromSeconds(75);

    [Fact]
    public async Task Instances_that_start_at_once_make_one_database()
    {
        await using var surroundings = await Surroundings.OfAsync("PostgreSql");
        await using var database = new PostgreSqlTestDatabase((await Templates.ServerAsync()).Connection, "fond_that_is_not_there_yet");
        await using var first = surroundings.Fond(database: database);
        await using var second = surroundings.Fond(database: database);
        await using var third = surroundings.Fond(database: database);
        await Task.WhenAll(first.StartAsync(), second.StartAsync(), third.StartAsync());
        var records = new Records(database);
        Assert.Equal(1, await records.InAsync(db => db.Set<Person>().CountAsync(p => p.Subject == "administrator")));
        await records.TheTrailHoldsAsync();
    }

    [Fact]
    public async Task The_last_money_in_the_fund_is_granted_once()
    {
        await using var surroundings = await Surroundings.OfAsync("PostgreSql");
        await using var first = surroundings.Fond();
        await using var second = surroundings.Fond();
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        var last = await LastMoney.OfAsync(surroundings, first, Scale.Of(14, 64));

        var answers = await Task.WhenAll(last.Decisions.Select((input, i) => new Persistent(i % 2 == 0 ? first : second).AnsweredAsync("helsingborg-sekreterare", "decideApplication", input, "decision { id }")));

        var codes = answers.SelectMany(a => a["errors"]!.AsArray()).Select(e => e!["code"]!.GetValue<string>()).ToList();
        Assert.Equal(last.Enough, answers.Count(a => a["decision"] is not null));
        Assert.Equal(last.Decisions.Count - last.Enough, codes.Count);
        Assert.All(codes, code => Assert.Equal("FUND_MONEY_INSUFFICIENT", code));
        var records = new Records(surroundings.Database);
        await records.MoneyAddsUpAsync();
        await records.TheTrailHoldsAsync();
        Figures.Tell("Two instances, the last money", $"{last.Decisions.Count} decisions at once on money for {last.Enough}: {answers.Length - codes.Count} granted, {codes.Count} refused with FUND_MONEY_INSUFFICIENT");
    }

    [Fact]
    public async Task Case_numbers_have_no_gap_and_each_timer_and_message_comes_once()
    {
        await using var surroundings = await Surroundings.OfAsync("PostgreSql");
        await using var first = surroundings.Fond(settings: surroundings.Hurried);
        await using var second = surroundings.Fond(settings: surroundings.Hurried);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        FondProcess[] instances = [first, second];
        var drafts = new ConcurrentQueue<string>();
        await Parallel.ForAsync(0, Scale.Of(60, 1_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => drafts.Enqueue(await Cases.WholeDraftAsync(instances[i % 2])));
        var records = new Records(surroundings.Database);
        await records.SettleAsync(TimeSpan.FromMinutes(2));

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(drafts.Select((id, i) => new Persistent(instances[i % 2]).DoAsync("helsingborg-projektledare", "submitApplication", new JsonObject { ["applicationId"] = id }, "application { caseNumber }")));
        var took = clock.Elapsed;

        await records.SettleAsync(TimeSpan.FromMinutes(10));
        await records.AreWholeAsync(surroundings.Mail);
        var sent = surroundings.Mail.Ids().ToList();
        Assert.Equal(sent.Count, sent.Distinct().Count());
        var fired = await records.InAsync(db => db.Set<WorkflowTimer>().CountAsync(t => t.FiredAt != null));
        Figures.Tell("Two instances, registrations", $"{drafts.Count} at once, all registered in {took.TotalSeconds:0.0} s, numbers without gap or double; {fired} timers fired once each, {sent.Count} e-mails sent once each");
    }

    [Fact]
    public async Task Each_reminder_and_each_import_is_done_by_one_of_them()
    {
        const int rows = 2_000;
        await using var surroundings = await Surroundings.OfAsync("PostgreSql");
        var asked = await Reminders.DueAsync(surroundings, Scale.Of(8, 100));
        await using var first = surroundings.Fond(settings: surroundings.Hurried);
        await using var second = surroundings.Fond(settings: surroundings.Hurried);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        FondProcess[] instances = [first, second];
        var project = await ImportGround.PlannedAsync(new Stages(first));
        var records = new Records(surroundings.Database);

        await Reminders.WakeAsync(records, [.. asked.Select(a => a.Consultation).Distinct()]);
        var posts = await Task.WhenAll(Enumerable.Range(0, MeasurementImport.MostAtOnce).Select(i => ImportGround.PostAsync(new Stages(instances[i % 2]).Evaluator, project, ImportFile.Of(i, rows))));
        foreach (var post in posts) await ImportGround.IdOfAsync(post);

        await records.SettleAsync(TimeSpan.FromMinutes(4));
        await Reminders.EachWasRemindedOnceAsync(records, asked);
        await records.AreWholeAsync(surroundings.Mail);
        var sent = surroundings.Mail.Ids().ToList();
        Assert.Equal(sent.Count, sent.Distinct().Count());
        var done = await records.InAsync(db => db.Set<MeasurementImport>().Select(i => new { i.State, i.Logged, i.Attempts }).ToListAsync());
        Assert.Equal(Enumerable.Repeat((ImportState.Done, rows, 1), posts.Length), done.Select(i => (i.State, i.Logged, i.Attempts)));
        Assert.Equal(posts.Length * rows, await records.InAsync(db => db.Set<Measurement>().CountAsync()));
        Figures.Tell("Two instances, reminders and imports", $"{asked.Count} reminders of consultations due at once and {posts.Length} imports of {rows} rows each, every one done once; {sent.Count} e-mails sent once each");
    }

    [Fact]
    public async Task What_an_instance_held_when_it_was_killed_the_other_takes_over()
    {
        await using var surroundings = await Surroundings.OfAsync("PostgreSql");
        using var silent = new MailCatcher { Hangs = true };
        await using var first = surroundings.Fond(silent, settings: surroundings.Hurried);
        await first.StartAsync();
        await Cases.SubmittedAsync(first);
        while (silent.Messages.IsEmpty) await Task.Delay(20, TestContext.Current.CancellationToken); // it now holds one, and has others and timers before it
        await using var second = surroundings.Fond(settings: surroundings.Hurried);
        await second.StartAsync();
        await first.KillAsync();
        var clock = Stopwatch.StartNew();
        var records = new Records(surroundings.Database);
        await records.SettleAsync(TakenOver);

        await records.AreWholeAsync(surroundings.Mail);
        Assert.Contains(silent.Ids().Single(), surroundings.Mail.Ids());
        Assert.True(await records.InAsync(db => db.Set<OutboxMessage>().AnyAsync()));
        Figures.Tell("Two instances, one killed while it sends", $"the other had sent all that was due {clock.Elapsed.TotalSeconds:0} s later");
    }
}
