using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Applications;
using Fond.Features.Platform.GraphQL;
using Microsoft.EntityFrameworkCore;

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

    [Fact]
    public async Task Without_the_child_impact_assessment_a_case_that_concerns_children_is_decided_by_nobody_and_sent_back_for_it()
    {
        var application = await Cases.AwaitingDecisionAsync();
        await ForgetChildImpactAsync(application);
        var meeting = await Meetings.InSessionAsync(application);
        foreach (var (outcome, amounts) in new[] { ("GRANTED", await Cases.AskedAsync(application)), ("REJECTED", []) })
            await Cases.Secretary.RefusedAsync("DECISION_CHILD_IMPACT_MISSING", "decideApplication", await Cases.DecisionAsync(application, outcome, amounts), path: ""); // no field of the input is to blame
        foreach (var outcome in new[] { "APPROVED", "REJECTED" })
            await Cases.Secretary.RefusedAsync("DECISION_CHILD_IMPACT_MISSING", "settleAgendaItem", await Meetings.SettlementAsync(meeting, outcome), path: "");
        Assert.Equal("AWAITING_DECISION", await PhaseAsync(application));

        await Meetings.SettleAsync(meeting, "REFERRED_BACK", 1, ("missing", "Barnkonsekvensanalysen"));
        await Cases.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Barnkonsekvensanalysen", lastDay = Fond.Today.AddDays(10).ToString("yyyy-MM-dd", null) }, "application { id }");
        await Cases.Lead.DoAsync("saveApplicationDraft", new { applicationId = application, content = new { childImpact = new { concernsChildren = true, children = "Eleverna", rights = "Artikel 3 och 12", heard = "I elevrådet", assessment = "Bäst för dem" } } }, "application { id }");
        await Cases.Lead.DoAsync("supplementApplication", new { applicationId = application }, "application { id }");
        Assert.Equal("GRANTED", (await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "APPROVED"))["application"]!["phase"]!.GetValue<string>());
    }

    /// <summary>As a case that came in by an older form: an application without it is not handed in.</summary>
    private Task<int> ForgetChildImpactAsync(string id) => Fond.InDatabaseAsync(async db =>
    {
        var key = GlobalId.KeyOf<Application>(id);
        var application = await db.Set<Application>().SingleAsync(a => a.Id == key);
        db.Entry(application).Property(a => a.Content).CurrentValue = application.Content with { ChildImpact = new() { ConcernsChildren = true } };
        db.Entry(application).Property(a => a.ConcernsChildren).CurrentValue = true;
        return await db.SaveChangesAsync();
    });

    private async Task<string> PhaseAsync(string application) =>
        (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase } } }", new { a = application }))["node"]!["phase"]!.GetValue<string>();

    private async Task<List<string>> AwaitedAsync() =>
        [.. (await Cases.Officer.ReadAsync("{ awaitingMe { title } }"))["awaitingMe"]!.AsArray().Select(step => step!["title"]!.GetValue<string>())];
}
