using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Projects;

public sealed class ProjectTests
{
    private static readonly DateOnly Today = Day(2020, 6, 1);
    private static readonly FinalReportDraft Report = new("Vi gjorde", "Det ledde till", "Andra kan lära", Money.Kronor(390_000));

    private static ProjectStart Start() => new(
        7, 3, 11, 12, "Råd för social hållbarhet", "Skol- och fritidsförvaltningen", Day(2020, 1, 1), Day(2022, 12, 31), Day(2019, 12, 12),
        [Kronor(2021, 200_000), Kronor(2020, 250_000)], ["Följeforskning ska ingå"],
        [new("Andra", Day(2021, 1, 1)), new("Första", Day(2020, 5, 31))]);

    private static Project Signed()
    {
        var project = new Project(Start());
        project.SignAgreement(Today, Today);
        return project;
    }

    private static Project Decided()
    {
        var project = Signed();
        project.SubmitFinalReport(Report, Today);
        project.DecideFuture(ProjectFuture.Implement, "Det fungerade", Today, Today);
        return project;
    }

    [Fact]
    public void A_project_begins_with_what_was_decided()
    {
        var project = new Project(Start());
        Assert.Equal([Kronor(2020, 250_000), Kronor(2021, 200_000)], project.Granted);
        Assert.Equal(Money.Kronor(450_000), project.TotalGranted);
        Assert.Equal(["Första", "Andra"], project.Milestones.Select(m => m.Name));
        Assert.Equal(["Följeforskning ska ingå"], project.Conditions);
    }

    [Fact]
    public void Nothing_in_a_project_is_older_than_its_grant_nor_its_future_than_its_report()
    {
        var project = new Project(Start());
        Assert.Equal(Day(2019, 12, 12), Refused.By<ProjectDayTooEarly>(() => project.SignAgreement(Day(2019, 12, 11), Today)).Earliest);
        Refused.By<ProjectDayTooEarly>(() => project.CallOff("Skäl", Day(2019, 12, 11), Today));
        project.SignAgreement(Day(2019, 12, 12), Today);
        project.SubmitFinalReport(Report, Today);
        Refused.By<ProjectDayTooEarly>(() => project.DecideFuture(ProjectFuture.Stop, "Skäl", Today.AddDays(-1), Today));
    }

    [Fact]
    public void No_more_is_spent_than_was_granted() =>
        Refused.By<ProjectSpentAboveGrant>(() => Signed().SubmitFinalReport(Report with { Spent = Money.Kronor(450_001) }, Today));

    [Fact]
    public void A_project_can_be_called_off_before_it_has_begun_and_while_it_runs()
    {
        var early = new Project(Start());
        Refused.By<ProjectReasonMissing>(() => early.CallOff(" ", Today, Today));
        Refused.By<ProjectDayInFuture>(() => early.CallOff("Ingen överenskommelse", Today.AddDays(1), Today));
        Assert.Equal(Money.Kronor(450_000), early.CallOff("Ingen överenskommelse", Today, Today));
        Assert.Equal((ProjectFuture.Stop, Today), (early.Future, early.ClosedOn));
        Refused.By<ProjectClosed>(() => early.SignAgreement(Today, Today));

        var running = Signed();
        running.RequestDisbursement(2020, Money.Kronor(50_000), "Lön", Today);
        Refused.By<ProjectRequestOpen>(() => running.CallOff("Ledaren har slutat", Today, Today));
        running.PayDisbursement(1, Today, []);
        Assert.Equal(Money.Kronor(400_000), running.CallOff("Ledaren har slutat", Today, Today));
        Refused.By<ProjectFutureDecided>(() => Decided().CallOff("För sent", Today, Today));
    }

