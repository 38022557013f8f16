using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>Who may be listed as being at a meeting, and as what.</summary>
internal static class AttendanceRules
{
    public static IEnumerable<Refusal> Faults(IReadOnlyList<AttendanceDraft> attendance, Body body, DateOnly day)
    {
        for (var i = 0; i < attendance.Count; i++)
        {
            var one = attendance[i];
            string[] at = ["attendance", $"{i}"];
            if (attendance.Take(i).Any(a => a.PersonId == one.PersonId)) yield return new MeetingAttendantTwice { Path = [.. at, "personId"] };
            else if (!body.MayAttend(one.PersonId, day)) yield return new MeetingAttendantNotMember(day) { Path = [.. at, "personId"] };
            if (one.FromItem < 1 || one.UntilItem <= (one.FromItem ?? 1)) yield return new MeetingAttendanceReversed { Path = [.. at, "untilItem"] };
            if (one.ServesForId is { } member && !Serves(one, member, i, attendance, body, day)) yield return new MeetingSubstituteInvalid { Path = [.. at, "servesForId"] };
        }
    }

    /// <summary>One substitute for each voting member who is away, and none for oneself or for two.</summary>
    private static bool Serves(AttendanceDraft substitute, long member, int index, IReadOnlyList<AttendanceDraft> attendance, Body body, DateOnly day) =>
        body.IsMember(member, day) && body.IsSubstitute(substitute.PersonId, day) && substitute.IsPresent
        && !attendance.Any(a => a.PersonId == member && a is { IsPresent: true, FromItem: null, UntilItem: null })
        && !attendance.Take(index).Any(a => a.ServesForId == member);
}

/// <summary>Those who take part in one item.</summary>
internal sealed class Participants(IReadOnlyList<Attendance> present, Body body, DateOnly day)
{
    public int Quorum => body.Quorum;

    public int Votes => present.Count(MayVote);

    /// <summary>Whether somebody presides: the chair, else a vice chair.</summary>
    public bool HasChair => body.Members.Any(m => m is { Role: MembershipRole.Chair or MembershipRole.ViceChair, PersonId: { } chair } && m.HoldsOn(day) && Has(chair));

    public bool Has(long personId) => present.Any(a => a.PersonId == personId);

    public bool HasVoteOf(long personId) => present.Any(a => a.PersonId == personId && MayVote(a));

    private bool MayVote(Attendance attendance) => attendance.ServesForId is not null || body.IsMember(attendance.PersonId, day);
}
