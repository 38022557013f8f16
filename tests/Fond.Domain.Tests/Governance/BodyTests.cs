using Fond.Domain.Common;
using Fond.Domain.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Governance;

public sealed class BodyTests
{
    private static readonly BodyDetails Steering = new("Styrgrupp social hållbarhet", BodyKind.SteeringGroup, "Motala", null, 3);
    private static readonly DateOnly Start = Day(2021, 12, 9);

    private static SeatDetails Seat(long? person, MembershipRole role = MembershipRole.Member, DateOnly? from = null, DateOnly? to = null) =>
        new(person, "Verksamhetschef", role, from ?? Start, to);

    [Fact]
    public void A_body_keeps_what_it_is_given_without_stray_blanks()
    {
        var body = new Body(Steering with { Name = " Styrgrupp ", ParentId = 7 });
        Assert.Equal(("Styrgrupp", BodyKind.SteeringGroup, "Motala", 7L, 3), (body.Name, body.Kind, body.Municipality, body.ParentId, body.Quorum));
    }

    [Fact]
    public void A_body_without_name_municipality_and_quorum_is_told_all_three()
    {
        var refusals = Refused.ByAll(() => _ = new Body(new BodyDetails(" ", BodyKind.Subgroup, "", null, 0)));
        Assert.Equal(["BODY_NAME_MISSING", "BODY_MUNICIPALITY_MISSING", "BODY_QUORUM_NOT_POSITIVE"], refusals.Select(r => r.Code));
        Assert.Equal(["name", "municipality", "quorum"], refusals.Select(r => Assert.Single(r.Path)));
    }

    [Fact]
    public void A_council_and_no_other_body_has_a_catchment_area()
    {
        var council = new BodyDetails("Rådet", BodyKind.Council, "Helsingborg", null, 1, " Norra skolområdet ");
        Assert.Equal("Norra skolområdet", new Body(council).CatchmentArea);
        Refused.By<BodyAreaMissing>(() => _ = new Body(council with { CatchmentArea = " " }));
        Refused.By<BodyAreaMissing>(() => new Body(council).Change(council with { CatchmentArea = null }, []));
        Assert.Equal(BodyKind.SteeringGroup, Refused.By<BodyAreaNotAllowed>(() => _ = new Body(Steering with { CatchmentArea = "Norra" })).Kind);
    }

    [Fact]
    public void A_body_can_be_renamed_and_moved_but_not_become_another_kind()
    {
        var body = new Body(Steering).WithId(4);
        body.Change(Steering with { Name = "Styrgruppen", ParentId = 2, Quorum = 5 }, [9, 8]);
        Assert.Equal(("Styrgruppen", 2L, 5), (body.Name, body.ParentId, body.Quorum));

        Assert.Equal(BodyKind.SteeringGroup, Refused.By<BodyKindFixed>(() => body.Change(Steering with { Kind = BodyKind.Subgroup }, [])).Kind);
        Assert.Equal("Styrgruppen", body.Name);
    }

    [Fact]
    public void A_body_may_prepare_for_several_others_and_for_its_parent_first()
    {
        var body = new Body(Steering with { ParentId = 2, AlsoPreparesFor = [9, 2, 9, 8] }).WithId(4);
        Assert.Equal([2L, 9L, 8L], body.PreparesFor);
        Assert.Equal(["alsoPreparesForIds", "0"], Refused.By<BodyBelowItself>(() => body.Change(Steering with { AlsoPreparesFor = [4] }, [])).Path);
        body.Change(Steering with { AlsoPreparesFor = [9] }, []);
        Assert.Equal([9L], body.PreparesFor);
    }

    [Fact]
    public void A_body_cannot_come_below_itself_however_far_down()
    {
        var body = new Body(Steering).WithId(4);
        Assert.Equal(["parentId"], Refused.By<BodyBelowItself>(() => body.Change(Steering with { ParentId = 9 }, [8, 9])).Path);
        Assert.Equal(["alsoPreparesForIds", "1"], Refused.By<BodyBelowItself>(() => body.Change(Steering with { AlsoPreparesFor = [7, 9] }, [8, 9])).Path);
        Assert.Empty(body.PreparesFor);
    }

    [Fact]
    public void A_member_votes_on_the_first_and_the_last_day_and_on_no_other_side_of_them()
    {
        var body = new Body(Steering);
        body.AddMember(Seat(1, from: Day(2022, 1, 1), to: Day(2022, 12, 31)));
        Assert.Equal([false, true, true, false],
            new[] { Day(2021, 12, 31), Day(2022, 1, 1), Day(2022, 12, 31), Day(2023, 1, 1) }.Select(d => body.IsMember(1, d)));
        Assert.False(body.IsMember(2, Day(2022, 6, 1)));
    }

    [Fact]
    public void An_adjunct_may_attend_but_does_not_vote()
    {
        var body = new Body(Steering);
        body.AddMember(Seat(1, MembershipRole.Adjunct));
        Assert.True(body.MayAttend(1, Start));
        Assert.False(body.IsMember(1, Start));
    }

    [Fact]
    public void A_second_chair_in_the_same_time_is_refused_and_a_later_one_is_not()
    {
        var body = new Body(Steering);
        body.AddMember(Seat(1, MembershipRole.Chair, Start, Day(2022, 6, 30)));
        Assert.Equal(Day(2022, 6, 30), Refused.By<BodyChairTaken>(() => body.AddMember(Seat(2, MembershipRole.Chair, Day(2022, 6, 30)))).To);
        var next = body.AddMember(Seat(2, MembershipRole.Chair, Day(2022, 7, 1)));
        Assert.Same(next, body.ChairOn(Day(2022, 7, 1)));
        Assert.Equal(2, body.Members.Count);
    }

