using Fond.Domain.Access;
using Fond.Domain.Consultations;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Matters;

internal sealed record CloseMatterInput : EditInput
{
    /// <summary>The matter.</summary>
    [GraphQL.Id]
    public required string MatterId { get; init; }
}

internal sealed class CloseMatter(Finder finder, FondDb db, ActorContext context, Clock clock, MatterRegistry registry) : IHandler<CloseMatterInput, Matter>
{
    public async Task<Matter> Handle(CloseMatterInput input, CancellationToken ct)
    {
        var matter = await finder.FindAsync<Matter>(input.MatterId, input.ExpectedVersion, ct, "matterId");
        context.Actor.Demand(matter.FundId, Role.CaseOfficer, Role.BoardRegistrar);
        matter.Close(await IsOutAsync(matter, ct), context.Actor.Id, clock.Today);
        return matter;
    }

    private async Task<bool> IsOutAsync(Matter matter, CancellationToken ct)
    {
        var sent = await db.Set<Consultation>().Where(c => c.CaseNumber == matter.CaseNumber && c.State == ConsultationState.Sent).Select(c => c.Id).ToArrayAsync(ct);
        return (await registry.OfAsync(sent, db.Set<Matter>().Where(m => m.Id == matter.Id), ct)).Count > 0;
    }
}
