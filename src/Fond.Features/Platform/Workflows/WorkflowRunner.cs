using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Domain.Workflows;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Fond.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Workflows;

/// <summary>
/// Moves cases: asks the definition that the case follows, then writes state, history, timers, work items and messages into the
/// caller's transaction.
/// </summary>
internal sealed class WorkflowRunner(FondDb db, ActorContext context, Clock clock, WorkflowCatalog catalog, CaseFactReader cases, Notifier notifier, CaseRegistry registry, AuditTrail trail)
{
    /// <summary>Signals that set off signals: more than this is a fault in the definitions.</summary>
    private const int DeepestSignal = 8;

    /// <param name="definition">The definition that carries the workflow for this case; the one of the workflow's own name unless said.</param>
    public Task StartAsync(string workflow, Application application, CancellationToken ct, string? definition = null) => StartAsync(workflow, definition ?? workflow, application, 0, ct);

    /// <exception cref="RefusedException">When the definition does not permit the trigger now, to this caller, or a guard says no. Nothing has changed then.</exception>
    /// <param name="note">Why, for the history.</param>
    public async Task FireAsync(string workflow, Application application, string trigger, CancellationToken ct, string? note = null) =>
        await FireAsync(workflow, application, trigger, await RolesAsync(application, ct), 0, ct, note);

    /// <summary>As Fond itself: for what follows from a rule or from time, whoever set it off.</summary>
    public Task FireAsSystemAsync(string workflow, Application application, string trigger, CancellationToken ct, string? note = null) =>
        FireAsync(workflow, application, trigger, null, 0, ct, note);

    /// <summary>For what a body has settled: as Fond itself, and as the caller where the definition, as a case from before may follow it, leaves the step to roles alone.</summary>
    /// <param name="note">Why, for the history.</param>
    public async Task FireForBodyAsync(string workflow, Application application, string trigger, CancellationToken ct, string? note = null)
    {
        var instance = await InstanceAsync(workflow, application.Id, ct);
        Refuse.When(instance is null, new WorkflowNotStarted(workflow));
        var definition = await catalog.OfAsync(db, instance!.WorkflowVersionId, ct);
        var asSystem = WorkflowEngine.PermittedTriggers(definition, instance.State, null, _ => true).Contains(trigger);
        await (asSystem ? FireAsSystemAsync(workflow, application, trigger, ct, note) : FireAsync(workflow, application, trigger, ct, note));
    }

    /// <summary>As Fond itself, where the definition has such a step in the case's present state; otherwise the case stays where it is.</summary>
    /// <param name="note">Why, for the history.</param>
    /// <returns>Whether it has.</returns>
    public async Task<bool> OfferAsync(string workflow, Application application, string trigger, CancellationToken ct, string? note = null)
    {
        if (await InstanceAsync(workflow, application.Id, ct) is not { } instance) return false;
        var (definition, facts) = (await catalog.OfAsync(db, instance.WorkflowVersionId, ct), await cases.ReadAsync(application, ct));
        if (!WorkflowEngine.PermittedTriggers(definition, instance.State, null, facts.Flags.GetValueOrDefault).Contains(trigger)) return false;
        await FireAsSystemAsync(workflow, application, trigger, ct, note);
        return true;
    }

    /// <summary>Carries out what a timer without a trigger is for; the case stays where it is.</summary>
    public async Task RemindAsync(WorkflowTimer timer, WorkflowInstance instance, Application application, CancellationToken ct)
    {
        var definition = await catalog.OfAsync(db, instance.WorkflowVersionId, ct);
        var activities = definition.State(timer.State).Timers.First(t => t.Name == timer.Name).Activities;
        var facts = await cases.ReadAsync(application, ct);
        for (var i = 0; i < activities.Count; i++) await RunAsync(activities[i], $"{instance.Id}:timer:{timer.Id}:{i}", application, facts, 0, ct);
    }

    /// <summary>Null while the workflow has not begun for the application.</summary>
    public async Task<Phase?> PhaseAsync(string workflow, long applicationId, CancellationToken ct) =>
        (await InstanceAsync(workflow, applicationId, ct))?.Phase;

    /// <exception cref="RefusedException">When the workflow is in none of the phases.</exception>
    public async Task DemandPhaseAsync(string workflow, long applicationId, CancellationToken ct, params Phase[] phases)
    {
        var instance = await InstanceAsync(workflow, applicationId, ct);
        Refuse.When(instance is null, new WorkflowNotStarted(workflow));
        if (!phases.Contains(instance!.Phase)) throw new RefusedException(new WorkflowWrongState(TitleOf(await catalog.OfAsync(db, instance.WorkflowVersionId, ct), instance.State)));
    }

