using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Applications;

public sealed class AttachmentTests : FondTest
{
    private static readonly byte[] Pdf = "%PDF-1.7\nhej"u8.ToArray();

    [Fact]
    public async Task A_file_comes_back_as_it_was_sent_for_those_who_see_the_case()
    {
        var id = await Cases.WholeDraftAsync(Fond);
        var uploaded = await UploadAsync("helsingborg-projektledare", id, "../plan.pdf", Pdf);
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        var file = (await uploaded.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(("plan.pdf", "application/pdf"), (file["fileName"]!.GetValue<string>(), file["contentType"]!.GetValue<string>()));
        var path = "/attachments/" + file["id"]!.GetValue<string>();

        using var mine = await GetAsync("helsingborg-projektledare", path);
        Assert.Equal(Pdf, await mine.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", mine.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(mine.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("helsingborg-handlaggare", path)).StatusCode);

        await Fond.As("helsingborg-projektledare").DoAsync("submitApplication", new { applicationId = id }, "application { id }");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("helsingborg-handlaggare", path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("haninge-handlaggare", path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(null, path)).StatusCode);
    }

    [Fact]
    public async Task A_form_is_no_file_and_is_refused_before_it_is_kept()
    {
        var id = await Cases.DraftAsync(Fond);
        var lead = Fond.As("helsingborg-projektledare");
        var request = await lead.RequestAsync(HttpMethod.Post, $"/applications/{id}/attachments?fileName=a.pdf");
        request.Content = new MultipartFormDataContent { { new ByteArrayContent(Pdf), "file", "a.pdf" } };
        using var response = await lead.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Empty(await FilesAsync(lead, id));
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_is_refused()
    {
        var id = await Cases.DraftAsync(Fond);
        await RefusedAsync("ATTACHMENT_TYPE_NOT_ALLOWED", await UploadAsync("helsingborg-projektledare", id, "plan.pdf", [0x4D, 0x5A, 0, 1]));
        await RefusedAsync("ATTACHMENT_EMPTY", await UploadAsync("helsingborg-projektledare", id, "plan.pdf", []));
        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync("haninge-projektledare", id, "plan.pdf", Pdf)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await UploadAsync(null, id, "plan.pdf", Pdf)).StatusCode);
    }

    [Fact]
    public async Task A_file_of_20_MB_is_taken_and_one_of_a_byte_more_is_not()
    {
        var (id, file) = (await Cases.DraftAsync(Fond), new byte[20 * 1024 * 1024 + 1]);
        Pdf.CopyTo(file, 0);
        await RefusedAsync("ATTACHMENT_TOO_LARGE", await UploadAsync("helsingborg-projektledare", id, "plan.pdf", file));
        Assert.Equal(HttpStatusCode.Created, (await UploadAsync("helsingborg-projektledare", id, "plan.pdf", file[..^1])).StatusCode);
        Assert.Equal(["plan.pdf"], await FilesAsync(Fond.As("helsingborg-projektledare"), id));
    }

    [Fact]
    public async Task A_draft_has_30_files_at_most()
    {
        var id = await Cases.DraftAsync(Fond);
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.Created, (await UploadAsync("helsingborg-projektledare", id, $"{i}.pdf", Pdf)).StatusCode);
        await RefusedAsync("ATTACHMENT_TOO_MANY", await UploadAsync("helsingborg-projektledare", id, "31.pdf", Pdf));
        Assert.Equal(30, (await FilesAsync(Fond.As("helsingborg-projektledare"), id)).Count());
    }

