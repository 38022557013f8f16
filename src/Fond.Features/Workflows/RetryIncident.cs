using Fond.Domain.Access;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Workflows;

internal sealed record RetryIncidentInput : EditInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string IncidentId { get; init; }
}

internal sealed class RetryIncident(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<RetryIncidentInput, Incident>
{
    public async Task<Incident> Handle(RetryIncidentInput input, CancellationToken ct)
    {
        var incident = await finder.FindAsync<Incident>(input.IncidentId, input.ExpectedVersion, ct, "incidentId");
        context.Actor.Demand(null, Role.Administrator);
        incident.Retry(clock.Now);
        IDueWork work = incident.Kind switch
        {
            IncidentKind.Timer => await db.Set<WorkflowTimer>().SingleAsync(t => t.Id == incident.SubjectId, ct),
            IncidentKind.Alarm => await db.Set<Alarm>().SingleAsync(a => a.Id == incident.SubjectId, ct),
            IncidentKind.Email => await db.Set<OutboxMessage>().SingleAsync(m => m.Id == incident.SubjectId, ct),
            _ => throw new InvalidOperationException($"Nothing is retried for {incident.Kind}."),
        };
        work.Retry(clock.Now);
        return incident;
    }
}
