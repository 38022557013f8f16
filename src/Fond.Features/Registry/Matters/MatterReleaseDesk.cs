using Fond.Domain.Registry;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Matters;

/// <summary>What every test of a release's input carries.</summary>
internal abstract record MatterReleaseInput : EditInput
{
    /// <summary>The request.</summary>
    [GraphQL.Id]
    public required string MatterReleaseRequestId { get; init; }
}

/// <summary>A request at hand, for those who keep the registry of its matter.</summary>
internal sealed class MatterReleaseDesk(Finder finder, FondDb db, ActorContext context)
{
    public async Task<(MatterReleaseRequest Request, MatterDocument Document)> ForAsync(MatterReleaseInput input, CancellationToken ct)
    {
        var request = await finder.FindAsync<MatterReleaseRequest>(input.MatterReleaseRequestId, input.ExpectedVersion, ct, "matterReleaseRequestId");
        var document = await db.Set<MatterDocument>().SingleAsync(d => d.Id == request.DocumentId, ct);
        await context.Actor.DemandKeeperOfAsync(document, db, ct);
        return (request, document);
    }
}
