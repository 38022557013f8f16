using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Decisions;

public sealed class DecisionTests
{
    private const long Registrar = 70;
    private static readonly DateOnly Today = Day(2021, 12, 9);

    private static readonly DecisionCase Case = new(
        1, 2, [Kronor(2022, 235_000), Kronor(2023, 265_000)], new HashSet<long> { 4 }, ConcernsChildren: true, ChildImpactAssessed: true, NotBefore: Day(2021, 11, 1), UnmetGates: []);

    private static readonly DecisionLimits Limits = new(Money.Kronor(300_000), Money.Kronor(600_000));

    private static readonly DecisionDraft InPart = new(
        DecisionOutcome.GrantedInPart, [Kronor(2023, 165_000), Kronor(2022, 235_000)], ["Polisen medverkar"], "Starkt behov", "§ 12", Today, [1, 2, 9]);

    private static readonly DecisionDraft InFull = InPart with { Outcome = DecisionOutcome.Granted, Amounts = Case.Asked };

    private static readonly DecisionDraft No = InPart with { Outcome = DecisionOutcome.Rejected, Amounts = [], Conditions = [] };

    private static DelegationDetails Line(DelegatedKind kind) =>
        new(kind, kind == DelegatedKind.Grant ? Money.Kronor(400_000) : null, Day(2021, 11, 1), Day(2021, 12, 31), "Kommunstyrelsen", Day(2021, 10, 20), "§ 7");

    /// <summary>Voting members 1 to 4 (4 has declared a conflict), substitute 8 and adjunct 9; two make a quorum. A steering group may grant 400,000 kronor, and reject, in November and December.</summary>
    private static Body A(BodyKind kind, params DelegatedKind[] delegated)
    {
        var body = new Body(new BodyDetails("Organet", kind, "Haninge", null, 2, kind == BodyKind.Council ? "Norra skolområdet" : null)).WithId(30);
        for (var person = 1; person <= 4; person++)
            body.AddMember(new SeatDetails(person, "Ledamot", person == 1 ? MembershipRole.Chair : MembershipRole.Member, Day(2020, 1, 1)));
        body.AddMember(new SeatDetails(8, "Ersättare", MembershipRole.Substitute, Day(2020, 1, 1)));
        body.AddMember(new SeatDetails(9, "Forskare", MembershipRole.Adjunct, Day(2020, 1, 1)));
        foreach (var line in kind == BodyKind.SteeringGroup ? delegated : []) body.Delegate(Line(line)).WithId((long)line + 50);
        return body;
    }

    private static Decision Decide(
        DecisionDraft draft, BodyKind kind = BodyKind.SteeringGroup, DecisionCase? @case = null, DecisionLimits? limits = null) =>
        Decision.ByBody(draft, A(kind, DelegatedKind.Grant, DelegatedKind.Reject), @case ?? Case, limits ?? Limits, Registrar, Now, Today);

    [Fact]
    public void A_grant_in_part_within_the_delegation_is_recorded_with_all_its_facts()
    {
        var decision = Decide(InPart);
        Assert.Equal((1L, 2L, 30L, Registrar, Now), (decision.ApplicationId, decision.FundId, decision.BodyId, decision.RecordedById, decision.RecordedAt));
        Assert.Equal((DecisionKind.Decision, DecisionOutcome.GrantedInPart, true), (decision.Kind, decision.Outcome, decision.Grants));
        Assert.Equal([Kronor(2022, 235_000), Kronor(2023, 165_000)], decision.Amounts);
        Assert.Equal((Money.Kronor(400_000), Money.Kronor(400_000)), (decision.Total, decision.DelegationLimit));
        Assert.Equal(new CitedDelegation(50, DelegatedKind.Grant, Money.Kronor(400_000), "Kommunstyrelsen", Day(2021, 10, 20), "§ 7"), decision.Delegation);
        Assert.Equal(["Polisen medverkar"], decision.Conditions);
        Assert.Equal(("Starkt behov", "§ 12", Today), (decision.Reasons, decision.Paragraph, decision.DecidedOn));
        Assert.Equal([1L, 2, 9], decision.PresentPersonIds);
    }

