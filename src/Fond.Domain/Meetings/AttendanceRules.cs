using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>Who may be listed as being at a meeting, when and as what.</summary>
internal static class AttendanceRules
{
    private const int MostEntries = 500;

    public static IEnumerable<Refusal> Faults(IReadOnlyList<AttendanceDraft> attendance, Meeting meeting, Body body) => EntryFaults(attendance, meeting, body)
        .Concat(meeting.Items.Where(i => Contradicts(attendance, i, meeting)).OrderBy(i => i.Number).Select(item => new MeetingAttendanceContradicts(item.Number, item.Paragraph) { Path = ["attendance"] }));

    /// <summary>Of each entry by itself and beside the others, whatever has been settled.</summary>
    public static IEnumerable<Refusal> EntryFaults(IReadOnlyList<AttendanceDraft> attendance, Meeting meeting, Body body)
    {
        var day = meeting.HeldOn;
        if (attendance.Count > MostEntries)
        {
            yield return new MeetingAttendanceTooLong(MostEntries) { Path = ["attendance"] };
            yield break;
        }

        for (var i = 0; i < attendance.Count; i++)
        {
            var one = attendance[i];
            string[] at = ["attendance", $"{i}"];
            if (attendance.Take(i).Any(a => IsSameTwice(a, one))) yield return new MeetingAttendantTwice { Path = [.. at, "personId"] };
            else if (!body.MayAttend(one.PersonId, day)) yield return new MeetingAttendantNotMember(day) { Path = [.. at, "personId"] };
            if (one.Span.IsReversed) yield return new MeetingAttendanceReversed { Path = [.. at, "untilItem"] };
            if (one.ServesForId is { } member && !(body.IsMember(member, day) && body.IsSubstitute(one.PersonId, day) && one.IsPresent && IsVacant(member, i, attendance, meeting)))
                yield return new MeetingSubstituteInvalid { Path = [.. at, "servesForId"] };
            if (one.ServesInSeatId is { } seat && !(one.ServesForId is null && body.IsEmptySeat(seat, day) && body.IsSubstitute(one.PersonId, day) && one.IsPresent && !attendance.Take(i).Any(a => a.ServesInSeatId == seat && a.Span.Overlaps(one.Span))))
                yield return new MeetingSeatInvalid { Path = [.. at, "servesInSeatId"] };
        }
    }

    private static bool IsSameTwice(AttendanceDraft one, AttendanceDraft other) =>
        one.PersonId == other.PersonId && (!one.IsPresent || !other.IsPresent || one.Span.Overlaps(other.Span));

    /// <summary>Whether the member's place is free meanwhile: nobody else serves in it, and the member is away or kept out of each item: while the meeting goes on, of those that are not settled yet; when its minutes are put right, of all.</summary>
    private static bool IsVacant(long member, int index, IReadOnlyList<AttendanceDraft> attendance, Meeting meeting)
    {
        var span = attendance[index].Span;
        return !attendance.Take(index).Any(a => a.ServesForId == member && a.Span.Overlaps(span))
            && !meeting.Items.Any(i => (!i.IsSettled || meeting.ClosedAt is not null) && span.Covers(i.Number) && !i.IsRecused(member) && attendance.Any(a => a.PersonId == member && a.IsPresentAt(i.Number)));
    }

    /// <summary>Whether the list denies what stands in the minutes: who took part in what has been settled, and who has moved a proposal in what has not.</summary>
    private static bool Contradicts(IReadOnlyList<AttendanceDraft> attendance, AgendaItem item, Meeting meeting)
    {
        var listed = Seating.Of(attendance.Where(a => a.IsPresentAt(item.Number) && !item.IsRecused(a.PersonId)).Select(a => new Seating(a.PersonId, a.ServesForId, a.ServesInSeatId)));
        return item.IsSettled
            ? !listed.SetEquals(meeting.ListedIn(item))
            : item.Proposals.Any(p => !listed.Any(l => l.PersonId == p.PersonId));
    }
}
