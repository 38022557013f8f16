using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry.Matters;

internal sealed record DecideMatterReleaseInput : MatterReleaseInput
{
    /// <summary>Whether the document is handed out.</summary>
    public required ReleaseOutcome Outcome { get; init; }

    /// <summary>By which provision something is withheld: OSL 26 kap. 1 §.</summary>
    public string? Ground { get; init; }

    /// <summary>What is masked, in words, when it is handed out in part.</summary>
    public string? Masked { get; init; }

    /// <summary>Why something is withheld.</summary>
    public string? Reasons { get; init; }
}

internal sealed class DecideMatterRelease(MatterReleaseDesk desk, ActorContext context, Clock clock) : IHandler<DecideMatterReleaseInput, MatterReleaseRequest>
{
    public async Task<MatterReleaseRequest> Handle(DecideMatterReleaseInput input, CancellationToken ct)
    {
        var (request, document) = await desk.ForAsync(input, ct);
        request.Decide(document, new(input.Outcome, input.Ground, input.Masked, input.Reasons, []), context.Actor.Id, clock.Now);
        return request;
    }
}
