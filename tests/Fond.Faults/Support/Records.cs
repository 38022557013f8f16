using System.Text.Json.Nodes;
using Fond.Api.Tests.Support.Databases;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact.Imports;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Faults.Support;

/// <summary>What must hold of the records whatever happened to the processes that wrote them.</summary>
internal sealed class Records(TestDatabase database)
{
    /// <summary>When nothing is due any more.</summary>
    public async Task SettleAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (await IsDueAsync())
        {
            Assert.False(limit.IsCancellationRequested, "Something that is due is not done.");
            await Task.Delay(200, CancellationToken.None); // by other processes, which give no sign
        }
    }

    public Task<bool> IsDueAsync() => InAsync(db => Due(db).AnyAsync(CancellationToken.None));

    public async Task AreWholeAsync(MailCatcher mail)
    {
        await TheTrailHoldsAsync();
        await MoneyAddsUpAsync();
        await CaseNumbersHaveNoGapAsync();
        await TimersFiredOnceAsync();
        await EveryMessageLeftAsync(mail);
        await EveryStateHasItsWorkItemAsync();
    }

    public async Task<T> InAsync<T>(Func<FondDb, Task<T>> look)
    {
        await using var db = database.Open();
        return await look(db);
    }

    public async Task TheTrailHoldsAsync()
    {
        var (code, said) = await BuiltProgram.RunAsync(["verify-audit", "--environment=Development", .. database.Settings]);
        Assert.True(code == 0, said);
    }

    /// <summary>The postings of each fund sum to zero, its available money is what it says, and at no time was it below nothing.</summary>
    public async Task MoneyAddsUpAsync()
    {
        var funds = await InAsync(db => db.Set<Fund>().AsNoTracking().ToListAsync());
        var movements = await InAsync(db => db.Set<LedgerTransaction>().AsNoTracking().Include(t => t.Postings).OrderBy(t => t.Id).ToListAsync());
        foreach (var fund in funds)
        {
            var available = Money.Zero;
            foreach (var movement in movements.Where(m => m.FundId == fund.Id))
            {
                Assert.Equal(0, movement.Postings.Sum(p => p.Amount.Ore));
                available += new Money(movement.Postings.Where(p => p.Account == LedgerAccount.Available).Sum(p => p.Amount.Ore));
                Assert.True(available >= Money.Zero, $"{fund.Name} was below zero at movement {movement.Id}.");
            }
            Assert.Equal(available, fund.Available);
        }
    }

    public async Task CaseNumbersHaveNoGapAsync()
    {
        var last = await InAsync(db => db.Set<NumberSeries>().Where(s => s.Municipality == "Helsingborg").SumAsync(s => s.Last));
        var numbers = await InAsync(db => db.Set<Application>().Where(a => a.CaseNumber != null && db.Set<Fund>().Any(f => f.Id == a.FundId && f.Municipality == "Helsingborg")).Select(a => a.CaseNumber!).ToListAsync());
        Assert.Equal(last, numbers.Count);
        Assert.Equal(Enumerable.Range(1, last), numbers.Select(n => int.Parse(n.Split('/')[0], null)).Order());
    }

    private async Task TimersFiredOnceAsync()
    {
        var timers = await InAsync(db => db.Set<WorkflowTimer>().AsNoTracking().ToListAsync());
        Assert.All(timers, timer => Assert.True(timer.Attempts == 0 && (timer.FiredAt, timer.CancelledAt, timer.NextAttemptAt) is (null, null, not null) or (not null, null, null) or (null, not null, null), $"timer {timer.Id} {timer.Name}"));
        Assert.Empty(await InAsync(db => db.Set<Incident>().ToListAsync()));
        await RemindersCameWhereTheyShouldAsync();
        var moved = await InAsync(db => db.Set<WorkflowInstance>().Where(i => i.Workflow == "application").Select(i => i.Steps.Count(s => s.Trigger == "accept")).ToListAsync());
        Assert.All(moved, accepted => Assert.InRange(accepted, 0, 1));
        Assert.True(timers.Count(t => t is { FiredAt: not null, Trigger: "accept" }) <= moved.Sum());
    }

    /// <summary>Each that has fired is once in the inbox of everybody whom the case's definition names, and in no other.</summary>
    private async Task RemindersCameWhereTheyShouldAsync()
    {
        var fired = await InAsync(db => (from timer in db.Set<WorkflowTimer>().Where(t => t.FiredAt != null && t.Trigger == null)
                                         join instance in db.Set<WorkflowInstance>().IgnoreAutoIncludes() on timer.InstanceId equals instance.Id
                                         join application in db.Set<Application>().IgnoreAutoIncludes() on instance.ApplicationId equals application.Id
                                         select new { timer.Id, timer.InstanceId, timer.State, timer.Name, instance.WorkflowVersionId, ApplicationId = application.Id, application.FundId, application.LeadId }).ToListAsync());
        var states = (await InAsync(db => db.Set<WorkflowVersion>().AsNoTracking().ToListAsync())).ToDictionary(v => v.Id, v => JsonNode.Parse(v.Json)!["states"]!.AsArray());
        var holders = await InAsync(db => db.Set<Person>().SelectMany(p => p.Roles, (p, r) => new { p.Id, r.Role, r.FundId }).ToListAsync());
        var assessors = (await InAsync(db => db.Set<Assessment>().IgnoreAutoIncludes().Select(a => new { a.ApplicationId, a.AssessorId }).ToListAsync())).ToLookup(a => a.ApplicationId, a => a.AssessorId);
        var named = from reminder in fired
                    let timer = Named(Named(states[reminder.WorkflowVersionId], reminder.State)["timers"]!.AsArray(), reminder.Name)
                    from activity in timer["activities"]!.AsArray().Select((said, number) => (Role: WorkflowNames.To<Role>(said!["role"]!.GetValue<string>()), number))
                    from person in activity.Role switch
                    {
                        Role.Applicant => [reminder.LeadId],
                        Role.Assessor => assessors[reminder.ApplicationId],
                        _ => holders.Where(h => h.Role == activity.Role && (h.FundId ?? reminder.FundId) == reminder.FundId).Select(h => h.Id).Distinct(),
                    }
                    select ($"{reminder.InstanceId}:timer:{reminder.Id}:{activity.number}", person);
        var told = await InAsync(db => db.Set<Notification>().Where(n => n.Key.Contains(":timer:")).Select(n => new { n.Key, n.PersonId }).ToListAsync());
        Assert.Equal(named.Order(), told.Select(n => (n.Key, n.PersonId)).Order());
    }

    private static JsonNode Named(JsonArray all, string name) => all.Single(one => one!["name"]!.GetValue<string>() == name)!;

    private async Task EveryMessageLeftAsync(MailCatcher mail)
    {
        var sent = await InAsync(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());
        Assert.All(sent, message => Assert.NotNull(message.SentAt));
        var arrived = mail.Ids().ToHashSet();
        Assert.All(sent, message => Assert.Contains($"{message.Key.Replace(':', '.')}@fond", arrived));
        var inboxes = await InAsync(db => db.Set<Notification>().Select(n => $"{n.Key}:{n.PersonId}").ToListAsync());
        Assert.All(sent.GroupJoin(inboxes, message => message.Key, shown => shown, (message, shown) => shown.Count()), shown => Assert.Equal(1, shown));
    }

    /// <summary>A case that stands in a state has the ball with somebody, as the definition says, and no ball is left where it has been.</summary>
    private async Task EveryStateHasItsWorkItemAsync()
    {
        var versions = (await InAsync(db => db.Set<WorkflowVersion>().AsNoTracking().ToListAsync())).ToDictionary(v => v.Id,
            v => JsonNode.Parse(v.Json)!["states"]!.AsArray().Where(s => s!["workItem"] is not null).Select(s => s!["name"]!.GetValue<string>()).ToHashSet());
        var open = (await InAsync(db => db.Set<WorkItem>().Where(i => i.DoneAt == null).Select(i => i.InstanceId).ToListAsync())).ToLookup(i => i);
        foreach (var instance in await InAsync(db => db.Set<WorkflowInstance>().AsNoTracking().ToListAsync()))
            Assert.Equal(versions[instance.WorkflowVersionId].Contains(instance.State) ? 1 : 0, open[instance.Id].Count());
    }

    private static IQueryable<long> Due(FondDb db)
    {
        var now = DateTimeOffset.UtcNow;
        return db.Set<WorkflowTimer>().Where(t => t.NextAttemptAt <= now.AddSeconds(5)).Select(t => t.Id).Concat(db.Set<OutboxMessage>().Where(m => m.NextAttemptAt != null).Select(m => m.Id))
            .Concat(db.Set<Alarm>().Where(a => a.NextAttemptAt <= now).Select(a => a.Id)).Concat(db.Set<MeasurementImport>().Where(i => i.NextAttemptAt != null).Select(i => i.Id));
    }
}
