using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>That somebody approves the minutes in the place of another, who is ill, say, or has left.</summary>
/// <param name="On">The day in Sweden.</param>
public sealed record ApproverReplacement(long PersonId, long ById, string Reason, DateOnly On)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 500;
}

public sealed partial class Minutes
{
    public IReadOnlyList<ApproverReplacement> Replacements { get; private set; } = [];

    /// <summary>Has somebody else who was there and voted approve in the place of one who has not.</summary>
    public void Replace(ApproverReplacement replacement, Meeting meeting, Body body)
    {
        var life = Permitted(MinutesTrigger.Replace);
        Refuse.WhenAny(MinutesRules.Faults(replacement, this, meeting, body));
        ApproverIds = [.. ApproverIds.Select(p => p == replacement.PersonId ? replacement.ById : p)];
        Replacements = [.. Replacements, replacement with { Reason = replacement.Reason.Trim() }];
        life.Fire(MinutesTrigger.Replace);
    }
}

public sealed record MinutesApproverNotAwaited() : Refusal("MINUTES_APPROVER_NOT_AWAITED", new(
    "Personen är inte utsedd att justera protokollet, eller har redan justerat det.", "The person has not been chosen to approve the minutes, or has already approved them."));

public sealed record MinutesReplacementReasonInvalid() : Refusal("MINUTES_REPLACEMENT_REASON_INVALID", new(
    $"Ange varför personen ersätts, med högst {ApproverReplacement.LongestReason} tecken.", $"Say why the person is replaced, with at most {ApproverReplacement.LongestReason} characters."));
