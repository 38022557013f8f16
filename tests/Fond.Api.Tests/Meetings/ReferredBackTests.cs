using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>What a body sends back is prepared, supplemented and taken up again.</summary>
public sealed class ReferredBackTests : FondTest
{
    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task What_the_group_sends_back_waits_for_the_officer_is_supplemented_and_comes_up_again()
    {
        var application = await Cases.AwaitingDecisionAsync();
        await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "REFERRED_BACK", 1, ("missing", "Elevernas egna svar"));
        Assert.Contains(await AwaitedAsync(), title => title.StartsWith("Prepare the case after it was referred back", StringComparison.Ordinal));
        Assert.Contains("Elevernas egna svar", (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { workflows { history { note } } } } }", new { a = application })).ToJsonString(), StringComparison.Ordinal);

        await Cases.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Elevernas egna svar", lastDay = Fond.Today.AddDays(10).ToString("yyyy-MM-dd", null) }, "application { id }");
        Assert.Equal("SUPPLEMENT", await PhaseAsync(application));
        await Cases.Lead.DoAsync("saveApplicationDraft", new { applicationId = application, content = new { need = "Behovet, med elevernas röster" } }, "application { id }");
        var meanwhile = await Meetings.InSessionAsync(application);
        await Cases.Secretary.RefusedAsync("DECISION_AWAITS_SUPPLEMENT", "settleAgendaItem", await Meetings.SettlementAsync(meanwhile, "APPROVED"));
        await Cases.Officer.DoAsync("moveCase", new { applicationId = application, workflow = "funding-decision", trigger = "prepared" }, "application { id }");
        await Cases.Secretary.RefusedAsync("DECISION_AWAITS_SUPPLEMENT", "settleAgendaItem", await Meetings.SettlementAsync(meanwhile, "APPROVED"));
        var referred = await Meetings.SettlementAsync(meanwhile, "REFERRED");
        (referred["referredToId"], referred["amounts"]) = (await Meetings.BodyAsync("boardBody"), System.Text.Json.JsonSerializer.SerializeToNode(await Cases.AskedAsync(application)));
        await Cases.Secretary.RefusedAsync("DECISION_AWAITS_SUPPLEMENT", "settleAgendaItem", referred);
        await Cases.Lead.DoAsync("supplementApplication", new { applicationId = application }, "application { id }");
        var supplemented = (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase currentVersionNumber content { need } } } }", new { a = application }))["node"]!;
        Assert.Equal(("AWAITING_DECISION", 2, "Behovet, med elevernas röster"), (supplemented["phase"]!.GetValue<string>(), supplemented["currentVersionNumber"]!.GetValue<int>(), supplemented["content"]!["need"]!.GetValue<string>()));

        Assert.DoesNotContain(await AwaitedAsync(), title => title.StartsWith("Prepare the case after", StringComparison.Ordinal));
        Assert.Equal("GRANTED", (await Meetings.SettleAsync(meanwhile, "APPROVED"))["application"]!["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_the_board_sends_back_the_group_proposes_anew()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var (asked, board) = (await Cases.AskedAsync(application), await Meetings.BodyAsync("boardBody"));
        await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "REFERRED", 1, ("referredToId", board), ("amounts", asked));
        await Cases.Officer.RefusedAsync("WORKFLOW_WRONG_STATE", "requestSupplement", new { applicationId = application, request = "Mer", lastDay = Fond.Today.AddDays(10).ToString("yyyy-MM-dd", null) });
        var its = await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", application);
        var back = await Meetings.SettlementAsync(its, "REFERRED_BACK");
        back["missing"] = "En billigare väg";
        await Cases.Registrar.DoAsync("settleAgendaItem", back, "meeting { id }");
        await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "REFERRED", 1, ("referredToId", board), ("amounts", asked));
        its = await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", application);
        await Cases.Registrar.DoAsync("settleAgendaItem", await Meetings.SettlementAsync(its, "APPROVED"), "meeting { id }");
        Assert.Equal("GRANTED", await PhaseAsync(application));
    }

    private async Task<string> PhaseAsync(string application) =>
        (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase } } }", new { a = application }))["node"]!["phase"]!.GetValue<string>();

    private async Task<List<string>> AwaitedAsync() =>
        [.. (await Cases.Officer.ReadAsync("{ awaitingMe { title } }"))["awaitingMe"]!.AsArray().Select(step => step!["title"]!.GetValue<string>())];
}
