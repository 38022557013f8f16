using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact.Catalogue;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Catalogue;

internal sealed record ProposeIndicatorInput : MutationInput
{
    /// <summary>Whose catalogue.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>Short and unique in the fund's catalogue.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the code is there already, and this is to take the place of what is adopted.</summary>
    public bool NewVersion { get; init; }

    /// <summary>What it says; all of it.</summary>
    public required IndicatorTerms Indicator { get; init; }
}

internal sealed class ProposeIndicator(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<ProposeIndicatorInput, CatalogueIndicator>
{
    public async Task<CatalogueIndicator> Handle(ProposeIndicatorInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, ct, "fundId");
        context.Actor.Demand(fund.Id, Role.CaseOfficer);
        var code = input.Code.Trim();
        var earlier = await db.Set<CatalogueIndicator>().Where(i => i.FundId == fund.Id && i.Code == code).ToListAsync(ct);
        Refuse.When(earlier.Count > 0 && !input.NewVersion, new CatalogueCodeTaken(code) { Path = ["code"] });
        Refuse.When(earlier.Count == 0 && input.NewVersion, new CatalogueCodeUnknown(code) { Path = ["code"] });
        var proposed = new CatalogueIndicator(fund.Id, code, earlier, input.Indicator, context.Actor.Id, clock.Now);
        db.Add(proposed);
        return proposed;
    }
}
