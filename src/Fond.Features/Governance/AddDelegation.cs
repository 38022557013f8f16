using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Governance;

internal sealed record AddDelegationInput : EditInput
{
    /// <summary>Which body; a steering group.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }

    /// <summary>What it may decide.</summary>
    public required DelegatedKind Kind { get; init; }

    /// <summary>The most that it may grant to one application, over all years; left out for a rejection.</summary>
    public Money? Limit { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; left out: until further notice.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The body that delegated.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>The day of its decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The paragraph of its minutes: "§ 12".</summary>
    public required string Paragraph { get; init; }
}

internal sealed class AddDelegation(Finder finder, ActorContext context) : IHandler<AddDelegationInput, Body>
{
    public async Task<Body> Handle(AddDelegationInput input, CancellationToken ct)
    {
        context.Actor.Demand(null, Role.Administrator);
        var body = await finder.FindAsync<Body>(input.BodyId, input.ExpectedVersion, ct, "bodyId");
        body.Delegate(new(input.Kind, input.Limit, input.From, input.To, input.DecidedBy, input.DecidedOn, input.Paragraph));
        return body;
    }
}
