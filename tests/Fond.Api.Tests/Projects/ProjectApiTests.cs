using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Projects;

public sealed class ProjectApiTests : FondTest
{
    private const string Requests = "project { totalPaid disbursements { number state refusalReason } }";

    private Stages Stages => new(Fond);

    private string Today => Fond.Today.ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task Nothing_is_requested_before_the_agreement_which_is_signed_once()
    {
        var (_, project) = await Stages.GrantedAsync();
        await Stages.Lead.RefusedAsync("PROJECT_AGREEMENT_MISSING", "requestDisbursement", new { projectId = project, year = 2019, amount = 100, purpose = "Lön" });
        await Stages.Officer.RefusedAsync("PROJECT_DAY_IN_FUTURE", "signAgreement", new { projectId = project, signedOn = Fond.Today.AddDays(1).ToString("yyyy-MM-dd", null) }, "signedOn");
        await Stages.Officer.DoAsync("signAgreement", new { projectId = project, signedOn = Today }, "project { id }");
        await Stages.Officer.RefusedAsync("PROJECT_AGREEMENT_SIGNED", "signAgreement", new { projectId = project, signedOn = Today });
    }

    [Fact]
    public async Task Requests_stay_within_the_years_grant_and_what_is_refused_is_free_again()
    {
        var (_, project) = await Stages.RunningAsync();
        object Request(long amount, int year = 2019, string purpose = "Lön") => new { projectId = project, year, amount, purpose };
        await Stages.Lead.RefusedAsync("PROJECT_AMOUNT_INVALID", "requestDisbursement", Request(0), "amount");
        await Stages.Lead.RefusedAsync("AMOUNT_NEGATIVE", "requestDisbursement", Request(-1), "amount");
        await Stages.Lead.RefusedAsync("PROJECT_PURPOSE_MISSING", "requestDisbursement", Request(1, purpose: ""), "purpose");
        await Stages.Lead.RefusedAsync("PROJECT_DISBURSEMENT_ABOVE_GRANT", "requestDisbursement", Request(1, year: 2030), "amount");
        await Stages.Lead.DoAsync("requestDisbursement", Request(60_000_000), Requests);
        await Stages.Lead.RefusedAsync("PROJECT_DISBURSEMENT_ABOVE_GRANT", "requestDisbursement", Request(40_000_001), "amount");
        await Stages.Officer.RefusedAsync("PROJECT_REASON_MISSING", "refuseDisbursement", new { projectId = project, number = 1, reason = "" }, "reason");
        await Stages.Officer.DoAsync("refuseDisbursement", new { projectId = project, number = 1, reason = "Underlag saknas" }, Requests);
        await Stages.Lead.DoAsync("requestDisbursement", Request(100_000_000), Requests);
        await Stages.Officer.RefusedAsync("PROJECT_REQUEST_SETTLED", "payDisbursement", new { projectId = project, number = 1 }, "number");
        await Stages.Officer.RefusedAsync("PROJECT_REQUEST_UNKNOWN", "payDisbursement", new { projectId = project, number = 9 }, "number");
        var paid = await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 2 }, Requests);
        Assert.Equal(100_000_000, paid["project"]!["totalPaid"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_request_is_paid_once_however_often_it_is_sent()
    {
        var (application, project) = await Stages.RunningAsync();
        await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000, purpose = "Lön" }, Requests);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Stages.Officer.TryAsync("payDisbursement", new { projectId = project, number = 1 }, Requests)));
        Assert.Single(answers, a => a["errors"]!.AsArray().Count == 0);
        var ledger = (await Stages.Officer.ReadAsync("query($a: ID) { ledger(applicationId: $a, kind: DISBURSEMENT) { nodes { id } } }", new { a = application }))["ledger"]!["nodes"]!.AsArray();
        Assert.Single(ledger);
    }

    [Fact]
    public async Task Each_does_their_own_part()
    {
        var (_, project) = await Stages.RunningAsync();
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: PayDisbursementInput!) { payDisbursement(input: $input) { errors { code } } }", new { input = new { projectId = project, number = 1 } });
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: RequestDisbursementInput!) { requestDisbursement(input: $input) { errors { code } } }", new { input = new { projectId = project, year = 2019, amount = 1, purpose = "x" } });
        await Fond.As("haninge-projektledare").RefusedAsync("NOT_FOUND", "requestDisbursement", new { projectId = project, year = 2019, amount = 1, purpose = "x" }, "projectId");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "payDisbursement", new { projectId = project, number = 1 }, "projectId");
        await Stages.Assessor(3).ForbiddenAsync("FORBIDDEN", "mutation($input: CloseProjectInput!) { closeProject(input: $input) { errors { code } } }", new { input = new { projectId = project } });
        var seen = await Fond.As("haninge-projektledare").ReadAsync("query($p: ID!) { node(id: $p) { id } projects { nodes { title } } }", new { p = project });
        Assert.Null(seen["node"]);
        Assert.DoesNotContain(seen["projects"]!["nodes"]!.AsArray(), p => p!["title"]!.GetValue<string>().Contains("Helsingborg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_evaluator_holds_the_role_and_does_not_lead_the_project()
    {
        var (_, project) = await Stages.GrantedAsync();
        var member = (await Stages.MembersAsync("decidingBody"))[0];
        await Stages.Officer.RefusedAsync("PROJECT_EVALUATOR_ROLE_MISSING", "assignEvaluator", new { projectId = project, personId = member }, "personId");
        var lead = (await Stages.Officer.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { lead { id } } } }", new { p = project }))["node"]!["lead"]!["id"]!.GetValue<string>();
        await Fond.As("administrator").DoAsync("grantRole", new { personId = lead, role = "EVALUATOR" }, "person { id }");
        await Stages.Officer.RefusedAsync("PROJECT_EVALUATOR_IS_LEAD", "assignEvaluator", new { projectId = project, personId = lead }, "personId");
    }

    [Fact]
    public async Task A_final_report_names_what_is_missing_and_can_be_sent_back()
    {
        var (_, project) = await Stages.RunningAsync();
        var faults = (await Stages.Lead.TryAsync("submitFinalReport", new { projectId = project, report = new { summary = "Gjort" } }, "project { id }"))["errors"]!.AsArray();
        Assert.Equal(["report.results", "report.lessons", "report.spent"], faults.Select(e => string.Join('.', e!["path"]!.AsArray())));
        await Stages.Chair.RefusedAsync("PROJECT_REPORT_MISSING", "decideFuture", new { projectId = project, future = "STOP", reasons = "x", decidedOn = Today });
        object report = new { projectId = project, report = new { summary = "Gjort", results = "Resultat", lessons = "Lärt", spent = 0 } };
        await Stages.Lead.DoAsync("submitFinalReport", report, "project { id }");
        await Stages.Officer.RefusedAsync("PROJECT_REASON_MISSING", "returnFinalReport", new { projectId = project, reason = "" }, "reason");
        var returned = await Stages.Officer.DoAsync("returnFinalReport", new { projectId = project, reason = "Saknar mätning" }, "project { reportReturnReason finalReport { summary } }");
        Assert.Equal("Saknar mätning", returned["project"]!["reportReturnReason"]!.GetValue<string>());
        Assert.Null(returned["project"]!["finalReport"]);
        await Stages.Lead.DoAsync("submitFinalReport", report, "project { id }");
        await Stages.Lead.RefusedAsync("PROJECT_REPORT_SUBMITTED", "submitFinalReport", report);
    }

    [Fact]
    public async Task A_project_closes_when_nothing_is_open_and_gives_back_what_was_not_paid()
    {
        var project = await Stages.ReportedAsync();
        await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000_000, purpose = "Lön" }, Requests);
        await Stages.Officer.RefusedAsync("PROJECT_REQUEST_OPEN", "closeProject", new { projectId = project });
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, Requests);
        await Stages.Officer.RefusedAsync("PROJECT_FUTURE_UNDECIDED", "closeProject", new { projectId = project });
        await Stages.Chair.DoAsync("decideFuture", new { projectId = project, future = "STOP", reasons = "Ingen effekt", decidedOn = Today }, "project { future }");
        var closed = await Stages.Officer.DoAsync("closeProject", new { projectId = project }, "project { closedOn fund { available } application { phase } }");
        Assert.Equal(1_000_000_000 - 1_000_000, closed["project"]!["fund"]!["available"]!.GetValue<long>());
        Assert.Equal("CLOSED", closed["project"]!["application"]!["phase"]!.GetValue<string>());
        await Stages.Officer.RefusedAsync("PROJECT_CLOSED", "closeProject", new { projectId = project });
    }

    [Fact]
    public async Task A_project_without_an_agreement_is_called_off_and_its_reservation_released()
    {
        var (application, project) = await Stages.GrantedAsync();
        object CallOff(string reasons) => new { projectId = project, reasons, decidedOn = Today };
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: CallOffProjectInput!) { callOffProject(input: $input) { errors { code } } }", new { input = CallOff("x") });
        await Stages.Secretary.RefusedAsync("PROJECT_REASON_MISSING", "callOffProject", CallOff(" "), "reasons");
        var ended = (await Stages.Secretary.DoAsync("callOffProject", CallOff("Parterna kom inte överens"), "project { future closedOn fund { available } application { phase ledger { kind note } } }"))["project"]!;
        Assert.Equal(("STOP", Today, 1_000_000_000L, "CLOSED"), (ended["future"]!.GetValue<string>(), ended["closedOn"]!.GetValue<string>(), ended["fund"]!["available"]!.GetValue<long>(), ended["application"]!["phase"]!.GetValue<string>()));
        Assert.Equal(["RESERVATION", "RELEASE"], ended["application"]!["ledger"]!.AsArray().Select(t => t!["kind"]!.GetValue<string>()));
        await Stages.Officer.RefusedAsync("PROJECT_CLOSED", "signAgreement", new { projectId = project, signedOn = Today });
        var history = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { workflows { workflow history { trigger note } } } } }", new { a = application }))["node"]!["workflows"]!.AsArray();
        Assert.Contains(history.SelectMany(w => w!["history"]!.AsArray()), h => h!["trigger"]?.GetValue<string>() == "callOff" && h["note"]?.GetValue<string>() == "Parterna kom inte överens");
    }

    [Fact]
    public async Task A_project_that_runs_is_called_off_when_nothing_waits_to_be_paid()
    {
        var (_, project) = await Stages.RunningAsync();
        await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000_000, purpose = "Lön" }, Requests);
        await Stages.Chair.RefusedAsync("PROJECT_REQUEST_OPEN", "callOffProject", new { projectId = project, reasons = "Ledaren har slutat", decidedOn = Today });
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, Requests);
        var ended = await Stages.Chair.DoAsync("callOffProject", new { projectId = project, reasons = "Ledaren har slutat", decidedOn = Today }, "project { fund { available } }");
        Assert.Equal(1_000_000_000 - 1_000_000, ended["project"]!["fund"]!["available"]!.GetValue<long>());
    }

    [Fact]
    public async Task Money_that_comes_back_is_at_most_what_was_paid_while_savings_have_no_ceiling()
    {
        var (application, project) = await Stages.RunningAsync();
        await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000_000, purpose = "Lön" }, Requests);
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, Requests);
        await Stages.Officer.RefusedAsync("FUND_BALANCE_INSUFFICIENT", "returnFunds", new { projectId = project, amount = 1_000_001, note = "Kvitto 1" }, "amount");
        await Stages.Officer.RefusedAsync("PROJECT_REASON_MISSING", "returnFunds", new { projectId = project, amount = 1, note = " " }, "note");
        await Stages.Officer.DoAsync("returnFunds", new { projectId = project, amount = 400_000, note = "Kvitto 1" }, "project { id }");
        await Stages.Officer.DoAsync("recordRepayment", new { projectId = project, amount = 700_000_000, note = "Färre placeringar" }, "project { id }");
        var balance = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { balances { disbursed repaid } fund { available } } } }", new { a = application }))["node"]!;
        Assert.Equal((600_000L, 700_000_000L), (balance["balances"]![0]!["disbursed"]!.GetValue<long>(), balance["balances"]![0]!["repaid"]!.GetValue<long>()));
        Assert.Equal(500_000_000 + 400_000 + 700_000_000, balance["fund"]!["available"]!.GetValue<long>());
    }

    [Fact]
    public async Task Milestones_are_reached_once_and_not_in_the_future()
    {
        var (_, project) = await Stages.RunningAsync();
        var milestone = (await Stages.Lead.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { milestones { id isLate } } } }", new { p = project }))["node"]!["milestones"]![0]!;
        Assert.True(milestone["isLate"]!.GetValue<bool>());
        object Reach(string id, string on) => new { projectId = project, milestoneId = id, reachedOn = on };
        var id = milestone["id"]!.GetValue<string>();
        await Stages.Lead.RefusedAsync("PROJECT_MILESTONE_UNKNOWN", "reachMilestone", Reach(project, Today), "milestoneId");
        await Stages.Lead.RefusedAsync("PROJECT_DAY_IN_FUTURE", "reachMilestone", Reach(id, "2030-01-01"), "reachedOn");
        await Stages.Lead.DoAsync("reachMilestone", Reach(id, Today), "project { milestones { isLate } }");
        await Stages.Lead.RefusedAsync("PROJECT_MILESTONE_REACHED", "reachMilestone", Reach(id, Today), "milestoneId");
    }
}