    [Fact]
    public void A_grant_must_be_above_zero_once_a_year()
    {
        Refused.By<ProjectGrantMissing>(() => _ = new Project(Start() with { Granted = [] }));
        Refused.By<ProjectGrantMissing>(() => _ = new Project(Start() with { Granted = [Kronor(2020, 1), Kronor(2020, 2)] }));
        Refused.By<ProjectGrantMissing>(() => _ = new Project(Start() with { Granted = [Kronor(2020, 1), Kronor(2021, 0)] }));
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Refused.By<ProjectPeriodReversed>(() => _ = new Project(Start() with { End = Day(2019, 12, 31) }));

    [Fact]
    public void The_lead_cannot_evaluate_their_own_project()
    {
        Refused.By<ProjectEvaluatorIsLead>(() => _ = new Project(Start() with { EvaluatorId = 11 }));
        var project = new Project(Start());
        Refused.By<ProjectEvaluatorIsLead>(() => project.AssignEvaluator(11));
        project.AssignEvaluator(13);
        Assert.Equal(13, project.EvaluatorId);
    }

    [Fact]
    public void An_agreement_is_signed_once_and_not_in_the_future()
    {
        var project = new Project(Start());
        Refused.By<ProjectDayInFuture>(() => project.SignAgreement(Today.AddDays(1), Today));
        Assert.Null(project.AgreementSignedOn);
        project.SignAgreement(Today, Today);
        Assert.Equal(Today, Refused.By<ProjectAgreementSigned>(() => project.SignAgreement(Today, Today)).On);
    }

    [Fact]
    public void No_money_moves_before_the_agreement()
    {
        var project = new Project(Start());
        Refused.By<ProjectAgreementMissing>(() => project.RequestDisbursement(2020, Money.Kronor(1), "Lön", Today));
        Refused.By<ProjectAgreementMissing>(() => project.PayDisbursement(1, Today, []));
        Refused.By<ProjectAgreementMissing>(() => project.RefuseDisbursement(1, "Nej", Today));
        Refused.By<ProjectAgreementMissing>(() => project.SubmitFinalReport(Report, Today));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_request_must_be_above_zero(long ore) =>
        Refused.By<ProjectAmountInvalid>(() => Signed().RequestDisbursement(2020, new Money(ore), "Lön", Today));

    [Fact]
    public void A_request_says_what_it_is_for() =>
        Refused.By<ProjectPurposeMissing>(() => Signed().RequestDisbursement(2020, Money.Kronor(1), " ", Today));

    [Fact]
    public void Requests_for_a_year_stay_within_its_grant_to_the_last_ore()
    {
        var project = Signed();
        project.RequestDisbursement(2020, Money.Kronor(100_000), "Lön", Today);
        project.PayDisbursement(1, Today, []);
        project.RequestDisbursement(2020, Money.Kronor(100_000), "Lokal", Today);
        var refusal = Refused.By<ProjectDisbursementAboveGrant>(() => project.RequestDisbursement(2020, Money.Kronor(50_000) + new Money(1), "Mer", Today));
        Assert.Equal((2020, Money.Kronor(250_000), Money.Kronor(50_000)), (refusal.Year, refusal.Granted, refusal.Left));
        Assert.Equal(["amount"], refusal.Path);
        Assert.Equal(3, project.RequestDisbursement(2020, Money.Kronor(50_000), "Resten", Today).Number);
        Assert.Equal(Money.Zero, project.LeftFor(2020));
        Assert.Equal(Money.Kronor(200_000), project.LeftFor(2021));
    }

    [Fact]
    public void After_the_first_payment_no_more_is_paid_without_a_baseline()
    {
        var project = Signed();
        for (var i = 0; i < 2; i++) project.RequestDisbursement(2020, Money.Kronor(10), "Lön", Today);
        project.PayDisbursement(1, Today, [BaselineGap.OfPlan]);
        Assert.Equal(["number"], Refused.By<ProjectBaselineMissing>(() => project.PayDisbursement(2, Today, [BaselineGap.OfPlan])).Path);
        Refused.By<ProjectRequestSettled>(() => project.PayDisbursement(1, Today, [BaselineGap.OfPlan]));
        project.PayDisbursement(2, Today, []);
        Assert.Equal(Money.Kronor(20), project.TotalPaid);
    }

    [Fact]
    public void What_of_a_baseline_is_late_is_accepted_with_a_reason_and_what_comes_late_after_that_with_one_of_its_own()
    {
        BaselineGap late = new("t", MeasurementGroup.Intervention, BaselineFault.Late), few = new("i", MeasurementGroup.Comparison, BaselineFault.TooFew);
        var project = Signed();
        for (var i = 0; i < 2; i++) project.RequestDisbursement(2020, Money.Kronor(10), "Lön", Today);
        project.PayDisbursement(1, Today, [late]);
        Assert.EndsWith("What lacks: t, the intervention group: measured when the project had already begun; i, the comparison group: too few are measured.",
            Refused.By<ProjectBaselineMissing>(() => project.PayDisbursement(2, Today, [late, few])).Message.En, StringComparison.Ordinal);
        Assert.Equal(["reason"], Refused.By<ProjectReasonMissing>(() => project.AcceptLateBaseline(" ", [late], Today)).Path);
        Assert.Equal([late, few], Refused.By<ProjectBaselineMissing>(() => project.AcceptLateBaseline("Enkäten dröjde", [late, few], Today)).Gaps);
        Refused.By<ProjectBaselineNotLate>(() => project.AcceptLateBaseline("Enkäten dröjde", [], Today));
        project.AcceptLateBaseline("Enkäten dröjde ", [late], Today);
        Refused.By<ProjectBaselineNotLate>(() => project.AcceptLateBaseline("Igen", [late], Today));
        var later = few with { Fault = BaselineFault.Late };
        Assert.Equal([later], Refused.By<ProjectBaselineMissing>(() => project.PayDisbursement(2, Today, [late, later])).Gaps);
        project.AcceptLateBaseline("Registret var stängt", [late, later], Today.AddDays(1));
        Assert.Equal(("Enkäten dröjde\nRegistret var stängt", Today.AddDays(1)), (project.LateBaseline!.Reason, project.LateBaseline.AcceptedOn));
        Assert.Equal([new("t", MeasurementGroup.Intervention, BaselineFault.Late, Today), new("i", MeasurementGroup.Comparison, BaselineFault.Late, Today.AddDays(1))], project.LateBaseline.Accepted);
        project.PayDisbursement(2, Today, [late, later]);
    }

    [Fact]
    public void A_baseline_of_fewer_than_are_told_of_is_accepted_with_a_reason_and_when_more_come_late_with_another()
    {
        BaselineGap hidden = new("t", MeasurementGroup.Intervention, BaselineFault.BelowThreshold), few = hidden with { Fault = BaselineFault.TooFew };
        var project = Signed();
        for (var i = 0; i < 3; i++) project.RequestDisbursement(2020, Money.Kronor(10), "Lön", Today);
        project.PayDisbursement(1, Today, [hidden]);
        Assert.EndsWith("Det som saknas: t, insatsgruppen: färre är mätta än fonden visar resultat av.", Refused.By<ProjectBaselineMissing>(() => project.PayDisbursement(2, Today, [hidden])).Message.Sv, StringComparison.Ordinal);
        project.AcceptLateBaseline("Bara fyra deltar", [hidden], Today);
        project.PayDisbursement(2, Today, [hidden]);
        Refused.By<ProjectBaselineMissing>(() => project.PayDisbursement(3, Today, [few]));
        var late = hidden with { Fault = BaselineFault.Late };
        Refused.By<ProjectBaselineMissing>(() => project.PayDisbursement(3, Today, [late]));
        project.AcceptLateBaseline("Resten svarade i mars", [late], Today);
        project.PayDisbursement(3, Today, [late]);
        Assert.Equal([BaselineFault.BelowThreshold, BaselineFault.Late], project.LateBaseline!.Accepted.Select(a => a.Fault!.Value));
    }

    [Fact]
    public void A_year_without_a_grant_gives_nothing() => Assert.Equal(Money.Zero,
        Refused.By<ProjectDisbursementAboveGrant>(() => Signed().RequestDisbursement(2019, new Money(1), "Lön", Today)).Granted);

    [Fact]
    public void A_request_that_would_overflow_is_refused_like_any_other() =>
        Refused.By<ProjectDisbursementAboveGrant>(() => Signed().RequestDisbursement(2020, new Money(long.MaxValue), "Allt", Today));

    [Fact]
    public void A_refused_request_gives_its_money_back_to_the_year()
    {
        var project = Signed();
        project.RequestDisbursement(2020, Money.Kronor(250_000), "Lön", Today);
        Refused.By<ProjectReasonMissing>(() => project.RefuseDisbursement(1, " ", Today));
        var request = project.RefuseDisbursement(1, " Underlag saknas ", Today.AddDays(2));
        Assert.Equal((DisbursementState.Refused, "Underlag saknas", Today.AddDays(2)), (request.State, request.RefusalReason, request.SettledOn));
        Assert.Equal(Money.Kronor(250_000), project.LeftFor(2020));
    }

    [Fact]
    public void A_request_is_settled_once()
    {
        var project = Signed();
        project.RequestDisbursement(2020, Money.Kronor(10), "Lön", Today);
        project.PayDisbursement(1, Today, []);
        Assert.Equal(DisbursementState.Paid, Refused.By<ProjectRequestSettled>(() => project.PayDisbursement(1, Today, [])).State);
        Refused.By<ProjectRequestSettled>(() => project.RefuseDisbursement(1, "Nej", Today));
        Assert.Null(project.Disbursements[0].RefusalReason);
        Refused.By<ProjectRequestUnknown>(() => project.PayDisbursement(2, Today, []));
    }

    [Fact]
    public void The_diagram_of_a_request_is_the_documented_one() => Assert.Equal(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "machines", "disbursement.mmd")).Trim(),
        DisbursementLife.Diagram().Trim(), ignoreLineEndingDifferences: true);

