using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Access;

internal sealed record GrantRoleInput : EditInput
{
    /// <summary>Who.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>The fund that it is limited to; left out: every fund.</summary>
    [GraphQL.Id]
    public string? FundId { get; init; }
}

internal sealed class GrantRole(Finder finder, ActorContext context, Clock clock) : IHandler<GrantRoleInput, Person>
{
    public async Task<Person> Handle(GrantRoleInput input, CancellationToken ct)
    {
        var person = await finder.FindAsync<Person>(input.PersonId, input.ExpectedVersion, ct, "personId");
        var fund = input.FundId is { } id ? await finder.FindAsync<Fund>(id, ct, "fundId") : null;
        context.Actor.Demand(fund?.Id, Role.Administrator);
        person.Grant(input.Role, fund?.Id, clock.Today);
        return person;
    }
}
