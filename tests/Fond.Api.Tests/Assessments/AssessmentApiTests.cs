using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Assessments;

public sealed class AssessmentApiTests : FondTest
{
    private Stages Stages => new(Fond);

    [Fact]
    public async Task Assessors_hold_the_role_and_come_from_outside_the_case()
    {
        var application = await Stages.AcceptedAsync();
        var administrator = Fond.As("administrator");
        var partner = await RegisterAsync("kollega", "Kulturnämnden");
        await Stages.Officer.RefusedAsync("ASSESSMENT_ROLE_MISSING", "assignAssessors", new { applicationId = application, assessorIds = new[] { partner } }, "assessorIds.0");
        await administrator.DoAsync("grantRole", new { personId = partner, role = "ASSESSOR" }, "person { id }");
        await Stages.Officer.RefusedAsync("ASSESSMENT_SAME_ORGANISATION", "assignAssessors", new { applicationId = application, assessorIds = new[] { partner } }, "assessorIds.0");
        await Stages.Officer.RefusedAsync("ASSESSMENT_ASSESSOR_MISSING", "assignAssessors", new { applicationId = application, assessorIds = Array.Empty<string>() }, "assessorIds");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "assignAssessors", new { applicationId = application, assessorIds = new[] { partner } }, "applicationId");
    }

    [Fact]
    public async Task More_assessors_join_later_and_nobody_twice()
    {
        var application = await Stages.ScoringAsync(2);
        var people = await Stages.PeopleAsync("ASSESSOR");
        await Stages.Officer.RefusedAsync("ASSESSMENT_ALREADY_ASSIGNED", "assignAssessors", new { applicationId = application, assessorIds = new[] { people[0] } }, "assessorIds.0");
        var joined = await Stages.Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = new[] { people[2] } }, "application { assessments { state } }");
        Assert.Equal(3, joined["application"]!["assessments"]!.AsArray().Count);
    }

    [Fact]
    public async Task Scores_are_of_the_calls_criteria_within_their_scale_and_with_reasons()
    {
        var application = await Stages.ScoringAsync();
        var assessment = await Stages.AssessmentAsync(1, application);
        var scores = await Stages.ScoresAsync(application, 3);
        var criterion = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(scores[5]))!["criterionId"]!.GetValue<string>();
        object Input(params object[] given) => new { assessmentId = assessment, scores = given };
        await Stages.Assessor(1).RefusedAsync("ASSESSMENT_SCORE_OUT_OF_RANGE", "saveScores", Input(new { criterionId = criterion, value = 5, reason = "x" }), "scores.0.value");
        await Stages.Assessor(1).RefusedAsync("ASSESSMENT_REASON_MISSING", "saveScores", Input(new { criterionId = criterion, value = 4, reason = " " }), "scores.0.reason");
        await Stages.Assessor(1).RefusedAsync("NOT_FOUND", "saveScores", Input(new { criterionId = application, value = 1, reason = "x" }), "scores.0.criterionId");
        var elsewhere = (await Fond.As("administrator").ReadAsync("{ calls { nodes { fund { municipality } criteria { id } } } }"))["calls"]!["nodes"]!.AsArray().First(c => c!["fund"]!["municipality"]!.GetValue<string>() == "Haninge")!["criteria"]![0]!["id"]!.GetValue<string>();
        await Stages.Assessor(1).RefusedAsync("ASSESSMENT_CRITERION_UNKNOWN", "saveScores", Input(new { criterionId = elsewhere, value = 1, reason = "x" }));
        await Stages.Assessor(1).DoAsync("saveScores", Input([.. scores.Skip(1)]), "assessment { id }");
        await Stages.Assessor(1).RefusedAsync("ASSESSMENT_INCOMPLETE", "submitAssessment", new { assessmentId = assessment });
        await Stages.Assessor(1).DoAsync("saveScores", Input(scores[0]), "assessment { id }");
        var submitted = await Stages.Assessor(1).DoAsync("submitAssessment", new { assessmentId = assessment }, "assessment { state weightedScore }");
        Assert.Equal(75, submitted["assessment"]!["weightedScore"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Assessors_do_not_see_each_others_work_and_applicants_none_of_it()
    {
        var application = await Stages.ScoringAsync();
        await Stages.AssessAsync(1, application);
        var first = await Stages.AssessmentAsync(1, application);
        await Stages.Assessor(2).RefusedAsync("NOT_FOUND", "saveScores", new { assessmentId = first, scores = Array.Empty<object>() }, "assessmentId");
        var seen = await Stages.Assessor(2).ReadAsync("query($a: ID!, $s: ID!) { node(id: $s) { id } application: node(id: $a) { ... on Application { assessments { assessor { name } } jointProposals { id } } } }", new { a = application, s = first });
        Assert.Null(seen["node"]);
        Assert.Single(seen["application"]!["assessments"]!.AsArray());
        var lead = await Stages.Lead.ReadAsync("query($a: ID!) { assessments { nodes { id } } node(id: $a) { ... on Application { assessments { id } jointProposals { id } } } }", new { a = application });
        Assert.Empty(lead["assessments"]!["nodes"]!.AsArray());
        Assert.Empty(lead["node"]!["assessments"]!.AsArray());
    }

    [Fact]
    public async Task Whoever_has_assessed_elsewhere_still_sees_it_beside_the_few_cases_that_they_handle()
    {
        var application = await Stages.AcceptedAsync();
        await Cases.SubmittedAsync(Fond, "haninge");
        var person = await RegisterAsync("flyttad", "Räddningstjänsten");
        var administrator = Fond.As("administrator");
        await administrator.DoAsync("grantRole", new { personId = person, role = "ASSESSOR" }, "person { id }");
        await Stages.Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = new[] { person } }, "application { id }");
        await administrator.DoAsync("revokeRole", new { personId = person, role = "ASSESSOR" }, "person { id }");
        var funds = await administrator.ReadAsync("{ funds(municipality: \"Haninge\") { nodes { id } } }");
        await administrator.DoAsync("grantRole", new { personId = person, role = "CASE_OFFICER", fundId = funds["funds"]!["nodes"]![0]!["id"]!.GetValue<string>() }, "person { id }");
        var seen = await Fond.As("flyttad").ReadAsync("query($me: ID) { assessments(assessorId: $me) { nodes { state } } applications { nodes { organisation } } }", new { me = person });
        Assert.Single(seen["assessments"]!["nodes"]!.AsArray());
        Assert.NotEmpty(seen["applications"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task One_assessor_without_a_conflict_is_not_enough()
    {
        var application = await Stages.ScoringAsync();
        await Stages.AssessAsync(1, application);
        await Stages.Assessor(2).DoAsync("declareConflict", new { assessmentId = await Stages.AssessmentAsync(2, application), reason = "Närstående" }, "assessment { state }");
        await Stages.Officer.RefusedAsync("WORKFLOW_WRONG_STATE", "proposeJointly", new { applicationId = application, recommendation = "REJECT", amounts = Array.Empty<object>(), reasoning = "x" });
    }

    [Fact]
    public async Task A_conflict_after_submission_voids_the_scores()
    {
        var application = await Stages.ScoringAsync(3);
        var assessment = await Stages.AssessmentAsync(1, application);
        await Stages.AssessAsync(1, application);
        await Stages.Assessor(1).DoAsync("declareConflict", new { assessmentId = assessment, reason = "Närstående" }, "assessment { weightedScore }");
        var overview = await Stages.Chair.ReadAsync("query($c: ID!) { callOverview(callId: $c) { rows { assessors meanScore } } }", new { c = await Cases.CallAsync(Fond, "helsingborg") });
        Assert.Equal(0, overview["callOverview"]!["rows"]![0]!["assessors"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_declared_conflict_shuts_out_whichever_way_the_case_is_reached()
    {
        var (application, member) = await MemberWithConflictAsync();
        var version = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { versions { id } jointProposals { id } workItems { id } workflows { id } } } }", new { a = application }))["node"]!;
        var call = await Cases.CallAsync(Fond, "helsingborg");
        var seen = await member.ReadAsync("""
            query($a: ID!, $v: ID!, $p: ID!, $w: ID!, $c: ID!) {
              application: node(id: $a) { id } version: node(id: $v) { id } proposal: node(id: $p) { id } workflow: node(id: $w) { ... on WorkflowInstance { history { to } } }
              applications { nodes { id } } projects { nodes { id } }
              assessments { nodes { state application { title } } }
              callOverview(callId: $c) { rows { title } }
              node(id: $c) { ... on Call { fund { calls { title } } } }
            }
            """, new { a = application, v = version["versions"]![0]!["id"], p = version["jointProposals"]![0]!["id"], w = version["workflows"]![0]!["id"], c = call });
        foreach (var closed in new[] { "application", "version", "proposal", "workflow" }) Assert.Null(seen[closed]);
        Assert.Empty(seen["applications"]!["nodes"]!.AsArray());
        Assert.Empty(seen["callOverview"]!["rows"]!.AsArray());
        Assert.All(seen["assessments"]!["nodes"]!.AsArray(), a => Assert.Null(a!["application"]));
    }

    [Fact]
    public async Task Whoever_has_a_conflict_is_not_present_at_the_decision()
    {
        var (application, _) = await MemberWithConflictAsync();
        await Stages.Secretary.RefusedAsync("DECISION_CONFLICTED_PRESENT", "decideApplication", await Stages.DecisionAsync(application, "REJECTED", []));
    }

    [Fact]
    public async Task The_joint_proposal_stays_within_what_is_asked_and_gives_reasons()
    {
        var application = await Stages.ScoringAsync();
        await Stages.AssessAsync(1, application);
        await Stages.AssessAsync(2, application);
        object Proposal(string recommendation, object[] amounts, string reasoning = "Bra") => new { applicationId = application, recommendation, amounts, reasoning };
        await Stages.Officer.RefusedAsync("JOINT_PROPOSAL_ABOVE_ASKED", "proposeJointly", Proposal("GRANT", [new { year = 2019, amount = 900_000_000 }]), "amounts");
        await Stages.Officer.RefusedAsync("JOINT_PROPOSAL_REASONING_MISSING", "proposeJointly", Proposal("REJECT", [], ""), "reasoning");
        await Stages.Assessor(3).RefusedAsync("NOT_FOUND", "proposeJointly", Proposal("REJECT", []), "applicationId");
        await Stages.Assessor(2).DoAsync("proposeJointly", Proposal("REJECT", []), "jointProposal { total }");
    }

    [Fact]
    public async Task A_gate_that_the_assessors_find_unmet_stands_in_the_way_of_any_grant()
    {
        var application = await Stages.ScoringAsync();
        foreach (var assessor in new[] { 1, 2 })
        {
            var assessment = await Stages.AssessmentAsync(assessor, application);
            var scores = (await Stages.ScoresAsync(application, 3)).Select(s => System.Text.Json.JsonSerializer.SerializeToNode(s)!).ToList();
            scores[0]["value"] = 0; // the first criterion is a gate
            await Stages.Assessor(assessor).DoAsync("saveScores", new { assessmentId = assessment, scores }, "assessment { id }");
            await Stages.Assessor(assessor).DoAsync("submitAssessment", new { assessmentId = assessment }, "assessment { id }");
        }
        const string ask = "query($a: ID!) { node(id: $a) { ... on Application { assessmentSummary { assessors mean spread needsDiscussion unmetGates criteria { code mean lowest highest } } } } }";
        var summary = (await Stages.Officer.ReadAsync(ask, new { a = application }))["node"]!["assessmentSummary"]!;
        Assert.Equal((2, 75m, false), (summary["assessors"]!.GetValue<int>(), summary["mean"]!.GetValue<decimal>(), summary["needsDiscussion"]!.GetValue<bool>()));
        Assert.Single(summary["unmetGates"]!.AsArray());
        Assert.Null((await Stages.Lead.ReadAsync(ask, new { a = application }))["node"]!["assessmentSummary"]);
        Assert.Null((await Stages.Assessor(1).ReadAsync(ask, new { a = application }))["node"]!["assessmentSummary"]);

        await Stages.Officer.RefusedAsync("ASSESSMENT_GATE_UNMET", "proposeJointly", new { applicationId = application, recommendation = "GRANT", amounts = await Stages.AskedAsync(application), reasoning = "Bra" }, "recommendation");
        await Stages.Officer.DoAsync("proposeJointly", new { applicationId = application, recommendation = "REJECT", amounts = Array.Empty<object>(), reasoning = "Krav saknas" }, "jointProposal { id }");
        await Stages.Secretary.RefusedAsync("ASSESSMENT_GATE_UNMET", "decideApplication", await Stages.DecisionAsync(application, "GRANTED", await Stages.AskedAsync(application)), "outcome");
        await Stages.Secretary.DoAsync("decideApplication", await Stages.DecisionAsync(application, "REJECTED", []), "decision { id }");
    }

    [Fact]
    public async Task When_conflicts_leave_too_few_more_assessors_are_named_before_anything_is_proposed()
    {
        var application = await Stages.ScoringAsync();
        await Stages.AssessAsync(1, application);
        await Stages.AssessAsync(2, application);
        await Stages.Assessor(1).DoAsync("declareConflict", new { assessmentId = await Stages.AssessmentAsync(1, application), reason = "Släkt" }, "assessment { state }");
        object proposal = new { applicationId = application, recommendation = "REJECT", amounts = Array.Empty<object>(), reasoning = "x" };
        await Stages.Officer.RefusedAsync("ASSESSMENT_TOO_FEW", "proposeJointly", proposal);
        await Stages.Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = new[] { (await Stages.PeopleAsync("ASSESSOR"))[2] } }, "application { id }");
        await Stages.AssessAsync(3, application);
        await Stages.Officer.DoAsync("proposeJointly", proposal, "jointProposal { id }");
    }

    [Fact]
    public async Task Whoever_is_shut_out_neither_evaluates_the_project_nor_reads_its_ledger_nor_is_told_of_it()
    {
        var (application, member) = await MemberWithConflictAsync();
        var id = (await member.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        foreach (var role in new[] { "EVALUATOR", "STEERING_SECRETARY" }) await Fond.As("administrator").DoAsync("grantRole", new { personId = id, role }, "person { id }");
        var told = (await member.ReadAsync("{ notifications { nodes { id } } }"))["notifications"]!["nodes"]!.AsArray().Count;
        var decision = await Stages.DecisionAsync(application, "GRANTED", await Stages.AskedAsync(application));
        decision["presentPersonIds"] = System.Text.Json.JsonSerializer.SerializeToNode((await Stages.MembersAsync("decidingBody")).Where(m => m != id));
        await Stages.Secretary.DoAsync("decideApplication", decision, "decision { id }");
        await Stages.Officer.RefusedAsync("PROJECT_EVALUATOR_CONFLICTED", "assignEvaluator", new { projectId = await Stages.ProjectAsync(application), personId = id }, "personId");
        Assert.Empty((await member.ReadAsync("query($a: ID) { ledger(applicationId: $a) { nodes { id } } }", new { a = application }))["ledger"]!["nodes"]!.AsArray());
        Assert.NotEmpty((await Stages.Chair.ReadAsync("query($a: ID) { ledger(applicationId: $a) { nodes { id } } }", new { a = application }))["ledger"]!["nodes"]!.AsArray());
        Assert.Equal(told, (await member.ReadAsync("{ notifications { nodes { id } } }"))["notifications"]!["nodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_consultation_on_the_case_is_hidden_from_a_member_with_a_conflict()
    {
        var (application, member) = await MemberWithConflictAsync();
        var id = (await Stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = "Remiss", lastDay = "2026-06-01" }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        Assert.NotNull((await Stages.Chair.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"]);
        Assert.Null((await member.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"]);
    }

    [Fact]
    public async Task Assessors_are_reminded_and_a_reminded_case_is_scored_as_before()
    {
        var application = await Stages.ScoringAsync();
        Fond.Clock.Advance(TimeSpan.FromDays(15));
        await Fond.SweepAsync();
        var inbox = (await Stages.Assessor(1).ReadAsync("{ notifications { nodes { subject } } }"))["notifications"]!["nodes"]!.AsArray();
        Assert.Contains(inbox, n => n!["subject"]!.GetValue<string>().StartsWith("Reminder", StringComparison.Ordinal));
        await Stages.AssessAsync(1, application);
        await Stages.AssessAsync(2, application);
        await Stages.Officer.DoAsync("proposeJointly", new { applicationId = application, recommendation = "REJECT", amounts = Array.Empty<object>(), reasoning = "x" }, "jointProposal { id }");
    }

    /// <summary>A steering member who was also to assess, and declared a conflict; the case then went on to decision.</summary>
    private async Task<(string Application, Client Member)> MemberWithConflictAsync()
    {
        var application = await Stages.ScoringAsync();
        var member = (await Stages.MembersAsync("decidingBody"))[2];
        await Fond.As("administrator").DoAsync("grantRole", new { personId = member, role = "ASSESSOR" }, "person { id }");
        await Stages.Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = new[] { member } }, "application { id }");
        var client = Fond.As("helsingborg-ledamot-1");
        var own = (await client.ReadAsync("{ assessments { nodes { id assessor { name } } } }"))["assessments"]!["nodes"]!.AsArray().First(a => a!["assessor"]!["name"]!.GetValue<string>().StartsWith("Socialdirektör", StringComparison.Ordinal))!["id"]!.GetValue<string>();
        await client.DoAsync("declareConflict", new { assessmentId = own, reason = "Arbetar nära projektet" }, "assessment { state }");
        await Stages.AssessAsync(1, application);
        await Stages.AssessAsync(2, application);
        await Stages.Officer.DoAsync("proposeJointly", new { applicationId = application, recommendation = "REJECT", amounts = Array.Empty<object>(), reasoning = "x" }, "jointProposal { id }");
        return (application, client);
    }

    private async Task<string> RegisterAsync(string subject, string organisation) =>
        (await Fond.As("administrator").DoAsync("registerPerson", new { subject, name = subject, organisation }, "person { id }"))["person"]!["id"]!.GetValue<string>();
}
