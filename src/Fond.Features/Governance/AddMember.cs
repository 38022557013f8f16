using Fond.Domain.Access;
using Fond.Domain.Governance;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Governance;

internal sealed record AddMemberInput : EditInput
{
    /// <summary>Which body.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }

    /// <summary>Who; left out: the function has a seat, but nobody is registered in it.</summary>
    [GraphQL.Id]
    public string? PersonId { get; init; }

    /// <summary>The post that the seat goes with.</summary>
    public required string Function { get; init; }

    /// <summary>In the body; it has one chair and one vice chair at a time.</summary>
    public required MembershipRole Role { get; init; }

    /// <summary>The party or administration that the seat belongs to, where it belongs to one.</summary>
    public string? Represents { get; init; }

    /// <summary>Whether a secretary has a vote, by the municipality's instruction for the body; left out: as the role has it, so not.</summary>
    public bool? Votes { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; left out: until further notice.</summary>
    public DateOnly? To { get; init; }
}

internal sealed class AddMember(Finder finder, ActorContext context) : IHandler<AddMemberInput, Body>
{
    public async Task<Body> Handle(AddMemberInput input, CancellationToken ct)
    {
        context.Actor.Demand(null, Role.Administrator);
        var body = await finder.FindAsync<Body>(input.BodyId, input.ExpectedVersion, ct, "bodyId");
        var person = input.PersonId is { } id ? await finder.FindAsync<Person>(id, ct, "personId") : null;
        body.AddMember(new SeatDetails(person?.Id, input.Function, input.Role, input.From, input.To, input.Represents, input.Votes));
        return body;
    }
}
