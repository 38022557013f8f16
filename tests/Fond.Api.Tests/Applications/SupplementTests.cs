using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Applications;

public sealed class SupplementTests : FondTest
{
    private const string Read = "query($a: ID!) { node(id: $a) { ... on Application { title asked phase content { need } serves { code } } } }";

    [Fact]
    public async Task Others_see_what_was_handed_in_while_the_lead_writes_and_what_never_came_in_is_dropped()
    {
        var stages = new Stages(Fond);
        var application = await Cases.SubmittedAsync(Fond);
        var handedIn = await SeenAsync(stages.Officer, application);
        await stages.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-03-20" }, "application { id }");
        await stages.Lead.DoAsync("saveApplicationDraft", new { applicationId = application, title = "Nytt namn", serves = new[] { "fhm-2" }, content = new { need = "Nytt behov", budget = Array.Empty<object>() } }, "application { id }");
        Assert.Equal(("Nytt namn", 0L), ((await SeenAsync(stages.Lead, application))["title"]!.GetValue<string>(), (await SeenAsync(stages.Lead, application))["asked"]!.GetValue<long>()));
        Same(handedIn, await SeenAsync(stages.Officer, application));

        Fond.Clock.Advance(TimeSpan.FromDays(20));
        await Fond.SweepAsync();
        Same(handedIn, await SeenAsync(stages.Officer, application));
        Same(handedIn, await SeenAsync(stages.Lead, application));
    }

    [Fact]
    public async Task What_is_being_written_shows_in_no_list_filter_or_overview()
    {
        var stages = new Stages(Fond);
        var application = await Cases.SubmittedAsync(Fond);
        await stages.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-03-20" }, "application { id }");
        await stages.Lead.DoAsync("saveApplicationDraft", new { applicationId = application, title = "Hemligt namn", serves = new[] { "fhm-2" }, content = new { childImpact = new { concernsChildren = false }, budget = Array.Empty<object>() } }, "application { id }");
        var call = await Cases.CallAsync(Fond, "helsingborg");
        var seen = await stages.Officer.ReadAsync("query($c: ID!) { byText: applications(text: \"hemligt\") { nodes { id } } byGoal: applications(goal: \"fhm-2\", text: \"råd\") { nodes { id } } callOverview(callId: $c) { asked rows { title asked goals } } }", new { c = call });
        Assert.Empty(seen["byText"]!["nodes"]!.AsArray());
        Assert.DoesNotContain("Hemligt", seen.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(500_000_000, seen["callOverview"]!["asked"]!.GetValue<long>());
        Assert.True((await stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { concernsChildren } } }", new { a = application }))["node"]!["concernsChildren"]!.GetValue<bool>());
        Assert.DoesNotContain((await stages.Officer.ReadAsync("{ notifications { nodes { subject body } } }")).ToJsonString(), "Hemligt", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_is_moved_and_everything_that_waits_for_it_moves_with_it()
    {
        var stages = new Stages(Fond);
        var application = await Cases.SubmittedAsync(Fond);
        await stages.Officer.RefusedAsync("APPLICATION_SUPPLEMENT_NOT_ASKED", "moveSupplementDay", new { applicationId = application, lastDay = "2026-03-20" });
        await stages.Officer.RefusedAsync("APPLICATION_SUPPLEMENT_DAY_TOO_FAR", "requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2027-03-11" }, "lastDay");
        await stages.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-12-03" }, "application { id }"); // the year's last month for its third
        await stages.Officer.RefusedAsync("APPLICATION_SUPPLEMENT_DAY_TOO_SOON", "moveSupplementDay", new { applicationId = application, lastDay = "2026-03-10" }, "lastDay");
        await stages.Officer.RefusedAsync("APPLICATION_SUPPLEMENT_DAY_TOO_FAR", "moveSupplementDay", new { applicationId = application, lastDay = "2027-03-11" }, "lastDay");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "moveSupplementDay", new { applicationId = application, lastDay = "2026-03-20" }, "applicationId");
        var moved = (await stages.Officer.DoAsync("moveSupplementDay", new { applicationId = application, lastDay = "2026-03-20" }, "application { supplementLastDay workItems { dueOn doneAt } }"))["application"]!;
        await stages.Officer.RefusedAsync("APPLICATION_SUPPLEMENT_DAY_UNMOVED", "moveSupplementDay", new { applicationId = application, lastDay = "2026-03-20" }, "lastDay");
        Assert.Equal("2026-03-20", moved["supplementLastDay"]!.GetValue<string>());
        Assert.Contains(moved["workItems"]!.AsArray(), i => i!["doneAt"] is null && i["dueOn"]!.GetValue<string>() == "2026-03-20");
        var told = (await new Client(Fond, "helsingborg-projektledare") { Language = "sv" }.ReadAsync("{ notifications(first: 1) { nodes { subject body } } }"))["notifications"]!["nodes"]![0]!;
        Assert.EndsWith("ny sista dag för komplettering", told["subject"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("senast 2026-03-20", told["body"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEmpty((await Fond.As("revisor").ReadAsync("{ audit(action: \"MoveSupplementDay\") { nodes { objectType } } }"))["audit"]!["nodes"]!.AsArray());

        Fond.Clock.Advance(TimeSpan.FromDays(11)); // the 21st: the moved day is over, the first is far away
        await Fond.SweepAsync();
        Assert.Equal("FORMAL_CHECK", (await SeenAsync(stages.Officer, application))["phase"]!.GetValue<string>());
    }

    private static void Same(JsonNode expected, JsonNode actual)
    {
        foreach (var field in new[] { "title", "asked", "content", "serves" })
            Assert.Equal(expected[field]!.ToJsonString(), actual[field]!.ToJsonString());
    }

    private static async Task<JsonNode> SeenAsync(Client client, string application) => (await client.ReadAsync(Read, new { a = application }))["node"]!;
}
