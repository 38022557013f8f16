using Fond.Domain.Access;
using Fond.Domain.Impact.Catalogue;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Impact.Catalogue;

internal sealed record ChangeIndicatorInput : EditInput
{
    /// <summary>Which version, while it waits for a decision.</summary>
    [GraphQL.Id]
    public required string CatalogueIndicatorId { get; init; }

    /// <summary>What it says; all of it.</summary>
    public required IndicatorTerms Indicator { get; init; }
}

internal sealed class ChangeIndicator(Finder finder, ActorContext context) : IHandler<ChangeIndicatorInput, CatalogueIndicator>
{
    public async Task<CatalogueIndicator> Handle(ChangeIndicatorInput input, CancellationToken ct)
    {
        var proposed = await finder.FindAsync<CatalogueIndicator>(input.CatalogueIndicatorId, input.ExpectedVersion, ct, "catalogueIndicatorId");
        context.Actor.Demand(proposed.FundId, Role.CaseOfficer);
        proposed.Change(input.Indicator);
        return proposed;
    }
}
