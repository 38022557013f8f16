using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Governance;

internal sealed record EndMembershipInput : EditInput
{
    /// <summary>Which body.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }

    /// <summary>Which seat.</summary>
    [GraphQL.Id]
    public required string MembershipId { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly To { get; init; }
}

internal sealed class EndMembership(Finder finder, ActorContext context, Clock clock) : IHandler<EndMembershipInput, Body>
{
    public async Task<Body> Handle(EndMembershipInput input, CancellationToken ct)
    {
        context.Actor.Demand(null, Role.Administrator);
        var body = await finder.FindAsync<Body>(input.BodyId, input.ExpectedVersion, ct, "bodyId");
        var seat = GlobalId.Read<Membership>(input.MembershipId) ?? throw new RefusedException(new NotFound(nameof(Membership)) { Path = ["membershipId"] });
        body.EndMembership(seat, input.To, clock.Today);
        return body;
    }
}
