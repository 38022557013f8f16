using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Assessments;

public sealed class JointProposalTests
{
    private static readonly IReadOnlyList<YearAmount> Asked = [Kronor(2020, 300_000), Kronor(2021, 200_000)];

    private static JointProposal Propose(Recommendation recommendation, params YearAmount[] amounts) => Propose("Stark metod", recommendation, amounts);

    private static JointProposal Propose(string reasoning, Recommendation recommendation, params YearAmount[] amounts) =>
        new(1, new ProposalDraft(recommendation, amounts, reasoning), Asked, Summary(), new HashSet<long> { 6 }, 5, Now);

    private static AssessmentSummary Summary(int assessors = 2, params string[] unmet) => new(assessors, 75m, 0m, [], unmet);

    [Fact]
    public void Too_few_without_a_conflict_cannot_propose() => Refused.By<AssessmentTooFew>(() =>
        _ = new JointProposal(1, new ProposalDraft(Recommendation.Reject, [], "Skäl"), Asked, Summary(assessors: 1), new HashSet<long>(), 5, Now));

    [Fact]
    public void Nothing_is_proposed_for_a_year_that_was_not_asked_for() =>
        Assert.Equal(2030, Refused.By<AmountYearNotAsked>(() => Propose(Recommendation.GrantInPart, Kronor(2030, 100_000))).Year);

    [Fact]
    public void A_grant_gives_each_year_what_was_asked()
    {
        var proposal = Propose(Recommendation.Grant, Kronor(2021, 200_000), Kronor(2020, 300_000));
        Assert.Equal(Money.Kronor(500_000), proposal.Total);
        Assert.Equal([2020, 2021], proposal.Amounts.Select(a => a.Year));
        Assert.Equal((1L, 5L, Now, "Stark metod"), (proposal.ApplicationId, proposal.ProposedById, proposal.ProposedAt, proposal.Reasoning));
    }

    [Fact]
    public void A_grant_in_part_gives_some_year_less()
    {
        Assert.Equal(Money.Kronor(300_000), Propose(Recommendation.GrantInPart, Kronor(2020, 300_000)).Total);
        Assert.Equal(Money.Kronor(500_000), Propose(Recommendation.GrantInPart, Kronor(2020, 250_000), Kronor(2021, 250_000)).Total);
    }

    [Fact]
    public void The_recommendation_must_fit_the_amounts()
    {
        Assert.Equal(Recommendation.GrantInPart,
            Refused.By<JointProposalRecommendationMismatch>(() => Propose(Recommendation.Grant, Kronor(2020, 300_000))).Fitting);
        Assert.Equal(Recommendation.Grant,
            Refused.By<JointProposalRecommendationMismatch>(() => Propose(Recommendation.GrantInPart, [.. Asked])).Fitting);
    }

    [Fact]
    public void What_does_not_meet_a_gate_can_only_be_rejected()
    {
        JointProposal Despite(Recommendation recommendation, params YearAmount[] amounts) =>
            new(1, new ProposalDraft(recommendation, amounts, "Skäl"), Asked, Summary(2, "BUDGET"), new HashSet<long>(), 5, Now);
        Assert.Equal(["BUDGET"], Refused.By<AssessmentGateUnmet>(() => Despite(Recommendation.Grant, [.. Asked])).Gates);
        Assert.Equal(Recommendation.Reject, Despite(Recommendation.Reject).Recommendation);
    }

    [Fact]
    public void A_rejection_carries_no_amounts_and_a_grant_carries_some()
    {
        Assert.Empty(Propose(Recommendation.Reject).Amounts);
        Refused.By<JointProposalAmountsNotAllowed>(() => Propose(Recommendation.Reject, Kronor(2020, 1)));
        Refused.By<JointProposalAmountsMissing>(() => Propose(Recommendation.Grant));
    }

    [Fact]
    public void More_than_was_asked_is_refused_with_both_sums()
    {
        var refusal = Refused.By<JointProposalAboveAsked>(() => Propose(Recommendation.GrantInPart, Kronor(2020, 500_001)));
        Assert.Equal((Money.Kronor(500_001), Money.Kronor(500_000)), (refusal.Proposed, refusal.Asked));
    }

    [Fact]
    public void A_proposal_without_reasoning_is_refused() =>
        Refused.By<JointProposalReasoningMissing>(() => Propose(" ", Recommendation.Reject));

    [Fact]
    public void Somebody_with_a_conflict_cannot_propose() => Refused.By<JointProposalByConflicted>(() =>
        _ = new JointProposal(1, new ProposalDraft(Recommendation.Reject, [], "Skäl"), Asked, Summary(), new HashSet<long> { 5 }, 5, Now));

    [Fact]
    public void Each_faulty_amount_is_named_by_place()
    {
        var refusals = Refused.ByAll(() => Propose(Recommendation.GrantInPart,
            Kronor(2020, 1), Kronor(2020, 1), Kronor(2021, 0), Kronor(2022, -5), Kronor(99, 1), new YearAmount(2023, new Money(Money.MaxOre + 1))));
        Assert.Equal(
            ["AMOUNT_YEAR_REPEATED amounts/1/year", "AMOUNT_NOT_POSITIVE amounts/2/amount", "AMOUNT_NOT_POSITIVE amounts/3/amount",
                "AMOUNT_YEAR_IMPLAUSIBLE amounts/4/year", "AMOUNT_TOO_LARGE amounts/5/amount"],
            refusals.Select(r => $"{r.Code} {string.Join('/', r.Path)}"));
    }

    [Fact]
    public void The_largest_amounts_do_not_overflow() =>
        Refused.By<JointProposalAboveAsked>(() => Propose(Recommendation.GrantInPart, [.. Asked.Select(a => a with { Amount = new Money(Money.MaxOre) })]));
}
