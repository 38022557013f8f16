using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry.Matters;

internal sealed record MarkMatterInput : EditInput
{
    /// <summary>The matter.</summary>
    [GraphQL.Id]
    public required string MatterId { get; init; }

    /// <summary>By which provision it may be secret: OSL 26 kap. 1 §. Null takes the mark away.</summary>
    public string? Ground { get; init; }
}

internal sealed class MarkMatter(Finder finder, ActorContext context, Clock clock) : IHandler<MarkMatterInput, Matter>
{
    public async Task<Matter> Handle(MarkMatterInput input, CancellationToken ct)
    {
        var matter = await finder.FindAsync<Matter>(input.MatterId, input.ExpectedVersion, ct, "matterId");
        context.Actor.Demand(matter.FundId, Role.CaseOfficer, Role.BoardRegistrar);
        matter.Mark(SecrecyMark.By(input.Ground, context.Actor.Id, clock.Now));
        return matter;
    }
}
