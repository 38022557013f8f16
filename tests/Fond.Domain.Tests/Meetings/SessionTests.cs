using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Meetings;

/// <summary>Who presides, serves, moves and votes while a meeting goes on.</summary>
public sealed class SessionTests
{
    private const long Chair = 1, Vice = 2, First = 3, Second = 4, Third = 5, Substitute = 6, Secretary = 7;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Settlement Approved = new(ItemOutcome.Approved, "Nämnden godkänner planen.", "", null, null, [], []);

    private readonly Body _body = TheBody(BodyKind.SteeringGroup);
    private readonly Meeting _meeting = new(9, new(Start, "Rådhuset", false));
    private int _paragraph;

    public SessionTests()
    {
        foreach (var item in Enumerable.Range(1, 3)) _meeting.AddItem(new(null, $"Ärende {item}", "", "", [], [])).WithId(100 + item);
        _meeting.Call(Start.AddDays(-7));
        _meeting.Open(Start, Day(2026, 3, 2));
    }

    private static Body TheBody(BodyKind kind)
    {
        var body = new Body(new("Styrgruppen", kind, "Motala", null, 3, kind == BodyKind.Council ? "Norra" : null));
        foreach (var (person, role) in new[]
        {
            (Chair, MembershipRole.Chair), (Vice, MembershipRole.ViceChair), (First, MembershipRole.Member), (Second, MembershipRole.Member), (Third, MembershipRole.Member),
            (Substitute, MembershipRole.Substitute), (Secretary, MembershipRole.Secretary),
        }) body.AddMember(new(person, $"Funktion {person}", role, Day(2021, 1, 1)));
        return body;
    }

    private static AttendanceDraft Here(long person, int? from = null, int? until = null, long? serving = null) => new(person, true, serving, from, until);

    private void Attend(params AttendanceDraft[] attendance) => _meeting.Attend(attendance, _body);

    private AgendaItem Settle(int number = 1, Settlement? settlement = null, Body? by = null) =>
        _meeting.Settle(100 + number, settlement ?? Approved, by ?? _body, new HashSet<long>(), () => ++_paragraph);

    private void Elect(long person, int? number = null) => _meeting.ElectPresiding(person, number is { } n ? 100 + n : null, _body, new HashSet<long>());

    private void Propose(long person, string text = "Att avslå.", int number = 1) => _meeting.Propose(100 + number, new(person, text), _body, new HashSet<long>());

    [Fact]
    public void The_chair_presides_else_the_vice_chair_and_without_either_nothing_is_settled_until_somebody_is_elected()
    {
        Attend(Here(Chair, until: 2), Here(Vice, until: 3), Here(First), Here(Second), Here(Third), Here(Secretary));
        Assert.Equal((Chair, Vice), (Settle(1).PresidingId, Settle(2).PresidingId));
        Refused.By<MeetingNobodyPresides>(() => Settle(3));
        foreach (var wrong in new[] { Secretary, Substitute }) Refused.By<MeetingPresidingInvalid>(() => Elect(wrong)); // has no vote, is not there
        Elect(First);
        Assert.Equal((First, Chair), (Settle(3).PresidingId, _meeting.PresidedOver(_body)));
    }

    [Fact]
    public void A_meeting_without_chair_and_vice_chair_is_closed_and_its_minutes_approved_by_whoever_was_elected()
    {
        Attend(Here(First), Here(Second), Here(Third));
        Elect(Second);
        foreach (var item in new[] { 1, 2, 3 }) Settle(item);
        _meeting.Close(Start);
        Assert.Equal([Second, First], new Minutes(_meeting, _body, [First]).ApproverIds);
    }

    [Fact]
    public void A_list_of_attendance_that_is_put_right_has_nobody_serve_for_a_member_who_was_there()
    {
        var minutes = Closed();
        var there = new[] { Here(Chair), Here(First), Here(Second) };
        Refused.By<MeetingSubstituteInvalid>(() => Correct(minutes, [.. there, Here(Third), Here(Substitute, serving: Third)]));
        Correct(minutes, [.. there, new(Third, false, null, null, null), Here(Substitute, serving: Third)]);
        Assert.Equal([Chair, First, Second, Substitute], _meeting.Items[0].PresentIds);
    }

