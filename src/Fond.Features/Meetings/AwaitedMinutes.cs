using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Governance;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>Minutes that the caller is to approve, or, by office, to announce; and measures that the caller sees to.</summary>
internal sealed class AwaitedMinutes(FondDb db, BodyOffice office) : IAwaits
{
    public async Task<IEnumerable<AwaitedStep>> OfAsync(Actor actor, long[] seats, CancellationToken ct)
    {
        var me = actor.Id;
        var kept = await office.KeptByAsync(actor, seats, ct);
        long[] bodies = [.. await db.EverySeatOf(actor).Owners(typeof(Body)).ToListAsync(ct), .. kept]; // whoever is to approve may have left since
        var minutes = await db.Set<Minutes>().AsNoTracking().Where(m => bodies.Contains(m.BodyId) && (m.State == MinutesState.Drafted || m.State == MinutesState.Approved)).OrderBy(m => m.Id).Take(AwaitedSteps.Most).ToListAsync(ct);
        var measures = await db.Set<Measure>().AsNoTracking().Where(m => m.ResponsibleId == me && m.DoneOn == null).OrderBy(m => m.DueOn).Take(AwaitedSteps.Most).ToListAsync(ct);
        return
        [
            .. minutes.Where(m => m.State == MinutesState.Drafted && m.Awaited.Contains(me)).Select(m => new AwaitedStep(new($"Justera protokollet från {m.MetOn:yyyy-MM-dd}", $"Approve the minutes of {m.MetOn:yyyy-MM-dd}"), m.ApproveBy, m)),
            .. minutes.Where(m => m.State == MinutesState.Approved && kept.Contains(m.BodyId)).Select(m => new AwaitedStep(new($"Anslå protokollet från {m.MetOn:yyyy-MM-dd}", $"Announce the minutes of {m.MetOn:yyyy-MM-dd}"), m.AnnounceBy, m)),
            .. measures.Select(m => new AwaitedStep(new(m.Text, m.Text), m.DueOn, m)),
        ];
    }
}
