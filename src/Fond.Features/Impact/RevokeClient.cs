using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

internal sealed record RevokeClientInput : EditInput
{
    /// <summary>The system, as it was admitted.</summary>
    [GraphQL.Id]
    public required string LoggingClientId { get; init; }
}

internal sealed class RevokeClient(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<RevokeClientInput, LoggingClient>
{
    public async Task<LoggingClient> Handle(RevokeClientInput input, CancellationToken ct)
    {
        var client = await finder.FindAsync<LoggingClient>(input.LoggingClientId, input.ExpectedVersion, ct, "loggingClientId");
        var project = await db.Set<Project>().SingleAsync(p => p.Id == client.ProjectId, ct);
        if (project.EvaluatorId != context.Actor.Id) context.Actor.DemandOffice(await db.Set<Application>().SingleAsync(a => a.Id == project.ApplicationId, ct), Role.CaseOfficer, Role.Administrator);
        client.Revoke(clock.Now);
        return client;
    }
}
