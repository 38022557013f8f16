using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Applications;

public sealed class ApplicationApiTests : FondTest
{
    private Client Lead => Fond.As("helsingborg-projektledare");

    private Client Officer => Fond.As("helsingborg-handlaggare");

    [Fact]
    public async Task A_draft_is_saved_piece_by_piece_and_refused_until_whole()
    {
        var id = await Cases.DraftAsync(Fond);
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Behovet" } }, "application { id }");
        var saved = await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { method = "Metoden" } }, "application { content { need method } }");
        Assert.Equal(("Behovet", "Metoden"), (saved["application"]!["content"]!["need"]!.GetValue<string>(), saved["application"]!["content"]!["method"]!.GetValue<string>()));
        var refused = await Lead.TryAsync("submitApplication", new { applicationId = id }, "application { id }");
        var paths = refused["errors"]!.AsArray().Select(e => string.Join('.', e!["path"]!.AsArray().Select(p => p!.GetValue<string>()))).ToList();
        Assert.Contains("content.childImpact.concernsChildren", paths);
        Assert.DoesNotContain("content.need", paths);
    }

    [Fact]
    public async Task Late_by_a_second_is_late()
    {
        var id = await Cases.WholeDraftAsync(Fond);
        Fond.Clock.SetUtcNow(FondServer.Start.AddDays(60).AddSeconds(-1));
        var other = await Cases.WholeDraftAsync(Fond);
        await Lead.DoAsync("submitApplication", new { applicationId = other }, "application { id }");
        Fond.Clock.SetUtcNow(FondServer.Start.AddDays(60));
        await Lead.RefusedAsync("CALL_CLOSED", "submitApplication", new { applicationId = id });
    }

    [Fact]
    public async Task Case_numbers_follow_one_another()
    {
        var first = await Cases.SubmittedNumberAsync(Fond);
        var second = await Cases.SubmittedNumberAsync(Fond);
        Assert.Equal(("1/2026", "2/2026"), (first, second));
    }

    [Fact]
    public async Task A_supplement_that_does_not_come_goes_back_to_the_officer_when_the_day_is_over()
    {
        var id = await Cases.SubmittedAsync(Fond);
        await Officer.DoAsync("requestSupplement", new { applicationId = id, request = "Urvalet", lastDay = "2026-03-20" }, "application { phase }");
        Fond.Clock.SetUtcNow(new(2026, 3, 20, 22, 59, 59, TimeSpan.Zero)); // a second before midnight in Stockholm
        await Fond.SweepAsync();
        Assert.Equal("SUPPLEMENT", await PhaseAsync(id));
        Fond.Clock.Advance(TimeSpan.FromSeconds(1));
        await Fond.SweepAsync();
        Assert.Equal("FORMAL_CHECK", await PhaseAsync(id));
        await Fond.SweepAsync();
        var history = (await Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { workflows { history { trigger who } timers { firedAt } } } } }", new { id }))["node"]!["workflows"]![0]!;
        Assert.Single(history["history"]!.AsArray(), h => h!["trigger"]?.GetValue<string>() == "supplementExpired" && h["who"]!.GetValue<string>() == "Fond");
        await Lead.RefusedAsync("APPLICATION_NOT_EDITABLE", "supplementApplication", new { applicationId = id });
    }

    [Fact]
    public async Task A_supplement_that_came_in_time_cancels_the_timer()
    {
        var id = await Cases.SubmittedAsync(Fond);
        await Officer.DoAsync("requestSupplement", new { applicationId = id, request = "Urvalet", lastDay = "2026-03-20" }, "application { phase }");
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Behovet, med urval" } }, "application { id }");
        var supplemented = await Lead.DoAsync("supplementApplication", new { applicationId = id }, "application { versions { number content { need } changes { path after } } }");
        var versions = supplemented["application"]!["versions"]!.AsArray();
        Assert.Equal("need", Assert.Single(versions[1]!["changes"]!.AsArray())!["path"]!.GetValue<string>());
        Assert.NotEqual("Behovet, med urval", versions[0]!["content"]!["need"]!.GetValue<string>());
        Fond.Clock.Advance(TimeSpan.FromDays(30));
        await Fond.SweepAsync();
        Assert.Equal("FORMAL_CHECK", await PhaseAsync(id));
    }

    [Fact]
    public async Task What_the_lead_writes_in_a_supplement_is_not_seen_before_it_is_handed_in()
    {
        var id = await Cases.SubmittedAsync(Fond);
        await Officer.DoAsync("requestSupplement", new { applicationId = id, request = "Urvalet", lastDay = "2026-03-20" }, "application { phase }");
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Hemligt ännu" } }, "application { id }");
        Assert.DoesNotContain("Hemligt", (await Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { content { need } } } }", new { id })).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_application_goes_no_further()
    {
        var id = await Cases.SubmittedAsync(Fond);
        await Lead.DoAsync("withdrawApplication", new { applicationId = id }, "application { phase }");
        await Officer.RefusedAsync("WORKFLOW_WRONG_STATE", "acceptApplication", new { applicationId = id });
        await Lead.RefusedAsync("WORKFLOW_WRONG_STATE", "withdrawApplication", new { applicationId = id });
    }

    [Fact]
    public async Task A_dismissal_gives_its_reason()
    {
        var id = await Cases.SubmittedAsync(Fond);
        await Officer.RefusedAsync("APPLICATION_FIELD_INVALID", "dismissApplication", new { applicationId = id, reason = " " }, "reason");
        var dismissed = await Officer.DoAsync("dismissApplication", new { applicationId = id, reason = "Fel fond" }, "application { phase dismissalReason }");
        Assert.Equal("DISMISSED", dismissed["application"]!["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_draft_is_the_lead_s_alone_by_every_way()
    {
        var id = await Cases.DraftAsync(Fond);
        foreach (var person in new[] { "helsingborg-handlaggare", "haninge-projektledare", "helsingborg-bedomare-1" })
        {
            var other = Fond.As(person);
            Assert.Null((await other.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"]);
            Assert.DoesNotContain(id, (await other.ReadAsync("{ applications { nodes { id } } workItems { nodes { application { id } } } }")).ToJsonString(), StringComparison.Ordinal);
        }
        await Fond.As("haninge-projektledare").RefusedAsync("NOT_FOUND", "saveApplicationDraft", new { applicationId = id, title = "Mitt" }, "applicationId");
    }

    [Fact]
    public async Task The_public_sees_no_application_whichever_way_it_asks()
    {
        var id = await Cases.SubmittedAsync(Fond);
        Assert.Null((await Fond.As(null).ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"]);
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "query($id: ID!) { node(id: $id) { ... on Application { title } } }", new { id });
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "query($id: ID!) { node(id: $id) { ...f } } fragment f on Application { title }", new { id });
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "{ applications { nodes { id } } }");
    }

    [Fact]
    public async Task The_list_is_filtered_by_phase_call_goal_lead_and_text()
    {
        var id = await Cases.SubmittedAsync(Fond);
        async Task<bool> Lists(string filter) => (await Officer.ReadAsync($"{{ applications({filter}) {{ nodes {{ id }} }} }}")).ToJsonString().Contains(id, StringComparison.Ordinal);
        Assert.True(await Lists("phase: FORMAL_CHECK"));
        Assert.False(await Lists("phase: GRANTED"));
        Assert.True(await Lists("goal: \"helsingborg-trygghet\""));
        Assert.False(await Lists("goal: \"lund-demokrati\""));
        Assert.True(await Lists("text: \"hållbarhetsråd\""));
        Assert.False(await Lists("text: \"%\""));
        Assert.False(await Lists("callId: \"abc\""));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("' OR 1=1 --")]
    public async Task Text_that_is_a_trick_elsewhere_is_text_here_and_found_nowhere(string text)
    {
        await Cases.SubmittedAsync(Fond);
        var seen = await Fond.As("helsingborg-handlaggare").ReadAsync("query($text: String) { applications(text: $text) { nodes { title } } people(text: $text) { nodes { id } } publicRegister(text: $text) { nodes { title } } }", new { text });
        foreach (var list in new[] { "applications", "people", "publicRegister" }) Assert.Empty(seen[list]!["nodes"]!.AsArray());
    }

    [Theory]
    [InlineData("SOCIALA HÅLLBARHETSRÅD")]
    [InlineData(" hållbarhetsråd ")]
    public async Task Text_is_found_in_capitals_or_not_Swedish_letters_too(string text)
    {
        await Cases.SubmittedAsync(Fond);
        var found = (await Fond.As("helsingborg-handlaggare").ReadAsync("query($text: String) { applications(text: $text) { nodes { title } } }", new { text }))["applications"]!["nodes"]!.AsArray();
        Assert.Single(found);
    }

    [Fact]
    public async Task A_stale_save_loses_nothing_and_says_so()
    {
        var id = await Cases.DraftAsync(Fond);
        var seen = (await Lead.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { version } } }", new { id }))["node"]!["version"]!.GetValue<long>();
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Den ena" }, expectedVersion = seen }, "application { id }");
        await Lead.RefusedAsync("CONFLICT", "saveApplicationDraft", new { applicationId = id, content = new { need = "Den andra" }, expectedVersion = seen }, "expectedVersion");
        Assert.Contains("Den ena", (await Lead.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { content { need } } } }", new { id })).ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<string> PhaseAsync(string id) =>
        (await Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { phase } } }", new { id }))["node"]!["phase"]!.GetValue<string>();
}
