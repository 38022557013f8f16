using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fond.Features.Platform.Workflows;

/// <summary>Does what is due, one thing a transaction, until nothing is: timers first, then e-mail. Any number of instances may do so at once.</summary>
internal sealed class Sweep(IServiceScopeFactory scopes, Clock clock, FondDb db, DatabaseEngine engine, EmailSettings email, EmailSender sender, WorkTelemetry telemetry, ILogger<Sweep> log)
{
    private const int Batch = 100;

    /// <summary>How long a message is one instance's alone: longer than the mail server is waited for.</summary>
    private static readonly TimeSpan Claim = EmailSender.Patience + TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.Now;
        foreach (var id in await db.Set<WorkflowTimer>().Where(t => t.NextAttemptAt <= now).OrderBy(t => t.DueAt).Select(t => t.Id).Take(Batch).ToListAsync(ct))
            await FireAsync(id, ct);
        if (!email.IsConfigured) return;
        foreach (var id in await db.Set<OutboxMessage>().Where(m => m.NextAttemptAt <= now).OrderBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(ct))
            if (await ClaimAsync(id, ct) is { } message) await SendAsync(message, ct);
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
            work.Fail(fault, engine);
            if (ct.IsCancellationRequested || engine.IsPassing(fault)) throw; // it stays due
            log.LogWarning("Timer {Timer} did not fire: {Fault}", timerId, Describe(fault));
            await SetBackAsync<WorkflowTimer>(timerId, IncidentKind.Timer, fault, ct);
        }
    }

    /// <returns>The case's number.</returns>
    private async Task<string?> FireAsync(long timerId, IServiceProvider services, CancellationToken ct)
    {
        var context = services.GetRequiredService<FondDb>();
        var timer = await context.Set<WorkflowTimer>().SingleAsync(t => t.Id == timerId, ct);
        var instance = await context.Set<WorkflowInstance>().SingleAsync(i => i.Id == timer.InstanceId, ct);
        var application = await context.Set<Application>().SingleAsync(a => a.Id == instance.ApplicationId, ct);
        if (timer.NextAttemptAt is null) return application.CaseNumber; // another instance, or the case, was first
        timer.Fired(clock.Now);
        var workflows = services.GetRequiredService<WorkflowRunner>();
        if (timer.Trigger is { } trigger) await workflows.FireAsSystemAsync(instance.Workflow, application, trigger, ct);
        else await workflows.RemindAsync(timer, instance, application, ct);
        return application.CaseNumber;
    }

    /// <returns>Null when it has left already, or another instance is at it.</returns>
    private Task<OutboxMessage?> ClaimAsync(long messageId, CancellationToken ct) => InTransactionAsync("claim", async services =>
    {
        var message = await services.GetRequiredService<FondDb>().Set<OutboxMessage>().SingleAsync(m => m.Id == messageId, ct);
        if (!(message.NextAttemptAt <= clock.Now)) return null;
        message.Claim(clock.Now + Claim);
        return message;
    }, ct);

    /// <summary>The server may take a message whose sending we then fail to note; it goes out again under the same message id.</summary>
    private async Task SendAsync(OutboxMessage message, CancellationToken ct)
    {
        using var work = telemetry.Begin(WorkKind.Email, "email");
        try
        {
            await sender.SendAsync(message, ct); // outside any transaction: a slow mail server holds up nobody
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            work.Outcome = "NOT_TAKEN";
            log.LogWarning("E-mail {Message} was not taken: {Fault}", message.Id, Describe(fault));
            await SetBackAsync<OutboxMessage>(message.Id, IncidentKind.Email, fault, ct);
            return;
        }
        await InTransactionAsync("email", async services =>
        {
            var sent = await services.GetRequiredService<FondDb>().Set<OutboxMessage>().SingleAsync(m => m.Id == message.Id, ct);
            sent.Sent(clock.Now);
            return sent;
        }, ct);
        work.Outcome = WorkTelemetry.Done;
    }

    /// <summary>Later again, or an incident. What another instance has done meanwhile is done.</summary>
    private Task<T> SetBackAsync<T>(long id, IncidentKind kind, Exception fault, CancellationToken ct) where T : Entity, IDueWork => InTransactionAsync("set aside", async services =>
    {
        var context = services.GetRequiredService<FondDb>();
        var work = await context.Set<T>().SingleAsync(w => w.Id == id, ct);
        if (work.NextAttemptAt is null) return work;
        var next = Backoff.Next(work.Attempts + 1, clock.Now);
        work.Failed(next);
        if (next is null) context.Add(new Incident(kind, id, await CaseOfAsync(context, work, ct), Describe(fault), clock.Now));
        return work;
    }, ct);

    private static async Task<long?> CaseOfAsync(FondDb context, IDueWork work, CancellationToken ct) => work is WorkflowTimer timer
        ? await context.Set<WorkflowInstance>().Where(i => i.Id == timer.InstanceId).Select(i => i.ApplicationId).SingleAsync(ct)
        : null;

    private async Task<T> InTransactionAsync<T>(string action, Func<IServiceProvider, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ActorContext>();
        (context.Actor, context.Action) = (Actor.System, action);
        var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        await using var transaction = await trail.BeginAsync(ct);
        var result = await work(scope.ServiceProvider);
        await trail.SaveAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }

    /// <summary>Kind and code; messages of foreign libraries may hold addresses.</summary>
    private static string Describe(Exception fault) => fault is RefusedException refused
        ? string.Join(", ", refused.Refusals.Select(r => r.Code))
        : fault.GetType().Name;
}
