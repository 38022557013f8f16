using System.Text.Json.Nodes;
using Fond.Api.Tests.Applications;
using Fond.Api.Tests.Support;
using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Platform.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Meetings;

/// <summary>A short idea that the fund's deciding body settles at a meeting, by the definition that the call names.</summary>
public sealed class IdeaAtMeetingTests : FondTest
{
    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task The_body_approves_it_at_a_meeting_and_nobody_does_it_alone()
    {
        var idea = await HandedInAsync();
        foreach (var alone in new[] { Cases.Officer, Cases.Chair, Cases.Secretary })
            await alone.RefusedAsync("WORKFLOW_ROLE_NOT_PERMITTED", "decideIdea", new { applicationId = idea, approved = true, reason = "Bra" });
        var meeting = await Meetings.InSessionAsync(idea);
        await Cases.Secretary.RefusedAsync("MEETING_OUTCOME_UNFIT", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "APPROVED_IN_PART"), "outcome");
        var paid = await Meetings.SettlementAsync(meeting, "APPROVED");
        paid["amounts"] = new[] { new { year = 2026, amount = 100 } };
        await Cases.Secretary.RefusedAsync("MEETING_IDEA_WITHOUT_MONEY", "settleAgendaItem", paid, "outcome");
        var settled = await Meetings.SettleAsync(meeting, "APPROVED");
        Assert.Equal(("DRAFT", null), (settled["application"]!["phase"]!.GetValue<string>(), settled["decision"]?.ToJsonString()));
        var decided = await SeenAsync(idea);
        Assert.True(decided["ideaDecision"]!["approved"]!.GetValue<bool>());
        Assert.EndsWith(", § 1: Metoden är prövad på annat håll.", decided["ideaDecision"]!["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("IDEA_DECISION", decided["documents"]!.AsArray().Select(d => d!["kind"]!.GetValue<string>()));
        Assert.Contains("Styrgruppen bifaller idén: en fullständig ansökan får göras.", await Meetings.PageAsync(await Meetings.ClosedAsync(meeting)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_marked_in_the_registry_is_not_for_everybody_in_the_minutes_either()
    {
        var idea = await HandedInAsync();
        var meeting = await Meetings.InSessionAsync(idea);
        await Meetings.SettleAsync(meeting, "APPROVED");
        var minutes = await Meetings.ClosedAsync(meeting);
        await Meetings.AnnouncedAsync(minutes);
        Assert.Contains("Metoden är prövad", await Meetings.PageAsync(minutes, null), StringComparison.Ordinal);
        Assert.Equal(1, await FoundAsync());
        var entry = (await Cases.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: IDEA_DECISION) { nodes { id } } }", new { a = idea }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await Cases.Officer.DoAsync("markDocument", new { documentId = entry, ground = "OSL 26 kap. 1 §" }, "document { id }");
        var open = await Meetings.PageAsync(minutes, null);
        Assert.DoesNotContain("Metoden är prövad", open, StringComparison.Ordinal);
        Assert.Contains("Paragrafen är sekretessmarkerad (OSL 26 kap. 1 §)", open, StringComparison.Ordinal);
        Assert.Equal(0, await FoundAsync());
    }

    [Fact]
    public async Task An_idea_that_was_answered_twice_has_its_paragraph_closed_by_either_answer()
    {
        var idea = await HandedInAsync();
        var meeting = await Meetings.InSessionAsync(idea);
        await Meetings.SettleAsync(meeting, "APPROVED");
        var minutes = await Meetings.ClosedAsync(meeting);
        await Meetings.AnnouncedAsync(minutes);
        await Fond.InDatabaseAsync(async db => // by a definition of the municipality's own, which lets an idea come back
        {
            var application = await db.Set<Application>().SingleAsync(a => a.Id == GlobalId.KeyOf<Application>(idea));
            var last = await db.Set<CaseDocument>().Where(d => d.ApplicationId == application.Id).MaxAsync(d => d.Number);
            db.Add(new CaseDocument(application, last, DocumentEntry.DrawnUp(DocumentKind.IdeaDecision, application.Title), null, null, Fond.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        foreach (var entry in (await Cases.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: IDEA_DECISION) { nodes { id } } }", new { a = idea }))["caseDocuments"]!["nodes"]!.AsArray())
            await Cases.Officer.DoAsync("markDocument", new { documentId = entry!["id"]!.GetValue<string>(), ground = "OSL 26 kap. 1 §" }, "document { id }");
        Assert.Contains("Paragrafen är sekretessmarkerad (OSL 26 kap. 1 §)", await Meetings.PageAsync(minutes, null), StringComparison.Ordinal);
    }

    private async Task<int> FoundAsync() =>
        (await Fond.As(null).ReadAsync("{ publicMinutes(text: \"Metoden är prövad\") { nodes { path } } }"))["publicMinutes"]!["nodes"]!.AsArray().Count;

    [Theory]
    [InlineData("TABLED", "")]
    [InlineData("REFERRED_BACK", "Vem tar över efter piloten")]
    public async Task It_is_put_off_and_rejected_at_the_next_meeting(string outcome, string missing)
    {
        var idea = await HandedInAsync();
        Assert.Equal("IDEA_REVIEW", (await Meetings.SettleAsync(await Meetings.InSessionAsync(idea), outcome, 1, ("missing", missing)))["application"]!["phase"]!.GetValue<string>());
        var told = (await Cases.Lead.ReadAsync("{ notifications(first: 100) { nodes { body } } }"))["notifications"]!["nodes"]!.AsArray().Select(n => n!["body"]!.GetValue<string>());
        Assert.Equal(missing.Length > 0, missing.Length > 0 && told.Any(t => t.Contains(missing, StringComparison.Ordinal)));
        var rejected = await Meetings.SettleAsync(await Meetings.InSessionAsync(idea), "REJECTED");
        Assert.Equal("IDEA_DECLINED", rejected["application"]!["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task Where_officers_may_answer_it_the_body_may_too()
    {
        var idea = await HandedInAsync("application-in-two-steps");
        Assert.Equal("DRAFT", (await Meetings.SettleAsync(await Meetings.InSessionAsync(idea), "APPROVED"))["application"]!["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task Where_the_definition_leaves_the_answer_to_roles_alone_it_is_given_by_whoever_settles_it()
    {
        using var files = new ChangedDefinition();
        await using var changed = await files.AgainAsync(Fond, "application-in-two-steps.json", file =>
        {
            foreach (var transition in file["states"]!.AsArray().SelectMany(s => s!["transitions"]?.AsArray() ?? []).Where(t => t!["trigger"]!.GetValue<string>() is "approveIdea" or "declineIdea"))
                transition!["by"] = new JsonArray("STEERING_SECRETARY");
        });
        var meetings = new MeetingStages(changed);
        var idea = await HandedInAsync("application-in-two-steps", changed);
        Assert.Equal("DRAFT", (await meetings.SettleAsync(await meetings.InSessionAsync(idea), "APPROVED"))["application"]!["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_board_that_does_not_decide_for_the_fund_does_not_answer_it_either()
    {
        var idea = await HandedInAsync();
        var meeting = await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", idea);
        await Cases.Registrar.RefusedAsync("MEETING_CASE_NOT_OURS", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "APPROVED"), "itemId");
    }

    private async Task<string> HandedInAsync(string workflow = "application-in-two-steps-by-the-body", FondServer? fond = null)
    {
        var server = fond ?? Fond;
        var id = await TwoSteps.BegunAsync(server, await TwoSteps.CallAsync(server, workflow), TwoSteps.Idea());
        await server.As("helsingborg-projektledare").DoAsync("submitIdea", new { applicationId = id }, "application { id }");
        return id;
    }

    private async Task<JsonNode> SeenAsync(string id) => (await Cases.Officer.ReadAsync(
        "query($id: ID!) { node(id: $id) { ... on Application { ideaDecision { approved reason } documents { kind } } } }", new { id }))["node"]!;
}
