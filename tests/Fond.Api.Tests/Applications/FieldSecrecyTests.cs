using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Applications;

/// <summary>One field of an application can be marked as possibly secret: who reads that, and nothing else of it, is in the trail with the field's name.</summary>
public sealed class FieldSecrecyTests : FondTest
{
    private const string Ground = "OSL 26 kap. 1 §";

    private Stages Stages => new(Fond);

    [Theory]
    [InlineData("summary", "content { summary }", "Application")]
    [InlineData("summary", "content { ...F }", "Application")]
    [InlineData("targetGroup.description", "content { targetGroup { description } }", "Application")]
    [InlineData("targetGroup", "content { targetGroup { description } }", "Application")]
    [InlineData("budget", "content { budget { year } }", "Application")]
    [InlineData("title", "title", "Application")]
    [InlineData("organisation", "organisation", "Application")]
    [InlineData("serves", "serves { code }", "Application")]
    [InlineData("summary", "versions { content { summary } }", "ApplicationVersion")]
    [InlineData("title", "versions { title }", "ApplicationVersion")]
    [InlineData("need", "versions { changes { after } }", "ApplicationVersion")]
    public async Task Whoever_reads_a_marked_field_is_in_the_trail_with_its_name(string field, string said, string read)
    {
        var application = await Cases.SubmittedAsync(Fond);
        await ReadAsync(application, said);
        await MarkAsync(application, field);
        Assert.Empty(await ReadingsAsync());
        await ReadAsync(application, said);
        Assert.Equal([("Fondhandläggare, Helsingborg", read, $$"""{"Fields":["{{field}}"]}""")], await ReadingsAsync());
        Assert.Null((await Fond.As("revisor").ReadAsync("{ auditVerdict { brokenAt } }"))["auditVerdict"]!["brokenAt"]);

        await MarkAsync(application, field, null);
        await ReadAsync(application, said);
        Assert.Single(await ReadingsAsync());
    }

    [Theory]
    [InlineData("summary", "title serves { code } content { need targetGroup { description area } }")]
    [InlineData("targetGroup.area", "content { targetGroup { description } }")]
    [InlineData("title", "organisation content { summary }")]
    public async Task What_else_the_application_says_is_read_without_a_trace(string field, string said)
    {
        var application = await Cases.SubmittedAsync(Fond);
        await MarkAsync(application, field);
        await ReadAsync(application, said);
        Assert.Empty(await ReadingsAsync());
    }