    [Fact]
    public void A_list_of_attendance_that_is_put_right_has_whoever_moved_a_proposal_there_and_says_whose_votes_it_breaks()
    {
        var minutes = Closed(() => Propose(Third), Approved with { Votes = new(4, 0, 0, false) });
        Assert.Equal(1, Refused.By<MinutesProposerAway>(() => Correct(minutes, [Here(Chair), Here(First), Here(Second)])).Paragraph);
        var broken = Refused.By<MeetingVotesMiscounted>(() => Correct(minutes, [Here(Chair), Here(First), Here(Third)]));
        Assert.StartsWith("§ 1: ", broken.Message.Sv, StringComparison.Ordinal);
        Assert.Equal(["attendance"], broken.Path);
    }

    [Fact]
    public void Who_served_for_whom_in_a_paragraph_with_a_decision_stands_when_the_list_is_put_right()
    {
        AttendanceDraft[] there = [Here(Chair), Here(First), Here(Second), new(Third, false, null, null, null)];
        Attend([.. there, Here(Substitute, serving: Third)]);
        foreach (var item in new[] { 1, 2, 3 }) Settle(item);
        _meeting.LinkDecision(101, 12);
        _meeting.Close(Start);
        var minutes = new Minutes(_meeting, _body, [First]);
        Correct(minutes, [.. there, Here(Substitute, serving: Third)]);
        Assert.Equal(1, Refused.By<MinutesPresenceStands>(() => Correct(minutes, [.. there, Here(Substitute)])).Paragraph);
    }

    [Fact]
    public void Two_votes_that_an_absent_member_was_counted_in_are_put_right_with_the_list_at_once()
    {
        var minutes = Closed(null, Approved with { Votes = new(4, 0, 0, false) }, Approved with { Votes = new(3, 1, 0, false) });
        AttendanceDraft[] there = [Here(Chair), Here(First), Here(Second), new(Third, false, null, null, null)];
        ItemCorrection[] both = [Of(1) with { Votes = new(3, 0, 0, false) }, Of(2) with { Votes = new(2, 1, 0, false) }];
        Assert.Equal(["attendance"], Refused.By<MeetingVotesMiscounted>(() => PutRight(minutes, new("Fel i listan", [both[0]], there))).Path);
        Assert.Equal(["items", "1", "votes"], Refused.By<MeetingVotesMiscounted>(() => PutRight(minutes, new("Fel i listan", [both[0], Of(2) with { Votes = new(3, 1, 0, false) }], there))).Path);
        Assert.Equal(["items", "1", "itemId"], Refused.By<MinutesItemTwice>(() => PutRight(minutes, new("Fel i listan", [both[0], both[0]], there))).Path);
        Assert.Equal([101, 102, 103], PutRight(minutes, new("Fel i listan", both, there)).Select(i => i.Id));
        Assert.Equal([3, 2], _meeting.Items.Take(2).Select(i => i.Votes!.For));
        Assert.Equal([1, 2], minutes.Corrections.Select(c => c.Paragraph));
    }

    [Fact]
    public void Whoever_was_written_down_as_elected_to_preside_is_put_right_over_the_meeting_and_its_minutes()
    {
        Attend(Here(First), Here(Second), Here(Third));
        Elect(First);
        foreach (var item in new[] { 1, 2, 3 }) Settle(item);
        _meeting.Close(Start);
        var minutes = new Minutes(_meeting, _body, [Third]);
        Assert.Equal(["presidingId"], Refused.By<MeetingPresidingInvalid>(() => PutRight(minutes, new("Fel namn", [], null, Secretary))).Path);
        Assert.Equal(3, PutRight(minutes, new("Fel namn", [], null, Second)).Count);
        Assert.Equal([Second, Second, Second], _meeting.Items.Select(i => i.PresidingId));
        Assert.Equal([Second, Third], minutes.ApproverIds);
        Assert.Null(Assert.Single(minutes.Corrections).Paragraph);
    }

