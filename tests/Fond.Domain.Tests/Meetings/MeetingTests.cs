using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Meetings;

public sealed class MeetingTests
{
    private const long Chair = 1, Secretary = 2, First = 3, Second = 4, Adjunct = 5, Outsider = 6, Substitute = 7, Other = 8;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = Day(2026, 3, 2);
    private static readonly Settlement Approved = new(ItemOutcome.Approved, "Styrgruppen godkänner planen.", "", null, null, [], []);

    private readonly Body _body = TheBody();
    private int _paragraph = 11;

    private static Body TheBody()
    {
        var body = new Body(new("Styrgruppen", BodyKind.SteeringGroup, "Motala", null, 3));
        foreach (var (person, role) in new[] { (Chair, MembershipRole.Chair), (Secretary, MembershipRole.Secretary), (First, MembershipRole.Member), (Second, MembershipRole.Member), (Adjunct, MembershipRole.Adjunct), (Substitute, MembershipRole.Substitute), (Other, MembershipRole.Substitute) })
            body.AddMember(new(person, $"Funktion {person}", role, Day(2021, 1, 1), Votes: role == MembershipRole.Secretary ? true : null));
        return body;
    }

    private static Meeting Draft(params long?[] cases)
    {
        var meeting = new Meeting(9, new(Start, " Rådhuset ", false));
        foreach (var (about, i) in cases.Select((c, i) => (c, i))) meeting.AddItem(new(about, $"Ärende {i + 1}", "", "", [], [])).WithId(100 + i);
        return meeting;
    }

    private Meeting InSession(params long?[] cases)
    {
        var meeting = Draft(cases);
        meeting.Call(Start.AddDays(-7));
        meeting.Open(Start, Today);
        meeting.Attend([Here(Chair), Here(Secretary), Here(First), Here(Second), Here(Adjunct)], _body);
        return meeting;
    }

    private static AttendanceDraft Here(long person, int? from = null, int? until = null) => new(person, true, null, from, until);

    private AgendaItem Settle(Meeting meeting, Settlement settlement, long item = 100, params long[] heldOut) => meeting.Settle(item, settlement, _body, heldOut.ToHashSet(), () => ++_paragraph);

    [Fact]
    public void The_day_is_the_one_in_Sweden()
    {
        Assert.Equal(Day(2026, 3, 2), new Meeting(9, new(new(2026, 3, 1, 23, 30, 0, TimeSpan.Zero), "Rådhuset", false)).HeldOn);
        Refused.By<MeetingPlaceInvalid>(() => _ = new Meeting(9, new(Start, " ", false)));
    }

    [Fact]
    public void The_agenda_is_numbered_in_order_and_has_no_gap_when_an_item_is_taken_off()
    {
        var meeting = Draft(null, 7, null);
        meeting.RemoveItem(100);
        Assert.Equal([("Ärende 2", 1), ("Ärende 3", 2)], meeting.Items.Select(i => (i.Title, i.Number)));
        Refused.By<MeetingCaseTwice>(() => meeting.AddItem(new(7, "Igen", "", "", [], [])));
        Refused.By<MeetingItemTitleInvalid>(() => meeting.AddItem(new(null, "En\nrad", "", "", [], [])));
    }

    [Fact]
    public void Members_are_called_to_something_and_before_it_begins()
    {
        Refused.By<MeetingAgendaEmpty>(() => Draft().Call(Start.AddDays(-7)));
        Refused.By<MeetingStartPast>(() => Draft(7).Call(Start));
        var meeting = Draft(7);
        meeting.Call(Start.AddDays(-7));
        Refused.By<MeetingWrongState>(() => meeting.Change(new(Start, "Annanstans", false)));
        Refused.By<MeetingWrongState>(() => meeting.RemoveItem(100));
        Refused.By<MeetingNotYet>(() => meeting.Open(Start, Today.AddDays(-1)));
        Assert.Equal(2, meeting.AddItem(new(null, "Extra ärende", "", "", [], [])).Number);
    }

