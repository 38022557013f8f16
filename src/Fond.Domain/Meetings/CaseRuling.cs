using Fond.Domain.Common;
using Fond.Domain.Decisions;

namespace Fond.Domain.Meetings;

/// <summary>What the outcome of an item is in the case that it is about.</summary>
public static class CaseRuling
{
    /// <param name="amounts">By year; for a referral, what the body proposes.</param>
    public static DecisionOutcome Of(ItemOutcome outcome, IReadOnlyList<YearAmount> amounts, IReadOnlyList<YearAmount> asked) => outcome switch
    {
        ItemOutcome.Approved => DecisionOutcome.Granted,
        ItemOutcome.ApprovedInPart => DecisionOutcome.GrantedInPart,
        ItemOutcome.Rejected => DecisionOutcome.Rejected,
        _ when amounts.Count == 0 => DecisionOutcome.Rejected,
        _ => AmountRules.GiveAll(amounts, asked) ? DecisionOutcome.Granted : DecisionOutcome.GrantedInPart,
    };
}
