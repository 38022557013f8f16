using Fond.Domain.Consultations;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>Consultations that a body of the caller's has been asked in and has not answered; none on a case that the caller has a conflict of interest in, which another of the body answers.</summary>
internal sealed class AwaitedStatements(FondDb db, Enclosures enclosures) : IAwaits
{
    public async Task<IEnumerable<AwaitedStep>> OfAsync(Actor actor, long[] seats, CancellationToken ct)
    {
        var silent = db.Set<ReferralRequest>().Where(r => seats.Contains(r.BodyId) && r.Statement == null).Owners(typeof(Consultation)).Ahead();
        var wanted = await db.Set<Consultation>().AsNoTracking().Where(c => silent.Contains(c.Id) && c.State == ConsultationState.Sent).OrderBy(c => c.Id).Take(AwaitedSteps.Most).LookAheadAsync(ct);
        var asked = await wanted.ToListAsync(ct);
        var kept = await enclosures.KeptFromAsync(actor, [.. asked.Select(c => c.Id)], ct);
        return asked.Where(c => !kept.Contains(c.Id)).SelectMany(c => c.Requests.Where(r => r.Statement is null && seats.Contains(r.BodyId))
            .Select(r => new AwaitedStep(new($"Yttra er: {c.Title}", $"Give a statement: {c.Title}"), c.LastDayOf(r), c)));
    }
}
