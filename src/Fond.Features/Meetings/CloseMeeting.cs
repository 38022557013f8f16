using System.Globalization;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Meetings;

internal sealed record CloseMeetingInput : MeetingInput
{
    /// <summary>Whom the meeting has chosen to approve the minutes, together with whoever presided.</summary>
    [GraphQL.Id]
    public required IReadOnlyList<string> ApproverIds { get; init; }
}

internal sealed class CloseMeeting(MeetingDesk desk, FondDb db, Clock clock, AuditTrail trail, MinutesCourse course) : IHandler<CloseMeetingInput, Meeting>
{
    public async Task<Meeting> Handle(CloseMeetingInput input, CancellationToken ct)
    {
        var (meeting, body) = await desk.OwnAsync(input, ct);
        meeting.Close(clock.Now);
        var minutes = new Minutes(meeting, body, [.. input.ApproverIds.Select((id, i) => PersonKeys.Of(id, "approverIds", i.ToString(CultureInfo.InvariantCulture)))]);
        db.Add(minutes);
        await trail.SaveAsync(ct); // the alarm needs its key
        await course.SetAlarmAsync(minutes, ct);
        await course.AskAsync(minutes, body, minutes.ApproverIds, ct);
        return meeting;
    }
}
