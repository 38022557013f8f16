using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Impact.Catalogue;
using Fond.Features.Decisions;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Catalogue;

internal sealed record DecideIndicatorInput : EditInput
{
    /// <summary>Which proposed version.</summary>
    [GraphQL.Id]
    public required string CatalogueIndicatorId { get; init; }

    /// <summary>Whether plans may take it from now on; a version adopted before then gives way.</summary>
    public required bool Adopted { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The paragraph of the minutes: "§ 12".</summary>
    public required string Paragraph { get; init; }

    /// <summary>Why; must be given when it is turned down.</summary>
    public string? Reasons { get; init; }
}

internal sealed class DecideIndicator(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<DecideIndicatorInput, CatalogueIndicator>
{
    public async Task<CatalogueIndicator> Handle(DecideIndicatorInput input, CancellationToken ct)
    {
        var proposed = await finder.FindAsync<CatalogueIndicator>(input.CatalogueIndicatorId, input.ExpectedVersion, ct, "catalogueIndicatorId");
        context.Actor.Demand(proposed.FundId, Role.SteeringChair, Role.SteeringSecretary);
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == proposed.FundId, ct);
        Refuse.When(fund.DecidingBodyId is null, new DecisionBodyMissing(fund.Name));
        var body = await db.Set<Body>().SingleAsync(b => b.Id == fund.DecidingBodyId, ct);
        var standing = await db.Set<CatalogueIndicator>().SingleOrDefaultAsync(i => i.FundId == fund.Id && i.Code == proposed.Code && i.State == CatalogueState.Adopted, ct);
        proposed.Decide(new(input.Adopted, input.DecidedOn, input.Paragraph, input.Reasons), body, standing, context.Actor.Id, clock.Today);
        return proposed;
    }
}
