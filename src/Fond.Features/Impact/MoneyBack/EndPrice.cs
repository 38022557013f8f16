using Fond.Domain.Access;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Impact.MoneyBack;

internal sealed record EndPriceInput : EditInput
{
    /// <summary>Which line of the price list.</summary>
    [GraphQL.Id]
    public required string PriceLineId { get; init; }

    /// <summary>Its last day; no later than it was to end.</summary>
    public required DateOnly To { get; init; }
}

internal sealed class EndPrice(Finder finder, ActorContext context) : IHandler<EndPriceInput, PriceLine>
{
    public async Task<PriceLine> Handle(EndPriceInput input, CancellationToken ct)
    {
        var line = await finder.FindAsync<PriceLine>(input.PriceLineId, input.ExpectedVersion, ct, "priceLineId");
        context.Actor.Demand(line.FundId, Role.Administrator);
        line.End(input.To);
        return line;
    }
}
