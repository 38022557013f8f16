using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Access;

internal sealed record RevokeRoleInput : EditInput
{
    /// <summary>Who.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>The fund that it is limited to, as it was given.</summary>
    [GraphQL.Id]
    public string? FundId { get; init; }
}

internal sealed class RevokeRole(Finder finder, ActorContext context, Clock clock) : IHandler<RevokeRoleInput, Person>
{
    public async Task<Person> Handle(RevokeRoleInput input, CancellationToken ct)
    {
        var person = await finder.FindAsync<Person>(input.PersonId, input.ExpectedVersion, ct, "personId");
        var fund = input.FundId is { } id ? await finder.FindAsync<Fund>(id, ct, "fundId") : null;
        context.Actor.Demand(fund?.Id, Role.Administrator);
        person.Revoke(input.Role, fund?.Id, clock.Today);
        return person;
    }
}
