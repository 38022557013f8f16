using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Decisions;

/// <summary>What holds for every decision, whoever makes it.</summary>
internal static class DecisionRules
{
    public static IEnumerable<Refusal> Faults(DecisionDraft draft, Body body, DecisionCase @case, DecisionLimits limits, DateOnly today) =>
    [
        .. FormFaults(draft, @case, today),
        .. AttendanceFaults(draft, body, @case),
        .. AmountFaults(draft, @case, limits),
    ];

    private static IEnumerable<Refusal> FormFaults(DecisionDraft draft, DecisionCase @case, DateOnly today)
    {
        if (draft.DecidedOn > today) yield return new DecisionDateInFuture(draft.DecidedOn) { Path = ["decidedOn"] };
        if (draft.DecidedOn < @case.NotBefore) yield return new DecisionBeforeCase(draft.DecidedOn, @case.NotBefore) { Path = ["decidedOn"] };
        if (string.IsNullOrWhiteSpace(draft.Paragraph)) yield return new DecisionParagraphMissing { Path = ["paragraph"] };
        if (string.IsNullOrWhiteSpace(draft.Reasons)) yield return new DecisionReasonsMissing { Path = ["reasons"] };
        if (draft.Outcome == DecisionOutcome.Rejected && draft.Conditions.Count > 0)
            yield return new DecisionConditionsNotAllowed { Path = ["conditions"] };
        for (var i = 0; i < draft.Conditions.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(draft.Conditions[i])) yield return new DecisionConditionMissing(i + 1) { Path = ["conditions", $"{i}"] };
        }

        // Barnkonventionen (2018:1197) article 3: also a decision that says no is a measure that concerns children.
        if (@case.ConcernsChildren && !@case.ChildImpactAssessed) yield return new DecisionChildImpactMissing();
    }

    private static IEnumerable<Refusal> AttendanceFaults(DecisionDraft draft, Body body, DecisionCase @case)
    {
        var present = draft.PresentPersonIds;
        for (var i = 0; i < present.Count; i++)
        {
            IReadOnlyList<string> at = ["presentPersonIds", $"{i}"];
            if (present.Take(i).Contains(present[i])) yield return new DecisionPresentTwice(present[i]) { Path = at };
            else if (!body.MayAttend(present[i], draft.DecidedOn)) yield return new DecisionPresentNotMember(present[i], draft.DecidedOn) { Path = at };
            else if (@case.ConflictedPersonIds.Contains(present[i])) yield return new DecisionConflictedPresent(present[i]) { Path = at };
        }

        var voting = body.VotesAmong([.. present.Except(@case.ConflictedPersonIds)], draft.DecidedOn);
        if (voting < body.Quorum) yield return new DecisionNoQuorum(voting, body.Quorum) { Path = ["presentPersonIds"] };
    }

    private static IEnumerable<Refusal> AmountFaults(DecisionDraft draft, DecisionCase @case, DecisionLimits limits)
    {
        if (draft.Outcome == DecisionOutcome.Rejected)
            return draft.Amounts.Count == 0 ? [] : [new DecisionAmountsNotAllowed { Path = AmountRules.Path }];
        if (@case.UnmetGates.Count > 0) return [new AssessmentGateUnmet(@case.UnmetGates) { Path = ["outcome"] }];
        if (draft.Amounts.Count == 0) return [new DecisionAmountsMissing { Path = AmountRules.Path }];
        var faults = AmountRules.Faults(draft.Amounts, @case.Asked);
        return faults.Count > 0 ? faults : GrantFaults(draft, @case.Asked, limits);
    }

    private static IEnumerable<Refusal> GrantFaults(DecisionDraft draft, IReadOnlyList<YearAmount> asked, DecisionLimits limits)
    {
        var amounts = draft.Amounts;
        for (var i = 0; i < amounts.Count; i++)
        {
            if (amounts[i].Amount > limits.MaxPerYear)
                yield return new DecisionAboveYearLimit(amounts[i].Year, amounts[i].Amount, limits.MaxPerYear) { Path = ["amounts", $"{i}", "amount"] };
        }

        var total = amounts.Sum(a => a.Amount);
        if (total > limits.MaxTotal) yield return new DecisionAboveTotalLimit(total, limits.MaxTotal) { Path = AmountRules.Path };
        if (AmountRules.Exceed(amounts, asked))
        {
            yield return new DecisionAboveAsked(total, asked.Sum(a => a.Amount)) { Path = AmountRules.Path };
            yield break;
        }

        var fits = AmountRules.GiveAll(amounts, asked) ? DecisionOutcome.Granted : DecisionOutcome.GrantedInPart;
        if (draft.Outcome != fits) yield return new DecisionOutcomeMismatch(fits) { Path = ["outcome"] };
    }
}
