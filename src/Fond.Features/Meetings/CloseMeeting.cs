using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Meetings;

internal sealed record CloseMeetingInput : MeetingInput;

internal sealed class CloseMeeting(MeetingDesk desk, Clock clock) : IHandler<CloseMeetingInput, Meeting>
{
    public async Task<Meeting> Handle(CloseMeetingInput input, CancellationToken ct)
    {
        var (meeting, _) = await desk.OwnAsync(input, ct);
        meeting.Close(clock.Now);
        return meeting;
    }
}