    [Fact]
    public void Whoever_presided_over_one_paragraph_and_whose_a_proposal_was_is_put_right()
    {
        _meeting.Recuse(101, Chair, "Närstående");
        var minutes = Closed(() =>
        {
            Elect(First, 1);
            Propose(Second);
        });
        Refused.By<MeetingPresided>(() => PutRight(minutes, new("Fel namn", [Of(2) with { PresidingId = Third }], null)));
        Assert.Equal(["items", "0", "proposals", "0", "personId"],
            Refused.By<MeetingProposalWithoutVote>(() => PutRight(minutes, new("Fel namn", [Of(1) with { Proposals = [new(Chair, "Att avslå.")] }], null))).Path);
        PutRight(minutes, new("Fel namn", [Of(1) with { PresidingId = Third, Proposals = [new(First, "Att avslå.")] }], null));
        Assert.Equal((Third, First), (_meeting.Items[0].PresidingId, Assert.Single(_meeting.Items[0].Proposals).PersonId));
        PutRight(minutes, new("Skrivfel", [Of(1)], null));
        Assert.Equal((Third, First), (_meeting.Items[0].PresidingId, Assert.Single(_meeting.Items[0].Proposals).PersonId));
    }

    [Fact]
    public void A_substitute_who_was_left_on_the_list_for_a_member_who_came_back_is_put_right_though_the_last_paragraph_is_of_a_decided_case()
    {
        Attend(Here(Chair), Here(First), Here(Second), Here(Third, from: 4), Here(Substitute, serving: Third));
        _meeting.AddItem(new(null, "Ärende 4", "", "", [], [])).WithId(104);
        foreach (var item in new[] { 1, 2, 3, 4 }) Settle(item);
        _meeting.LinkDecision(104, 12);
        _meeting.Close(Start);
        var minutes = new Minutes(_meeting, _body, [First]);
        AttendanceDraft[] there = [Here(Chair), Here(First), Here(Second, until: 3), Here(Second, from: 4), Here(Third, from: 4)];
        Correct(minutes, [.. there, Here(Substitute, until: 4, serving: Third), Here(Substitute, from: 4)]);
        Assert.DoesNotContain(Second, _meeting.Items[2].PresentIds);
        Assert.Equal(5, _meeting.Items[3].PresentIds.Count);
        Refused.By<MinutesPresenceStands>(() => Correct(minutes, [.. there, Here(Substitute, until: 4, serving: Third)])); // was there to the end
    }

    [Fact]
    public void Whom_a_substitute_served_for_is_another_thing_that_a_paragraph_says()
    {
        AttendanceDraft[] there = [Here(Chair), Here(First), Here(Second), new(Third, false, null, null, null), new(Vice, false, null, null, null)];
        Attend([.. there, Here(Substitute, serving: Third)]);
        foreach (var item in new[] { 1, 2, 3 }) Settle(item);
        _meeting.Close(Start);
        var minutes = new Minutes(_meeting, _body, [First]);
        Assert.Empty(PutRight(minutes, new("Ingen ändring", [], [.. there, Here(Substitute, serving: Third)])));
        Assert.Equal([101, 102, 103], PutRight(minutes, new("Fel i listan", [], [.. there, Here(Substitute, serving: Vice)])).Select(i => i.Id));
    }

    private static ItemCorrection Of(int number) => new(100 + number, null, Approved.Ruling, "", null, [], []);

    private IReadOnlyList<AgendaItem> PutRight(Minutes minutes, CorrectionDraft draft) => minutes.Correct(draft, _meeting, _body, _ => new HashSet<long>(), Secretary, Day(2026, 3, 3));

    /// <summary>With the chair and three members.</summary>
    private Minutes Closed(Action? moved = null, Settlement? first = null, Settlement? second = null)
    {
        Attend(Here(Chair), Here(First), Here(Second), Here(Third));
        moved?.Invoke();
        Settle(1, first);
        Settle(2, second);
        Settle(3);
        _meeting.Close(Start);
        return new(_meeting, _body, [First]);
    }

    private void Correct(Minutes minutes, params AttendanceDraft[] attendance) => PutRight(minutes, new("Fel i listan", [], attendance));

