using Fond.Domain.Common;
using Fond.Features.Platform.Audit;

namespace Fond.Features.Platform.Workflows;

/// <summary>What happens by itself when its time has come, unless the case has left the state before: a trigger, or a reminder.</summary>
internal sealed class WorkflowTimer : Aggregate, IUnaudited, IDueWork
{
    private WorkflowTimer() { }

    public WorkflowTimer(long instanceId, string state, string name, Text title, string? trigger, DateTimeOffset dueAt) =>
        (InstanceId, State, Name, Title, Trigger, DueAt, NextAttemptAt) = (instanceId, state, name, title, trigger, dueAt, dueAt);

    public long InstanceId { get; private set; }

    public string State { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Text Title { get; private set; } = new("", "");

    /// <summary>Null: it carries out the activities that the definition gives it, and the case stays where it is.</summary>
    public string? Trigger { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? NextAttemptAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? FiredAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <exception cref="InvalidOperationException">When it has fired before.</exception>
    public void Fired(DateTimeOffset now)
    {
        if (FiredAt is not null) throw new InvalidOperationException("A timer fires once.");
        (FiredAt, NextAttemptAt) = (now, null);
    }

    public void Cancel(DateTimeOffset now) => (CancelledAt, NextAttemptAt) = (now, null);

    public void Failed(DateTimeOffset? next) => (Attempts, NextAttemptAt) = (Attempts + 1, next);

    /// <summary>One that was cancelled meanwhile is not tried again: the case has gone on.</summary>
    public void Retry(DateTimeOffset now) => (Attempts, NextAttemptAt) = (0, CancelledAt is null ? now : null);

    public void Postpone(DateTimeOffset until) => NextAttemptAt = until;
}
