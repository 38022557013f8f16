using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fond.Features.Platform.Workflows;

/// <summary>Does what is due, one thing a transaction, until nothing is: timers first, then e-mail.</summary>
internal sealed class Sweep(IServiceScopeFactory scopes, Clock clock, FondDb db, EmailSettings email, EmailSender sender, ILogger<Sweep> log)
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.Now;
        foreach (var id in await db.Set<WorkflowTimer>().Where(t => t.NextAttemptAt <= now).OrderBy(t => t.DueAt).Select(t => t.Id).Take(Batch).ToListAsync(ct))
            await FireAsync(id, ct);
        if (!email.IsConfigured) return;
        foreach (var id in await db.Set<OutboxMessage>().Where(m => m.NextAttemptAt <= now).OrderBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(ct))
            await SendAsync(id, ct);
    }

    private async Task FireAsync(long timerId, CancellationToken ct)
    {
        try
        {
            await InTransactionAsync("timer", async services =>
            {
                var context = services.GetRequiredService<FondDb>();
                var timer = await context.Set<WorkflowTimer>().SingleAsync(t => t.Id == timerId, ct);
                if (timer.NextAttemptAt is null) return;
                var instance = await context.Set<WorkflowInstance>().SingleAsync(i => i.Id == timer.InstanceId, ct);
                var application = await context.Set<Application>().SingleAsync(a => a.Id == instance.ApplicationId, ct);
                timer.Fired(clock.Now);
                var workflows = services.GetRequiredService<WorkflowRunner>();
                if (timer.Trigger is { } trigger) await workflows.FireAsSystemAsync(instance.Workflow, application, trigger, ct);
                else await workflows.RemindAsync(timer, instance, application, ct);
            }, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogWarning("Timer {Timer} did not fire: {Fault}", timerId, Describe(fault));
            await SetBackAsync<WorkflowTimer>(timerId, IncidentKind.Timer, fault, ct);
        }
    }

    /// <summary>The server may take a message whose sending we then fail to note; it goes out again under the same message id.</summary>
    private async Task SendAsync(long messageId, CancellationToken ct)
    {
        try
        {
            var message = await db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Id == messageId, ct);
            if (message.NextAttemptAt is null) return;
            await sender.SendAsync(message, ct); // outside any transaction: a slow mail server holds up nobody
            await InTransactionAsync("email", async services =>
                (await services.GetRequiredService<FondDb>().Set<OutboxMessage>().SingleAsync(m => m.Id == messageId, ct)).Sent(clock.Now), ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning("E-mail {Message} was not taken: {Fault}", messageId, Describe(fault));
            await SetBackAsync<OutboxMessage>(messageId, IncidentKind.Email, fault, ct);
        }
    }

    /// <summary>Later again, or an incident. What another instance has done meanwhile is done.</summary>
    private Task SetBackAsync<T>(long id, IncidentKind kind, Exception fault, CancellationToken ct) where T : Entity, IDueWork => InTransactionAsync("set aside", async services =>
    {
        var context = services.GetRequiredService<FondDb>();
        var work = await context.Set<T>().SingleAsync(w => w.Id == id, ct);
        if (work.NextAttemptAt is null) return;
        var next = Backoff.Next(work.Attempts + 1, clock.Now);
        work.Failed(next);
        if (next is null) context.Add(new Incident(kind, id, await CaseOfAsync(context, work, ct), Describe(fault), clock.Now));
    }, ct);

    private static async Task<long?> CaseOfAsync(FondDb context, IDueWork work, CancellationToken ct) => work is WorkflowTimer timer
        ? await context.Set<WorkflowInstance>().Where(i => i.Id == timer.InstanceId).Select(i => i.ApplicationId).SingleAsync(ct)
        : null;

    private async Task InTransactionAsync(string action, Func<IServiceProvider, Task> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ActorContext>();
        (context.Actor, context.Action) = (Actor.System, action);
        var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        await using var transaction = await trail.BeginAsync(ct);
        await work(scope.ServiceProvider);
        await trail.SaveAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Kind and code; messages of foreign libraries may hold addresses.</summary>
    private static string Describe(Exception fault) => fault is RefusedException refused
        ? string.Join(", ", refused.Refusals.Select(r => r.Code))
        : fault.GetType().Name;
}
