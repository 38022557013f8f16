using Fond.Domain.Common;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Workflows;

/// <summary>When something that no workflow carries wants to be woken: one row a thing, set anew each time that it has rung.</summary>
internal sealed class Alarm : Aggregate, IUnaudited, IDueWork
{
    private Alarm() { }

    public Alarm(string kind, long subjectId) => (Kind, SubjectId) = (kind, subjectId);

    /// <summary>The name of the type that it wakes.</summary>
    public string Kind { get; private set; } = "";

    public long SubjectId { get; private set; }

    public DateTimeOffset? NextAttemptAt { get; private set; }

    public int Attempts { get; private set; }

    /// <param name="due">Null: never again.</param>
    public void Set(DateTimeOffset? due) => (NextAttemptAt, Attempts) = (due, 0);

    public void Failed(DateTimeOffset? next) => (Attempts, NextAttemptAt) = (Attempts + 1, next);

    public void Retry(DateTimeOffset now) => Set(now);

    public void Postpone(DateTimeOffset until) => NextAttemptAt = until;
}

/// <summary>Does what a thing is woken for, and sets its alarm anew. May ring late, and once more than was asked for.</summary>
internal interface IWoken
{
    /// <summary>The name of the type.</summary>
    string Kind { get; }

    Task WakeAsync(long subjectId, CancellationToken ct);
}

/// <summary>Sets alarms, in the caller's own transaction.</summary>
internal sealed class Alarms(FondDb db)
{
    /// <param name="due">Null: not to be woken any more.</param>
    public async Task SetAsync(string kind, long subjectId, DateTimeOffset? due, CancellationToken ct)
    {
        var alarm = await db.Set<Alarm>().SingleOrDefaultAsync(a => a.Kind == kind && a.SubjectId == subjectId, ct);
        if (alarm is null && due is null) return;
        if (alarm is null) db.Add(alarm = new Alarm(kind, subjectId));
        alarm.Set(due);
    }
}
