using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Platform;

/// <summary>A role that is limited to one fund reaches no further, and nobody handles their own case.</summary>
public sealed class ScopeTests : FondTest
{
    private Client Administrator => Fond.As("administrator");

    [Fact]
    public async Task An_administrator_of_one_fund_changes_no_other()
    {
        var (own, other) = (await FundAsync("Helsingborg"), await FundAsync("Haninge"));
        var person = await PersonAsync("lokal", "ADMINISTRATOR", own);
        var local = Fond.As("lokal");
        await local.DoAsync("allocateFunds", new { fundId = own, amount = 100, year = 2026, note = "KF § 1" }, "fund { available }");
        await ForbiddenAsync(local, "allocateFunds", new { fundId = other, amount = 100, year = 2026, note = "KF § 1" });
        await local.DoAsync("grantRole", new { personId = person, role = "AUDITOR", fundId = own }, "person { id }");
        await ForbiddenAsync(local, "grantRole", new { personId = person, role = "AUDITOR", fundId = other });
        await ForbiddenAsync(local, "grantRole", new { personId = person, role = "ADMINISTRATOR" });
        await ForbiddenAsync(local, "createFund", new { name = "Ny", municipality = "Ny", series = "KS", numberPattern = "{number}/{year}" });
        await ForbiddenAsync(local, "saveBody", new { name = "Grupp", kind = "SUBGROUP", municipality = "Ny", quorum = 1 });
    }

    [Fact]
    public async Task An_auditor_of_one_fund_reads_its_cases_and_no_others()
    {
        await PersonAsync("granskare", "AUDITOR", await FundAsync("Haninge"));
        await Cases.SubmittedAsync(Fond);
        var auditor = Fond.As("granskare");
        var seen = (await auditor.ReadAsync("{ applications { nodes { fund { municipality } } } audit { nodes { id } } incidents { nodes { id } } }"))!;
        Assert.All(seen["applications"]!["nodes"]!.AsArray(), a => Assert.Equal("Haninge", a!["fund"]!["municipality"]!.GetValue<string>()));
        Assert.NotEmpty(seen["applications"]!["nodes"]!.AsArray());
        Assert.Empty(seen["audit"]!["nodes"]!.AsArray());
        await auditor.ForbiddenAsync("FORBIDDEN", "{ auditVerdict { entries } }");
    }

