using Fond.Domain.Consultations;
using Fond.Domain.Registry;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Consultations;

public sealed class ConsultationTests
{
    private static readonly DateOnly LastDay = Day(2020, 1, 31);
    private static readonly DateOnly Before = Day(2019, 10, 7);
    private static readonly DateOnly After = Day(2020, 2, 1);

    private static readonly ConsultationDraft Draft = new(
        null, 3, null, "Program för social hållbarhet", "KS 2019/0464", "Kommunstyrelsen önskar er syn på förslaget.",
        ["Är målen de rätta?", "Vad saknas?"], [10, 11, 12], LastDay);

    private static readonly StatementDraft Statement = new(Stance.SupportsInPart, [" Ja ", "Uppföljning"], "");

    private static Consultation Sent()
    {
        var consultation = new Consultation(Draft);
        consultation.Send(Now, Before);
        return consultation;
    }

    private static Consultation Closed()
    {
        var consultation = Sent();
        consultation.Close(Now, After);
        return consultation;
    }

    private static Consultation Withdrawn()
    {
        var consultation = Sent();
        consultation.Withdraw("Skäl", Now);
        return consultation;
    }

    [Fact]
    public void A_draft_can_be_rewritten_and_keeps_the_bodies_that_stay()
    {
        var consultation = new Consultation(Draft);
        var kept = consultation.Requests[1];
        consultation.Change(Draft with { Title = "Ny rubrik", BodyIds = [11, 13] });
        Assert.Equal("Ny rubrik", consultation.Title);
        Assert.Equal([11L, 13], consultation.Requests.Select(r => r.BodyId));
        Assert.Same(kept, consultation.Requests[0]);
    }

    [Fact]
    public void A_draft_with_faults_is_told_all_of_them()
    {
        var refusals = Refused.ByAll(() => _ = new Consultation(
            Draft with { Title = "", ProgrammeId = null, Questions = ["Vad?", " "], BodyIds = [10, 11, 10] }));
        Assert.Equal(
            ["CONSULTATION_TITLE_INVALID title", "CONSULTATION_SUBJECT_MISSING ", "CONSULTATION_QUESTION_EMPTY questions/1", "CONSULTATION_BODY_REPEATED bodyIds/2"],
            refusals.Select(r => $"{r.Code} {string.Join('/', r.Path)}"));
    }

    [Fact]
    public void What_cannot_be_sent_says_why()
    {
        var consultation = new Consultation(Draft with { CaseNumber = "", Letter = " ", Questions = [], BodyIds = [] });
        Assert.Equal(
            ["CONSULTATION_CASE_NUMBER_MISSING", "CONSULTATION_LETTER_MISSING", "CONSULTATION_QUESTION_MISSING", "CONSULTATION_BODY_MISSING", "CONSULTATION_LAST_DAY_PAST"],
            Refused.ByAll(() => consultation.Send(Now, After)).Select(r => r.Code));
        Assert.Equal(ConsultationState.Draft, consultation.State);
        Assert.Null(consultation.SentAt);
    }

    [Fact]
    public void It_is_not_sent_under_the_number_of_a_case_that_it_is_not_about()
    {
        Refused.By<MatterClosed>(() => new Consultation(Draft).Send(Now, Before, isOfClosedMatter: true));
        Assert.Equal(Draft.CaseNumber, Refused.By<ConsultationOfOtherCase>(() => new Consultation(Draft).Send(Now, Before, isOfOtherCase: true)).CaseNumber);
        new Consultation(Draft).Send(Now, Before);
    }

    [Fact]
    public void It_can_be_sent_up_to_its_last_day()
    {
        var consultation = new Consultation(Draft);
        Assert.Equal(LastDay, Refused.By<ConsultationLastDayPast>(() => consultation.Send(Now, After)).LastDay);
        consultation.Send(Now, LastDay);
        Assert.Equal((ConsultationState.Sent, Now), (consultation.State, consultation.SentAt));
    }

    [Fact]
    public void Two_answer_in_time_and_the_rest_are_overdue_when_the_day_has_passed()
    {
        var consultation = Sent();
        consultation.Answer(10, Statement, 5, Now, Before);
        consultation.Answer(11, Statement, 6, Now, LastDay);
        Assert.Equal([RequestStatus.Answered, RequestStatus.Answered, RequestStatus.Waiting], Statuses(consultation, LastDay));
        Assert.Equal([RequestStatus.Answered, RequestStatus.Answered, RequestStatus.Overdue], Statuses(consultation, After));
    }

