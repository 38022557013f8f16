using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Registry.Matters;

internal sealed record RequestMatterReleaseInput : EditInput
{
    /// <summary>The registered document that is asked for.</summary>
    [GraphQL.Id]
    public required string MatterDocumentId { get; init; }

    /// <summary>Who asks, if they want to say so; they need not.</summary>
    public string? Requester { get; init; }

    /// <summary>The day that the request came in; not in the future.</summary>
    public required DateOnly ReceivedOn { get; init; }
}

internal sealed class RequestMatterRelease(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<RequestMatterReleaseInput, MatterReleaseRequest>
{
    public async Task<MatterReleaseRequest> Handle(RequestMatterReleaseInput input, CancellationToken ct)
    {
        var document = await finder.FindAsync<MatterDocument>(input.MatterDocumentId, input.ExpectedVersion, ct, "matterDocumentId");
        await context.Actor.DemandKeeperOfAsync(document, db, ct);
        var request = new MatterReleaseRequest(document, input.Requester, input.ReceivedOn, context.Actor.Id, clock.Today);
        db.Add(request);
        return request;
    }
}
