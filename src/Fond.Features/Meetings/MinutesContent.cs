using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>All that the minutes of a meeting are written from.</summary>
internal sealed record MinutesContent(
    Minutes Minutes, Meeting Meeting, Body Body, IReadOnlyDictionary<long, Application> Cases, IReadOnlyDictionary<long, Decision> Decisions, IReadOnlyDictionary<long, string> Bodies)
{
    public static async Task<MinutesContent> ReadAsync(FondDb db, Minutes minutes, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == minutes.MeetingId, ct);
        var body = await db.Set<Body>().SingleAsync(b => b.Id == minutes.BodyId, ct);
        var (cases, decisions) = (meeting.Items.Select(i => i.ApplicationId).OfType<long>().ToArray(), meeting.Items.Select(i => i.DecisionId).OfType<long>().ToArray());
        var bodies = meeting.Items.Select(i => i.ReferredToId).OfType<long>().ToArray();
        return new(minutes, meeting, body,
            await db.Set<Application>().Where(a => cases.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct),
            await db.Set<Decision>().Where(d => decisions.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct),
            await db.Set<Body>().Where(b => bodies.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, ct));
    }

    /// <summary>By paragraph.</summary>
    public IEnumerable<AgendaItem> Items => Meeting.Items.OrderBy(i => i.Paragraph);

    /// <summary>The cases that are marked as secret: their paragraphs are not for everybody.</summary>
    public IEnumerable<Application> Marked => Cases.Values.Where(a => a.Secrecy is not null);

    public Application? CaseOf(AgendaItem item) => item.ApplicationId is { } id ? Cases[id] : null;

    /// <summary>The post that the person's seat went with: the minutes name offices, not persons.</summary>
    public string FunctionOf(long personId) =>
        Body.Members.FirstOrDefault(m => m.PersonId == personId && m.HoldsOn(Meeting.HeldOn))?.Function ?? "Deltagare";
}