    [Fact]
    public async Task A_lead_with_an_office_does_not_handle_their_own_case()
    {
        var lead = (await Fond.As("helsingborg-projektledare").ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        foreach (var role in new[] { "CASE_OFFICER", "STEERING_SECRETARY", "BOARD_REGISTRAR" })
            await Administrator.DoAsync("grantRole", new { personId = lead, role, fundId = await FundAsync("Helsingborg") }, "person { id }");
        var stages = new Stages(Fond);
        var application = await Cases.SubmittedAsync(Fond);
        await stages.Lead.RefusedAsync("CASE_OWN", "requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-03-20" });
        await stages.Lead.RefusedAsync("CASE_OWN", "acceptApplication", new { applicationId = application });
        await stages.Lead.RefusedAsync("CASE_OWN", "createConsultation", new { applicationId = application, title = "Remiss", lastDay = "2026-06-01" });
        var (granted, project) = await stages.RunningAsync();
        await stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 100, purpose = "Lön" }, "project { id }");
        await stages.Lead.RefusedAsync("CASE_OWN", "payDisbursement", new { projectId = project, number = 1 });
        var decided = await stages.AwaitingDecisionAsync();
        await stages.Lead.RefusedAsync("CASE_OWN", "decideApplication", await stages.DecisionAsync(decided, "REJECTED", []));
        Assert.Null((await stages.Lead.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { assessmentSummary { mean } } } }", new { a = granted }))["node"]!["assessmentSummary"]);
    }

    [Fact]
    public async Task A_consultation_on_a_programme_is_for_the_officers_of_its_municipality()
    {
        var programme = (await Administrator.ReadAsync("{ programmes(municipality: \"Lund\") { nodes { id } } }"))["programmes"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var input = new { programmeId = programme, title = "Remiss", lastDay = "2026-06-01" };
        await ForbiddenAsync(Fond.As("helsingborg-handlaggare"), "createConsultation", input);
        var id = (await Fond.As("lund-handlaggare").DoAsync("createConsultation", input, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Fond.As("helsingborg-handlaggare").RefusedAsync("NOT_FOUND", "sendConsultation", new { consultationId = id }, "consultationId");
    }

    [Fact]
    public async Task An_answer_is_not_given_again_to_somebody_who_has_been_shut_out()
    {
        var stages = new Stages(Fond);
        var application = await stages.ScoringAsync(3);
        var assessor = (await stages.PeopleAsync("ASSESSOR"))[0];
        await Administrator.DoAsync("grantRole", new { personId = assessor, role = "CASE_OFFICER", fundId = await FundAsync("Helsingborg") }, "person { id }");
        object again = new { applicationId = application, assessorIds = new[] { await PersonAsync("fjarde", "ASSESSOR", await FundAsync("Helsingborg")) }, idempotencyKey = "k" };
        await stages.Assessor(1).DoAsync("assignAssessors", again, "application { title }");
        await stages.Assessor(1).DoAsync("declareConflict", new { assessmentId = await stages.AssessmentAsync(1, application), reason = "Släkt" }, "assessment { state }");
        await stages.Assessor(1).RefusedAsync("NOT_FOUND", "assignAssessors", again);
    }

    [Fact]
    public async Task Whoever_no_longer_holds_the_role_in_the_fund_acts_and_sees_there_no_more()
    {
        var stages = new Stages(Fond);
        var (_, project) = await stages.RunningAsync();
        var application = await stages.ScoringAsync();
        var assessment = (await stages.Assessor(1).ReadAsync("{ assessments(state: ASSIGNED) { nodes { id } } }"))["assessments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await MoveAsync("ASSESSOR", (await stages.PeopleAsync("ASSESSOR"))[0]);
        await ForbiddenAsync(stages.Assessor(1), "submitAssessment", new { assessmentId = assessment });
        Assert.Null((await stages.Assessor(1).ReadAsync("query($a: ID!) { node(id: $a) { id } }", new { a = application }))["node"]);

        await MoveAsync("EVALUATOR", (await stages.PeopleAsync("EVALUATOR"))[0]);
        Assert.Null((await stages.Evaluator.ReadAsync("query($p: ID!) { node(id: $p) { id } }", new { p = project }))["node"]);

        await MoveAsync("APPLICANT", (await stages.Lead.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>());
        await ForbiddenAsync(stages.Lead, "requestDisbursement", new { projectId = project, year = 2019, amount = 100, purpose = "Lön" });
    }

    /// <summary>Takes the role in Helsingborg from a person and gives it in Haninge.</summary>
    private async Task MoveAsync(string role, string person)
    {
        await Administrator.DoAsync("revokeRole", new { personId = person, role, fundId = await FundAsync("Helsingborg") }, "person { id }");
        await Administrator.DoAsync("grantRole", new { personId = person, role, fundId = await FundAsync("Haninge") }, "person { id }");
    }

    private static Task ForbiddenAsync(Client client, string mutation, object input) => client.ForbiddenAsync("FORBIDDEN",
        $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ errors {{ code }} }} }}", new { input });

    private async Task<string> FundAsync(string municipality) =>
        (await Administrator.ReadAsync("query($m: String) { funds(municipality: $m) { nodes { id } } }", new { m = municipality }))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();

    private async Task<string> PersonAsync(string subject, string role, string fund)
    {
        var person = (await Administrator.DoAsync("registerPerson", new { subject, name = subject, organisation = "Ingen" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        await Administrator.DoAsync("grantRole", new { personId = person, role, fundId = fund }, "person { id }");
        return person;
    }
}
