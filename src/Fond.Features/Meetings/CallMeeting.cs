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

    private const string Prefix = "meeting:", Called = ":called";

    /// <summary>The meeting that a message calls to, by the message's key; null: it calls to none.</summary>
    internal static long? MeetingOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && key.EndsWith(Called, StringComparison.Ordinal) ? long.Parse(key[Prefix.Length..^Called.Length], System.Globalization.CultureInfo.InvariantCulture) : null;

    private async Task TellAsync(Meeting meeting, Body body, CancellationToken ct)
    {
        var cases = meeting.Items.Select(i => i.ApplicationId).OfType<long>().ToArray();
        var marked = await db.CasesUnderMark().Where(a => cases.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.CaseNumber!, ct);
        var documents = await db.DocumentsAsync(meeting.Items, ct);
        var when = MunicipalTime.Show(meeting.StartsAt);
        var agenda = meeting.Items.OrderBy(i => i.Number).SelectMany(Lines).ToList();
        await notifier.TellAsync($"{Prefix}{meeting.Id}{Called}", MembersOf(body, meeting), null,
            new($"Kallelse: {body.Name} {when}", $"Notice of meeting: {body.Name} {when}"),
            new($"{body.Name} sammanträder {when}, {meeting.Place}.\n\nFöredragningslista:\n{string.Join('\n', agenda.Select(line => line.Sv))}", $"{body.Name} meets at {when}, {meeting.Place}.\n\nAgenda:\n{string.Join('\n', agenda.Select(line => line.En))}"), ct);

        IEnumerable<Text> Lines(AgendaItem item)
        {
            if (item.ApplicationId is { } id && marked.TryGetValue(id, out var number)) return [new($"{item.Number}. {number}", $"{item.Number}. {number}")];
            return documents.LaidWith(item).Select(d => new Text($"   {d.Sv}", $"   {d.En}")).Prepend(new($"{item.Number}. {item.Title}", $"{item.Number}. {item.Title}"));
        }
    }

    internal static HashSet<long> MembersOf(Body body, Meeting meeting) => [.. body.Members.Where(m => m.HoldsOn(meeting.HeldOn)).Select(m => m.PersonId).OfType<long>()];
}
