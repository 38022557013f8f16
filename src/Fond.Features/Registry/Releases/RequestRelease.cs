using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Registry.Releases;

internal sealed record RequestReleaseInput : EditInput
{
    /// <summary>The registered document that is asked for.</summary>
    [GraphQL.Id]
    public required string DocumentId { get; init; }

    /// <summary>Who asks, if they want to say so; they need not.</summary>
    public string? Requester { get; init; }

    /// <summary>The day that the request came in; not in the future.</summary>
    public required DateOnly ReceivedOn { get; init; }
}

internal sealed class RequestRelease(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<RequestReleaseInput, ReleaseRequest>
{
    public async Task<ReleaseRequest> Handle(RequestReleaseInput input, CancellationToken ct)
    {
        var document = await finder.FindAsync<CaseDocument>(input.DocumentId, input.ExpectedVersion, ct, "documentId");
        await context.Actor.DemandOfficeOfAsync(document, db, ct);
        var request = new ReleaseRequest(document, input.Requester, input.ReceivedOn, context.Actor.Id, clock.Today);
        db.Add(request);
        return request;
    }
}
