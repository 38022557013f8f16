using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Meetings;

internal sealed record OpenMeetingInput : MeetingInput;

internal sealed class OpenMeeting(MeetingDesk desk, Clock clock) : IHandler<OpenMeetingInput, Meeting>
{
    public async Task<Meeting> Handle(OpenMeetingInput input, CancellationToken ct)
    {
        var (meeting, _) = await desk.OwnAsync(input, ct);
        meeting.Open(clock.Now, clock.Today);
        return meeting;
    }
}
