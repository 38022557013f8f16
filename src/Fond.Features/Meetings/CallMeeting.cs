using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

internal sealed record CallMeetingInput : MeetingInput;

internal sealed class CallMeeting(MeetingDesk desk, FondDb db, Clock clock, Notifier notifier) : IHandler<CallMeetingInput, Meeting>
{
    public async Task<Meeting> Handle(CallMeetingInput input, CancellationToken ct)
    {
        var (meeting, body) = await desk.OwnAsync(input, ct);
        meeting.Call(clock.Now);
        await TellAsync(meeting, body, ct);
        return meeting;
    }

    private async Task TellAsync(Meeting meeting, Body body, CancellationToken ct)
    {
        var cases = meeting.Items.Select(i => i.ApplicationId).OfType<long>().ToArray();
        var marked = await db.CasesUnderMark().Where(a => cases.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.CaseNumber!, ct);
        var (when, agenda) = (MunicipalTime.Show(meeting.StartsAt), string.Join('\n', meeting.Items.OrderBy(i => i.Number).Select(i => $"{i.Number}. {(i.ApplicationId is { } id && marked.TryGetValue(id, out var number) ? number : i.Title)}")));
        await notifier.TellAsync($"meeting:{meeting.Id}:called", MembersOf(body, meeting), null,
            new($"Kallelse: {body.Name} {when}", $"Notice of meeting: {body.Name} {when}"),
            new($"{body.Name} sammanträder {when}, {meeting.Place}.\n\nFöredragningslista:\n{agenda}", $"{body.Name} meets at {when}, {meeting.Place}.\n\nAgenda:\n{agenda}"), ct);
    }

    internal static HashSet<long> MembersOf(Body body, Meeting meeting) => [.. body.Members.Where(m => m.HoldsOn(meeting.HeldOn)).Select(m => m.PersonId).OfType<long>()];
}
