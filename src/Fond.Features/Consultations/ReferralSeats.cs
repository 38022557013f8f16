using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Consultations;

/// <summary>Who speaks for a body that is asked: somebody who sits in it, and has no conflict of interest in the case (förvaltningslagen 16–17 §§).</summary>
internal sealed class ReferralSeats(Finder finder, ActorContext context, Clock clock, Enclosures enclosures)
{
    /// <returns>The body that the caller speaks for.</returns>
    /// <exception cref="ForbiddenException">The caller does not sit in it.</exception>
    /// <exception cref="RefusedException"><see cref="ConsultationCaseConflicted"/>.</exception>
    public async Task<Body> DemandAsync(Consultation consultation, string bodyId, CancellationToken ct)
    {
        var body = await finder.FindAsync<Body>(bodyId, ct, "bodyId");
        if (!body.MayAttend(context.Actor.Id, clock.Today)) throw new ForbiddenException();
        Refuse.When((await enclosures.KeptFromAsync(context.Actor, [consultation.Id], ct)).Count > 0, new ConsultationCaseConflicted { Path = ["consultationId"] });
        return body;
    }
}
