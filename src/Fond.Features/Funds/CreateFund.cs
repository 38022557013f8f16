using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Funds;

internal sealed record CreateFundInput : MutationInput
{
    /// <summary>Unique among funds.</summary>
    public required string Name { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Municipality { get; init; }

    /// <summary>The registry's series, such as KS.</summary>
    public required string Series { get; init; }

    /// <summary>How case numbers are written: text with {series}, {year} and {number}, the last with zeros for its width if wanted: {number:0000}.</summary>
    public required string NumberPattern { get; init; }

    /// <summary>The steering group.</summary>
    [GraphQL.Id]
    public string? DecidingBodyId { get; init; }

    /// <summary>The body that decides above the delegation limit.</summary>
    [GraphQL.Id]
    public string? BoardBodyId { get; init; }

    /// <summary>Results of groups smaller than this are never shown; 3 to 20, 5 unless said.</summary>
    public int? DisclosureThreshold { get; init; }
}

internal sealed class CreateFund(Finder finder, FondDb db, ActorContext context) : IHandler<CreateFundInput, Fund>
{
    public async Task<Fund> Handle(CreateFundInput input, CancellationToken ct)
    {
        context.Actor.Demand(null, Role.Administrator);
        var deciding = input.DecidingBodyId is { } d ? await finder.FindAsync<Body>(d, ct, "decidingBodyId") : null;
        var board = input.BoardBodyId is { } b ? await finder.FindAsync<Body>(b, ct, "boardBodyId") : null;
        Refuse.When(await db.Set<Fund>().AnyAsync(f => f.Name == input.Name, ct), new FundNameTaken { Path = ["name"] });
        var fund = new Fund(new FundTerms(input.Name, input.Municipality, input.Series, input.NumberPattern, deciding?.Id, board?.Id, input.DisclosureThreshold ?? 5));
        await DemandNumbersOfItsOwnAsync(fund, ct);
        db.Add(fund);
        return fund;
    }

    /// <summary>A case number names one case of a municipality.</summary>
    private async Task DemandNumbersOfItsOwnAsync(Fund fund, CancellationToken ct)
    {
        var numbers = new NumberPattern(fund.Series, fund.NumberPattern);
        var others = await db.Set<Fund>().Where(f => f.Municipality == fund.Municipality).OrderBy(f => f.Id).Select(f => new { f.Name, f.Series, f.NumberPattern }).ToListAsync(ct);
        Refuse.WhenAny(others.Where(f => numbers.MayClashWith(new(f.Series, f.NumberPattern))).Take(1).Select(f => new FundNumberPatternClashes(f.Name) { Path = ["numberPattern"] }));
    }
}

public sealed record FundNameTaken() : Refusal("FUND_NAME_TAKEN", new(
    "Det finns redan en fond med det namnet.", "There already is a fund of that name."));
