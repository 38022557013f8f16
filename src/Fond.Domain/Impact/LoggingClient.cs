using Fond.Domain.Common;
using Fond.Domain.Projects;

namespace Fond.Domain.Impact;

/// <summary>A system of the evaluator's that may log measurements of one project, with a sign-in of its own, until it is shut out.</summary>
public sealed class LoggingClient : Aggregate
{
    private LoggingClient() { }

    public LoggingClient(Project project, long personId, long admittedById, DateTimeOffset now)
    {
        project.DemandNotCalledOff();
        Refuse.When(personId == project.LeadId, new ProjectEvaluatorIsLead { Path = ["personId"] });
        Refuse.When(personId == project.EvaluatorId, new LoggingClientIsEvaluator { Path = ["personId"] });
        (ProjectId, PersonId, AdmittedById, AdmittedAt) = (project.Id, personId, admittedById, now);
    }

    public long ProjectId { get; private set; }

    /// <summary>What the system signs in as.</summary>
    public long PersonId { get; private set; }

    public long AdmittedById { get; private set; }

    public DateTimeOffset AdmittedAt { get; private set; }

    /// <summary>From when on it is shut out.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset now)
    {
        Refuse.When(RevokedAt is not null, new LoggingClientRevoked());
        RevokedAt = now;
    }
}

public sealed record LoggingClientIsEvaluator() : Refusal("LOGGING_CLIENT_IS_EVALUATOR", new(
    "Utvärderaren loggar redan; ett system behöver en egen inloggning.", "The evaluator logs already; a system needs a sign-in of its own."));

public sealed record LoggingClientAdmitted() : Refusal("LOGGING_CLIENT_ADMITTED", new(
    "Systemet är redan insläppt i projektet.", "The system has already been admitted to the project."));

public sealed record LoggingClientRevoked() : Refusal("LOGGING_CLIENT_REVOKED", new(
    "Systemet är redan avstängt.", "The system has already been shut out."));