    [Fact]
    public void A_milestone_is_reached_once_and_not_in_the_future()
    {
        var project = new Project(Start());
        project.Milestones[0].WithId(5);
        Assert.True(project.Milestones[0].IsLateOn(Today));
        Assert.False(project.Milestones[0].IsLateOn(Day(2020, 5, 31)));
        Refused.By<ProjectDayInFuture>(() => project.ReachMilestone(5, Today.AddDays(1), "", Today));
        Refused.By<ProjectMilestoneUnknown>(() => project.ReachMilestone(6, Today, "", Today));
        project.ReachMilestone(5, Today, " Alla på plats ", Today);
        Assert.Equal((Today, "Alla på plats"), (project.Milestones[0].ReachedOn, project.Milestones[0].Note));
        Assert.False(project.Milestones[0].IsLateOn(Today));
        Refused.By<ProjectMilestoneReached>(() => project.ReachMilestone(5, Today, "", Today));
    }

    [Fact]
    public void Everything_missing_in_a_final_report_is_named_at_once()
    {
        var project = Signed();
        var refusals = Refused.ByAll(() => project.SubmitFinalReport(new(" ", null, "", null), Today));
        Assert.Equal(["report.summary", "report.results", "report.lessons", "report.spent"], refusals.Select(r => string.Join('.', r.Path)));
        Assert.Null(project.FinalReport);
        project.SubmitFinalReport(Report, Today);
        Assert.Equal(Money.Kronor(390_000), project.FinalReport!.Spent);
        Refused.By<ProjectReportSubmitted>(() => project.SubmitFinalReport(Report, Today));
    }

