using Fond.Domain.Common;
using Fond.Domain.Decisions;

namespace Fond.Domain.Assessments;

public enum Recommendation
{
    /// <summary>Grant what is asked for, year by year.</summary>
    Grant,

    /// <summary>Grant less, or otherwise by year.</summary>
    GrantInPart,

    /// <summary>Grant nothing.</summary>
    Reject,
}

/// <summary>A proposal as it is sent in.</summary>
/// <param name="Amounts">Empty for a rejection.</param>
public sealed record ProposalDraft(Recommendation Recommendation, IReadOnlyList<YearAmount> Amounts, string Reasoning);

/// <summary>What the assessors of an application propose together to the steering group.</summary>
public sealed class JointProposal : Aggregate
{
    private JointProposal() { }

    /// <param name="asked">What the application asks of the fund, by year.</param>
    /// <param name="summary">What the assessors came to.</param>
    /// <param name="conflicted">Persons with a declared conflict of interest in the case.</param>
    public JointProposal(
        long applicationId, ProposalDraft draft, IReadOnlyList<YearAmount> asked, AssessmentSummary summary, IReadOnlySet<long> conflicted,
        long proposedById, DateTimeOffset now)
    {
        Refuse.When(conflicted.Contains(proposedById), new JointProposalByConflicted());
        Refuse.When(summary.Assessors < AssessmentProgress.FewestAssessors, new AssessmentTooFew(summary.Assessors));
        Refuse.WhenAny(Faults(draft, asked));
        Refuse.When(draft.Recommendation != Recommendation.Reject && summary.UnmetGates.Count > 0, new AssessmentGateUnmet(summary.UnmetGates) { Path = ["recommendation"] });
        ApplicationId = applicationId;
        Recommendation = draft.Recommendation;
        Amounts = [.. draft.Amounts.OrderBy(a => a.Year)];
        Total = Amounts.Sum(a => a.Amount);
        Reasoning = draft.Reasoning.Trim();
        ProposedById = proposedById;
        ProposedAt = now;
    }

    public long ApplicationId { get; private set; }

    public Recommendation Recommendation { get; private set; }

    public IReadOnlyList<YearAmount> Amounts { get; private set; } = [];

    public string Reasoning { get; private set; } = "";

    public long ProposedById { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Over all years.</summary>
    public Money Total { get; private set; }

    private static IEnumerable<Refusal> Faults(ProposalDraft draft, IReadOnlyList<YearAmount> asked)
    {
        if (string.IsNullOrWhiteSpace(draft.Reasoning)) yield return new JointProposalReasoningMissing { Path = ["reasoning"] };
        foreach (var fault in AmountFaults(draft, asked)) yield return fault;
    }

    private static List<Refusal> AmountFaults(ProposalDraft draft, IReadOnlyList<YearAmount> asked)
    {
        var amounts = draft.Amounts;
        if (draft.Recommendation == Recommendation.Reject)
            return amounts.Count == 0 ? [] : [new JointProposalAmountsNotAllowed { Path = AmountRules.Path }];
        if (amounts.Count == 0) return [new JointProposalAmountsMissing { Path = AmountRules.Path }];

        var faults = AmountRules.Faults(amounts, asked);
        if (faults.Count > 0) return [.. faults];
        if (AmountRules.Exceed(amounts, asked))
            return [new JointProposalAboveAsked(amounts.Sum(a => a.Amount), asked.Sum(a => a.Amount)) { Path = AmountRules.Path }];

        var fits = AmountRules.GiveAll(amounts, asked) ? Recommendation.Grant : Recommendation.GrantInPart;
        return draft.Recommendation == fits ? [] : [new JointProposalRecommendationMismatch(fits) { Path = ["recommendation"] }];
    }
}
