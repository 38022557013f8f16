using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Meetings;

public sealed class MinutesTests
{
    private const long Chair = 1, Vice = 2, First = 3, Adjunct = 4;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly MetOn = Day(2026, 3, 2);
    private static readonly MinutesFiles Files = new("a", "b", "c", "d");

    private static Body TheBody()
    {
        var body = new Body(new("Styrgruppen", BodyKind.SteeringGroup, "Motala", null, 1));
        foreach (var (person, role) in new[] { (Chair, MembershipRole.Chair), (Vice, MembershipRole.ViceChair), (First, MembershipRole.Member), (Adjunct, MembershipRole.Adjunct) })
            body.AddMember(new(person, $"Funktion {person}", role, Day(2021, 1, 1)));
        return body;
    }

    private static Minutes Drafted(long[] present, params long[] approvers) => new(Held(present), TheBody(), approvers);

    private static Meeting Held(params long[] present) => Held(TheBody(), [.. present.Select(p => new AttendanceDraft(p, true, null, null, null))]);

    private static Meeting Held(Body body, IReadOnlyList<AttendanceDraft> attendance)
    {
        var meeting = new Meeting(9, new(Start, "Rådhuset", false));
        meeting.AddItem(new(null, "Ärende", "", "", [], [])).WithId(100);
        meeting.Call(Start.AddDays(-7));
        meeting.Open(Start, MetOn);
        meeting.Attend(attendance, body);
        meeting.Settle(100, new(ItemOutcome.Dropped, "", "", null, null, [], []), body, new HashSet<long>(), () => 1);
        meeting.Close(Start);
        return meeting;
    }

    private static Minutes Approved(DateOnly on)
    {
        var minutes = Drafted([Chair, First], First);
        minutes.Sign(First, Now, MetOn);
        Assert.True(minutes.Sign(Chair, Now, on));
        minutes.Approve(Files);
        return minutes;
    }

    [Fact]
    public void Whoever_presided_approves_together_with_those_chosen()
    {
        Assert.Equal([Chair, First], Drafted([Chair, Vice, First], First).ApproverIds);
        Assert.Equal([Vice, First], Drafted([Vice, First], First).ApproverIds);
        Assert.Contains(Refused.ByAll(() => Drafted([First], First)), r => r is MinutesChairMissing);
        Refused.By<MinutesApproverMissing>(() => Drafted([Chair, First]));
        foreach (var wrong in new[] { Chair, Vice, Adjunct }) Refused.By<MinutesApproverInvalid>(() => Drafted([Chair, First, Adjunct], wrong)); // presided, was not there, has no vote
        Refused.By<MinutesApproverInvalid>(() => Drafted([Chair, First], First, First));
    }

    [Fact]
    public void Each_approves_once_and_nobody_else_does()
    {
        var minutes = Drafted([Chair, Vice, First], First);
        Refused.By<MinutesNotApprover>(() => minutes.Sign(Vice, Now, MetOn));
        Assert.False(minutes.Sign(First, Now, MetOn));
        Refused.By<MinutesAlreadyApproved>(() => minutes.Sign(First, Now, MetOn));
        Assert.Throws<InvalidOperationException>(() => minutes.Approve(Files));
        Refused.By<MinutesWrongState>(() => minutes.Announce("Kansliet", BodyKind.SteeringGroup, MetOn));
        Assert.Equal([Chair], minutes.Awaited);
    }

    [Fact]
    public void A_substitute_who_served_in_a_seat_that_nobody_holds_may_approve()
    {
        const long Substitute = 5, Empty = 900;
        var body = TheBody();
        body.AddMember(new(Substitute, "Ersättare", MembershipRole.Substitute, Day(2021, 1, 1)));
        body.AddMember(new(null, "Obesatt", MembershipRole.Member, Day(2021, 1, 1))).WithId(Empty);
        Meeting In(long? seat) => Held(body, [new(Chair, true, null, null, null), new(Substitute, true, null, null, null, seat)]);
        Assert.Equal([Chair, Substitute], new Minutes(In(Empty), body, [Substitute]).ApproverIds);
        Refused.By<MinutesApproverInvalid>(() => new Minutes(In(null), body, [Substitute])); // was there without a vote
    }

    [Fact]
    public void Whoever_cannot_approve_is_replaced_by_somebody_who_was_there_and_voted_and_the_minutes_are_approved_all_the_same()
    {
        var (meeting, body) = (Held(Chair, Vice, First, Adjunct), TheBody());
        var minutes = new Minutes(meeting, body, [First]);
        minutes.Sign(First, Now, MetOn);
        void Replace(long person, long by, string reason = "Sjuk") => minutes.Replace(new(person, by, reason, MetOn), meeting, body);
        Refused.By<MinutesApproverNotAwaited>(() => Replace(First, Vice)); // has approved
        Refused.By<MinutesReplacementReasonInvalid>(() => Replace(Chair, Vice, " "));
        foreach (var wrong in new[] { First, Adjunct, 99 }) Refused.By<MinutesApproverInvalid>(() => Replace(Chair, wrong)); // approves already, has no vote, was not there
        Replace(Chair, Vice, " Sjuk ");
        Assert.Equal([Vice, First], minutes.ApproverIds);
        Assert.Equal("Sjuk", minutes.Replacements[0].Reason);
        Refused.By<MinutesNotApprover>(() => minutes.Sign(Chair, Now, MetOn));
        Assert.True(minutes.Sign(Vice, Now, MetOn));
        minutes.Approve(Files);
        Refused.By<MinutesWrongState>(() => Replace(Vice, Chair));
    }

