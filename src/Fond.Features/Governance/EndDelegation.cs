using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Governance;

internal sealed record EndDelegationInput : EditInput
{
    /// <summary>Which body.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }

    /// <summary>Which line of its delegation table.</summary>
    [GraphQL.Id]
    public required string DelegationId { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly To { get; init; }
}

internal sealed class EndDelegation(Finder finder, ActorContext context, Clock clock) : IHandler<EndDelegationInput, Body>
{
    public async Task<Body> Handle(EndDelegationInput input, CancellationToken ct)
    {
        context.Actor.Demand(null, Role.Administrator);
        var body = await finder.FindAsync<Body>(input.BodyId, input.ExpectedVersion, ct, "bodyId");
        var line = GlobalId.Read<Delegation>(input.DelegationId) ?? throw new RefusedException(new NotFound(nameof(Delegation)) { Path = ["delegationId"] });
        body.EndDelegation(line, input.To, clock.Today);
        return body;
    }
}