    [Fact]
    public void An_öre_above_the_delegation_is_for_the_board()
    {
        var over = InPart with { Amounts = [Kronor(2022, 235_000), new YearAmount(2023, new Money(16_500_001))] };
        var refusal = Refused.By<DecisionAboveDelegation>(() => Decide(over));
        Assert.Equal((new Money(40_000_001), Money.Kronor(400_000)), (refusal.Total, refusal.Limit));

        var proposal = Decision.ProposalToBoard(over, A(BodyKind.SteeringGroup, DelegatedKind.Grant), Case, Limits, Registrar, Now, Today);
        Assert.Equal((DecisionKind.ProposalToBoard, false, null), (proposal.Kind, proposal.Grants, proposal.Delegation));
        Assert.True(Decision.ByBoard(over, A(BodyKind.ExecutiveBoard), Case, Limits, Registrar, Now, Today).Grants);
    }

    [Fact]
    public void The_delegation_binds_the_steering_group_alone()
    {
        Assert.Equal(DecisionOutcome.Granted, Decide(InFull, BodyKind.ExecutiveBoard).Outcome);
        Refused.By<DecisionAboveDelegation>(() => Decide(InFull));
    }

    [Fact]
    public void A_decision_is_not_older_than_the_case_and_grants_no_year_that_was_not_asked_for()
    {
        Refused.By<DecisionBeforeCase>(() => Decide(InPart with { DecidedOn = Day(2021, 10, 31) }));
        Refused.By<AmountYearNotAsked>(() => Decide(InPart with { Amounts = [Kronor(2022, 100_000), Kronor(2050, 100_000)] }));
    }

    [Fact]
    public void What_does_not_meet_a_gate_is_not_granted_by_anybody()
    {
        var unmet = Case with { UnmetGates = ["TWO_PARTIES"] };
        Refused.By<AssessmentGateUnmet>(() => Decide(InPart, @case: unmet));
        Refused.By<AssessmentGateUnmet>(() => Decide(InFull, BodyKind.ExecutiveBoard, unmet));
        Assert.Equal(DecisionOutcome.Rejected, Decide(No, @case: unmet).Outcome);
    }

    [Fact]
    public void A_rejection_needs_a_line_of_its_own_and_reserves_nothing()
    {
        var decision = Decide(No);
        Assert.False(decision.Grants);
        Assert.Equal((Money.Zero, DelegatedKind.Reject, null), (decision.Total, decision.Delegation!.Kind, decision.Delegation.Limit));
        Assert.Equal(DelegatedKind.Reject, Refused.By<DecisionNotDelegated>(() =>
            Decision.ByBody(No, A(BodyKind.SteeringGroup, DelegatedKind.Grant), Case, Limits, Registrar, Now, Today)).Kind);
    }

    [Fact]
    public void The_line_is_that_of_the_day_of_the_decision()
    {
        var body = A(BodyKind.SteeringGroup, DelegatedKind.Grant);
        body.EndDelegation(50, Day(2021, 12, 8), Day(2021, 12, 1));
        Assert.Equal(Today, Refused.By<DecisionNotDelegated>(() => Decision.ByBody(InPart, body, Case, Limits, Registrar, Now, Today)).Day);
        var earlier = Decision.ByBody(InPart with { DecidedOn = Day(2021, 12, 8) }, body, Case, Limits, Registrar, Now, Today);
        Assert.Equal(50, earlier.Delegation!.DelegationId);
        Assert.Equal(Money.Zero, Decision.ProposalToBoard(InPart, body, Case, Limits, Registrar, Now, Today).DelegationLimit);
    }