    /// <summary>What the caller may fire now.</summary>
    public async Task<IReadOnlyList<string>> PermittedAsync(WorkflowInstance instance, Application application, CancellationToken ct)
    {
        var definition = await catalog.OfAsync(db, instance.WorkflowVersionId, ct);
        var facts = await cases.ReadAsync(application, ct);
        return WorkflowEngine.PermittedTriggers(definition, instance.State, await RolesAsync(application, ct), facts.Flags.GetValueOrDefault);
    }

    private async Task StartAsync(string workflow, string name, Application application, int depth, CancellationToken ct)
    {
        if (await InstanceAsync(workflow, application.Id, ct) is not null) return; // telling twice starts once
        var (version, definition) = await catalog.CurrentAsync(db, name, ct);
        var instance = new WorkflowInstance(workflow, version, application.Id);
        db.Add(instance);
        await trail.SaveAsync(ct); // timers and work items need its key
        await ApplyAsync(instance, application, WorkflowEngine.Enter(definition, (await cases.ReadAsync(application, ct)).Flags.GetValueOrDefault), depth, ct);
    }

    private async Task FireAsync(string workflow, Application application, string trigger, IReadOnlySet<string>? roles, int depth, CancellationToken ct, string? note = null)
    {
        if (depth > DeepestSignal) throw new InvalidOperationException($"Signals go round in circles at {workflow}.{trigger}.");
        var instance = await InstanceAsync(workflow, application.Id, ct);
        Refuse.When(instance is null, new WorkflowNotStarted(workflow));
        var definition = await catalog.OfAsync(db, instance!.WorkflowVersionId, ct);
        var facts = await cases.ReadAsync(application, ct);
        switch (WorkflowEngine.Fire(definition, instance.State, trigger, roles, facts.Flags.GetValueOrDefault))
        {
            case StepResult.Moved moved:
                await ApplyAsync(instance, application, moved, depth, ct, note);
                break;
            case StepResult.Refused refused:
                throw new RefusedException(RefusalFor(refused, definition, instance.State, trigger));
        }
    }

    private Refusal RefusalFor(StepResult.Refused refused, WorkflowDefinition definition, string state, string trigger) => refused.Kind switch
    {
        RefusedKind.RoleNotPermitted => new WorkflowRoleNotPermitted(trigger),
        RefusedKind.GuardUnmet => new WorkflowGuardUnmet(cases.Conditions(refused.UnmetGuards)),
        _ => new WorkflowWrongState(TitleOf(definition, state)),
    };

    private static Text TitleOf(WorkflowDefinition definition, string state) => new(definition.State(state).Title.Sv, definition.State(state).Title.En);

    private async Task ApplyAsync(WorkflowInstance instance, Application application, StepResult.Moved moved, int depth, CancellationToken ct, string? note = null)
    {
        await LeaveAsync(instance, ct);
        foreach (var step in moved.Steps)
        {
            var who = context.Actor;
            instance.MoveTo(moved.State.Name, WorkflowNames.To<Phase>(moved.State.Phase), moved.State.IsFinal,
                new WorkflowStep(step.From, step.To, step.Trigger, who.Name, who.PersonId, clock.Now, note));
        }
        if (instance.Workflow == Workflow.Application) application.EnterPhase(instance.Phase);
        var facts = await cases.ReadAsync(application, ct);
        ArriveAt(moved.State, instance, application, facts);
        for (var i = 0; i < moved.Activities.Count; i++)
            await RunAsync(moved.Activities[i], $"{instance.Id}:{instance.Steps.Count}:{i}", application, facts, depth, ct);
    }

    private async Task LeaveAsync(WorkflowInstance instance, CancellationToken ct)
    {
        foreach (var timer in await db.Set<WorkflowTimer>().Where(t => t.InstanceId == instance.Id && t.FiredAt == null && t.CancelledAt == null).ToListAsync(ct))
            if (timer.FiredAt is null) timer.Cancel(clock.Now);
        foreach (var item in await db.Set<WorkItem>().Where(i => i.InstanceId == instance.Id && i.DoneAt == null).ToListAsync(ct))
            item.Done(clock.Now);
    }

    private void ArriveAt(WorkflowState state, WorkflowInstance instance, Application application, CaseFacts facts)
    {
        if (state.WorkItem is { } item)
            db.Add(new WorkItem(instance.Id, application.Id, application.FundId, WorkflowNames.To<Role>(item.Role), new Text(item.Title.Sv, item.Title.En), Due(item.Due, facts), clock.Now));
        Set(state.Timers, state, instance, facts);
    }

