using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Decisions;

public sealed class DecisionApiTests : FondTest
{
    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_grant_reserves_the_money_and_begins_the_project()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var input = await Stages.DecisionAsync(application, "GRANTED", await Stages.AskedAsync(application));
        var decision = await Stages.Secretary.DoAsync("decideApplication", input,
            "decision { total present { name } recordedBy { name } application { phase balances { reserved granted } projects { totalGranted start end milestones { name isLate } } ledger { kind } } }");
        var decided = decision["decision"]!["application"]!;
        Assert.Equal("GRANTED", decided["phase"]!.GetValue<string>());
        Assert.Equal((500_000_000L, 0L), (decided["balances"]![0]!["reserved"]!.GetValue<long>(), decided["balances"]![0]!["granted"]!.GetValue<long>()));
        Assert.Equal((500_000_000L, 5), (decided["projects"]![0]!["totalGranted"]!.GetValue<long>(), decided["projects"]![0]!["milestones"]!.AsArray().Count));
        Assert.Equal(5, decision["decision"]!["present"]!.AsArray().Count);
        await Stages.Secretary.RefusedAsync("WORKFLOW_WRONG_STATE", "decideApplication", input);
    }

    [Fact]
    public async Task A_rejection_moves_no_money_and_makes_no_project()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var decision = await Stages.Chair.DoAsync("decideApplication", await Stages.DecisionAsync(application, "REJECTED", []), "decision { application { phase balances { id } projects { id } ledger { id } } }");
        var decided = decision["decision"]!["application"]!;
        Assert.Equal("REJECTED", decided["phase"]!.GetValue<string>());
        foreach (var list in new[] { "balances", "projects", "ledger" }) Assert.Empty(decided[list]!.AsArray());
    }

    [Fact]
    public async Task A_decision_cites_the_line_of_the_delegation_table_that_held_that_day_and_stands_when_the_line_ends()
    {
        var (granted, _) = await Stages.GrantedAsync();
        var waiting = await Stages.AwaitingDecisionAsync();
        await EndDelegationsAsync();
        var seen = await Stages.Lead.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { decisions { delegationLimit delegation { kind limit decidedBy decidedOn paragraph } } } } }", new { a = granted });
        var decision = seen["node"]!["decisions"]![0]!;
        Assert.Equal(("GRANT", 500_000_000L, "Kommunstyrelsen", "2016-12-07", "§ 98"), (decision["delegation"]!["kind"]!.GetValue<string>(), decision["delegation"]!["limit"]!.GetValue<long>(),
            decision["delegation"]!["decidedBy"]!.GetValue<string>(), decision["delegation"]!["decidedOn"]!.GetValue<string>(), decision["delegation"]!["paragraph"]!.GetValue<string>()));
        await Stages.Secretary.RefusedAsync("DECISION_NOT_DELEGATED", "decideApplication", await Stages.DecisionAsync(waiting, "GRANTED", await Stages.AskedAsync(waiting)), "decidedOn");
        await Stages.Secretary.RefusedAsync("DECISION_NOT_DELEGATED", "decideApplication", await Stages.DecisionAsync(waiting, "REJECTED", []), "decidedOn");
        var proposal = (await Stages.Secretary.DoAsync("referToBoard", await Stages.DecisionAsync(waiting, "REJECTED", []), "decision { delegationLimit delegation { kind } }"))["decision"]!;
        Assert.Equal((0L, null), (proposal["delegationLimit"]!.GetValue<long>(), proposal["delegation"]));
        await Stages.Registrar.DoAsync("recordBoardDecision", await Stages.DecisionAsync(waiting, "REJECTED", [], "boardBody"), "decision { id }");
    }

    /// <summary>As of yesterday.</summary>
    private async Task EndDelegationsAsync()
    {
        var body = (await Fond.As(null).ReadAsync("{ bodies(municipality: \"Helsingborg\", kind: STEERING_GROUP) { nodes { id delegations { id } } } }"))["bodies"]!["nodes"]![0]!;
        foreach (var line in body["delegations"]!.AsArray())
            await Fond.As("administrator").DoAsync("endDelegation", new { bodyId = body["id"]!.GetValue<string>(), delegationId = line!["id"]!.GetValue<string>(), to = Fond.Today.AddDays(-1).ToString("yyyy-MM-dd", null) }, "body { id }");
    }

    [Fact]
    public async Task Every_fault_of_a_decision_is_named_at_once_and_nothing_is_kept()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var input = await Stages.DecisionAsync(application, "GRANTED_IN_PART", [new { year = 2019, amount = 130_000_000 }]);
        input["reasons"] = "";
        input["paragraph"] = " ";
        input["decidedOn"] = Fond.Today.AddDays(1).ToString("yyyy-MM-dd", null);
        input["conditions"] = new JsonArray("");
        var codes = (await Stages.Secretary.TryAsync("decideApplication", input, "decision { id }"))["errors"]!.AsArray().Select(e => e!["code"]!.GetValue<string>()).ToList();
        foreach (var code in new[] { "DECISION_REASONS_MISSING", "DECISION_PARAGRAPH_MISSING", "DECISION_DATE_IN_FUTURE", "DECISION_CONDITION_MISSING", "DECISION_ABOVE_YEAR_LIMIT" })
            Assert.Contains(code, codes);
        var after = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase decisions { id } ledger { id } } } }", new { a = application }))["node"]!;
        Assert.Equal("AWAITING_DECISION", after["phase"]!.GetValue<string>());
        Assert.Empty(after["decisions"]!.AsArray());
    }

    [Fact]
    public async Task Members_and_officers_do_not_record_decisions_and_other_municipalities_do_not_see_the_case()
    {
        var application = await Stages.AwaitingDecisionAsync();
        const string decide = "mutation($input: DecideApplicationInput!) { decideApplication(input: $input) { errors { code } } }";
        var input = await Stages.DecisionAsync(application, "REJECTED", []);
        foreach (var person in new[] { "helsingborg-ledamot-1", "helsingborg-handlaggare", "helsingborg-projektledare", "revisor" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", decide, new { input });
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", decide, new { input });
        await Fond.As("haninge-ordforande").RefusedAsync("NOT_FOUND", "decideApplication", input, "applicationId");
    }

    [Fact]
    public async Task Three_who_grant_at_once_cannot_grant_more_than_there_is()
    {
        var cases = new List<JsonObject>();
        for (var i = 0; i < 3; i++)
        {
            var application = await Stages.AwaitingDecisionAsync();
            cases.Add(await Stages.DecisionAsync(application, "GRANTED", await Stages.AskedAsync(application)));
        }
        var answers = await Task.WhenAll(cases.Select(input => Stages.Secretary.TryAsync("decideApplication", input, "decision { id }")));
        Assert.Equal(2, answers.Count(a => a["errors"]!.AsArray().Count == 0));
        var refused = Assert.Single(answers, a => a["errors"]!.AsArray().Count > 0)["errors"]![0]!;
        Assert.Equal("FUND_MONEY_INSUFFICIENT", refused["code"]!.GetValue<string>());
        var fund = (await Fond.As(null).ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { available } } }"))["funds"]!["nodes"]![0]!;
        Assert.Equal(0, fund["available"]!.GetValue<long>());
        var ledger = (await Stages.Officer.ReadAsync("{ ledger(kind: RESERVATION) { nodes { id } } }"))["ledger"]!["nodes"]!.AsArray();
        Assert.Equal(2, ledger.Count);
    }

    [Fact]
    public async Task A_postponed_case_keeps_the_reason_in_its_history()
    {
        var application = await Stages.AwaitingDecisionAsync();
        await Stages.Chair.RefusedAsync("DECISION_REASONS_MISSING", "postponeDecision", new { applicationId = application, reason = " " }, "reason");
        var postponed = await Stages.Chair.DoAsync("postponeDecision", new { applicationId = application, reason = "Inväntar budget" }, "application { phase workflows { workflow history { trigger note who } } }");
        var history = postponed["application"]!["workflows"]!.AsArray().Single(w => w!["workflow"]!.GetValue<string>() == "funding-decision")!["history"]!.AsArray();
        Assert.Equal("Inväntar budget", Assert.Single(history, h => h!["trigger"]?.GetValue<string>() == "postpone")!["note"]!.GetValue<string>());
        await Stages.Secretary.DoAsync("decideApplication", await Stages.DecisionAsync(application, "REJECTED", []), "decision { id }");
    }

    [Fact]
    public async Task A_stale_version_is_told_which_one_holds()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var input = await Stages.DecisionAsync(application, "REJECTED", []);
        input["expectedVersion"] = 1;
        var error = (await Stages.Secretary.TryAsync("decideApplication", input, "decision { id }"))["errors"]![0]!;
        Assert.Equal("CONFLICT", error["code"]!.GetValue<string>());
        input["expectedVersion"] = error["currentVersion"]!.GetValue<long>();
        await Stages.Secretary.DoAsync("decideApplication", input, "decision { id }");
    }

    [Fact]
    public async Task A_withdrawn_case_is_not_decided()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var input = await Stages.DecisionAsync(application, "REJECTED", []);
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { phase }");
        await Stages.Secretary.RefusedAsync("WORKFLOW_WRONG_STATE", "decideApplication", input);
    }

    [Fact]
    public async Task Only_the_board_settles_what_was_referred_to_it()
    {
        var application = await Stages.AwaitingDecisionAsync();
        await Stages.Registrar.RefusedAsync("WORKFLOW_WRONG_STATE", "recordBoardDecision", await Stages.DecisionAsync(application, "REJECTED", [], "boardBody"));
        await Stages.Secretary.DoAsync("referToBoard", await Stages.DecisionAsync(application, "GRANTED", await Stages.AskedAsync(application)), "decision { id }");
        await Stages.Registrar.RefusedAsync("DECISION_PRESENT_NOT_MEMBER", "recordBoardDecision", await Stages.DecisionAsync(application, "REJECTED", []));
        await Stages.Registrar.DoAsync("recordBoardDecision", await Stages.DecisionAsync(application, "REJECTED", [], "boardBody"), "decision { id }");
        var seen = await Stages.Lead.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase decisions { kind } } } }", new { a = application });
        Assert.Equal("REJECTED", seen["node"]!["phase"]!.GetValue<string>());
        Assert.Equal("DECISION", Assert.Single(seen["node"]!["decisions"]!.AsArray())!["kind"]!.GetValue<string>()); // the proposal to the board is not the applicant's to read
    }
}
