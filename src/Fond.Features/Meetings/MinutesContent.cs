using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>All that the minutes of a meeting are written from; the dictionaries may hold more.</summary>
internal sealed record MinutesContent(
    Minutes Minutes, Meeting Meeting, Body Body, IReadOnlyDictionary<long, Application> Cases, IReadOnlyDictionary<long, Decision> Decisions, IReadOnlyDictionary<long, string> Bodies)
{
    public static async Task<MinutesContent> ReadAsync(FondDb db, Minutes minutes, CancellationToken ct) => (await ReadAsync(db, [minutes], ct))[0];

    /// <returns>In the same order.</returns>
    public static async Task<IReadOnlyList<MinutesContent>> ReadAsync(FondDb db, IReadOnlyList<Minutes> minutes, CancellationToken ct)
    {
        var ids = minutes.Select(m => m.MeetingId).ToArray();
        var meetings = await db.Set<Meeting>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var items = meetings.Values.SelectMany(m => m.Items).ToList();
        var (caseIds, decisionIds) = (items.Select(i => i.ApplicationId).OfType<long>().ToArray(), items.Select(i => i.DecisionId).OfType<long>().ToArray());
        var bodyIds = minutes.Select(m => m.BodyId).Concat(items.Select(i => i.ReferredToId).OfType<long>()).Distinct().ToArray();
        var cases = await db.Set<Application>().Where(a => caseIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var decisions = await db.Set<Decision>().Where(d => decisionIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var bodies = await db.Set<Body>().Where(b => bodyIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, ct);
        var names = bodies.ToDictionary(b => b.Key, b => b.Value.Name);
        return [.. minutes.Select(m => new MinutesContent(m, meetings[m.MeetingId], bodies[m.BodyId], cases, decisions, names))];
    }

    /// <summary>By paragraph.</summary>
    public IEnumerable<AgendaItem> Items => Meeting.Items.OrderBy(i => i.Paragraph);

    /// <summary>The cases that are marked as secret: their paragraphs are not for everybody.</summary>
    public IEnumerable<Application> Marked => Items.Select(CaseOf).OfType<Application>().Where(a => a.Secrecy is not null).DistinctBy(a => a.Id);

    public Application? CaseOf(AgendaItem item) => item.ApplicationId is { } id ? Cases[id] : null;

    /// <summary>The post that the person's seat went with: the minutes name offices, not persons.</summary>
    public string FunctionOf(long personId) =>
        Body.Members.FirstOrDefault(m => m.PersonId == personId && m.HoldsOn(Meeting.HeldOn))?.Function ?? "Deltagare";
}
