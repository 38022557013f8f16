using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Releases;

/// <summary>What every test of a release's input carries.</summary>
internal abstract record ReleaseInput : EditInput
{
    /// <summary>The request.</summary>
    [GraphQL.Id]
    public required string ReleaseRequestId { get; init; }
}

/// <summary>A request at hand, for those who keep the registry of its case.</summary>
internal sealed class ReleaseDesk(Finder finder, FondDb db, ActorContext context)
{
    public async Task<(ReleaseRequest Request, CaseDocument Document, Application Application)> ForAsync(ReleaseInput input, CancellationToken ct)
    {
        var request = await finder.FindAsync<ReleaseRequest>(input.ReleaseRequestId, input.ExpectedVersion, ct, "releaseRequestId");
        var document = await db.Set<CaseDocument>().SingleAsync(d => d.Id == request.DocumentId, ct);
        return (request, document, await context.Actor.DemandOfficeOfAsync(document, db, ct));
    }
}

internal static class OpenReleases
{
    /// <param name="open">Whether they wait for their test; null: all.</param>
    public static IQueryable<T> Open<T>(this IQueryable<T> requests, bool? open) where T : DocumentRelease => open switch
    {
        true => requests.Where(r => r.Outcome == null),
        false => requests.Where(r => r.Outcome != null),
        null => requests,
    };
}