    [Fact]
    public void A_substitute_makes_a_quorum_in_the_place_of_somebody_who_is_absent()
    {
        Assert.Equal([1L, 8], Decide(InPart with { PresentPersonIds = [1, 8] }).PresentPersonIds);
        Refused.By<DecisionNoQuorum>(() => Decide(InPart with { PresentPersonIds = [8, 9] }));
    }

    [Theory]
    [InlineData(BodyKind.Council)]
    [InlineData(BodyKind.Subgroup)]
    [InlineData(BodyKind.PreparationGroup)]
    [InlineData(BodyKind.ReferralBody)]
    public void A_body_that_advises_cannot_decide(BodyKind kind) =>
        Assert.Equal(kind, Refused.By<DecisionBodyCannotDecide>(() => Decide(InPart, kind)).Kind);

    [Fact]
    public void Only_a_steering_group_proposes_to_the_board_and_only_a_board_answers()
    {
        Assert.Equal(DecisionKind.ProposalToBoard, Decision.ProposalToBoard(InPart, A(BodyKind.ExecutiveBoard), Case, Limits, Registrar, Now, Today).Kind); // to the assembly
        Refused.By<DecisionBodyCannotDecide>(() => Decision.ProposalToBoard(InPart, A(BodyKind.Council), Case, Limits, Registrar, Now, Today));
        Refused.By<DecisionBodyCannotDecide>(() => Decision.ByBoard(InPart, A(BodyKind.SteeringGroup), Case, Limits, Registrar, Now, Today));
        Assert.NotNull(Decision.ByBoard(InPart, A(BodyKind.CouncilAssembly), Case, Limits, Registrar, Now, Today));
    }

    [Fact]
    public void Adjuncts_do_not_make_a_quorum()
    {
        var refusal = Refused.By<DecisionNoQuorum>(() => Decide(InPart with { PresentPersonIds = [1, 9] }));
        Assert.Equal((1, 2), (refusal.Voting, refusal.Quorum));
    }

    [Fact]
    public void Somebody_with_a_conflict_is_neither_present_nor_counted()
    {
        var refusals = Refused.ByAll(() => Decide(InPart with { PresentPersonIds = [1, 4] }));
        Assert.Equal(["DECISION_CONFLICTED_PRESENT", "DECISION_NO_QUORUM"], refusals.Select(r => r.Code));
        Assert.Equal(["presentPersonIds", "1"], refusals[0].Path);
        Refused.By<DecisionConflictedPresent>(() => Decide(InPart with { PresentPersonIds = [1, 2, 4] }));
    }

    [Fact]
    public void Somebody_without_a_seat_that_day_cannot_have_been_present()
    {
        Refused.By<DecisionPresentNotMember>(() => Decide(InPart with { PresentPersonIds = [1, 2, 55] }));
        var early = Refused.ByAll(() => Decide(InPart with { DecidedOn = Day(2019, 12, 31), PresentPersonIds = [1] }, @case: Case with { NotBefore = Day(2019, 12, 1) }));
        Assert.Equal(["DECISION_PRESENT_NOT_MEMBER", "DECISION_NO_QUORUM"], early.Select(r => r.Code));
    }

    [Fact]
    public void The_same_person_twice_does_not_make_a_quorum() => Assert.Equal(
        ["DECISION_PRESENT_TWICE", "DECISION_NO_QUORUM"],
        Refused.ByAll(() => Decide(InPart with { PresentPersonIds = [1, 1] })).Select(r => r.Code));

    [Fact]
    public void A_decision_in_the_future_is_refused() =>
        Refused.By<DecisionDateInFuture>(() => Decide(InPart with { DecidedOn = Today.AddDays(1) }));

