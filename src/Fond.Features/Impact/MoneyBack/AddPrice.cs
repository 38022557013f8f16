using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.MoneyBack;

internal sealed record AddPriceInput : MutationInput
{
    /// <summary>Whose price list.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>Short; the same for all lines of one thing as its cost changes.</summary>
    public required string Code { get; init; }

    /// <summary>What one case is, such as a placement in foster care for a year.</summary>
    public required Text Name { get; init; }

    /// <summary>Whose cost it is.</summary>
    public required Payer Payer { get; init; }

    /// <summary>The board's name, when it is a board's.</summary>
    public string? Board { get; init; }

    /// <summary>What one case costs a year.</summary>
    public required Money Amount { get; init; }

    /// <summary>Whether the payer loses it when a case is prevented, such as a tax.</summary>
    public bool IsLoss { get; init; }

    /// <summary>In the prices of which year.</summary>
    public required int PriceYear { get; init; }

    /// <summary>Where the figure is from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day on which it may be used; a line of the same code that holds by then ends the day before.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; left out: until further notice.</summary>
    public DateOnly? To { get; init; }

    internal PriceTerms Terms => new(Code, Name, new(Payer, Board), IsLoss ? -Amount : Amount, PriceYear, Source, From, To);
}

internal sealed class AddPrice(Finder finder, FondDb db, ActorContext context) : IHandler<AddPriceInput, PriceLine>
{
    public async Task<PriceLine> Handle(AddPriceInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, ct, "fundId");
        context.Actor.Demand(fund.Id, Role.Administrator);
        var line = new PriceLine(fund.Id, input.Terms);
        PriceLine.MakeRoom(await db.Set<PriceLine>().Where(l => l.FundId == fund.Id && l.Code == line.Code).ToListAsync(ct), input.Terms);
        db.Add(line);
        return line;
    }
}