    [Fact]
    public void There_is_one_vice_chair_at_a_time_beside_the_chair()
    {
        var body = new Body(Steering);
        body.AddMember(Seat(1, MembershipRole.Chair));
        body.AddMember(Seat(2, MembershipRole.ViceChair, to: Day(2022, 6, 30)) with { Represents = " Kulturförvaltningen " });
        Assert.Equal("Kulturförvaltningen", body.Members[^1].Represents);
        Assert.True(body.IsMember(2, Start));
        Refused.By<BodyViceChairTaken>(() => body.AddMember(Seat(3, MembershipRole.ViceChair)));
        body.AddMember(Seat(3, MembershipRole.ViceChair, Day(2022, 7, 1)));
    }

    [Fact]
    public void A_second_vice_chair_presides_where_neither_the_chair_nor_the_first_does()
    {
        var body = new Body(Steering);
        body.AddMember(Seat(3, MembershipRole.SecondViceChair));
        body.AddMember(Seat(2, MembershipRole.ViceChair));
        body.AddMember(Seat(1, MembershipRole.Chair));
        Refused.By<BodyViceChairTaken>(() => body.AddMember(Seat(4, MembershipRole.SecondViceChair)));
        Assert.True(body.IsMember(3, Start));
        Assert.Equal([1, 2, 3, null], new[] { 0, 1, 2, 3 }.Select(away => body.PresidesOn(Start, person => person > away)));
    }

    [Fact]
    public void Substitutes_vote_for_seats_that_are_absent_or_empty_and_never_beyond_them()
    {
        var body = new Body(Steering);
        foreach (var person in new long?[] { 1, 2, null }) body.AddMember(Seat(person));
        foreach (var person in new long[] { 7, 8 }) body.AddMember(Seat(person, MembershipRole.Substitute));
        body.AddMember(Seat(9, MembershipRole.Adjunct));
        Assert.Equal((false, true, true), (body.IsMember(7, Start), body.IsSubstitute(7, Start), body.MayAttend(7, Start)));
        Assert.Equal([0, 1, 1, 2, 3, 3], new long[][] { [9], [7], [1], [1, 9, 7], [1, 2, 7, 9], [1, 2, 7, 8] }.Select(present => body.VotesAmong(present, Start)));
        Assert.Equal(0, body.VotesAmong([1, 7], Start.AddDays(-1)));
    }

    [Fact]
    public void A_person_cannot_hold_two_seats_at_once_but_two_empty_seats_may_stand()
    {
        var body = new Body(Steering);
        body.AddMember(Seat(1));
        Assert.Equal(Start, Refused.By<MembershipOverlaps>(() => body.AddMember(Seat(1, from: Day(2030, 1, 1)))).From);
        Refused.By<MembershipOverlaps>(() => body.AddMember(Seat(1, from: Day(2020, 1, 1), to: Start)));
        body.AddMember(Seat(null));
        body.AddMember(Seat(null));
        Assert.Equal(3, body.Members.Count);
    }

    [Fact]
    public void A_seat_without_function_or_with_reversed_dates_is_refused()
    {
        var body = new Body(Steering);
        var refusals = Refused.ByAll(() => body.AddMember(Seat(1, to: Start.AddDays(-1)) with { Function = "" }));
        Assert.Equal(["MEMBERSHIP_FUNCTION_MISSING", "MEMBERSHIP_DATES_REVERSED"], refusals.Select(r => r.Code));
        Assert.Empty(body.Members);
        Assert.Equal(Start, body.AddMember(Seat(1, to: Start)).To);
    }

    [Fact]
    public void An_ended_membership_stays_on_record()
    {
        var body = new Body(Steering);
        var seat = body.AddMember(Seat(1)).WithId(11);
        body.EndMembership(11, Day(2022, 3, 1), Day(2022, 2, 1));
        Assert.Equal([seat], body.Members);
        Assert.True(body.IsMember(1, Day(2022, 3, 1)));
        Assert.False(body.IsMember(1, Day(2022, 3, 2)));
    }

    [Fact]
    public void An_end_may_come_earlier_but_neither_later_nor_once_it_has_passed_nor_before_the_start()
    {
        var body = new Body(Steering);
        var seat = body.AddMember(Seat(1, to: Day(2022, 12, 31))).WithId(11);
        Refused.By<MembershipAlreadyEnds>(() => body.EndMembership(11, Day(2023, 1, 1), Day(2022, 6, 1)));
        Refused.By<MembershipDatesReversed>(() => body.EndMembership(11, Start.AddDays(-1), Day(2022, 6, 1)));
        body.EndMembership(11, Day(2022, 6, 30), Day(2022, 6, 30));
        Refused.By<MembershipAlreadyEnds>(() => body.EndMembership(11, Day(2022, 5, 1), Day(2022, 7, 1)));
        Assert.Equal(Day(2022, 6, 30), seat.To);
        Refused.By<NotFound>(() => body.EndMembership(12, Start, Start));
    }

    [Theory]
    [InlineData(BodyKind.SteeringGroup, true, false)]
    [InlineData(BodyKind.Subgroup, false, false)]
    [InlineData(BodyKind.PreparationGroup, false, false)]
    [InlineData(BodyKind.Council, false, false)]
    [InlineData(BodyKind.ExecutiveBoard, true, true)]
    [InlineData(BodyKind.CouncilAssembly, true, true)]
    [InlineData(BodyKind.ReferralBody, false, false)]
    public void Only_steering_groups_and_boards_decide(BodyKind kind, bool decides, bool board) =>
        Assert.Equal((decides, board), (kind.MayDecide(), kind.IsBoard()));
}