    [Fact]
    public void The_law_sets_the_last_day_of_each_step()
    {
        var minutes = Approved(Day(2026, 3, 13)); // a Friday
        Assert.Equal((Day(2026, 3, 16), Day(2026, 3, 13), Day(2026, 3, 16)), (minutes.ApproveBy, minutes.ApprovedOn!.Value, minutes.AnnounceBy!.Value));
        Refused.By<MinutesPlaceMissing>(() => minutes.Announce(" ", BodyKind.SteeringGroup, Day(2026, 3, 16)));
        minutes.Announce("Kansliet", BodyKind.SteeringGroup, Day(2026, 3, 16));
        Assert.Equal((Day(2026, 4, 7), Day(2026, 4, 8)), (minutes.ReviewUntil!.Value, minutes.FinalOn!.Value)); // three weeks end on Easter Monday
        Assert.Equal([false, true], new[] { Day(2026, 4, 7), Day(2026, 4, 8) }.Select(minutes.IsFinalOn));
    }

    [Fact]
    public void What_an_advising_body_says_is_announced_as_long_and_no_court_reviews_it()
    {
        var minutes = Approved(Day(2026, 3, 13));
        minutes.Announce("Kansliet", BodyKind.Council, Day(2026, 3, 16));
        Assert.Equal((Day(2026, 4, 7), null, null), (minutes.UpUntil, minutes.ReviewUntil, minutes.AllFinalOn));
        Refused.By<LegalityReviewOfAdvice>(() => minutes.RecordReview(new(1, "Mål 1-26", Day(2026, 3, 20)), BodyKind.Council, [1], Day(2026, 3, 20)));
        Assert.Equal(Day(2026, 4, 7), minutes.NextWake(Day(2026, 3, 17)));
        minutes.TakeDown(Day(2026, 4, 8));
    }

    [Fact]
    public void Minutes_of_an_advising_body_take_no_review_though_they_were_once_given_days_for_it()
    {
        var old = Approved(Day(2026, 3, 13));
        old.Announce("Kansliet", BodyKind.SteeringGroup, Day(2026, 3, 16));
        Assert.NotNull(old.ReviewUntil);
        Refused.By<LegalityReviewOfAdvice>(() => old.RecordReview(new(1, "Mål 1-26", Day(2026, 3, 20)), BodyKind.Council, [1], Day(2026, 3, 20)));
    }

    [Fact]
    public void What_a_court_has_let_stand_is_final_from_the_day_of_its_ruling_and_what_it_has_repealed_never()
    {
        var minutes = Approved(Day(2026, 3, 13));
        minutes.Announce("Kansliet", BodyKind.SteeringGroup, Day(2026, 3, 16));
        var (asked, ruled) = (Day(2026, 3, 20), Day(2026, 9, 1));
        minutes.RecordReview(new(1, "Mål 1-26", asked), BodyKind.SteeringGroup, [1, 2], asked);
        Assert.Equal((null, null, Day(2026, 4, 8)), (minutes.AllFinalOn, minutes.FinalOnOf(1), minutes.FinalOnOf(2)));
        minutes.EndReview("Mål 1-26", ReviewOutcome.Upheld, ruled, ruled);
        Assert.Equal((ruled, ruled), (minutes.AllFinalOn, minutes.FinalOnOf(1)));
        minutes.RecordReview(new(2, "Mål 2-26", asked), BodyKind.SteeringGroup, [1, 2], asked);
        minutes.EndReview("Mål 2-26", ReviewOutcome.Repealed, ruled, ruled);
        Assert.Equal((null, ruled, null), (minutes.AllFinalOn, minutes.FinalOnOf(1), minutes.FinalOnOf(2)));
        Assert.Equal([false, true], new[] { 1, 2 }.Select(minutes.IsRepealed));
    }

    [Fact]
    public void Time_wakes_it_before_and_at_the_end_of_each_limit()
    {
        var minutes = Drafted([Chair, First], First);
        Assert.Equal([Day(2026, 3, 13), Day(2026, 3, 16), null], new DateOnly?[] { minutes.NextWake(MetOn), minutes.NextWake(Day(2026, 3, 14)), minutes.NextWake(Day(2026, 3, 17)) });
        Assert.Equal([false, true], new[] { Day(2026, 3, 16), Day(2026, 3, 17) }.Select(minutes.IsOverdue));
        var approved = Approved(Day(2026, 3, 13));
        Assert.Equal(Day(2026, 3, 16), approved.NextWake(Day(2026, 3, 13)));
        Assert.True(approved.IsOverdue(Day(2026, 3, 17)));
        approved.Announce("Kansliet", BodyKind.SteeringGroup, Day(2026, 3, 17));
        Assert.Equal(approved.ReviewUntil, approved.NextWake(Day(2026, 3, 17)));
        Assert.Throws<InvalidOperationException>(() => approved.TakeDown(approved.ReviewUntil!.Value));
        approved.TakeDown(approved.FinalOn!.Value);
        Assert.Equal(MinutesState.Final, approved.State);
    }

    [Fact]
    public void What_can_happen_when_follows_the_drawn_machine() => Assert.Equal(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "machines", "minutes.mmd")).Trim(),
        MinutesLife.Diagram().Trim(), ignoreLineEndingDifferences: true);
}