    [Fact]
    public void A_late_answer_is_kept_and_stays_late()
    {
        var consultation = Sent();
        var request = consultation.Answer(12, Statement, 5, Now, After);
        Assert.Equal(RequestStatus.AnsweredLate, request.StatusOn(After, consultation.LastDay));
        Assert.Equal(["Ja", "Uppföljning"], request.Statement!.Answers);
        Assert.Equal((Stance.SupportsInPart, After, 5L, Now), (request.Statement.Stance, request.Statement.ReceivedOn, request.Statement.GivenById, request.Statement.ReceivedAt));
    }

    [Fact]
    public void A_body_that_was_not_asked_cannot_answer() =>
        Refused.By<ConsultationBodyNotAsked>(() => Sent().Answer(99, Statement, 5, Now, Before));

    [Fact]
    public void A_second_answer_is_refused_and_the_first_stays()
    {
        var consultation = Sent();
        var first = consultation.Answer(10, Statement, 5, Now, Before).Statement;
        Refused.By<ConsultationAlreadyAnswered>(() => consultation.Answer(10, Statement with { Stance = Stance.Objects }, 5, Now, Before));
        Assert.Same(first, consultation.Requests[0].Statement);
    }

    [Fact]
    public void Each_question_needs_its_answer()
    {
        var consultation = Sent();
        var refusals = Refused.ByAll(() => consultation.Answer(10, Statement with { Answers = [" "] }, 5, Now, Before));
        Assert.Equal(["answers/0", "answers/1"], refusals.Select(r => string.Join('/', Assert.IsType<ConsultationAnswerMissing>(r).Path)));
        Refused.By<ConsultationAnswersTooMany>(() => consultation.Answer(10, Statement with { Answers = ["a", "b", "c"] }, 5, Now, Before));
        Assert.Null(consultation.Requests[0].Statement);
    }

    [Fact]
    public void It_closes_when_all_have_answered_or_the_day_has_passed()
    {
        var consultation = Sent();
        consultation.Answer(10, Statement, 5, Now, Before);
        consultation.Answer(11, Statement, 5, Now, Before);
        var refusal = Refused.By<ConsultationStillOpen>(() => consultation.Close(Now, LastDay));
        Assert.Equal((1, LastDay), (refusal.Waiting, refusal.LastDay));
        consultation.Answer(12, Statement, 5, Now, Before);
        consultation.Close(Now, Before);
        Assert.Equal((ConsultationState.Closed, Now), (consultation.State, consultation.ClosedAt));
        Assert.Equal(ConsultationState.Closed, Closed().State);
    }

    [Fact]
    public void A_statement_is_taken_late_for_so_long_and_no_longer()
    {
        var consultation = Sent();
        Assert.Equal(LastDay.AddDays(14), Refused.By<ConsultationTooLate>(() => consultation.Answer(10, Statement, 5, Now, LastDay.AddDays(15))).Until);
        Assert.Equal(RequestStatus.AnsweredLate, consultation.StatusOf(consultation.Answer(10, Statement, 5, Now, LastDay.AddDays(14)), After));
    }

    [Fact]
    public void One_body_is_given_more_time_and_the_others_keep_their_day()
    {
        var consultation = Sent();
        var longer = LastDay.AddDays(10);
        consultation.AskForTime(11, new(longer, " Nämnden möts först då. ", 6, Now), LastDay);
        Assert.Equal("Nämnden möts först då.", consultation.Requests[1].Wanted!.Reason);
        Refused.By<ConsultationExtensionNotLater>(() => consultation.Extend(new(11, LastDay, "Skäl", 5, Now), LastDay));
        Refused.By<ConsultationReasonMissing>(() => consultation.Extend(new(11, longer, " ", 5, Now), LastDay));
        Refused.By<ConsultationBodyNotAsked>(() => consultation.Extend(new(99, longer, "Skäl", 5, Now), LastDay));
        consultation.Extend(new(11, longer, "Begärd", 5, Now), LastDay);
        Assert.Null(consultation.Requests[1].Wanted);
        Assert.Equal([RequestStatus.Overdue, RequestStatus.Waiting, RequestStatus.Overdue], consultation.Requests.Select(r => consultation.StatusOf(r, After)));
        Assert.Equal(longer, Refused.By<ConsultationStillOpen>(() => consultation.Close(Now, After)).LastDay);
        consultation.Answer(11, Statement, 6, Now, longer);
        Assert.Equal(RequestStatus.Answered, consultation.StatusOf(consultation.Requests[1], longer));
    }