    [Fact]
    public void Nobody_is_elected_while_the_chair_or_a_vice_chair_presides_but_for_an_item_that_both_are_kept_out_of()
    {
        Attend(Here(Chair), Here(First), Here(Second), Here(Third));
        Refused.By<MeetingPresided>(() => Elect(First));
        Refused.By<MeetingPresided>(() => Elect(First, 1));
        _meeting.Recuse(101, Chair, "Närstående");
        Elect(First, 1);
        Assert.Equal((First, Chair), (Settle(1).PresidingId, Settle(2).PresidingId));
    }

    [Fact]
    public void Whoever_presides_has_the_casting_vote_and_nobody_has_it_alone()
    {
        Attend(Here(First), Here(Second), Here(Third), Here(Substitute, serving: Chair));
        Elect(First);
        var even = new VoteCount(2, 2, 0, true, [new(First, VoteChoice.Against), new(Second, VoteChoice.For), new(Third, VoteChoice.For), new(Substitute, VoteChoice.Against)]);
        Refused.By<MeetingCastingVoteAgainst>(() => Settle(1, Approved with { Votes = even }));
        Assert.True(Settle(1, Approved with { Votes = even with { Each = null } }).Votes!.CastingVote);
    }

    [Fact]
    public void A_substitute_who_serves_for_somebody_who_comes_later_leaves_the_place_then_and_nobody_votes_twice()
    {
        Refused.By<MeetingSubstituteInvalid>(() => Attend(Here(Chair), Here(First, from: 2), Here(Substitute, serving: First)));
        Attend(Here(Chair), Here(Second), Here(First, from: 2), Here(Substitute, until: 2, serving: First), Here(Substitute, from: 2));
        Settle(1, Approved with { Votes = new(3, 0, 0, false) });
        Settle(2, Approved with { Votes = new(3, 0, 0, false) });
    }

    [Fact]
    public void A_place_has_one_vote_whatever_comes_on_the_agenda_later()
    {
        Attend(Here(Chair), Here(First, from: 4), Here(Substitute, serving: First)); // there is no fourth item yet
        _meeting.AddItem(new(null, "Extra ärende", "", "", [], [])).WithId(104);
        Assert.Equal(2, Refused.By<MeetingNoQuorum>(() => Settle(4)).Voting);
    }

    [Fact]
    public void A_substitute_serves_for_a_member_who_is_kept_out_of_one_item()
    {
        var list = new[] { Here(Chair), Here(Second), Here(First), Here(Substitute, from: 1, until: 2, serving: First), Here(Substitute, from: 2) };
        Refused.By<MeetingSubstituteInvalid>(() => Attend(list));
        _meeting.Recuse(101, First, "Närstående");
        Attend(list);
        Assert.Equal([Chair, Second, Substitute], Settle(1).PresentIds);
        Assert.Equal([Chair, Second, First, Substitute], Settle(2, Approved with { Votes = new(3, 0, 0, false) }).PresentIds); // the substitute is there and has no vote
    }

    [Fact]
    public void A_substitute_serves_in_a_seat_that_nobody_holds()
    {
        const long Empty = 900, Left = 901;
        _body.AddMember(new(null, "Obesatt", MembershipRole.Member, Day(2021, 1, 1))).WithId(Empty);
        _body.AddMember(new(null, "Upphörd", MembershipRole.Member, Day(2021, 1, 1), Day(2025, 12, 31))).WithId(Left);
        AttendanceDraft InSeat(long seat, long person = Substitute) => new(person, true, null, null, null, seat);
        foreach (var wrong in new[] { InSeat(Left), InSeat(77), InSeat(Empty, Third), InSeat(Empty) with { IsPresent = false }, InSeat(Empty) with { ServesForId = First } })
            Assert.Equal("servesInSeatId", Refused.By<MeetingSeatInvalid>(() => Attend(Here(Chair), wrong)).Path[^1]);
        Attend(Here(Chair), Here(First), Here(Substitute));
        Assert.Equal(2, Refused.By<MeetingNoQuorum>(() => Settle()).Voting);
        Attend(Here(Chair), Here(First), InSeat(Empty));
        Settle(1, Approved with { Votes = new(3, 0, 0, false) });
        Refused.By<MeetingAttendanceContradicts>(() => Attend(Here(Chair), Here(First), Here(Substitute)));
    }

