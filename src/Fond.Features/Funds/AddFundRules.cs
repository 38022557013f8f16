using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Funds;

internal sealed record AddFundRulesInput : EditInput
{
    /// <summary>Which fund.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>The limits and the days on which they hold.</summary>
    public required FundLimits Limits { get; init; }
}

internal sealed class AddFundRules(Finder finder, ActorContext context) : IHandler<AddFundRulesInput, Fund>
{
    public async Task<Fund> Handle(AddFundRulesInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, input.ExpectedVersion, ct, "fundId");
        context.Actor.Demand(fund.Id, Role.Administrator);
        fund.AddRules(input.Limits);
        return fund;
    }
}
