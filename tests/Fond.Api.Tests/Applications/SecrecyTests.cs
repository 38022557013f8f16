using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Applications;

/// <summary>What is marked as possibly secret can be read by whom it concerns, and each reading is in the trail.</summary>
public sealed class SecrecyTests : FondTest
{
    private const string Content = "query($id: ID!) { node(id: $id) { ... on Application { content { need } secrecy { ground markedAt markedBy { name } } } } }";
    private const string Versions = "query($id: ID!) { node(id: $id) { ... on Application { versions { content { need } } } } }";
    private const string Changes = "query($id: ID!) { node(id: $id) { ... on Application { versions { changes { path } } } } }";
    private const string Title = "query($id: ID!) { node(id: $id) { ... on Application { title asked attachments { fileName secrecy { ground } } } } }";
    private const string Ground = "OSL 26 kap. 1 §";

    private Stages Stages => new(Fond);

    [Theory]
    [InlineData(Content, "Application")]
    [InlineData(Versions, "ApplicationVersion")]
    [InlineData(Changes, "ApplicationVersion")]
    public async Task Whoever_reads_what_a_marked_application_says_is_in_the_trail(string query, string read)
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.ReadAsync(query, new { id = application });
        Assert.Empty(await ReadingsAsync());
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { secrecy { ground } }");

        await Stages.Officer.ReadAsync(query, new { id = application });
        await Stages.Lead.ReadAsync(query, new { id = application });
        Assert.Equal([("Projektledare, Helsingborg", read), ("Fondhandläggare, Helsingborg", read)], await ReadingsAsync());
        Assert.Null((await Fond.As("revisor").ReadAsync("{ auditVerdict { brokenAt } }"))["auditVerdict"]!["brokenAt"]);

        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = (string?)null }, "application { id }");
        await Stages.Officer.ReadAsync(query, new { id = application });
        Assert.Equal(2, (await ReadingsAsync()).Count);
    }

    [Fact]
    public async Task The_mark_says_by_which_provision_since_when_and_by_whom()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = $" {Ground} " }, "application { id }");
        var mark = (await Stages.Secretary.ReadAsync(Content, new { id = application }))["node"]!["secrecy"]!;
        Assert.Equal((Ground, "Fondhandläggare, Helsingborg"), (mark["ground"]!.GetValue<string>(), mark["markedBy"]!["name"]!.GetValue<string>()));
        Assert.Equal(Fond.Clock.GetUtcNow(), mark["markedAt"]!.GetValue<DateTimeOffset>());
        await Stages.Officer.RefusedAsync("SECRECY_GROUND_INVALID", "markApplication", new { applicationId = application, ground = " § " }, "ground");
        await Stages.Officer.RefusedAsync("SECRECY_GROUND_INVALID", "markApplication", new { applicationId = application, ground = new string('x', 201) }, "ground");
    }

    [Fact]
    public async Task What_is_handed_in_later_is_marked_as_the_application_is()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { id }");
        await Stages.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-03-20" }, "application { id }");
        await Stages.Lead.DoAsync("supplementApplication", new { applicationId = application }, "application { id }");
        await Stages.Officer.ReadAsync(Versions, new { id = application });
        Assert.Equal(2, (await ReadingsAsync()).Count);
    }

    [Fact]
    public async Task What_else_there_is_of_a_marked_case_is_read_without_a_trace()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { id }");
        await Stages.Officer.ReadAsync(Title, new { id = application });
        Assert.Empty(await ReadingsAsync());
    }

    [Fact]
    public async Task Whoever_fetches_a_marked_file_is_in_the_trail_and_whoever_may_not_is_not()
    {
        var application = await Cases.WholeDraftAsync(Fond);
        using var upload = await Stages.Lead.RequestAsync(HttpMethod.Post, $"/applications/{application}/attachments?fileName=journal.pdf");
        upload.Content = new ByteArrayContent("%PDF-1.7\nhej"u8.ToArray());
        using var uploaded = await Stages.Lead.SendAsync(upload);
        var file = JsonNode.Parse(await uploaded.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["id"]!.GetValue<string>();
        await Stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Stages.Officer, file));
        Assert.Empty(await ReadingsAsync());

        await Stages.Officer.DoAsync("markAttachment", new { attachmentId = file, ground = Ground }, "attachment { secrecy { ground } }");
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Stages.Officer, file));
        Assert.Equal(HttpStatusCode.NotFound, await FetchAsync(Fond.As("haninge-handlaggare"), file));
        Assert.Equal([("Fondhandläggare, Helsingborg", "Attachment")], await ReadingsAsync());
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: MarkAttachmentInput!) { markAttachment(input: $input) { errors { code } } }", new { input = new { attachmentId = file, ground = (string?)null } });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "markAttachment", new { attachmentId = file, ground = Ground }, "attachmentId");
    }

    /// <summary>Who has read what, newest first.</summary>
    private async Task<List<(string Who, string What)>> ReadingsAsync() =>
        [.. (await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { who objectType } } }"))["audit"]!["nodes"]!.AsArray().Select(e => (e!["who"]!.GetValue<string>(), e["objectType"]!.GetValue<string>()))];

    private static async Task<HttpStatusCode> FetchAsync(Client client, string file)
    {
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, "/attachments/" + file));
        return response.StatusCode;
    }
}