    /// <summary>A date of the case has been moved: what waits for it in the state where the case is does so by the new one.</summary>
    public async Task RescheduleAsync(string workflow, Application application, CancellationToken ct)
    {
        var instance = await InstanceAsync(workflow, application.Id, ct) ?? throw new RefusedException(new WorkflowNotStarted(workflow));
        var state = (await catalog.OfAsync(db, instance.WorkflowVersionId, ct)).State(instance.State);
        var facts = await cases.ReadAsync(application, ct);
        var dated = state.Timers.Where(t => t.At is not null).ToList();
        foreach (var timer in await db.Set<WorkflowTimer>().Where(t => t.InstanceId == instance.Id && t.FiredAt == null && t.CancelledAt == null).ToListAsync(ct))
            if (dated.Exists(t => t.Name == timer.Name)) timer.Cancel(clock.Now);
        Set(dated, state, instance, facts);
        if (state.WorkItem?.Due is not { Date: not null } due) return;
        foreach (var item in await db.Set<WorkItem>().Where(i => i.InstanceId == instance.Id && i.DoneAt == null).ToListAsync(ct)) item.Move(Due(due, facts));
    }

    private void Set(IEnumerable<TimerDefinition> timers, WorkflowState state, WorkflowInstance instance, CaseFacts facts)
    {
        foreach (var timer in timers)
            if (DueAt(timer, facts) is { } due)
                db.Add(new WorkflowTimer(instance.Id, state.Name, timer.Name, new Text(timer.Title.Sv, timer.Title.En), timer.Trigger, due));
    }

    private DateOnly? Due(WorkflowDue? due, CaseFacts facts) => due switch
    {
        { Date: { } name } => facts.Dates.GetValueOrDefault(name),
        { After: { } duration } => duration.AddTo(clock.Today),
        _ => null,
    };

    /// <summary>A duration counts from now; a date's timer fires when that day is over in the municipality, or so long before. What would be too early already is left out.</summary>
    private DateTimeOffset? DueAt(TimerDefinition timer, CaseFacts facts)
    {
        if (timer.After is { } after) return after.AddTo(clock.Now);
        if (facts.Dates.GetValueOrDefault(timer.At!) is not { } day) return null;
        if (timer.Before is null) return MunicipalTime.EndOfDay(day);
        var due = timer.Before.TakeFrom(MunicipalTime.EndOfDay(day));
        return due > clock.Now ? due : null;
    }

    private async Task RunAsync(Activity activity, string key, Application application, CaseFacts facts, int depth, CancellationToken ct)
    {
        switch (activity)
        {
            case NotifyActivity notify:
                var role = WorkflowNames.To<Role>(notify.Role);
                var subject = Fill(notify.Subject, facts);
                await notifier.TellAsync(key, await cases.PeopleAsync(application, role, ct), application.Id, subject, Fill(notify.Body, facts), ct);
                if (role == Role.Applicant && application.CaseNumber is not null) await registry.AddAsync(application, DocumentEntry.Out(DocumentKind.Notice, application.Organisation, subject.Sv), ct);
                break;
            case StartWorkflowActivity start:
                await StartAsync(start.Name, start.Name, application, depth + 1, ct);
                break;
            case SignalActivity signal:
                if (await InstanceAsync(signal.Workflow, application.Id, ct) is { Ended: false })
                    await FireAsync(signal.Workflow, application, signal.Trigger, null, depth + 1, ct);
                break;
        }
    }

    private static Text Fill(LocalText template, CaseFacts facts)
    {
        var (sv, en) = (template.Sv, template.En);
        foreach (var (name, value) in facts.Texts)
            (sv, en) = (sv.Replace($"{{{name}}}", value, StringComparison.Ordinal), en.Replace($"{{{name}}}", value, StringComparison.Ordinal));
        return new Text(sv, en);
    }

    /// <summary>The instance in this unit of work, saved or not.</summary>
    private async Task<WorkflowInstance?> InstanceAsync(string workflow, long applicationId, CancellationToken ct) =>
        db.Set<WorkflowInstance>().Local.FirstOrDefault(i => i.Workflow == workflow && i.ApplicationId == applicationId)
        ?? await db.Set<WorkflowInstance>().FirstOrDefaultAsync(i => i.Workflow == workflow && i.ApplicationId == applicationId, ct);

    /// <summary>What the caller is in the case: its lead, one of its assessors, its evaluator; and by office, unless the case is their own. Null: Fond itself.</summary>
    private async Task<IReadOnlySet<string>?> RolesAsync(Application application, CancellationToken ct)
    {
        if (context.Actor.IsSystem) return null;
        var roles = new HashSet<string>();
        foreach (var role in context.Actor.Roles.Where(r => r.FundId is null || r.FundId == application.FundId).Select(r => r.Role).Distinct())
            if (await cases.IsInAsync(application, role, context.Actor.Id, ct)) roles.Add(WorkflowNames.Of(role));
        return roles;
    }
}
