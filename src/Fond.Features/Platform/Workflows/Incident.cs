using Fond.Domain.Common;

namespace Fond.Features.Platform.Workflows;

/// <summary>Work that kept failing and waits for an administrator: a timer that could not fire, an alarm that could not ring, or an e-mail that no server took.</summary>
internal sealed class Incident : Aggregate
{
    private Incident() { }

    public Incident(IncidentKind kind, long subjectId, long? applicationId, string error, DateTimeOffset at) =>
        (Kind, SubjectId, ApplicationId, Error, At) = (kind, subjectId, applicationId, error, at);

    public IncidentKind Kind { get; private set; }

    /// <summary>The timer's, the alarm's or the e-mail's key.</summary>
    public long SubjectId { get; private set; }

    public long? ApplicationId { get; private set; }

    /// <summary>The kind of fault and its code; never a stack trace or an address.</summary>
    public string Error { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? RetriedAt { get; private set; }

    /// <exception cref="RefusedException"><see cref="IncidentAlreadyRetried"/>.</exception>
    public void Retry(DateTimeOffset now)
    {
        Refuse.When(RetriedAt is not null, new IncidentAlreadyRetried());
        RetriedAt = now;
    }
}

internal enum IncidentKind
{
    /// <summary>A timer that could not fire.</summary>
    Timer,

    /// <summary>An alarm that could not ring.</summary>
    Alarm,

    /// <summary>An e-mail that no server took.</summary>
    Email,
}

public sealed record IncidentAlreadyRetried() : Refusal("INCIDENT_ALREADY_RETRIED", new(
    "Incidenten har redan körts om.", "The incident has already been retried."));