    [Fact]
    public void A_meeting_is_held_on_the_day_on_which_it_is_opened()
    {
        var late = new Meeting(9, new(Start, "Rådhuset", false));
        late.AddItem(new(null, "Ärende", "", "", [], []));
        late.Call(Start.AddDays(-7));
        Refused.By<MeetingNotYet>(() => late.Open(Start.AddDays(-1), Day(2026, 3, 1)));
        late.Open(Start.AddDays(1), Day(2026, 3, 3));
        Assert.Equal(Day(2026, 3, 3), late.HeldOn);
    }

    [Theory]
    [InlineData(Meeting.LatestAfter, true)]
    [InlineData(Meeting.LatestAfter + 1, false)]
    [InlineData(60, false)]
    public void Whoever_was_called_for_a_day_is_called_anew_for_another_one(int days, bool opens)
    {
        var late = new Meeting(9, new(Start, "Rådhuset", false));
        late.AddItem(new(null, "Ärende", "", "", [], []));
        late.Call(Start.AddDays(-7));
        void Open() => late.Open(Start.AddDays(days), Day(2026, 3, 2).AddDays(days));
        if (opens) Open();
        else Refused.By<MeetingDayPassed>(Open);
        Assert.Equal(opens ? MeetingState.InSession : MeetingState.Called, late.State);
    }

    [Fact]
    public void Whose_seat_has_ended_takes_no_part_whether_or_not_somebody_has_followed_and_counts_for_no_quorum()
    {
        var body = new Body(new("Styrgruppen", BodyKind.SteeringGroup, "Motala", null, 3));
        foreach (var (person, role, last) in new (long, MembershipRole, DateOnly?)[]
        {
            (Chair, MembershipRole.Chair, null), (First, MembershipRole.Member, Day(2026, 3, 2)), (Second, MembershipRole.Member, Day(2026, 3, 1)), (Substitute, MembershipRole.Substitute, null),
        }) body.AddMember(new(person, $"Funktion {person}", role, Day(2021, 1, 1), last));
        Refused.By<MeetingAttendantNotMember>(() => _meeting.Attend([Here(Chair), Here(Second)], body)); // the day before was the last
        Refused.By<MeetingSubstituteInvalid>(() => _meeting.Attend([Here(Chair), Here(First), Here(Substitute, serving: Second)], body)); // there is no seat to serve in
        _meeting.Attend([Here(Chair), Here(First), Here(Substitute)], body); // the last day is included
        Refused.By<MeetingNoQuorum>(() => Settle(by: body));
        Assert.Equal(2, body.VotesAmong([Chair, First, Second, Substitute], Day(2026, 3, 2)));
        Assert.Equal(3, body.VotesAmong([Chair, First, Second, Substitute], Day(2026, 3, 1)));
    }

    [Fact]
    public void Whoever_leaves_and_comes_back_has_a_time_for_each()
    {
        Refused.By<MeetingAttendantTwice>(() => Attend(Here(First, until: 2), Here(First)));
        Refused.By<MeetingAttendantTwice>(() => Attend(new AttendanceDraft(First, false, null, null, null), Here(First, from: 2)));
        Refused.By<MeetingAttendanceTooLong>(() => Attend([.. Enumerable.Range(1, 501).Select(i => Here(First, from: i, until: i + 1))]));
        Attend(Here(Chair), Here(Vice), Here(Second), Here(First, until: 2), Here(First, from: 3));
        Assert.Equal([4, 3, 4], new[] { 1, 2, 3 }.Select(i => Settle(i).PresentIds.Count));
    }