    [Fact]
    public void Attendance_lists_each_seat_once_and_nobody_without_one()
    {
        var meeting = InSession(7);
        Refused.By<MeetingAttendantTwice>(() => meeting.Attend([Here(Chair), Here(Chair)], _body));
        Refused.By<MeetingAttendantNotMember>(() => meeting.Attend([Here(Outsider)], _body));
        Refused.By<MeetingAttendanceReversed>(() => meeting.Attend([Here(Chair, from: 3, until: 3)], _body));
        Assert.Equal(5, meeting.Attendance.Count);
    }

    [Fact]
    public void Whoever_is_there_takes_part_from_the_item_that_they_came_to_until_the_one_that_they_left_at()
    {
        var meeting = InSession(null, null, null);
        meeting.Attend([Here(Chair), Here(Secretary), Here(First, until: 2), Here(Second, from: 2)], _body);
        Assert.Equal([Chair, Secretary, First], Settle(meeting, Approved).PresentIds);
        Assert.Equal([Chair, Secretary, Second], Settle(meeting, Approved, 101).PresentIds);
        Assert.Equal([1, 2], Refused.ByAll(() => meeting.Attend([Here(Chair)], _body)).Cast<MeetingAttendanceContradicts>().Select(r => r.Item)); // what has been settled stays
        meeting.Attend([Here(Chair), Here(Secretary, until: 3), Here(First, until: 2), Here(Second, from: 2, until: 3)], _body);
        Assert.Equal([Chair, Secretary, First], meeting.Items[0].PresentIds);
        Assert.Equal((1, 3), (Refused.By<MeetingNoQuorum>(() => Settle(meeting, Approved, 102)).Voting, _body.Quorum));
    }

    [Fact]
    public void A_substitute_votes_for_an_absent_member_whom_nobody_else_serves_for()
    {
        var meeting = InSession(7);
        AttendanceDraft Serving(long person, long member) => new(person, true, member, null, null);
        Refused.By<MeetingSubstituteInvalid>(() => meeting.Attend([Here(First), Serving(Substitute, First)], _body)); // is there
        Refused.By<MeetingSubstituteInvalid>(() => meeting.Attend([Serving(Adjunct, First)], _body)); // is no substitute
        Refused.By<MeetingSubstituteInvalid>(() => meeting.Attend([Serving(Substitute, Adjunct)], _body)); // has no vote to give
        Refused.By<MeetingSubstituteInvalid>(() => meeting.Attend([Serving(Substitute, First), Serving(Other, First)], _body));
        meeting.Attend([Here(Chair), Here(Secretary), Here(Substitute)], _body);
        Assert.Equal(2, Refused.By<MeetingNoQuorum>(() => Settle(meeting, Approved)).Voting); // serves for nobody
        meeting.Attend([Here(Chair), Here(Secretary), Serving(Substitute, First)], _body);
        Assert.Equal([Chair, Secretary, Substitute], Settle(meeting, Approved with { Votes = new(3, 0, 0, false), Dissents = [new(Substitute, "")] }).PresentIds);
    }

    [Fact]
    public void Adjuncts_and_those_with_a_conflict_do_not_count_for_the_quorum()
    {
        var meeting = InSession(7, null);
        meeting.Attend([Here(Chair), Here(Secretary), Here(First), Here(Adjunct)], _body);
        Assert.Equal(2, Refused.By<MeetingNoQuorum>(() => Settle(meeting, Approved, 100, First)).Voting);
        Assert.Contains(First, Settle(meeting, Approved, 101).PresentIds); // held out of that item alone
    }

    [Fact]
    public void Whoever_is_held_out_is_in_the_minutes_as_such_and_takes_no_part()
    {
        var meeting = InSession(7);
        meeting.Recuse(100, Adjunct, "Arbetar hos sökanden");
        Refused.By<MeetingAlreadyRecused>(() => meeting.Recuse(100, Adjunct, "Igen"));
        Refused.By<MeetingRecusalGroundMissing>(() => meeting.Recuse(100, First, " "));
        var item = Settle(meeting, Approved, 100, Second, Outsider);
        Assert.Equal([Chair, Secretary, First], item.PresentIds);
        Assert.Equal([Adjunct, Second], item.Recusals.Select(r => r.PersonId));
    }

