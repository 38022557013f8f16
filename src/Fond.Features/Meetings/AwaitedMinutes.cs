using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>Minutes that the caller is to approve, or, as chair or secretary, to announce; and measures that the caller sees to.</summary>
internal sealed class AwaitedMinutes(FondDb db, Clock clock) : IAwaits
{
    public async Task<IEnumerable<AwaitedStep>> OfAsync(Actor actor, long[] seats, CancellationToken ct)
    {
        var me = actor.Id;
        var offices = (await db.Set<Body>().Where(b => seats.Contains(b.Id)).ToListAsync(ct)).Where(b => b.OfficeOn(clock.Today).Contains(me)).Select(b => b.Id).ToHashSet();
        var bodies = await db.EverySeatOf(actor).Owners(typeof(Body)).Distinct().ToArrayAsync(ct); // whoever is to approve may have left since
        var minutes = await db.Set<Minutes>().AsNoTracking().Where(m => bodies.Contains(m.BodyId) && (m.State == MinutesState.Drafted || m.State == MinutesState.Approved)).OrderBy(m => m.Id).Take(AwaitedSteps.Most).ToListAsync(ct);
        var measures = await db.Set<Measure>().AsNoTracking().Where(m => m.ResponsibleId == me && m.DoneOn == null).OrderBy(m => m.DueOn).Take(AwaitedSteps.Most).ToListAsync(ct);
        return
        [
            .. minutes.Where(m => m.State == MinutesState.Drafted && m.Awaited.Contains(me)).Select(m => new AwaitedStep(new($"Justera protokollet från {m.MetOn:yyyy-MM-dd}", $"Approve the minutes of {m.MetOn:yyyy-MM-dd}"), m.ApproveBy, m)),
            .. minutes.Where(m => m.State == MinutesState.Approved && offices.Contains(m.BodyId)).Select(m => new AwaitedStep(new($"Anslå protokollet från {m.MetOn:yyyy-MM-dd}", $"Announce the minutes of {m.MetOn:yyyy-MM-dd}"), m.AnnounceBy, m)),
            .. measures.Select(m => new AwaitedStep(new(m.Text, m.Text), m.DueOn, m)),
        ];
    }
}
