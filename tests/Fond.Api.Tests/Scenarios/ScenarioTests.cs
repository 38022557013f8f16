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
        await Fond.PlayAsync(scenario, (_, _, _) => steps++);
        Assert.Equal((scenario.Steps.Count, true), (steps, steps > 0));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_scenario_can_be_played_again_on_the_same_data_and_in_either_language(string name)
    {
        await Fond.PlayAsync(name);
        await Fond.PlayAsync(name, "sv");
    }

    /// <summary>Lund's last day for answers was 31 January 2020 (the letter of 30 September 2019).</summary>
    [Fact]
    public async Task Lunds_programme_is_out_for_comment_in_the_days_in_which_it_was()
    {
        var lund = Scenario.Load("lund");
        await using var fond = await FondServer.StartAtAsync(new(lund.Begins!.Value, new(9, 0), TimeSpan.Zero));
        await fond.PlayAsync(lund, null);
        var told = (await fond.As(null).ReadAsync("{ publicConsultations { nodes { caseNumber lastDay bodies { status } } } }"))["publicConsultations"]!["nodes"]![0]!;
        Assert.Equal(("KS 2019/0002", "2020-01-31", "ANSWERED_LATE"), (told["caseNumber"]!.GetValue<string>(), told["lastDay"]!.GetValue<string>(), told["bodies"]![10]!["status"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_days_of_a_story_follow_each_other_and_begin_with_its_first(string name)
    {
        var scenario = Scenario.Load(name);
        var days = scenario.Steps.Select(step => step.On).OfType<DateOnly>().ToList();
        Assert.Equal(days.Order(), days);
        Assert.True(days.Count == 0 || scenario.Begins < days[0]);
    }

    [Fact]
    public async Task A_step_that_goes_otherwise_stops_the_scenario_and_is_named()
    {
        var scenario = Scenario.Load("lund") is var told ? told with { Steps = [told.Steps[0], told.Steps[0] with { As = "lund-remiss-1", Expect = new() { ["bodies.nodes.0.name"] = "Ingen" } }, told.Steps[1]] } : null!;
        var fault = await Assert.ThrowsAsync<ScenarioFault>(() => Fond.PlayAsync(scenario, null));
        Assert.Contains("Step 2 of lund", fault.Message, StringComparison.Ordinal);
        Assert.Contains("not \"Ingen\"", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/programmes/none/report.json", 200, "application/json", null, "was answered with 404, not 200")]
    [InlineData("/health/live", 200, "application/pdf", null, "not application/pdf")]
    [InlineData("/", 200, "text/html", "Finns inte", "does not say \"Finns inte\"")]
    public async Task A_file_that_is_otherwise_than_told_stops_the_scenario(string path, int status, string type, string? contains, string fault)
    {
        var told = await Assert.ThrowsAsync<ScenarioFault>(() => Fond.PlayAsync(Of(Fetches(new(path, null, type, contains is null ? null : [contains], status))), null));
        Assert.Contains(fault, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_a_fetched_file_is_expected_and_refused_as_in_an_answer()
    {
        var missing = Fetches(new("/programmes/none/report.json", null, "application/json", null, 404)) with { Refused = ["NOT_FOUND"] };
        await Fond.PlayAsync(Of(missing), null);
        var told = await Assert.ThrowsAsync<ScenarioFault>(() => Fond.PlayAsync(Of(Fetches(new("/walkthrough", null, "application/json", null)) with { Expect = new() { ["0"] = "lund" } }), null));
        Assert.Contains("0 is \"haninge\", not \"lund\"", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_server_no_clock_is_moved_and_no_file_is_had()
    {
        foreach (var step in new[] { Fetches(new("/", null, "text/html", null)), Fetches(null) with { Passes = 1 } })
        {
            var player = new ScenarioPlayer(new InProcessScenario(Fond.Services).SendAsync, Fond.Today);
            await Assert.ThrowsAsync<ScenarioFault>(() => player.PlayAsync(Of(step), null, CancellationToken.None));
            await player.PlayAsync(Of(step).ForDemo(), null, CancellationToken.None); // the demo data goes past it
        }
    }

    private static ScenarioStep Fetches(ScenarioFile? file) => new("revisor", new("Läser", "Reads"), null, null, null, null, null, null, file);

    private static Scenario Of(params ScenarioStep[] steps) => new("probe", new("Prov", "Probe"), steps);

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
        await Fond.PlayAsync("helsingborg");
        var auditor = Fond.As("revisor");
        var application = (await auditor.ReadAsync("""
            { applications(text: "Sociala hållbarhetsråd") { nodes { id fund { available }
                ledger { kind at postings { account amount } } balances { reserved granted disbursed repaid }
                projects { totalGranted totalPaid closedOn }
                workflows { workflow history { trigger who at } } } } }
            """))["applications"]!["nodes"]![0]!;
        Assert.Equal(["RESERVATION 450000000", "GRANT 450000000", "DISBURSEMENT 60000000", "DISBURSEMENT 30000000", "RETURN 360000000", "REPAYMENT 20000000"],
            application["ledger"]!.AsArray().Select(t => $"{t!["kind"]} {t["postings"]![1]!["amount"]}"));
        Assert.All(application["ledger"]!.AsArray(), t => Assert.Equal(0, t!["postings"]!.AsArray().Sum(p => p!["amount"]!.GetValue<long>())));
        Assert.Equal(1_000_000_000 - 90_000_000 + 20_000_000, application["fund"]!["available"]!.GetValue<long>());
        Assert.Equal(90_000_000, application["projects"]![0]!["totalPaid"]!.GetValue<long>());
        var history = application["workflows"]!.AsArray().SelectMany(w => w!["history"]!.AsArray()).Select(h => h!["trigger"]?.GetValue<string>()).OfType<string>().ToList();
        foreach (var trigger in new[] { "submit", "requestSupplement", "supplement", "accept", "begin", "scored", "propose", "decideGrant", "grant", "signAgreement", "submitFinalReport", "decideFuture", "close" })
            Assert.Contains(trigger, history);
        await TheTrailHoldsAsync(auditor);
    }

    /// <summary>Each transaction of the ledger was written by the mutation that the history names.</summary>
    private static async Task TheTrailHoldsAsync(Client auditor)
    {
        foreach (var (action, kind, times) in new[] { ("SettleAgendaItem", "Reservation", 1), ("SignAgreement", "Grant", 1), ("PayDisbursement", "Disbursement", 2), ("CloseProject", "Return", 1), ("RecordRepayment", "Repayment", 1) })
        {
            var entries = (await auditor.ReadAsync("query($action: String) { audit(action: $action, first: 100) { nodes { objectType who after } } }", new { action }))["audit"]!["nodes"]!.AsArray();
            Assert.Equal(times, entries.Count(e => e!["objectType"]!.GetValue<string>() == "LedgerTransaction" && e["after"]!.GetValue<string>().Contains($"\"{kind}\"", StringComparison.Ordinal)));
        }
        var verdict = (await auditor.ReadAsync("{ auditVerdict { brokenAt } }"))["auditVerdict"]!;
        Assert.Null(verdict["brokenAt"]);
    }
}
