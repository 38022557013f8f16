using Fond.Domain.Common;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;

namespace Fond.Features.Meetings;

internal sealed record CancelMeetingInput : MeetingInput;

internal sealed class CancelMeeting(MeetingDesk desk, Notifier notifier) : IHandler<CancelMeetingInput, Meeting>
{
    public async Task<Meeting> Handle(CancelMeetingInput input, CancellationToken ct)
    {
        var (meeting, body) = await desk.OwnAsync(input, ct);
        meeting.Cancel();
        if (meeting.CalledAt is null) return meeting;
        var when = MunicipalTime.Show(meeting.StartsAt);
        await notifier.TellAsync($"meeting:{meeting.Id}:cancelled", CallMeeting.MembersOf(body, meeting), null,
            new($"Inställt: {body.Name} {when}", $"Cancelled: {body.Name} {when}"),
            new($"Sammanträdet {when} är inställt.", $"The meeting at {when} is cancelled."), ct);
        return meeting;
    }
}
