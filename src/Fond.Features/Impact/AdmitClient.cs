using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

internal sealed record AdmitClientInput : ProjectInput
{
    /// <summary>What the system signs in as, registered like a person by the sub claim of its client credentials; holds the role EVALUATOR in the fund.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }
}

internal sealed class AdmitClient(ProjectDesk desk, Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<AdmitClientInput, LoggingClient>
{
    public async Task<LoggingClient> Handle(AdmitClientInput input, CancellationToken ct)
    {
        var project = await desk.EvaluatedAsync(input, ct);
        var system = await finder.FindAsync<Person>(input.PersonId, ct, "personId");
        Refuse.When(!system.HoldsIn(project.FundId, Role.Evaluator, clock.Today), new ProjectEvaluatorRoleMissing { Path = ["personId"] });
        Refuse.When((await db.ConflictedInAsync(project.ApplicationId, ct)).Contains(system.Id), new ProjectEvaluatorConflicted { Path = ["personId"] });
        Refuse.When(await db.Set<LoggingClient>().AnyAsync(c => c.ProjectId == project.Id && c.PersonId == system.Id && c.RevokedAt == null, ct), new LoggingClientAdmitted { Path = ["personId"] });
        var client = new LoggingClient(project, system.Id, context.Actor.Id, clock.Now);
        db.Add(client);
        return client;
    }
}