    [Fact]
    public void More_time_after_the_end_has_it_wait_again_and_end_anew()
    {
        var (consultation, longer, later) = (Sent(), Day(2020, 2, 10), Now.AddDays(20));
        Assert.False(consultation.Extend(new(10, LastDay.AddDays(1), "Begärd", 5, Now), LastDay));
        Assert.True(consultation.Conclude(Now, Day(2020, 2, 2)));
        Assert.True(consultation.Extend(new(11, longer, "Begärd", 5, Now), Day(2020, 2, 2)));
        Assert.Null(consultation.OverAt);
        Assert.False(consultation.Conclude(Now, longer));
        Assert.True(consultation.Conclude(later, longer.AddDays(1)));
        Assert.Equal(later, consultation.OverAt);
    }

    [Fact]
    public void It_stays_over_when_more_time_is_given_and_all_have_answered()
    {
        var consultation = Sent();
        foreach (var body in new[] { 10, 11, 12 }) consultation.Answer(body, Statement, 5, Now, Before);
        Assert.True(consultation.Conclude(Now, Before));
        Assert.False(consultation.Extend(new(null, Day(2020, 3, 1), "Helgerna", 5, Now), Before));
        Assert.Equal(Now, consultation.OverAt);
    }

    [Fact]
    public void More_time_for_all_takes_none_from_anybody_and_makes_no_late_statement_timely()
    {
        var consultation = Sent();
        consultation.Answer(10, Statement, 5, Now, After);
        consultation.Extend(new(11, Day(2020, 4, 1), "Begärd", 5, Now), After);
        consultation.Extend(new(null, Day(2020, 3, 1), "Helgerna", 5, Now), After);
        Assert.Equal([Day(2020, 3, 1), Day(2020, 4, 1), Day(2020, 3, 1)], consultation.Requests.Select(consultation.LastDayOf));
        Assert.Equal(RequestStatus.AnsweredLate, consultation.StatusOf(consultation.Requests[0], After));
        Assert.Equal(["Begärd", "Helgerna"], consultation.Extensions.Select(e => e.Reason));
    }

    [Fact]
    public void Each_is_reminded_once_and_those_who_have_answered_never()
    {
        var consultation = Sent();
        var reminder = LastDay.AddDays(-7);
        Assert.Equal(reminder, consultation.NextWake(Before));
        Assert.Empty(consultation.Remind(Now, reminder));
        consultation.Answer(10, Statement, 5, Now, Before);
        Assert.Equal([11L, 12], consultation.Remind(Now, reminder.AddDays(1)).Select(r => r.BodyId));
        Assert.Empty(consultation.Remind(Now, reminder.AddDays(1)));
        Assert.Equal(LastDay, consultation.NextWake(reminder.AddDays(1)));
        Assert.Equal(LastDay.AddDays(14), consultation.NextWake(After));
        Assert.Null(consultation.NextWake(LastDay.AddDays(15)));
    }

    [Fact]
    public void It_is_over_once_when_nobody_is_waited_for_and_spent_when_late_ones_are_not_either()
    {
        var consultation = Sent();
        Assert.False(consultation.Conclude(Now, LastDay));
        Assert.True(consultation.Conclude(Now, After));
        Assert.False(consultation.Conclude(Now, After));
        Assert.Equal((false, true), (consultation.IsSpent(LastDay.AddDays(14)), consultation.IsSpent(LastDay.AddDays(15))));
    }

