using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Registry.Retention;

internal sealed record SetRetentionRuleInput : MutationInput
{
    /// <summary>Whose documents.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>Of what kind.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>How many years they are kept after the last document of a case that has ended; left out: for ever.</summary>
    public int? Years { get; init; }

    /// <summary>By which decision.</summary>
    public required string Decision { get; init; }
}

internal sealed class SetRetentionRule(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<SetRetentionRuleInput, RetentionRule>
{
    public async Task<RetentionRule> Handle(SetRetentionRuleInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, ct, "fundId");
        context.Actor.Demand(fund.Id, Role.Administrator, Role.BoardRegistrar);
        var rule = new RetentionRule(fund.Id, input.Kind, input.Years, input.Decision, context.Actor.Id, clock.Now);
        db.Add(rule);
        return rule;
    }
}
