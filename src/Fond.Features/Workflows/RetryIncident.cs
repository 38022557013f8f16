using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Workflows;

internal sealed record RetryIncidentInput : EditInput
{
    /// <summary>Which.</summary>
    [GraphQL.Id]
    public required string IncidentId { get; init; }
}

internal sealed class RetryIncident(Finder finder, FondDb db, Clock clock) : IHandler<RetryIncidentInput, Incident>
{
    public async Task<Incident> Handle(RetryIncidentInput input, CancellationToken ct)
    {
        var incident = await finder.FindAsync<Incident>(input.IncidentId, input.ExpectedVersion, ct, "incidentId");
        incident.Retry(clock.Now);
        if (incident.Kind == IncidentKind.Timer) (await db.Set<WorkflowTimer>().SingleAsync(t => t.Id == incident.SubjectId, ct)).Retry(clock.Now);
        else (await db.Set<OutboxMessage>().SingleAsync(m => m.Id == incident.SubjectId, ct)).Retry(clock.Now);
        return incident;
    }
}
