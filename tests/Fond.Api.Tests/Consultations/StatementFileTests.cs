using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Consultations;

public sealed class StatementFileTests : FondTest
{
    private static readonly byte[] Pdf = "%PDF-1.7"u8.ToArray();

    private Referrals Lund => new(Fond);

    [Fact]
    public async Task A_file_goes_with_the_statement_and_is_read_by_those_who_read_that()
    {
        var (id, bodies) = await Lund.SentAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync("lund-remiss-3", id, bodies[1])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync("helsingborg-handlaggare", id, bodies[1])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await UploadAsync(null, id, bodies[1])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync("lund-remiss-2", id, bodies[1], "MZ\0\0program"u8.ToArray())).Status);
        var (status, path) = await UploadAsync("lund-remiss-2", id, bodies[1]);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound], await FetchAsync(path, "lund-remiss-2", "lund-handlaggare", "lund-remiss-3")); // not given yet
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1]), "consultation { id }");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound], await FetchAsync(path, "lund-remiss-2", "lund-handlaggare", "lund-remiss-3", "helsingborg-handlaggare"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync("lund-remiss-2", id, bodies[1])).Status); // it has been given
        await Fond.As("lund-remiss-3").DoAsync("answerConsultation", Referrals.Answer(id, bodies[2]), "consultation { id }");
        Assert.Equal([HttpStatusCode.OK], await FetchAsync(path, "lund-remiss-3"));
        foreach (var form in new[] { "csv", "html" })
        {
            using var compiled = await Lund.Officer.SendAsync(await Lund.Officer.RequestAsync(HttpMethod.Get, $"/consultations/{id}/compilation.{form}"));
            Assert.Contains("bilaga.pdf", await compiled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        var read = (await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Consultation { requests { files { fileName path } } compilation { statements { files { path } } } } } }", new { id }))["node"]!;
        Assert.Equal([path, null], read["compilation"]!["statements"]!.AsArray().Select(s => s!["files"]!.AsArray().SingleOrDefault()?["path"]!.GetValue<string>()));
        var seen = read["requests"]!;
        Assert.Equal(("bilaga.pdf", path), (seen[0]!["files"]![0]!["fileName"]!.GetValue<string>(), seen[0]!["files"]![0]!["path"]!.GetValue<string>()));
        Assert.Empty(seen[1]!["files"]!.AsArray());
    }

    [Fact]
    public async Task A_file_of_a_statement_on_a_case_is_registered_with_it_and_kept_as_the_rules_say()
    {
        var (stages, application) = (new Stages(Fond), await Cases.SubmittedAsync(Fond));
        var body = (await stages.Officer.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { id decidingBody { id } } } }"))["funds"]!["nodes"]![0]!;
        var (fund, board) = (body["id"]!.GetValue<string>(), body["decidingBody"]!["id"]!.GetValue<string>());
        var consultation = (await stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = "Remiss", lastDay = "2026-06-01", caseNumber = "KS 2026/1", letter = "Bifogat", bodyIds = new[] { board }, questions = new[] { "Vad anser ni?" } }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        var (_, path) = await UploadAsync("helsingborg-ordforande", consultation, board);
        await stages.Chair.DoAsync("answerConsultation", Referrals.Answer(consultation, board), "consultation { id }");
        var entry = (await stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: STATEMENT_FILE) { nodes { id subject target { ... on StatementFile { path } } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray().Single()!;
        Assert.Equal(("bilaga.pdf", path), (entry["subject"]!.GetValue<string>(), entry["target"]!["path"]!.GetValue<string>()));

        foreach (var kind in new[] { "STATEMENT", "STATEMENT_FILE" }) await stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind, years = 1, decision = "KS 2020/15 § 4" }, "retentionRule { id }");
        await stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        var statement = (await stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: STATEMENT) { nodes { id } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await stages.Officer.RefusedAsync("DISPOSAL_OF_FIELDS", "proposeDisposal", new { fundId = fund, documentIds = new[] { statement } }, "documentIds.0"); // what was said lies in the consultation
        var disposal = (await stages.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { entry["id"]!.GetValue<string>() } }, "disposal { id }"))["disposal"]!["id"]!.GetValue<string>();
        Assert.Equal([HttpStatusCode.OK], await FetchAsync(path, "helsingborg-handlaggare"));
        await stages.Registrar.DoAsync("approveDisposal", new { disposalId = disposal }, "disposal { id }");
        Assert.Equal([HttpStatusCode.Gone], await FetchAsync(path, "helsingborg-handlaggare"));
    }

    [Fact]
    public async Task A_statement_has_10_files_at_most()
    {
        var (id, bodies) = await Lund.SentAsync();
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.Created, (await UploadAsync("lund-remiss-2", id, bodies[1])).Status);
        var (status, answer) = await UploadAsync("lund-remiss-2", id, bodies[1]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "STATEMENT_FILES_TOO_MANY"), (status, answer));
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1]), "consultation { id }");
        var read = (await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Consultation { requests { files { fileName } } } } }", new { id }))["node"]!;
        Assert.Equal(10, read["requests"]![0]!["files"]!.AsArray().Count);
    }

    [Fact]
    public async Task Whoever_answers_by_a_link_sends_files_with_the_form()
    {
        var (id, bodies) = await Lund.SentAsync();
        var address = (await Lund.Officer.DoAsync("issueReferralLink", new { consultationId = id, bodyId = bodies[1] }, "link { address }"))["link"]!["address"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(address, "MZ\0\0program"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(address, Pdf));
        var seen = (await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Consultation { requests { status files { fileName } } } } }", new { id }))["node"]!["requests"]![0]!;
        Assert.Equal(("ANSWERED", "svar.pdf"), (seen["status"]!.GetValue<string>(), Assert.Single(seen["files"]!.AsArray())!["fileName"]!.GetValue<string>()));
    }

    private async Task<HttpStatusCode> SendAsync(string address, byte[] bytes)
    {
        var client = new Client(Fond, null);
        using var request = await client.RequestAsync(HttpMethod.Post, "/remiss");
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Content = new MultipartFormDataContent { { new StringContent(address[(address.IndexOf('=', StringComparison.Ordinal) + 1)..]), "lank" }, { new StringContent("Supports"), "stance" }, { new StringContent("Ja"), "answers-0" }, { file, "files", "svar.pdf" } };
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<(HttpStatusCode Status, string Path)> UploadAsync(string? person, string id, string body, byte[]? bytes = null)
    {
        var client = Fond.As(person);
        using var request = await client.RequestAsync(HttpMethod.Post, $"/consultations/{id}/files?bodyId={body}&fileName=bilaga.pdf");
        request.Content = new ByteArrayContent(bytes ?? Pdf);
        using var response = await client.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (response.StatusCode, answer["errors"]?[0]!["code"]!.GetValue<string>() ?? $"/statement-files/{answer["id"]}");
    }

    private async Task<IReadOnlyList<HttpStatusCode>> FetchAsync(string path, params string[] people)
    {
        var got = new List<HttpStatusCode>();
        foreach (var person in people)
        {
            var client = Fond.As(person);
            using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, path));
            got.Add(response.StatusCode);
        }
        return got;
    }
}
