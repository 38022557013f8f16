using Fond.Domain.Meetings;
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
        var kept = (await office.KeptByAsync(actor, seats, ct)).ToArray();
        var approved = await db.Set<Minutes>().AsNoTracking().Where(m => m.State == MinutesState.Approved && kept.Contains(m.BodyId)).OrderBy(m => m.Id).Take(AwaitedSteps.Most).ToListAsync(ct);
        var measures = await db.Set<Measure>().AsNoTracking().Where(m => m.ResponsibleId == me && m.DoneOn == null).OrderBy(m => m.DueOn).Take(AwaitedSteps.Most).ToListAsync(ct);
        return
        [
            .. (await ToApproveAsync(me, ct)).Select(m => new AwaitedStep(new($"Justera protokollet från {m.MetOn:yyyy-MM-dd}", $"Approve the minutes of {m.MetOn:yyyy-MM-dd}"), m.ApproveBy, m)),
            .. approved.Select(m => new AwaitedStep(new($"Anslå protokollet från {m.MetOn:yyyy-MM-dd}", $"Announce the minutes of {m.MetOn:yyyy-MM-dd}"), m.AnnounceBy, m)),
            .. measures.Select(m => new AwaitedStep(new(m.Text, m.Text), m.DueOn, m)),
        ];
    }

    /// <summary>Whoever approves minutes was there. Of drafted ones that is few, and who of those that were there approves them is in no column.</summary>
    private async Task<IEnumerable<Minutes>> ToApproveAsync(long me, CancellationToken ct)
    {
        var attended = db.Set<Attendance>().Where(a => a.PersonId == me && a.IsPresent).Owners(typeof(Meeting)).Ahead();
        var drafted = await db.Set<Minutes>().AsNoTracking().Where(m => m.State == MinutesState.Drafted && attended.Contains(m.MeetingId)).OrderBy(m => m.Id).LookAheadAsync(ct);
        return (await drafted.ToListAsync(ct)).Where(m => m.Awaited.Contains(me)).Take(AwaitedSteps.Most);
    }
}