    [Fact]
    public void What_is_left_blank_is_named_all_at_once()
    {
        var refusals = Refused.ByAll(() => Decide(InPart with { Reasons = " ", Paragraph = "", Conditions = ["Ett", " "] }));
        Assert.Equal(
            ["DECISION_PARAGRAPH_MISSING paragraph", "DECISION_REASONS_MISSING reasons", "DECISION_CONDITION_MISSING conditions/1"],
            refusals.Select(r => $"{r.Code} {string.Join('/', r.Path)}"));
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void A_case_that_concerns_children_needs_its_impact_assessment(bool concerns, bool assessed, bool refused)
    {
        var @case = Case with { ConcernsChildren = concerns, ChildImpactAssessed = assessed };
        if (!refused)
        {
            Assert.True(Decide(InPart, @case: @case).Grants);
            return;
        }

        Refused.By<DecisionChildImpactMissing>(() => Decide(InPart, @case: @case));
        Refused.By<DecisionChildImpactMissing>(() => Decide(No, @case: @case));
    }

    [Fact]
    public void A_rejection_carries_neither_amounts_nor_conditions_and_a_grant_carries_amounts()
    {
        Assert.Equal(["DECISION_CONDITIONS_NOT_ALLOWED", "DECISION_AMOUNTS_NOT_ALLOWED"],
            Refused.ByAll(() => Decide(InPart with { Outcome = DecisionOutcome.Rejected })).Select(r => r.Code));
        Refused.By<DecisionAmountsMissing>(() => Decide(InPart with { Amounts = [] }));
    }

    [Fact]
    public void A_year_above_the_funds_limit_is_refused_and_the_limit_itself_is_not()
    {
        var limits = Limits with { MaxPerYear = Money.Kronor(234_999) };
        var refusal = Refused.By<DecisionAboveYearLimit>(() => Decide(InPart, limits: limits));
        Assert.Equal((2022, Money.Kronor(235_000)), (refusal.Year, refusal.Amount));
        Assert.Equal(["amounts", "1", "amount"], refusal.Path);
        Assert.NotNull(Decide(InPart, limits: Limits with { MaxPerYear = Money.Kronor(235_000) }));
    }

    [Fact]
    public void A_total_above_the_funds_limit_is_refused_and_the_limit_itself_is_not()
    {
        Refused.By<DecisionAboveTotalLimit>(() => Decide(InPart, limits: Limits with { MaxTotal = Money.Kronor(399_999) }));
        Assert.NotNull(Decide(InPart, limits: Limits with { MaxTotal = Money.Kronor(400_000) }));
    }

    [Fact]
    public void More_than_was_asked_is_refused_even_by_the_board()
    {
        var draft = InPart with { Amounts = [Kronor(2022, 300_000), Kronor(2023, 200_001)] };
        var refusal = Refused.By<DecisionAboveAsked>(() => Decision.ByBoard(draft, A(BodyKind.ExecutiveBoard), Case, Limits, Registrar, Now, Today));
        Assert.Equal((Money.Kronor(500_001), Money.Kronor(500_000)), (refusal.Total, refusal.Asked));
    }

    [Fact]
    public void The_outcome_must_fit_the_amounts()
    {
        Assert.Equal(DecisionOutcome.Granted, Refused.By<DecisionOutcomeMismatch>(
            () => Decide(InFull with { Outcome = DecisionOutcome.GrantedInPart }, BodyKind.ExecutiveBoard)).Fitting);
        Assert.Equal(DecisionOutcome.GrantedInPart, Refused.By<DecisionOutcomeMismatch>(
            () => Decide(InPart with { Outcome = DecisionOutcome.Granted })).Fitting);
    }

    [Fact]
    public void A_year_given_twice_is_refused() => Assert.Equal(2022, Refused.By<AmountYearRepeated>(
        () => Decide(InPart with { Amounts = [Kronor(2022, 1), Kronor(2022, 1)] })).Year);

    [Fact]
    public void A_budget_with_several_lines_a_year_is_compared_by_year()
    {
        var @case = Case with { Asked = [Kronor(2022, 100_000), Kronor(2022, 135_000), Kronor(2023, 0)] };
        Assert.Equal(DecisionOutcome.Granted, Decide(InPart with { Outcome = DecisionOutcome.Granted, Amounts = [Kronor(2022, 235_000)] }, @case: @case).Outcome);
    }
}
