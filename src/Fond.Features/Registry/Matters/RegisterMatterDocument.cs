using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry.Matters;

internal sealed record RegisterMatterDocumentInput : DocumentInput
{
    /// <summary>The matter.</summary>
    [GraphQL.Id]
    public required string MatterId { get; init; }

    /// <summary>By which provision it may be secret: OSL 26 kap. 1 §. A matter is public at once, so what is marked later has been read by then.</summary>
    public string? Ground { get; init; }
}

internal sealed class RegisterMatterDocument(Finder finder, ActorContext context, Clock clock, MatterRegistry registry) : IHandler<RegisterMatterDocumentInput, MatterDocument>
{
    public async Task<MatterDocument> Handle(RegisterMatterDocumentInput input, CancellationToken ct)
    {
        var matter = await finder.FindAsync<Matter>(input.MatterId, ct, "matterId");
        context.Actor.Demand(matter.FundId, Role.CaseOfficer, Role.BoardRegistrar);
        var entry = input.Entry() with { Secrecy = SecrecyMark.By(input.Ground, context.Actor.Id, clock.Now) };
        return await registry.AddAsync(matter, entry, ct, by: context.Actor.Id);
    }
}
