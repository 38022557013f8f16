using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>Who may approve the minutes of a meeting.</summary>
internal static class MinutesRules
{
    public static IEnumerable<Refusal> Faults(Meeting meeting, Body body, long? presided, IReadOnlyList<long> approvers)
    {
        if (presided is null) yield return new MinutesChairMissing();
        if (approvers.Count == 0) yield return new MinutesApproverMissing { Path = ["approverIds"] };
        for (var i = 0; i < approvers.Count; i++)
            if (approvers[i] == presided || approvers.Take(i).Contains(approvers[i]) || !MayApprove(approvers[i], meeting, body)) yield return new MinutesApproverInvalid { Path = ["approverIds", $"{i}"] };
    }

    public static IEnumerable<Refusal> Faults(ApproverReplacement replacement, Minutes minutes, Meeting meeting, Body body)
    {
        if (!minutes.Awaited.Contains(replacement.PersonId)) yield return new MinutesApproverNotAwaited { Path = ["personId"] };
        if (minutes.ApproverIds.Contains(replacement.ById) || !MayApprove(replacement.ById, meeting, body)) yield return new MinutesApproverInvalid { Path = ["byId"] };
        if (replacement.Reason.IsBlank() || replacement.Reason.Length > ApproverReplacement.LongestReason) yield return new MinutesReplacementReasonInvalid { Path = ["reason"] };
    }

    /// <summary>Those who were there and had a vote, of their own or for somebody else.</summary>
    public static bool MayApprove(long person, Meeting meeting, Body body) =>
        meeting.WasThere(person) && (body.IsMember(person, meeting.HeldOn) || meeting.Attendance.Any(a => a.PersonId == person && (a.ServesForId ?? a.ServesInSeatId) is not null));
}
