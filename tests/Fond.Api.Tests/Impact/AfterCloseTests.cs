using Fond.Api.Tests.Impact.MoneyBack;
using Fond.Api.Tests.Support;
using static Fond.Api.Tests.Impact.MoneyBack.MoneyStages;

namespace Fond.Api.Tests.Impact;

/// <summary>Effects and savings come after a project has ended: it is followed all the same, unless it was called off.</summary>
public sealed class AfterCloseTests : FondTest
{
    private MoneyStages Money => new(Fond);

    private Stages Stages => Money.Stages;

    [Fact]
    public async Task A_closed_project_is_measured_judged_verified_and_repaid()
    {
        await Money.PriceAsync();
        var (application, project) = await Stages.RunningAsync();
        await Money.MeasureAsync(project);
        await CloseAsync(project);
        await LogAsync(Stages.Evaluator, project, "later", 60, 30);
        await Stages.Evaluator.DoAsync("judgeAttainment", Judgement(project), "attainment { id }");
        await Stages.Lead.DoAsync("recordObservation", Observation(project), "observation { id }");
        var kinds = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, first: 100) { nodes { kind } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray().Select(d => d!["kind"]!.GetValue<string>()).ToList();
        Assert.Equal((1, 1), (kinds.Count(k => k == "ATTAINMENT"), kinds.Count(k => k == "OBSERVATION"))); // the case has ended, and would not register them otherwise

        await Stages.Officer.DoAsync("agreeRepayment", new { projectId = project, model = "VERIFIED_SAVINGS_SHARE", share = 0.5, deviationReason = "Besparingen kom efteråt" }, "repaymentAgreement { id }");
        await Money.VerifyAsync(project, Verified(Saving(160, 0.5m, 0.4375m), 160, 160));
        var settled = (await Stages.Officer.DoAsync("settleRepayment", new { projectId = project, horizon = 5, unit = "Socialnämnden", dueOn = "2026-12-31" }, "repaymentAgreement { outstanding }"))["repaymentAgreement"]!;
        Assert.Equal(500_000_000, settled["outstanding"]!.GetValue<long>()); // half of ten placements of a million each
        var person = (await Stages.PeopleAsync("EVALUATOR"))[0];
        await Stages.Officer.DoAsync("assignEvaluator", new { projectId = project, personId = person }, "project { id }");
    }

    [Fact]
    public async Task One_that_was_called_off_is_shut_also_where_its_report_had_come()
    {
        var (_, project) = await Stages.RunningAsync();
        await Money.MeasureAsync(project);
        await Stages.Lead.DoAsync("submitFinalReport", Report(project), "project { id }");
        await Stages.Secretary.DoAsync("callOffProject", new { projectId = project, reasons = "Slut", decidedOn = Day }, "project { id }");
        await Stages.Evaluator.RefusedAsync("PROJECT_CLOSED", "logMeasurements", new { projectId = project, rows = new[] { new { rowKey = "b", indicator = "placerade", wave = "w1", group = "INTERVENTION", measuredOn = "2021-03-01", n = 60, events = 30 } } });
        await Stages.Evaluator.RefusedAsync("PROJECT_CLOSED", "judgeAttainment", Judgement(project));
        await Stages.Evaluator.RefusedAsync("PROJECT_CLOSED", "verifySavings", Stated(project, Verified(Saving(100, 0.5m, 0.4m))));
        await Stages.Officer.RefusedAsync("PROJECT_CLOSED", "assignEvaluator", new { projectId = project, personId = (await Stages.PeopleAsync("EVALUATOR"))[0] });
    }

    private string Day => Fond.Today.ToString("yyyy-MM-dd", null);

    private static object Report(string project) => new { projectId = project, report = new { summary = "Gjort", results = "Resultat", lessons = "Lärt", spent = 0 } };

    private static object Judgement(string project) => new { projectId = project, attainment = new { wave = "w1", score = 0, expected = "Färre", reasons = "Färre", indicator = "placerade" } };

    private static object Observation(string project) => new { projectId = project, observation = new { kind = "OBSERVATION", on = "2026-03-02", place = "Skolan", by = "Kurator", text = "Lugnare", themes = Array.Empty<object>() } };

    private async Task CloseAsync(string project)
    {
        await Stages.Lead.DoAsync("submitFinalReport", Report(project), "project { id }");
        await Stages.Chair.DoAsync("decideFuture", new { projectId = project, future = "IMPLEMENT", reasons = "Det gick bra", decidedOn = Day }, "project { id }");
        await Stages.Officer.DoAsync("closeProject", new { projectId = project }, "project { id }");
    }
}
