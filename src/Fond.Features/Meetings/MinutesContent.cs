using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>All that the minutes of a meeting are written from; the dictionaries may hold more.</summary>
internal sealed record MinutesContent(
    Minutes Minutes, Meeting Meeting, Body Body, IReadOnlyDictionary<long, Application> Cases, IReadOnlyDictionary<long, Decision> Decisions, IReadOnlyDictionary<long, SecrecyMark> DecisionMarks, ILookup<long, SecrecyMark> IdeaMarks,
    IReadOnlyDictionary<long, string> Bodies, IReadOnlyDictionary<long, string> Elected, IReadOnlyDictionary<long, CaseDocument> Documents)
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
        var marks = await db.MarkedEntries(DocumentKind.Decision, DocumentKind.Proposal).Where(d => caseIds.Contains(d.ApplicationId)).ToDictionaryAsync(d => d.TargetId!.Value, d => d.Secrecy!, ct);
        var answers = await db.MarkedEntries(DocumentKind.IdeaDecision).Where(d => caseIds.Contains(d.ApplicationId)).OrderBy(d => d.Id).ToListAsync(ct);
        var bodies = await db.Set<Body>().Where(b => bodyIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, ct);
        var names = bodies.ToDictionary(b => b.Key, b => b.Value.Name);
        var seats = bodies.Values.Where(b => b.Kind.IsBoard()).SelectMany(b => b.Members).Select(m => m.PersonId).OfType<long>().Distinct().ToArray();
        var elected = await db.Set<Person>().Where(p => seats.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var documents = await db.DocumentsAsync(items, ct);
        return [.. minutes.Select(m => new MinutesContent(m, meetings[m.MeetingId], bodies[m.BodyId], cases, decisions, marks, answers.ToLookup(d => d.ApplicationId, d => d.Secrecy!), names, elected, documents))];
    }

    /// <summary>By paragraph.</summary>
    public IEnumerable<AgendaItem> Items => Meeting.Items.OrderBy(i => i.Paragraph);

    /// <summary>The mark of an item's case, or of the decision in it, on money or on an idea: such a paragraph is not for everybody.</summary>
    public SecrecyMark? MarkOf(AgendaItem item) => CaseOf(item)?.Secrecy ?? (item.DecisionId is { } decision ? DecisionMarks.GetValueOrDefault(decision) : MarkOfIdea(item));

    /// <summary>An entry that is marked only since it tells the case's name closes no paragraph, where the name is left out.</summary>
    private SecrecyMark? MarkOfIdea(AgendaItem item) =>
        item.IsIdeaAnswer ? IdeaMarks[item.ApplicationId!.Value].FirstOrDefault(mark => mark != CaseOf(item)!.NameMark()) : null;

    /// <summary>The mark of what an item's case is called after: its title is then not for everybody.</summary>
    public SecrecyMark? MarkOfName(AgendaItem item) => MarkOf(item) ?? CaseOf(item)?.NameMark();

    /// <summary>The mark of any field of an item's case: what the matter says of the application is then not for everybody.</summary>
    public SecrecyMark? MarkOfMatter(AgendaItem item) => CaseOf(item)?.MarkedFields(ApplicationFields.All).FirstOrDefault()?.Secrecy;

    /// <summary>Whether something was marked after the text was kept.</summary>
    public bool IsMarkedSinceApproval => Items.Any(item => MarksOf(item).Any(mark => mark.MarkedAt >= Minutes.Approvals[^1].At));

    private IEnumerable<SecrecyMark> MarksOf(AgendaItem item) =>
        (MarkOf(item) is { } mark ? [mark] : Enumerable.Empty<SecrecyMark>()).Concat(CaseOf(item)?.MarkedFields(ApplicationFields.All).Select(m => m.Secrecy) ?? []);

    public Application? CaseOf(AgendaItem item) => item.ApplicationId is { } id ? Cases[id] : null;

    /// <summary>Whoever led the meeting.</summary>
    public long Presided => Meeting.PresidedOver(Body) ?? Minutes.ApproverIds[0];

    /// <summary>Whether the body had two vice chairs that day, who are then told apart.</summary>
    public bool HasSecondViceChair => Body.Members.Any(m => m.Role == MembershipRole.SecondViceChair && m.HoldsOn(Meeting.HeldOn));

    public Membership? SeatOf(long personId) => Body.Members.FirstOrDefault(m => m.PersonId == personId && m.HoldsOn(Meeting.HeldOn));

    /// <summary>A seat with nobody in it, by its post.</summary>
    public static string NameOf(Membership seat) => seat.Represents is { } represents ? $"{seat.Function} ({represents})" : seat.Function;

    /// <summary>Who it was, as the minutes say it: an elected body's members by name and party, officials by the post that the seat went with.</summary>
    public string NameOf(long personId)
    {
        if (SeatOf(personId) is not { } seat) return "Deltagare";
        var (isElected, isAlone) = (Body.Kind.IsBoard(), Body.Members.Count(m => m.Function == seat.Function && m.HoldsOn(Meeting.HeldOn)) == 1);
        var name = isElected ? Elected[personId] : seat.Function;
        return seat.Represents is { } represents && (isElected || !isAlone) ? $"{name} ({represents})" : name;
    }
}
