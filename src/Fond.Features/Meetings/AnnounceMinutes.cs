using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

internal sealed record AnnounceMinutesInput : MinutesInput
{
    /// <summary>Where the minutes can be read, besides here: "Kommunkansliet, Rådhuset".</summary>
    public required string KeptAt { get; init; }
}

internal sealed class AnnounceMinutes(Finder finder, FondDb db, MeetingDesk desk, Clock clock, MinutesCourse course) : IHandler<AnnounceMinutesInput, Minutes>
{
    public async Task<Minutes> Handle(AnnounceMinutesInput input, CancellationToken ct)
    {
        var minutes = await finder.FindAsync<Minutes>(input.MinutesId, input.ExpectedVersion, ct, "minutesId");
        var body = await db.Set<Body>().SingleAsync(b => b.Id == minutes.BodyId, ct);
        await desk.DemandOfficeAsync(body, ct);
        minutes.Announce(input.KeptAt, body.Kind, clock.Today);
        await course.SetAlarmAsync(minutes, ct);
        return minutes;
    }
}
