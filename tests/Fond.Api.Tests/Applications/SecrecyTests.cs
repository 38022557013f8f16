using System.Net;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Applications;

/// <summary>What is marked as possibly secret can be read by whom it concerns, and each reading is in the trail.</summary>
public sealed class SecrecyTests : FondTest
{
    private const string Content = "query($id: ID!) { node(id: $id) { ... on Application { content { need } secrecy { ground markedAt markedBy { name } } } } }";
    private const string Versions = "query($id: ID!) { node(id: $id) { ... on Application { versions { content { need } } } } }";
    private const string Changes = "query($id: ID!) { node(id: $id) { ... on Application { versions { changes { path } } } } }";
    private const string Title = "query($id: ID!) { node(id: $id) { ... on Application { title } } }";
    private const string Applicant = "query($id: ID!) { node(id: $id) { ... on Application { organisation } } }";
    private const string Asked = "query($id: ID!) { node(id: $id) { ... on Application { asked concernsChildren } } }";
    private const string Files = "query($id: ID!) { node(id: $id) { ... on Application { attachments { fileName } } } }";
    private const string Course = "query($id: ID!) { node(id: $id) { ... on Application { caseNumber phase submittedAt secrecy { ground } attachments { id size secrecy { ground } } workflows { state } } } }";
    private const string Ground = "OSL 26 kap. 1 §";

    private Stages Stages => new(Fond);

    [Theory]
    [InlineData(Content, "Application")]
    [InlineData(Versions, "ApplicationVersion")]
    [InlineData(Changes, "ApplicationVersion")]
    [InlineData(Title, "Application")]
    [InlineData(Applicant, "Application")]
    [InlineData(Asked, "Application")]
    [InlineData(Files, "Attachment")]
    public async Task Whoever_reads_what_a_marked_application_says_is_in_the_trail(string query, string read)
    {
        var application = await WithFileAsync();
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
    public async Task Where_a_marked_case_stands_is_read_without_a_trace()
    {
        var application = await WithFileAsync();
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { id }");
        await Stages.Officer.ReadAsync(Course, new { id = application });
        Assert.Empty(await ReadingsAsync());
    }

    [Fact]
    public async Task A_list_that_names_marked_cases_leaves_one_entry_for_each_however_often_it_names_them()
    {
        var (marked, also) = (await Cases.SubmittedAsync(Fond), await Cases.SubmittedAsync(Fond));
        await Cases.SubmittedAsync(Fond);
        foreach (var application in new[] { marked, also }) await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { id }");
        await Stages.Officer.ReadAsync("{ applications { nodes { caseNumber phase } } }");
        Assert.Empty(await ReadingsAsync());
        await Stages.Officer.ReadAsync("{ applications { nodes { title organisation } } again: applications { nodes { title } } }");
        Assert.Equal([("Fondhandläggare, Helsingborg", "Application"), ("Fondhandläggare, Helsingborg", "Application")], await ReadingsAsync());
    }

    [Theory]
    [InlineData("title goals", 1)]
    [InlineData("caseNumber phase meanScore", 0)]
    public async Task The_overview_of_a_call_leaves_a_trace_of_the_marked_cases_that_it_names(string told, int readings)
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Cases.SubmittedAsync(Fond);
        var query = $"{{ callOverview(callId: \"{await Cases.CallAsync(Fond, "helsingborg")}\") {{ rows {{ {told} }} }} }}";
        await Stages.Officer.ReadAsync(query);
        Assert.Empty(await ReadingsAsync());
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, field = "title", ground = Ground }, "application { id }");
        await Stages.Officer.ReadAsync(query);
        Assert.Equal(Enumerable.Repeat(("Fondhandläggare, Helsingborg", "Application"), readings), await ReadingsAsync());
    }

    [Theory]
    [InlineData("before", 1)]
    [InlineData("after", 1)]
    [InlineData("at who action objectId", 0)]
    public async Task What_the_trail_tells_of_a_marked_case_is_read_with_a_trace(string told, int readings)
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { id }");
        var revisor = Fond.As("revisor");
        foreach (var id in new[] { application, await Cases.SubmittedAsync(Fond) })
            await revisor.ReadAsync($"query($id: ID!) {{ audit(objectId: $id) {{ nodes {{ {told} }} }} }}", new { id });
        Assert.Equal(Enumerable.Repeat(("Revisor", "Application"), readings), await ReadingsAsync());
        await revisor.ReadAsync("{ audit(action: \"read\") { nodes { before after } } }");
        Assert.Equal(readings, (await ReadingsAsync()).Count);
    }

    [Fact]
    public async Task What_the_trail_tells_of_an_item_that_was_taken_off_the_agenda_is_read_with_a_trace()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var meetings = new Meetings.MeetingStages(Fond);
        var meeting = await meetings.DraftAsync();
        await meetings.AddAsync(meeting, application);
        await Stages.Secretary.DoAsync("removeAgendaItem", new { meetingId = meeting, itemId = (await Stages.Secretary.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { id } } } }", new { m = meeting }))["node"]!["items"]![0]!["id"]!.GetValue<string>() }, "meeting { id }");
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, field = "need", ground = Ground }, "application { id }");
        await Fond.As("revisor").ReadAsync("query($m: ID!) { audit(objectId: $m, action: \"RemoveAgendaItem\") { nodes { before } } }", new { m = meeting });
        Assert.Equal([("Revisor", "Application")], await ReadingsAsync());
    }

    [Fact]
    public async Task Whoever_fetches_a_marked_file_is_in_the_trail_and_whoever_may_not_is_not()
    {
        var application = await WithFileAsync();
        var file = (await Stages.Officer.ReadAsync(Course, new { id = application }))["node"]!["attachments"]![0]!["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Stages.Officer, file));
        Assert.Empty(await ReadingsAsync());

        await Stages.Officer.DoAsync("markAttachment", new { attachmentId = file, ground = Ground }, "attachment { secrecy { ground } }");
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Stages.Officer, file));
        Assert.Equal(HttpStatusCode.NotFound, await FetchAsync(Fond.As("haninge-handlaggare"), file));
        Assert.Equal([("Fondhandläggare, Helsingborg", "Attachment")], await ReadingsAsync());
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: MarkAttachmentInput!) { markAttachment(input: $input) { errors { code } } }", new { input = new { attachmentId = file, ground = (string?)null } });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "markAttachment", new { attachmentId = file, ground = Ground }, "attachmentId");
    }

    /// <summary>Handed in, with a file.</summary>
    private async Task<string> WithFileAsync()
    {
        var application = await Cases.WholeDraftAsync(Fond);
        using var upload = await Stages.Lead.RequestAsync(HttpMethod.Post, $"/applications/{application}/attachments?fileName=journal.pdf");
        upload.Content = new ByteArrayContent("%PDF-1.7\nhej"u8.ToArray());
        using var uploaded = await Stages.Lead.SendAsync(upload);
        Assert.True(uploaded.IsSuccessStatusCode);
        await Stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        return application;
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