    [Fact]
    public void What_others_have_said_is_hidden_from_a_body_until_it_has_answered_or_the_consultation_has_closed()
    {
        var consultation = Sent();
        var first = consultation.Answer(10, Statement, 5, Now, Before);
        IReadOnlySet<long> officer = new HashSet<long>(), own = new HashSet<long> { 10 }, other = new HashSet<long> { 11 }, both = new HashSet<long> { 10, 11 };
        Assert.Equal([true, true, false, true], new[] { officer, own, other, both }.Select(seats => consultation.Shows(first, seats)));
        Assert.Equal([true, true, false, false], new[] { officer, own, other, both }.Select(consultation.ShowsAll));
        consultation.Answer(11, Statement, 6, Now, Before);
        Assert.True(consultation.Shows(first, other));
        consultation.Close(Now, After);
        Assert.True(consultation.ShowsAll(new HashSet<long> { 12 }));
    }

    [Fact]
    public void What_is_withdrawn_has_a_reason_and_takes_no_more_statements()
    {
        var consultation = Sent();
        Refused.By<ConsultationReasonMissing>(() => consultation.Withdraw("-", Now));
        consultation.Withdraw("Förslaget arbetas om.", Now);
        Assert.Equal((ConsultationState.Withdrawn, "Förslaget arbetas om."), (consultation.State, consultation.WithdrawnBecause));
        Assert.Equal(ConsultationState.Withdrawn, Refused.By<ConsultationWrongState>(() => consultation.Answer(10, Statement, 5, Now, Before)).State);
        Assert.Null(consultation.NextWake(Before));
    }

    [Fact]
    public void A_group_has_a_name_and_bodies_each_once()
    {
        Assert.Equal(["REFERRAL_GROUP_NAME_MISSING", "CONSULTATION_BODY_REPEATED"], Refused.ByAll(() => _ = new ReferralGroup("Lund", " ", [1, 1])).Select(r => r.Code));
        Refused.By<ReferralGroupEmpty>(() => _ = new ReferralGroup("Lund", "Råden", []));
        Refused.By<ReferralGroupMunicipalityMissing>(() => _ = new ReferralGroup(" ", "Råden", [1]));
        var group = new ReferralGroup("Lund", "Råden", [1, 2]);
        var kept = group.Members[1];
        group.Change("Rådgivande organ", [2, 3]);
        Assert.Equal((2L, 3L, "Rådgivande organ"), (group.Members[0].BodyId, group.Members[1].BodyId, group.Name));
        Assert.Same(kept, group.Members[0]);
    }

    public static TheoryData<ConsultationState, ConsultationTrigger> EveryStateAndTrigger =>
        [.. Enum.GetValues<ConsultationState>().SelectMany(_ => Enum.GetValues<ConsultationTrigger>(), (state, trigger) => (state, trigger))];

    [Theory]
    [MemberData(nameof(EveryStateAndTrigger))]
    public void Each_state_permits_what_it_should(ConsultationState state, ConsultationTrigger trigger)
    {
        var consultation = state switch
        {
            ConsultationState.Draft => new Consultation(Draft),
            ConsultationState.Sent => Sent(),
            ConsultationState.Closed => Closed(),
            ConsultationState.Withdrawn => Withdrawn(),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        void Act()
        {
            if (trigger == ConsultationTrigger.Change) consultation.Change(Draft);
            else if (trigger == ConsultationTrigger.Send) consultation.Send(Now, Before);
            else if (trigger == ConsultationTrigger.Answer) consultation.Answer(10, Statement, 5, Now, Before);
            else if (trigger == ConsultationTrigger.Extend) consultation.Extend(new(null, Day(2020, 3, 1), "Skäl", 5, Now), Before);
            else if (trigger == ConsultationTrigger.Withdraw) consultation.Withdraw("Skäl", Now);
            else consultation.Close(Now, After);
        }

        var permitted = (state, trigger) is
            (ConsultationState.Draft, ConsultationTrigger.Change or ConsultationTrigger.Send) or
            (ConsultationState.Sent, ConsultationTrigger.Answer or ConsultationTrigger.Extend or ConsultationTrigger.Close or ConsultationTrigger.Withdraw);
        if (permitted) Act();
        else Assert.Equal(state, Refused.By<ConsultationWrongState>(Act).State);
    }

    [Fact]
    public void The_diagram_is_the_documented_one() => Assert.Equal(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "machines", "consultation.mmd")).Trim(),
        ConsultationLife.Diagram().ReplaceLineEndings("\n").Trim());

    private static IEnumerable<RequestStatus> Statuses(Consultation consultation, DateOnly today) =>
        consultation.Requests.Select(r => r.StatusOn(today, consultation.LastDay));
}
