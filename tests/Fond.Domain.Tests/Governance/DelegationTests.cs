using Fond.Domain.Common;
using Fond.Domain.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Governance;

public sealed class DelegationTests
{
    private static readonly DelegationDetails Grant =
        new(DelegatedKind.Grant, Money.Kronor(500_000), Day(2022, 1, 1), Day(2022, 12, 31), " Kommunstyrelsen ", Day(2021, 12, 1), " § 12 ");

    private static readonly DelegationDetails Reject = Grant with { Kind = DelegatedKind.Reject, Limit = null };

    private static Body A(BodyKind kind = BodyKind.SteeringGroup) => new(new BodyDetails("Styrgruppen", kind, "Motala", null, 3));

    [Fact]
    public void A_line_holds_from_its_first_day_to_its_last_for_its_kind_of_decision()
    {
        var body = A();
        var line = body.Delegate(Grant);
        Assert.Equal(("Kommunstyrelsen", "§ 12", Day(2021, 12, 1)), (line.DecidedBy, line.Paragraph, line.DecidedOn));
        Assert.Equal([null, line, line, null], new[] { Day(2021, 12, 31), Day(2022, 1, 1), Day(2022, 12, 31), Day(2023, 1, 1) }.Select(day => body.DelegationOn(DelegatedKind.Grant, day)));
        Assert.Null(body.DelegationOn(DelegatedKind.Reject, Day(2022, 6, 1)));
    }

    [Fact]
    public void A_grant_is_covered_up_to_the_limit_and_a_line_about_rejections_covers_none()
    {
        var body = A();
        var (grant, reject) = (body.Delegate(Grant), body.Delegate(Reject));
        Assert.True(grant.Covers(Money.Kronor(500_000)));
        Assert.False(grant.Covers(new Money(50_000_001)));
        Assert.True(reject.Covers(Money.Zero));
        Assert.False(reject.Covers(new Money(1)));
    }

    [Fact]
    public void Every_fault_of_a_line_is_named_at_once()
    {
        var refusals = Refused.ByAll(() => A(BodyKind.Subgroup).Delegate(Grant with { Limit = Money.Zero, DecidedBy = " ", Paragraph = "", From = Day(2021, 11, 30), To = Day(2021, 11, 1) }));
        Assert.Equal(
            ["bodyId DELEGATION_NOT_POSSIBLE", "limit DELEGATION_LIMIT_INVALID", "decidedBy DELEGATION_BASIS_MISSING", "paragraph DELEGATION_BASIS_MISSING", "from DELEGATION_BEFORE_DECISION", "to DELEGATION_DATES_REVERSED"],
            refusals.Select(r => $"{Assert.Single(r.Path)} {r.Code}"));
    }

    [Fact]
    public void A_grant_must_have_a_limit_and_a_rejection_none()
    {
        Refused.By<DelegationLimitInvalid>(() => A().Delegate(Grant with { Limit = null }));
        Refused.By<DelegationLimitInvalid>(() => A().Delegate(Reject with { Limit = Money.Kronor(1) }));
    }

    [Fact]
    public void Two_lines_of_a_kind_do_not_overlap()
    {
        var body = A();
        body.Delegate(Grant);
        body.Delegate(Reject);
        Refused.By<DelegationOverlaps>(() => body.Delegate(Grant with { From = Day(2022, 12, 31), To = null }));
        body.Delegate(Grant with { From = Day(2023, 1, 1), To = null, Limit = Money.Kronor(700_000) });
        Assert.Equal(Money.Kronor(700_000), body.DelegationOn(DelegatedKind.Grant, Day(2024, 1, 1))!.Limit);
    }

    [Fact]
    public void A_line_may_end_earlier_but_neither_later_nor_once_it_has_ended_nor_before_it_began()
    {
        var body = A();
        var line = body.Delegate(Grant).WithId(5);
        Refused.By<DelegationAlreadyEnds>(() => body.EndDelegation(5, Day(2023, 1, 1), Day(2022, 6, 1)));
        Refused.By<DelegationDatesReversed>(() => body.EndDelegation(5, Day(2021, 12, 31), Day(2022, 6, 1)));
        body.EndDelegation(5, Day(2022, 6, 30), Day(2022, 6, 1));
        Refused.By<DelegationAlreadyEnds>(() => body.EndDelegation(5, Day(2022, 5, 1), Day(2022, 7, 1)));
        Assert.Equal(Day(2022, 6, 30), line.To);
        Refused.By<NotFound>(() => body.EndDelegation(6, Day(2022, 6, 30), Day(2022, 6, 1)));
    }
}
