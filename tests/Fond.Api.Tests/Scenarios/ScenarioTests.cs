using System.Text.Json.Nodes;
using Fond.Api.Scenarios;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

public sealed class ScenarioTests : FondTest
{
    public static TheoryData<string> All => [.. Scenario.Names()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_step_of_a_scenario_goes_as_told_over_http(string name)
    {
        var scenario = Scenario.Load(name);
        var steps = 0;
        await PlayAsync(scenario, () => steps++);
        Assert.Equal((scenario.Steps.Count, true), (steps, steps > 0));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_scenario_can_be_played_again_on_the_same_data(string name)
    {
        await PlayAsync(Scenario.Load(name), () => { });
        await PlayAsync(Scenario.Load(name), () => { });
    }

    [Fact]
    public async Task A_step_that_goes_otherwise_stops_the_scenario_and_is_named()
    {
        var scenario = Scenario.Load("lund") is var told ? told with { Steps = [told.Steps[0], told.Steps[0] with { As = "lund-remiss-1", Expect = new() { ["bodies.nodes.0.name"] = "Ingen" } }, told.Steps[1]] } : null!;
        var fault = await Assert.ThrowsAsync<ScenarioFault>(() => PlayAsync(scenario, () => { }));
        Assert.Contains("Step 2 of lund", fault.Message, StringComparison.Ordinal);
        Assert.Contains("not \"Ingen\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_walkthrough_is_written_from_the_same_source()
    {
        var page = WalkthroughPage.Of(Scenario.Load("helsingborg"));
        var file = Path.Combine(Repository.Root, "docs", "walkthrough.md");
        if (Environment.GetEnvironmentVariable("FOND_UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(file, page);
        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), page);
    }

    [Fact]
    public async Task Helsingborgs_ledger_history_and_trail_tell_the_same_story()
    {
        await PlayAsync(Scenario.Load("helsingborg"), () => { });
        var auditor = Fond.As("revisor");
        var application = (await auditor.ReadAsync("""
            { applications(text: "Sociala hållbarhetsråd") { nodes { id fund { available }
                ledger { kind at postings { account amount } } balances { reserved granted disbursed repaid }
                projects { totalGranted totalPaid closedOn }
                workflows { workflow history { trigger who at } } } } }
            """))["applications"]!["nodes"]![0]!;
        Assert.Equal(["RESERVATION 450000000", "GRANT 450000000", "DISBURSEMENT 60000000", "RETURN 390000000", "REPAYMENT 20000000"],
            application["ledger"]!.AsArray().Select(t => $"{t!["kind"]} {t["postings"]![1]!["amount"]}"));
        Assert.All(application["ledger"]!.AsArray(), t => Assert.Equal(0, t!["postings"]!.AsArray().Sum(p => p!["amount"]!.GetValue<long>())));
        Assert.Equal(1_000_000_000 - 60_000_000 + 20_000_000, application["fund"]!["available"]!.GetValue<long>());
        Assert.Equal(60_000_000, application["projects"]![0]!["totalPaid"]!.GetValue<long>());
        var history = application["workflows"]!.AsArray().SelectMany(w => w!["history"]!.AsArray()).Select(h => h!["trigger"]?.GetValue<string>()).OfType<string>().ToList();
        foreach (var trigger in new[] { "submit", "requestSupplement", "supplement", "accept", "begin", "scored", "propose", "decideGrant", "grant", "signAgreement", "submitFinalReport", "decideFuture", "close" })
            Assert.Contains(trigger, history);
        await TheTrailHoldsAsync(auditor);
    }

    /// <summary>Each transaction of the ledger was written by the mutation that the history names.</summary>
    private static async Task TheTrailHoldsAsync(Client auditor)
    {
        foreach (var (action, kind) in new[] { ("SettleAgendaItem", "Reservation"), ("SignAgreement", "Grant"), ("PayDisbursement", "Disbursement"), ("CloseProject", "Return"), ("RecordRepayment", "Repayment") })
        {
            var entries = (await auditor.ReadAsync("query($action: String) { audit(action: $action, first: 100) { nodes { objectType who after } } }", new { action }))["audit"]!["nodes"]!.AsArray();
            Assert.Single(entries, e => e!["objectType"]!.GetValue<string>() == "LedgerTransaction" && e["after"]!.GetValue<string>().Contains($"\"{kind}\"", StringComparison.Ordinal));
        }
        var verdict = (await auditor.ReadAsync("{ auditVerdict { brokenAt } }"))["auditVerdict"]!;
        Assert.Null(verdict["brokenAt"]);
    }

    private Task PlayAsync(Scenario scenario, Action told) =>
        new ScenarioPlayer(new HttpScenario(Fond.Http).SendAsync, Fond.Today).PlayAsync(scenario, (_, _, _) => told(), CancellationToken.None);
}