    [Fact]
    public void What_is_settled_is_not_contradicted_by_a_later_list_nor_is_who_served_for_whom()
    {
        AttendanceDraft[] list = [Here(Chair), Here(Second), Here(Substitute, serving: First)];
        Attend(list);
        Settle(1, Approved with { Dissents = [new(Second, "")] });
        Assert.Equal((1, 1), Refused.By<MeetingAttendanceContradicts>(() => Attend(Here(Chair), Here(Substitute, serving: First))) is var one ? (one.Item, one.Paragraph) : default);
        Refused.By<MeetingAttendanceContradicts>(() => Attend(Here(Chair), Here(Second), Here(Substitute, serving: Third)));
        Attend([.. list, Here(Third, from: 2)]);
        Assert.Equal(4, Settle(2).PresentIds.Count);
    }

    [Fact]
    public void Those_who_vote_move_proposals_and_take_part_in_what_they_have_moved()
    {
        Attend(Here(Chair), Here(Second), Here(First), Here(Secretary));
        Refused.By<MeetingProposalWithoutVote>(() => Propose(Secretary));
        Refused.By<MeetingProposalWithoutVote>(() => Propose(Third));
        Refused.By<MeetingProposalInvalid>(() => Propose(First, " "));
        Propose(First, " Att återremittera. ");
        Propose(Second);
        Refused.By<MeetingAttendanceContradicts>(() => Attend(Here(Chair), Here(Second), Here(Third)));
        _meeting.Recuse(101, Second, "Närstående");
        Assert.Equal((First, "Att återremittera."), Assert.Single(_meeting.Items[0].Proposals) is var moved ? (moved.PersonId, moved.Text) : default); // whoever is kept out has moved nothing
    }

    [Theory]
    [InlineData("FFA", null)]
    [InlineData("FF", "MEETING_OPEN_VOTE_INVALID")]
    [InlineData("FAA", "MEETING_OPEN_VOTE_INVALID")]
    [InlineData("FFAF", "MEETING_OPEN_VOTE_INVALID")]
    public void An_open_vote_names_each_voter_once_and_comes_to_the_count(string choices, string? code)
    {
        Attend(Here(Chair), Here(First), Here(Second), Here(Secretary));
        var each = choices.Select((c, i) => new CastVote(new[] { Chair, First, Second, Secretary }[i], c == 'F' ? VoteChoice.For : VoteChoice.Against)).ToList();
        void Vote() => Settle(1, Approved with { Votes = new(2, 1, 0, false, each) });
        if (code is null) Vote();
        else Assert.Equal(code, Assert.Single(Refused.ByAll(Vote)).Code);
    }

    [Fact]
    public void An_advising_body_gives_its_opinion_and_decides_nothing_of_its_own_either()
    {
        Attend(Here(Chair), Here(First), Here(Second));
        var council = TheBody(BodyKind.Council);
        foreach (var outcome in new[] { ItemOutcome.Approved, ItemOutcome.Rejected }) Refused.By<DecisionBodyCannotDecide>(() => Settle(1, Approved with { Outcome = outcome }, council));
        Refused.By<MeetingRulingMissing>(() => Settle(1, Approved with { Outcome = ItemOutcome.Opinion, Ruling = "" }, council));
        Assert.Equal("Rådet tillstyrker.", Settle(1, Approved with { Outcome = ItemOutcome.Opinion, Ruling = " Rådet tillstyrker. " }, council).Ruling);
    }

    [Fact]
    public void A_secretary_votes_only_where_the_instruction_says_so_and_never_in_an_elected_body()
    {
        Assert.False(_body.IsMember(Secretary, Day(2026, 3, 2)));
        SeatDetails Seat(MembershipRole role, bool votes) => new(50, "Sekreterare", role, Day(2026, 1, 1), Votes: votes);
        Refused.By<MembershipVoteUnfit>(() => TheBody(BodyKind.ExecutiveBoard).AddMember(Seat(MembershipRole.Secretary, true)));
        Refused.By<MembershipVoteUnfit>(() => _body.AddMember(Seat(MembershipRole.Adjunct, true)));
        Refused.By<MembershipVoteUnfit>(() => _body.AddMember(Seat(MembershipRole.Member, false)));
        Assert.True(_body.AddMember(Seat(MembershipRole.Secretary, true)).Votes);
        Assert.Equal((1, 0), (_body.VotesAmong([50], Day(2026, 3, 2)), _body.VotesAmong([Secretary], Day(2026, 3, 2))));
    }
}