    [Fact]
    public void A_returned_report_comes_in_again()
    {
        var project = Signed();
        Refused.By<ProjectReportMissing>(() => project.ReturnFinalReport("Kort"));
        project.SubmitFinalReport(Report, Today);
        Refused.By<ProjectReasonMissing>(() => project.ReturnFinalReport(" "));
        project.ReturnFinalReport("Resultaten saknar siffror");
        Assert.Equal((null, "Resultaten saknar siffror"), (project.FinalReport, project.ReportReturnReason));
        project.SubmitFinalReport(Report, Today);
        Assert.Null(project.ReportReturnReason);
    }

    [Fact]
    public void The_future_is_decided_once_with_reasons_after_the_report()
    {
        var project = Signed();
        Refused.By<ProjectReportMissing>(() => project.DecideFuture(ProjectFuture.Stop, "Skäl", Today, Today));
        project.SubmitFinalReport(Report, Today);
        Refused.By<ProjectReasonMissing>(() => project.DecideFuture(ProjectFuture.Stop, "", Today, Today));
        Refused.By<ProjectDayInFuture>(() => project.DecideFuture(ProjectFuture.Stop, "Skäl", Today.AddDays(1), Today));
        project.DecideFuture(ProjectFuture.Extend, "Skäl", Today, Today);
        Assert.Equal(ProjectFuture.Extend, Refused.By<ProjectFutureDecided>(() => project.DecideFuture(ProjectFuture.Stop, "Skäl", Today, Today)).Future);
        Refused.By<ProjectFutureDecided>(() => project.ReturnFinalReport("För sent"));
    }

    [Fact]
    public void Closing_gives_back_what_was_never_paid_out()
    {
        var project = Decided();
        project.RequestDisbursement(2020, Money.Kronor(100_000), "Lön", Today);
        Assert.Equal([1], Refused.By<ProjectRequestOpen>(() => project.Close(Today)).Numbers);
        project.PayDisbursement(1, Today, []);
        Assert.Equal(Money.Kronor(350_000), project.Close(Today));
        Assert.Equal(Today, project.ClosedOn);
    }

    [Fact]
    public void Closing_before_the_future_is_decided_is_refused() => Refused.By<ProjectFutureUndecided>(() => Signed().Close(Today));

    [Fact]
    public void Nothing_of_how_it_was_carried_out_changes_in_a_closed_project()
    {
        var project = Decided();
        project.Close(Today);
        Action[] changes =
        [
            () => project.SignAgreement(Today, Today), () => project.RequestDisbursement(2020, Money.Kronor(1), "Lön", Today),
            () => project.PayDisbursement(1, Today, []), () => project.RefuseDisbursement(1, "Nej", Today), () => project.ReachMilestone(1, Today, "", Today),
            () => project.SubmitFinalReport(Report, Today), () => project.ReturnFinalReport("Nej"),
            () => project.DecideFuture(ProjectFuture.Stop, "Skäl", Today, Today), () => project.Close(Today),
        ];
        Assert.All(changes, change => Refused.By<ProjectClosed>(change));
    }

    /// <summary>The three-year result is measured when the project has ended.</summary>
    [Fact]
    public void What_came_of_a_closed_project_is_followed_and_of_one_that_was_called_off_it_is_not()
    {
        var closed = Decided();
        closed.Close(Today);
        closed.AssignEvaluator(13);
        closed.DemandNotCalledOff();
        Assert.Equal((13, false), (closed.EvaluatorId, closed.IsCalledOff));

        var reported = Signed();
        reported.SubmitFinalReport(Report, Today);
        reported.CallOff("Ledaren har slutat", Today, Today);
        Assert.True(reported.IsCalledOff);
        Assert.All(new Action[] { reported.DemandNotCalledOff, () => reported.AssignEvaluator(13) }, change => Refused.By<ProjectClosed>(change));
    }
}
