using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.KeyFigures;

internal sealed record AddKeyFigureInput : MutationInput
{
    /// <summary>Whose municipality it is counted in.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>Short and unique in the fund: its own, or the publisher's.</summary>
    public required string Code { get; init; }

    /// <summary>In what: per cent, kronor per inhabitant.</summary>
    public required string Unit { get; init; }

    /// <summary>What it is, and where its values are from.</summary>
    public required KeyFigureTerms Terms { get; init; }
}

internal sealed class AddKeyFigure(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<AddKeyFigureInput, KeyFigure>
{
    public async Task<KeyFigure> Handle(AddKeyFigureInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, ct, "fundId");
        context.Actor.Demand(fund.Id, KeyFigureDesk.Keepers);
        var figure = new KeyFigure(fund.Id, input.Code, input.Unit, input.Terms, clock.Now);
        Refuse.When(await db.Set<KeyFigure>().AnyAsync(f => f.FundId == fund.Id && f.Code == figure.Code, ct), new KeyFigureCodeTaken { Path = ["code"] });
        db.Add(figure);
        return figure;
    }
}
