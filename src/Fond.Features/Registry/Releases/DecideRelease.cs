using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry.Releases;

internal sealed record DecideReleaseInput : ReleaseInput
{
    /// <summary>Whether the document is handed out.</summary>
    public required ReleaseOutcome Outcome { get; init; }

    /// <summary>By which provision something is withheld: OSL 26 kap. 1 §.</summary>
    public string? Ground { get; init; }

    /// <summary>What is masked, in words, when it is handed out in part.</summary>
    public string? Masked { get; init; }

    /// <summary>Which fields of the application's form are masked, by their paths (summary, targetGroup.area), when what was handed in is handed out in part.</summary>
    public IReadOnlyList<string> MaskedFields { get; init; } = [];

    /// <summary>Why something is withheld.</summary>
    public string? Reasons { get; init; }
}

internal sealed class DecideRelease(ReleaseDesk desk, ActorContext context, Clock clock) : IHandler<DecideReleaseInput, ReleaseRequest>
{
    public async Task<ReleaseRequest> Handle(DecideReleaseInput input, CancellationToken ct)
    {
        var (request, document, _) = await desk.ForAsync(input, ct);
        request.Decide(document, new(input.Outcome, input.Ground, input.Masked, input.Reasons, input.MaskedFields), context.Actor.Id, clock.Now);
        return request;
    }
}