    [Fact]
    public void Paragraphs_are_numbered_as_items_are_settled_and_a_refused_one_uses_no_number_up()
    {
        var meeting = InSession(null, null);
        Assert.Equal(12, Settle(meeting, Approved, 101).Paragraph);
        Refused.By<MeetingRulingMissing>(() => Settle(meeting, Approved with { Ruling = "–" }));
        Assert.Equal(13, Settle(meeting, Approved).Paragraph);
        Assert.Equal(12, Refused.By<MeetingItemSettled>(() => Settle(meeting, Approved, 101)).Paragraph);
    }

    [Fact]
    public void What_is_referred_back_says_what_is_missing_and_what_is_referred_says_where()
    {
        var meeting = InSession(7, 8, 9);
        Refused.By<MeetingMissingMissing>(() => Settle(meeting, Approved with { Outcome = ItemOutcome.ReferredBack }));
        Refused.By<MeetingReferralInvalid>(() => Settle(meeting, Approved with { Outcome = ItemOutcome.Referred }));
        Refused.By<MeetingReferralInvalid>(() => Settle(meeting, Approved with { ReferredToId = 3 }));
        Assert.Equal("Barnkonsekvensanalys", Settle(meeting, Approved with { Outcome = ItemOutcome.ReferredBack, Missing = " Barnkonsekvensanalys " }).Missing);
        Assert.Equal(3, Settle(meeting, Approved with { Outcome = ItemOutcome.Referred, ReferredToId = 3 }, 101).ReferredToId);
    }

    [Theory]
    [InlineData(3, 1, 0, false, null)]
    [InlineData(2, 2, 0, true, null)]
    [InlineData(2, 1, 0, false, "MEETING_VOTES_MISCOUNTED")]
    [InlineData(5, 0, 0, false, "MEETING_VOTES_MISCOUNTED")]
    [InlineData(5, -1, 0, false, "MEETING_VOTES_MISCOUNTED")]
    [InlineData(1, 3, 0, false, "MEETING_VOTE_LOST")]
    [InlineData(2, 2, 0, false, "MEETING_CASTING_VOTE_INVALID")]
    [InlineData(3, 1, 0, true, "MEETING_CASTING_VOTE_INVALID")]
    public void A_vote_counts_every_voter_once_and_the_chair_decides_when_it_is_even(int @for, int against, int abstained, bool casting, string? code)
    {
        var meeting = InSession(7);
        void Vote() => Settle(meeting, Approved with { Votes = new(@for, against, abstained, casting) });
        if (code is null) Vote();
        else Assert.Equal(code, Assert.Single(Refused.ByAll(Vote)).Code);
    }

    [Fact]
    public void Only_those_who_took_part_dissent_or_have_a_note_taken()
    {
        var meeting = InSession(7);
        meeting.Attend([Here(Chair), Here(Secretary), Here(First), Here(Adjunct)], _body);
        Refused.By<MeetingRemarkByAbsent>(() => Settle(meeting, Approved with { Dissents = [new(Second, "Nej")] }));
        Refused.By<MeetingDissentWithoutVote>(() => Settle(meeting, Approved with { Dissents = [new(Adjunct, "Nej")] }));
        Refused.By<MeetingRemarkEmpty>(() => Settle(meeting, Approved with { Notes = [new(Adjunct, " ")] }));
        var item = Settle(meeting, Approved with { Dissents = [new(First, "")], Notes = [new(Adjunct, " Viktigt ")] });
        Assert.Equal((First, "Viktigt"), (item.Dissents[0].PersonId, item.Notes[0].Text));
    }

    [Fact]
    public void A_meeting_ends_when_every_item_is_settled_and_what_cannot_be_taken_up_is_dropped()
    {
        var meeting = InSession(7, null);
        Settle(meeting, Approved);
        Assert.Equal("2", Refused.By<MeetingItemsOpen>(() => meeting.Close(Start)).Numbers);
        meeting.Attend([Here(Chair, until: 2), Here(Secretary, until: 2), Here(First, until: 2), Here(Second, until: 2), Here(Adjunct, until: 2)], _body);
        Settle(meeting, new(ItemOutcome.Dropped, "", "", null, null, [], []), 101);
        meeting.Close(Start);
        Refused.By<MeetingWrongState>(() => meeting.Attend([], _body));
    }

    [Fact]
    public void What_can_happen_when_follows_the_drawn_machine() => Assert.Equal(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "machines", "meeting.mmd")).Trim(),
        MeetingLife.Diagram().Trim(), ignoreLineEndingDifferences: true);
}