    [Fact]
    public async Task A_mark_says_of_what_by_which_provision_since_when_and_by_whom_and_stays_when_it_is_lifted()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await MarkAsync(application, "childImpact.heard");
        await MarkAsync(application, "childImpact.heard", null);
        var mark = Assert.Single((await Stages.Secretary.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { secrecy { ground } fieldMarks { field name secrecy { ground markedAt markedBy { name } } liftedAt liftedBy { name } } } } }", new { id = application }))["node"]!["fieldMarks"]!.AsArray())!;
        Assert.Equal(("childImpact.heard", "Best interests of the child: how children have been heard"), (mark["field"]!.GetValue<string>(), mark["name"]!.GetValue<string>()));
        Assert.Equal((Ground, "Fondhandläggare, Helsingborg"), (mark["secrecy"]!["ground"]!.GetValue<string>(), mark["secrecy"]!["markedBy"]!["name"]!.GetValue<string>()));
        Assert.Equal((Fond.Clock.GetUtcNow(), "Fondhandläggare, Helsingborg"), (mark["liftedAt"]!.GetValue<DateTimeOffset>(), mark["liftedBy"]!["name"]!.GetValue<string>()));
        var changes = (await Fond.As("revisor").ReadAsync("query($id: ID!) { audit(objectId: $id, action: \"MarkApplication\") { nodes { objectType } } }", new { id = application }))["audit"]!["nodes"]!.AsArray();
        Assert.Equal(2, changes.Count(c => c!["objectType"]!.GetValue<string>() == "FieldMark"));
    }

    [Fact]
    public async Task A_mark_that_was_put_on_an_entry_by_hand_stays_whatever_field_is_marked_and_lifted()
    {
        const string own = "OSL 21 kap. 7 §";
        var application = await Cases.SubmittedAsync(Fond);
        var entry = (await ReadAsync(application, "documents { id kind secrecy { ground } }"))["node"]!["documents"]!.AsArray().First(d => d!["kind"]!.GetValue<string>() == "APPLICATION")!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("markDocument", new { documentId = entry, ground = own }, "document { id }");
        foreach (var field in new[] { "need", "title" })
        {
            await MarkAsync(application, field);
            await MarkAsync(application, field, null);
        }
        Assert.Equal(own, (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on CaseDocument { secrecy { ground } } } }", new { id = entry }))["node"]!["secrecy"]!["ground"]!.GetValue<string>());
    }

    [Fact]
    public async Task Only_the_funds_officer_marks_what_the_form_asks()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.RefusedAsync("APPLICATION_FIELD_UNKNOWN", "markApplication", new { applicationId = application, field = "content.summary", ground = Ground }, "field");
        await Stages.Officer.RefusedAsync("SECRECY_GROUND_INVALID", "markApplication", new { applicationId = application, field = "summary", ground = " § " }, "ground");
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: MarkApplicationInput!) { markApplication(input: $input) { errors { code } } }", new { input = new { applicationId = application, field = "summary", ground = Ground } });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "markApplication", new { applicationId = application, field = "summary", ground = Ground }, "applicationId");
    }

    [Fact]
    public async Task A_memo_begins_without_what_is_marked()
    {
        var application = await Stages.AcceptedAsync();
        var summary = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { content { summary } } } }", new { id = application }))["node"]!["content"]!["summary"]!.GetValue<string>();
        await MarkAsync(application, "summary");
        await MarkAsync(application, "organisation");
        var text = (await Stages.Officer.DoAsync("saveDecisionMemo", new { applicationId = application }, "memo { text { summary matter dispatchTo } }"))["memo"]!["text"]!;
        Assert.Equal($"[Sammanfattning: sekretessmarkerad uppgift, {Ground}]", text["summary"]!.GetValue<string>());
        Assert.NotEqual("", text["matter"]!.GetValue<string>());
        Assert.DoesNotContain(summary, text.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal($"[Sökande: sekretessmarkerad uppgift, {Ground}]", text["dispatchTo"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task A_release_names_the_fields_that_it_masks()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var document = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: APPLICATION) { nodes { id } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var request = (await Stages.Officer.DoAsync("requestRelease", new { documentId = document, receivedOn = "2026-03-10" }, "releaseRequest { id }"))["releaseRequest"]!["id"]!.GetValue<string>();
        object Decision(string field) => new { releaseRequestId = request, outcome = "IN_PART", ground = Ground, reasons = "Röjer enskilda", maskedFields = new[] { "summary", field } };
        await Stages.Officer.RefusedAsync("APPLICATION_FIELD_UNKNOWN", "decideRelease", Decision("finnsinte"), "maskedFields.1");
        await Stages.Officer.DoAsync("decideRelease", Decision("targetGroup.area"), "releaseRequest { maskedFields }");
        var path = (await Stages.Officer.DoAsync("writeReleaseDecision", new { releaseRequestId = request }, "releaseRequest { path }"))["releaseRequest"]!["path"]!.GetValue<string>();
        using var response = await Stages.Officer.SendAsync(await Stages.Officer.RequestAsync(HttpMethod.Get, path));
        Assert.Contains("undantag för följande uppgifter: Sammanfattning; Målgruppen: område", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<JsonNode> MarkAsync(string application, string field, string? ground = Ground) => Stages.Officer.DoAsync("markApplication", new { applicationId = application, field, ground }, "application { version }");

    private Task<JsonNode> ReadAsync(string application, string said) => Stages.Officer.ReadAsync(
        $"query($id: ID!) {{ node(id: $id) {{ ... on Application {{ {said} }} }} }} {(said.Contains("...F", StringComparison.Ordinal) ? "fragment F on ApplicationContent { summary }" : "")}", new { id = application });

    /// <summary>Who has read what of what, newest first.</summary>
    private async Task<List<(string Who, string What, string? Fields)>> ReadingsAsync() =>
        [.. (await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { who objectType after } } }"))["audit"]!["nodes"]!.AsArray().Select(e => (e!["who"]!.GetValue<string>(), e["objectType"]!.GetValue<string>(), e["after"]?.GetValue<string>()))];
}
