using Fond.Domain.Funds;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.KeyFigures;

internal sealed record AddKeyFigureAreaInput : MutationInput
{
    /// <summary>Whose municipality it is in.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>Short and unique in the fund.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is the municipality itself.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The municipality's code (1283) or the unit's id (V15E144001301) in Kolada, where its values are to be fetched.</summary>
    public string? KoladaId { get; init; }
}

internal sealed class AddKeyFigureArea(Finder finder, FondDb db, ActorContext context) : IHandler<AddKeyFigureAreaInput, KeyFigureArea>
{
    public async Task<KeyFigureArea> Handle(AddKeyFigureAreaInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, ct, "fundId");
        context.Actor.Demand(fund.Id, KeyFigureDesk.Keepers);
        var area = new KeyFigureArea(fund.Id, input.Code, input.Name, input.IsWhole, input.KoladaId);
        area.DemandRoom(await db.Set<KeyFigureArea>().Where(a => a.FundId == fund.Id).ToListAsync(ct));
        db.Add(area);
        return area;
    }
}
