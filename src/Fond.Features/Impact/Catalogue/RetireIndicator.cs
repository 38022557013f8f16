using Fond.Domain.Access;
using Fond.Domain.Impact.Catalogue;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Impact.Catalogue;

internal sealed record RetireIndicatorInput : EditInput
{
    /// <summary>Which adopted version.</summary>
    [GraphQL.Id]
    public required string CatalogueIndicatorId { get; init; }

    /// <summary>The first day on which no plan takes it; plans that have it keep it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

internal sealed class RetireIndicator(Finder finder, ActorContext context) : IHandler<RetireIndicatorInput, CatalogueIndicator>
{
    public async Task<CatalogueIndicator> Handle(RetireIndicatorInput input, CancellationToken ct)
    {
        var adopted = await finder.FindAsync<CatalogueIndicator>(input.CatalogueIndicatorId, input.ExpectedVersion, ct, "catalogueIndicatorId");
        context.Actor.Demand(adopted.FundId, Role.SteeringChair, Role.SteeringSecretary);
        adopted.Retire(input.From, input.Reason);
        return adopted;
    }
}
