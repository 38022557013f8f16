using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
using MailKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fond.Features.Platform.Workflows;

/// <summary>Does what is due, up to a hundred timers, a hundred alarms and then a hundred e-mails, one thing a transaction, and last the chores. Any number of instances may do so at once.</summary>
internal sealed class Sweep(IServiceScopeFactory scopes, Clock clock, FondDb db, DatabaseEngine engine, EmailSettings email, EmailSender sender, IEnumerable<IChore> chores, WorkTelemetry telemetry, ILogger<Sweep> log)
{
    private const int Batch = 100;

    /// <summary>How long a message is one instance's alone: longer than the mail server is waited for, and the note of it.</summary>
    private static readonly TimeSpan Claim = EmailSender.Patience + TimeSpan.FromSeconds(40);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.Now;
        foreach (var id in await db.Set<WorkflowTimer>().Where(t => t.NextAttemptAt <= now).OrderBy(t => t.DueAt).Select(t => t.Id).Take(Batch).ToListAsync(ct))
            await FireAsync(id, ct);
        foreach (var id in await db.Set<Alarm>().Where(a => a.NextAttemptAt <= now).OrderBy(a => a.Id).Select(a => a.Id).Take(Batch).ToListAsync(ct))
            await RingAsync(id, ct);
        if (email.IsConfigured) await SendAsync(now, ct);
        foreach (var chore in chores) await chore.RunAsync(ct);
    }

    private async Task SendAsync(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var id in await db.Set<OutboxMessage>().Where(m => m.NextAttemptAt <= now).OrderBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(ct))
            if (await ClaimAsync(id, ct) is var (message, text) && !await SendAsync(message, text)) return; // timers do not wait for a server that is not there
    }

    private async Task FireAsync(long timerId, CancellationToken ct)
    {
        using var work = telemetry.Begin(WorkKind.Timer, "timer");
        try
        {
            work.CaseNumber = await InTransactionAsync("timer", services => FireAsync(timerId, services, ct), ct);
            work.Outcome = WorkTelemetry.Done;
        }
        catch (Exception fault)
        {
            work.Fail(fault, engine, ct);
            if (engine.IsBrokenOff(fault, ct)) throw; // as it was, for the next start or another instance
            log.LogWarning("Timer {Timer} did not fire: {Fault}", timerId, Describe(fault));
            await SetBackAsync<WorkflowTimer>(timerId, IncidentKind.Timer, fault, clock.Now);
        }
    }

    /// <returns>The case's number.</returns>
    private async Task<string?> FireAsync(long timerId, IServiceProvider services, CancellationToken ct)
    {
        var context = services.GetRequiredService<FondDb>();
        var timer = await context.Set<WorkflowTimer>().SingleAsync(t => t.Id == timerId, ct);
        var instance = await context.Set<WorkflowInstance>().SingleAsync(i => i.Id == timer.InstanceId, ct);
        var application = await context.Set<Application>().SingleAsync(a => a.Id == instance.ApplicationId, ct);
        if (timer.CancelledAt is not null || !(timer.NextAttemptAt <= clock.Now)) return application.CaseNumber; // another instance, or the case, was first
        timer.Fired(clock.Now);
        var workflows = services.GetRequiredService<WorkflowRunner>();
        if (timer.Trigger is { } trigger) await workflows.FireAsSystemAsync(instance.Workflow, application, trigger, ct);
        else await workflows.RemindAsync(timer, instance, application, ct);
        return application.CaseNumber;
    }

    private async Task RingAsync(long alarmId, CancellationToken ct)
    {
        using var work = telemetry.Begin(WorkKind.Timer, "alarm");
        try
        {
            await InTransactionAsync("alarm", services => RingAsync(alarmId, services, ct), ct);
            work.Outcome = WorkTelemetry.Done;
        }
        catch (Exception fault)
        {
            work.Fail(fault, engine, ct);
            if (engine.IsBrokenOff(fault, ct)) throw; // as it was, for the next start or another instance
            log.LogWarning("Alarm {Alarm} did not ring: {Fault}", alarmId, Describe(fault));
            await SetBackAsync<Alarm>(alarmId, IncidentKind.Alarm, fault, clock.Now);
        }
    }

    private async Task<Alarm> RingAsync(long alarmId, IServiceProvider services, CancellationToken ct)
    {
        var alarm = await services.GetRequiredService<FondDb>().Set<Alarm>().SingleAsync(a => a.Id == alarmId, ct);
        if (!(alarm.NextAttemptAt <= clock.Now)) return alarm; // another instance was first
        alarm.Set(null);
        await services.GetServices<IWoken>().Single(w => w.Kind == alarm.Kind).WakeAsync(alarm.SubjectId, ct);
        return alarm;
    }

    /// <returns>Null when it has left already, or another instance is at it.</returns>
    private Task<(OutboxMessage Message, string Text)?> ClaimAsync(long messageId, CancellationToken ct) => InTransactionAsync("claim", async services =>
    {
        var message = await services.GetRequiredService<FondDb>().Set<OutboxMessage>().SingleAsync(m => m.Id == messageId, ct);
        if (!(message.NextAttemptAt <= clock.Now)) return null;
        message.Postpone(clock.Now + Claim);
        return ((OutboxMessage, string)?)(message, message.Link is { } link ? WithLink(message.Body, link, services.GetRequiredService<AccessLinks>()) : message.Body);
    }, ct);

    /// <summary>An e-mail that leaves twice has two secrets; both hold, as it cannot be known which was read.</summary>
    private string WithLink(string text, LinkWanted link, AccessLinks links) =>
        $"{email.AddressOf(link.Purpose, links.Issue(link.Purpose, link.SubjectId))}\nÖppna länken för att svara. Lämna den inte vidare. / Open the link to answer. Do not pass it on.\n\n{text}";

    /// <summary>
    /// The server may take a message whose sending we then fail to note; it goes out again under the same message id. One that is under way when Fond
    /// stops is seen through.
    /// </summary>
    /// <returns>Whether the server was there.</returns>
    private async Task<bool> SendAsync(OutboxMessage message, string text)
    {
        using var work = telemetry.Begin(WorkKind.Email, "email");
        try
        {
            await sender.SendAsync(message, text); // outside any transaction: a slow mail server holds up nobody
        }
        catch (Exception fault)
        {
            work.Outcome = "NOT_TAKEN";
            log.LogWarning("E-mail {Message} was not taken: {Fault}", message.Id, Describe(fault));
            await SetBackAsync<OutboxMessage>(message.Id, IncidentKind.Email, fault, message.NextAttemptAt);
            return fault is CommandException;
        }
        await NoteSentAsync(message.Id);
        work.Outcome = WorkTelemetry.Done;
        return true;
    }

    /// <summary>Tried again while the claim lasts, when many write at once: what is not noted is sent twice.</summary>
    private async Task NoteSentAsync(long messageId)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await InTransactionAsync("email", async services =>
                {
                    var sent = await services.GetRequiredService<FondDb>().Set<OutboxMessage>().SingleAsync(m => m.Id == messageId);
                    sent.Sent(clock.Now);
                    return sent;
                }, CancellationToken.None);
                return;
            }
            catch (Exception fault) when (attempt < 3 && engine.IsPassing(fault)) { }
        }
    }

    /// <summary>Later again, or an incident; not counted when it was the database that could not serve. What another instance has done meanwhile is done.</summary>
    /// <param name="held">Until when it was this instance's to do.</param>
    private Task<T> SetBackAsync<T>(long id, IncidentKind kind, Exception fault, DateTimeOffset? held) where T : Entity, IDueWork => InTransactionAsync("set aside", async services =>
    {
        var context = services.GetRequiredService<FondDb>();
        var work = await context.Set<T>().SingleAsync(w => w.Id == id);
        if (!(work.NextAttemptAt <= held)) return work;
        if (kind != IncidentKind.Email && engine.IsPassing(fault)) work.Postpone(clock.Now + Backoff.First);
        else work.Failed(Backoff.Next(work.Attempts + 1, clock.Now));
        if (work.NextAttemptAt is null) context.Add(new Incident(kind, id, await CaseOfAsync(context, work), Describe(fault), clock.Now));
        return work;
    }, CancellationToken.None);

    private static async Task<long?> CaseOfAsync(FondDb context, IDueWork work) => work is WorkflowTimer timer
        ? await context.Set<WorkflowInstance>().Where(i => i.Id == timer.InstanceId).Select(i => i.ApplicationId).SingleAsync()
        : null;

    private Task<T> InTransactionAsync<T>(string action, Func<IServiceProvider, Task<T>> work, CancellationToken ct) => scopes.InTransactionAsync(Actor.System, action, work, ct);

    /// <summary>Kind and code; messages of foreign libraries may hold addresses.</summary>
    private static string Describe(Exception fault) => fault is RefusedException refused
        ? string.Join(", ", refused.Refusals.Select(r => r.Code))
        : fault.GetType().Name;
}
