using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.MoneyBack;

internal sealed record SetPriceIndexInput : MutationInput
{
    /// <summary>Whose price index.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Its level, in the same base as the other years'; 4 decimals are kept.</summary>
    public required decimal Level { get; init; }

    /// <summary>Which index, and where it is published.</summary>
    public required string Source { get; init; }
}

internal sealed class SetPriceIndex(Finder finder, FondDb db, ActorContext context) : IHandler<SetPriceIndexInput, PriceIndexLevel>
{
    public async Task<PriceIndexLevel> Handle(SetPriceIndexInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, ct, "fundId");
        context.Actor.Demand(fund.Id, Role.Administrator);
        var earlier = await db.Set<PriceIndexLevel>().CountAsync(l => l.FundId == fund.Id && l.Year == input.Year, ct);
        var level = new PriceIndexLevel(fund.Id, input.Year, earlier + 1, input.Level, input.Source);
        db.Add(level);
        return level;
    }
}
