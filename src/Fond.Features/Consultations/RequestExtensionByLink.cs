using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Consultations;

/// <summary>What the page behind a body's link sends; it is no part of the schema.</summary>
internal sealed record RequestExtensionByLinkInput : MutationInput
{
    public required string Secret { get; init; }

    /// <summary>Null: no day, or none that can be read.</summary>
    public required DateOnly? LastDay { get; init; }

    public required string Reason { get; init; }
}

internal sealed class RequestExtensionByLink(ReferralLinks links, ActorContext context, TimeRequests requests) : IHandler<RequestExtensionByLinkInput, Consultation>
{
    public async Task<Consultation> Handle(RequestExtensionByLinkInput input, CancellationToken ct)
    {
        var (consultation, body) = await links.OpenAsync(input.Secret, ct) ?? throw new RefusedException(new NotFound(nameof(AccessLink)));
        context.Actor = Actor.ByLink(body.Name);
        if (input.LastDay is not { } day) throw new RefusedException(new ConsultationDayMissing { Path = ["lastDay"] });
        await requests.AskAsync(consultation, body, day, input.Reason, by: null, ct);
        return consultation;
    }
}
