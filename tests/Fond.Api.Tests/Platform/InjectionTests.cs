using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using MimeKit;

namespace Fond.Api.Tests.Platform;

/// <summary>What people write stays what they have written, wherever it is put: into a header, an e-mail or a statement of SQL.</summary>
public sealed class InjectionTests : FondTest
{
    private readonly MailCatcher _mail = new();

    private readonly DirectoryInfo _workflows = Directory.CreateTempSubdirectory("fond-workflows-");

    protected override string[] Settings => ["--Email:Host=127.0.0.1", $"--Email:Port={_mail.Port}", "--Email:Tls=false", "--Email:From=fond@kommun.example", $"--Workflows:Path={TitleAsSubject()}"];

    [Theory]
    [InlineData("plan.pdf\r\nSet-Cookie: a=b", "plan.pdfSet-Cookie a=b.pdf")]
    [InlineData("plan.pdf\"; filename=\"plan.exe", "plan.pdf filename=plan.exe.pdf")]
    [InlineData("plan.pdf'; filename*=UTF-8''plan.exe", "plan.pdf' filename=UTF-8''plan.exe.pdf")]
    [InlineData("plan%0d%0aSet-Cookie%3a.pdf", "plan%0d%0aSet-Cookie%3a.pdf")]
    [InlineData("räksmörgås 🎂 e\u0301.pdf", "räksmörgås 🎂 e\u0301.pdf")]
    public async Task A_file_name_is_one_name_in_one_header_of_the_download(string given, string kept)
    {
        using var uploaded = await UploadAsync(given);
        var file = (await uploaded.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(kept, file["fileName"]!.GetValue<string>());
        var lead = Fond.As("helsingborg-projektledare");
        using var response = await lead.SendAsync(await lead.RequestAsync(HttpMethod.Get, $"/attachments/{file["id"]}"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(["filename", "filename*"], response.Content.Headers.ContentDisposition.Parameters.Select(p => p.Name));
        Assert.Equal(kept, response.Content.Headers.ContentDisposition.FileNameStar);
    }

    [Theory]
    [InlineData("faktura\u202efdp.exe")]
    [InlineData("plan\0.pdf")]
    public async Task A_file_name_that_looks_like_another_is_refused(string name)
    {
        using var response = await UploadAsync(name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("TEXT_CONTROL_CHARACTERS", (await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Pilot\r\nBcc: boven@example.com")]
    [InlineData("Pilot\nBcc: boven@example.com\n\nEn annan text")]
    [InlineData("Pilot\rBcc: boven@example.com")]
    [InlineData("Pilot\r\n.\r\nMAIL FROM:<boven@example.com>\r\nDATA\r\nSubject: Falskt\r\n\r\n.\r\n")]
    public async Task A_title_in_an_e_mail_adds_no_header_no_recipient_and_no_message(string title)
    {
        await SubmitAsync("Pilot");
        await Fond.SweepAsync();
        var usual = _mail.Messages.Count;
        _mail.Messages.Clear();
        _mail.Recipients.Clear();
        await SubmitAsync(title);
        await Fond.SweepAsync();
        Assert.Equal(usual, _mail.Messages.Count);
        var told = _mail.Messages.Select(Read).ToList();
        Assert.Contains(told, m => Said(m).Contains("Bcc", StringComparison.Ordinal) || Said(m).Contains("MAIL FROM", StringComparison.Ordinal)); // it did get there
        Assert.Equal(usual, _mail.Recipients.Count);
        Assert.All(told, m => Assert.DoesNotContain(m.Headers, h => h.Id == HeaderId.Bcc));
        Assert.All(told, m => Assert.Equal("fond@kommun.example", Assert.Single(m.From.Mailboxes).Address));
        Assert.All(told, m => Assert.Single(m.To.Mailboxes));
    }

    [Theory]
    [InlineData("a@kommun.example\r\nBcc: boven@example.com")]
    [InlineData("a@kommun.example, boven@example.com")]
    [InlineData("A <a@kommun.example>")]
    [InlineData("a@kommun.example>\r\nRCPT TO:<boven@example.com")]
    public async Task An_address_is_one_address(string email) => await Fond.As("administrator").RefusedAsync(
        "PERSON_EMAIL_INVALID", "registerPerson", new { subject = "ny", name = "Ny", organisation = "Kommunen", email }, "email");

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("_%_")]
    [InlineData("[a-z]")]
    [InlineData("'")]
    [InlineData("''")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("--")]
    [InlineData("/*")]
    [InlineData("' OR ''='")]
    public async Task A_search_finds_what_holds_the_text_by_the_letter_and_nothing_else(string text)
    {
        var administrator = Fond.As("administrator");
        foreach (var (name, i) in new[] { "100 % säker", "under_streck", "[a-z]", "O'Hara ''", "Citat \"x\"", "om\\vänd", "bind -- streck", "/* anmärkning */" }.Select((n, i) => (n, i)))
            await administrator.DoAsync("registerPerson", new { subject = $"p{i}", name, organisation = "Kommunen" }, "person { id }");
        var all = await NamesAsync("");
        Assert.Equal(all.Where(n => n.Contains(text, StringComparison.Ordinal)), await NamesAsync(text));
    }

    [Theory]
    [InlineData("' OR '1'='1")]
    [InlineData("'; DROP TABLE \"People\"; --")]
    [InlineData("_%_")]
    [InlineData("[a-z]%")]
    [InlineData("\" OR \"\"=\"")]
    [InlineData("\\' OR 1=1 /*")]
    [InlineData("1) OR (1=1")]
    public async Task No_argument_of_a_query_is_anything_but_a_value(string text)
    {
        await Cases.SubmittedAsync(Fond);
        var fields = await FieldsThatTakeTextAsync();
        Assert.True(fields.Count > 40);
        foreach (var (field, argument, kind, isList) in fields)
        {
            var required = field["args"]!.AsArray().Where(a => a!["type"]!["kind"]!.GetValue<string>() == "NON_NULL" && a["name"]!.GetValue<string>() != argument).Select(a => $", {a!["name"]}: \"x\"");
            var answer = await Fond.As("revisor").AskAsync($"query($text: {kind}!) {{ found: {field["name"]}({argument}: $text{string.Concat(required)}) {{ {(isList ? "nodes { __typename }" : "__typename")} }} }}", new { text });
            Assert.True(answer["errors"] is null || answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>() is "BAD_INPUT" or "FORBIDDEN", $"{field["name"]}({argument}): {answer.ToJsonString()}");
            Assert.True(answer["data"]?["found"] is null or JsonArray { Count: 0 } || (isList && answer["data"]!["found"]!["nodes"]!.AsArray().Count == 0), $"{field["name"]}({argument}): {answer.ToJsonString()}");
        }
    }

    /// <summary>Every argument of the query root that is a text or an id.</summary>
    private async Task<List<(JsonNode Field, string Argument, string Kind, bool IsList)>> FieldsThatTakeTextAsync()
    {
        const string ask = "{ __schema { queryType { fields { name type { name ofType { name ofType { name ofType { name } } } } args { name type { kind name ofType { name } } } } } } }";
        var schema = await Fond.As("revisor").ReadAsync(ask);
        return [.. from field in schema["__schema"]!["queryType"]!["fields"]!.AsArray()
                   from argument in field["args"]!.AsArray()
                   let kind = NameOf(argument["type"]!)
                   where kind is "String" or "ID"
                   select (field, argument["name"]!.GetValue<string>(), kind, NameOf(field["type"]!).EndsWith("Connection", StringComparison.Ordinal))];

        static string NameOf(JsonNode type) => type["name"]?.GetValue<string>() ?? NameOf(type["ofType"]!);
    }

    private async Task<List<string>> NamesAsync(string text)
    {
        var page = (await Fond.As("administrator").ReadAsync("query($text: String) { people(first: 100, text: $text) { nodes { name } pageInfo { hasNextPage } } }", new { text }))["people"]!;
        Assert.False(page["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        return [.. page["nodes"]!.AsArray().Select(n => n!["name"]!.GetValue<string>())];
    }

    private async Task<HttpResponseMessage> UploadAsync(string name)
    {
        var lead = Fond.As("helsingborg-projektledare");
        using var request = await lead.RequestAsync(HttpMethod.Post, $"/applications/{await Cases.DraftAsync(Fond)}/attachments?fileName={Uri.EscapeDataString(name)}");
        request.Content = new StringContent("%PDF-1.7");
        return await lead.SendAsync(request);
    }

    private async Task SubmitAsync(string title)
    {
        var (id, lead) = (await Cases.WholeDraftAsync(Fond), Fond.As("helsingborg-projektledare"));
        await lead.DoAsync("saveApplicationDraft", new { applicationId = id, title }, "application { id }");
        await lead.DoAsync("submitApplication", new { applicationId = id }, "application { id }");
    }

    /// <summary>Workflows as a municipality may have them, with what an applicant has written in the subject of an e-mail.</summary>
    private string TitleAsSubject()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows")))
            File.WriteAllText(Path.Combine(_workflows.FullName, Path.GetFileName(file)), File.ReadAllText(file).Replace("Ny ansökan {caseNumber}", "Ny ansökan {title}", StringComparison.Ordinal));
        return _workflows.FullName;
    }

    private static string Said(MimeMessage message) => message.Subject ?? "";

    private static MimeMessage Read(string message)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(message));
        return MimeMessage.Load(stream);
    }
}
