using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>Who may approve the minutes of a meeting.</summary>
internal static class MinutesRules
{
    /// <summary>The chair, where they were there, else a vice chair.</summary>
    public static long? PresidedOver(Meeting meeting, Body body) => new[] { MembershipRole.Chair, MembershipRole.ViceChair }
        .Select(role => body.Members.FirstOrDefault(m => m.Role == role && m.HoldsOn(meeting.HeldOn) && WasThere(meeting, m.PersonId))?.PersonId)
        .FirstOrDefault(person => person is not null);

    public static IEnumerable<Refusal> Faults(Meeting meeting, Body body, long? presided, IReadOnlyList<long> approvers)
    {
        if (presided is null) yield return new MinutesChairMissing();
        if (approvers.Count == 0) yield return new MinutesApproverMissing { Path = ["approverIds"] };
        for (var i = 0; i < approvers.Count; i++)
        {
            var person = approvers[i];
            var voted = body.IsMember(person, meeting.HeldOn) || meeting.Attendance.Any(a => a.PersonId == person && a.ServesForId is not null);
            if (person == presided || approvers.Take(i).Contains(person) || !voted || !WasThere(meeting, person)) yield return new MinutesApproverInvalid { Path = ["approverIds", $"{i}"] };
        }
    }

    private static bool WasThere(Meeting meeting, long? personId) => meeting.Attendance.Any(a => a.PersonId == personId && a.IsPresent);
}