    [Fact]
    public async Task A_file_can_be_taken_out_of_a_draft_but_not_out_of_what_was_handed_in()
    {
        var id = await Cases.WholeDraftAsync(Fond);
        var lead = Fond.As("helsingborg-projektledare");
        var first = await IdOfAsync(await UploadAsync("helsingborg-projektledare", id, "a.pdf", Pdf));
        var second = await IdOfAsync(await UploadAsync("helsingborg-projektledare", id, "b.pdf", Pdf));
        await lead.DoAsync("removeAttachment", new { attachmentId = first }, "attachment { id }");
        await lead.DoAsync("submitApplication", new { applicationId = id }, "application { id }");
        await lead.RefusedAsync("APPLICATION_NOT_EDITABLE", "removeAttachment", new { attachmentId = second });
        await Fond.As("helsingborg-handlaggare").DoAsync("requestSupplement", new { applicationId = id, request = "Mer", lastDay = "2026-03-20" }, "application { id }");
        await lead.RefusedAsync("ATTACHMENT_REGISTERED", "removeAttachment", new { attachmentId = second });
    }

    [Fact]
    public async Task A_file_of_a_supplement_is_the_leads_alone_until_it_is_handed_in_and_belongs_to_that_version()
    {
        var stages = new Stages(Fond);
        var id = await Cases.WholeDraftAsync(Fond);
        await UploadAsync("helsingborg-projektledare", id, "a.pdf", Pdf);
        await stages.Lead.DoAsync("submitApplication", new { applicationId = id }, "application { id }");
        await stages.Officer.DoAsync("requestSupplement", new { applicationId = id, request = "Mer", lastDay = "2026-03-20" }, "application { id }");
        var added = await IdOfAsync(await UploadAsync("helsingborg-projektledare", id, "b.pdf", Pdf));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("helsingborg-handlaggare", "/attachments/" + added)).StatusCode);
        Assert.Equal(["a.pdf"], await FilesAsync(stages.Officer, id));
        Assert.Equal(["a.pdf", "b.pdf"], await FilesAsync(stages.Lead, id));

        await stages.Lead.DoAsync("saveApplicationDraft", new { applicationId = id, title = "Råd", serves = new[] { "fhm-2" } }, "application { id }");
        await stages.Lead.DoAsync("supplementApplication", new { applicationId = id }, "application { id }");
        Assert.Equal(["a.pdf", "b.pdf"], await FilesAsync(stages.Officer, id));
        var versions = (await stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { versions { serves { code } attachments { fileName } changes { path after } } } } }", new { a = id }))["node"]!["versions"]!.AsArray();
        Assert.Equal([1, 2], versions.Select(v => v!["attachments"]!.AsArray().Count));
        Assert.Equal("fhm-2", Assert.Single(versions[1]!["serves"]!.AsArray())!["code"]!.GetValue<string>());
        Assert.Contains(versions[1]!["changes"]!.AsArray(), c => (c!["path"]!.GetValue<string>(), c["after"]?.GetValue<string>()) == ("title", "Råd"));
        Assert.Contains(versions[1]!["changes"]!.AsArray(), c => (c!["path"]!.GetValue<string>(), c["after"]?.GetValue<string>()) == ("attachments.1", "b.pdf"));

        await stages.Officer.DoAsync("requestSupplement", new { applicationId = id, request = "Mer", lastDay = "2026-03-20" }, "application { id }");
        await stages.Lead.RefusedAsync("ATTACHMENT_REGISTERED", "removeAttachment", new { attachmentId = added });
    }

    private static async Task<IEnumerable<string>> FilesAsync(Client client, string application) =>
        (await client.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { attachments { fileName } } } }", new { a = application }))["node"]!["attachments"]!.AsArray().Select(f => f!["fileName"]!.GetValue<string>());

    private static async Task<string> IdOfAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();

    private static async Task RefusedAsync(string code, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["code"]!.GetValue<string>());
    }

    private async Task<HttpResponseMessage> UploadAsync(string? person, string application, string name, byte[] content)
    {
        var client = Fond.As(person);
        var request = await client.RequestAsync(HttpMethod.Post, $"/applications/{application}/attachments?fileName={Uri.EscapeDataString(name)}");
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return await client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> GetAsync(string? person, string path)
    {
        var client = Fond.As(person);
        return await client.SendAsync(await client.RequestAsync(HttpMethod.Get, path));
    }
}
