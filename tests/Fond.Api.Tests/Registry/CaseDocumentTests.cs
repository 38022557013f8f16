using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Registry;

/// <summary>Each case's registry: numbered without a gap, kept by Fond as things happen, never erased.</summary>
public sealed class CaseDocumentTests : FondTest
{
    private const string Of = "query($id: ID!) { node(id: $id) { ... on Application { documents { id number kind direction on correspondent subject isPrivate corrects secrecy { ground } registeredBy { name } target { __typename } files { fileName path } } } } }";
    private const string Ground = "OSL 26 kap. 1 §";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task What_happens_in_a_case_is_in_its_registry_in_order_and_without_a_gap()
    {
        var (application, project) = await Stages.RunningAsync();
        await Stages.Lead.DoAsync("submitFinalReport", new { projectId = project, report = new { summary = "Gjort", results = "Resultat", lessons = "Lärt", spent = 0 } }, "project { id }");
        var documents = await DocumentsAsync(Stages.Officer, application);
        Assert.Equal(
            ["1 APPLICATION INCOMING ApplicationVersion", "2 NOTICE OUTGOING ", "3 ASSESSMENT DRAWN_UP Assessment", "4 ASSESSMENT DRAWN_UP Assessment", "5 JOINT_PROPOSAL DRAWN_UP JointProposal",
                "6 DECISION DRAWN_UP Decision", "7 NOTICE OUTGOING ", "8 AGREEMENT DRAWN_UP Project", "9 FINAL_REPORT INCOMING Project"],
            documents.Select(d => $"{d["number"]} {d["kind"]} {d["direction"]} {d["target"]?["__typename"]}"));
        Assert.All(documents, d => Assert.Equal("2026-03-10", d["on"]!.GetValue<string>()));
        Assert.All(documents, d => Assert.Equal(d["direction"]!.GetValue<string>() == "DRAWN_UP", d["correspondent"] is null));
        Assert.Equal("§ 1", documents[5]["subject"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_supplement_comes_in_with_the_files_that_it_brings()
    {
        var application = await Cases.WholeDraftAsync(Fond);
        await AttachAsync(application, "budget.pdf");
        await Stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        await Stages.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-03-20" }, "application { id }");
        await AttachAsync(application, "intyg.pdf");
        Assert.Equal(4, (await DocumentsAsync(Stages.Officer, application)).Count);
        await Stages.Lead.DoAsync("supplementApplication", new { applicationId = application }, "application { id }");
        Assert.Equal(["APPLICATION", "ATTACHMENT budget.pdf", "NOTICE", "NOTICE", "SUPPLEMENT", "ATTACHMENT intyg.pdf"],
            (await DocumentsAsync(Stages.Officer, application)).Select(d => $"{d["kind"]}{(d["kind"]!.GetValue<string>() == "ATTACHMENT" ? $" {d["subject"]}" : "")}"));
    }

    [Fact]
    public async Task Statements_asked_for_in_a_case_are_in_its_registry()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var body = (await Stages.Officer.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { decidingBody { id name } } } }"))["funds"]!["nodes"]![0]!["decidingBody"]!;
        var consultation = (await Stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = "Om piloten", lastDay = "2026-06-01", caseNumber = "KS 2026/1", letter = "Bifogat", bodyIds = new[] { body["id"]!.GetValue<string>() }, questions = new[] { "Vad anser ni?" } }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        var sent = (await DocumentsAsync(Stages.Officer, application))[^1];
        Assert.Equal(("CONSULTATION", body["name"]!.GetValue<string>(), "Consultation"), (sent["kind"]!.GetValue<string>(), sent["correspondent"]!.GetValue<string>(), sent["target"]!["__typename"]!.GetValue<string>()));
        Assert.DoesNotContain(await DocumentsAsync(Stages.Lead, application), d => d["kind"]!.GetValue<string>() == "CONSULTATION");
    }

    [Fact]
    public async Task Working_material_is_not_registered_before_the_case_is_settled()
    {
        var application = await Stages.AwaitingDecisionAsync();
        Assert.Equal(["APPLICATION", "NOTICE"], (await DocumentsAsync(Stages.Officer, application)).Select(d => d["kind"]!.GetValue<string>()));
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        Assert.Equal(["APPLICATION", "NOTICE", "WITHDRAWAL", "ASSESSMENT", "ASSESSMENT", "JOINT_PROPOSAL"], (await DocumentsAsync(Stages.Officer, application)).Select(d => d["kind"]!.GetValue<string>()));
        Assert.Equal(["APPLICATION", "NOTICE", "WITHDRAWAL"], (await DocumentsAsync(Stages.Lead, application)).Select(d => d["kind"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_officer_registers_a_letter_by_hand_and_corrects_it_by_another()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.RefusedAsync("DOCUMENT_CORRESPONDENT_INVALID", "registerDocument", Letter(application, ""), "correspondent");
        var letter = await RegisterAsync(Letter(application, "Skolverket"));
        using var uploaded = await UploadAsync(Stages.Officer, letter, "../brev.pdf");
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        using var again = await UploadAsync(Stages.Officer, letter, "brev.pdf");
        Assert.Equal("DOCUMENT_HAS_FILE", (await again.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["code"]!.GetValue<string>());
        await RegisterAsync(new { applicationId = application, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Skolinspektionen", subject = "Fråga", corrects = 3 });
        var documents = await DocumentsAsync(Stages.Officer, application);
        Assert.Equal(("Fondhandläggare, Helsingborg", "brev.pdf", 3), (documents[2]["registeredBy"]!["name"]!.GetValue<string>(), documents[2]["files"]![0]!["fileName"]!.GetValue<string>(), documents[3]["corrects"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Stages.Secretary, documents[2]));
        Assert.Equal(HttpStatusCode.NotFound, await FetchAsync(Stages.Lead, documents[2]));
        Assert.Equal(HttpStatusCode.NotFound, await FetchAsync(Fond.As("haninge-handlaggare"), documents[2]));
    }

    [Fact]
    public async Task Registering_is_for_the_officers_of_the_fund()
    {
        var application = await Cases.SubmittedAsync(Fond);
        const string register = "mutation($input: RegisterDocumentInput!) { registerDocument(input: $input) { errors { code } } }";
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", register, new { input = Letter(application, "Skolverket") });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "registerDocument", Letter(application, "Skolverket"), "applicationId");
        var letter = await RegisterAsync(Letter(application, "Skolverket"));
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "markDocument", new { documentId = letter, ground = Ground }, "documentId");
        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync(Fond.As("haninge-handlaggare"), letter, "a.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync(Stages.Secretary, letter, "a.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await UploadAsync(Fond.As(null), letter, "a.pdf")).StatusCode);
    }

    [Fact]
    public async Task A_mark_of_the_application_is_one_of_its_entries_and_a_marked_file_is_read_on_record()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { id }");
        var letter = await RegisterAsync(Letter(application, "Skolverket"));
        (await UploadAsync(Stages.Officer, letter, "a.pdf")).Dispose();
        await Stages.Officer.DoAsync("markDocument", new { documentId = letter, ground = Ground }, "document { id }");
        var documents = await DocumentsAsync(Stages.Officer, application);
        Assert.Equal([Ground, Ground, Ground], documents.Select(d => d["secrecy"]?["ground"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Stages.Secretary, documents[2]));
        var secretary = (await Stages.Secretary.ReadAsync("{ me { name } }"))["me"]!["name"]!.GetValue<string>();
        var read = (await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { who objectType } } }"))["audit"]!["nodes"]!.AsArray();
        Assert.Equal("CaseDocument", Assert.Single(read, e => e!["who"]!.GetValue<string>() == secretary)!["objectType"]!.GetValue<string>());
        await Stages.Officer.DoAsync("markDocument", new { documentId = letter, ground = (string?)null }, "document { id }");
        Assert.Null((await DocumentsAsync(Stages.Officer, application))[2]["secrecy"]);
    }

    [Theory]
    [InlineData("UPDATE \"CaseDocuments\" SET \"Subject\" = 'x'")]
    [InlineData("UPDATE \"CaseDocuments\" SET \"Number\" = 99 WHERE \"Number\" = 1")]
    [InlineData("DELETE FROM \"CaseDocuments\"")]
    [InlineData("UPDATE \"DocumentFiles\" SET \"FileName\" = 'x'")]
    [InlineData("DELETE FROM \"DocumentFiles\"")]
    public async Task Nothing_registered_is_rewritten_or_erased_in_the_database_either(string sql)
    {
        var letter = await RegisterAsync(Letter(await Cases.SubmittedAsync(Fond), "Skolverket"));
        (await UploadAsync(Stages.Officer, letter, "a.pdf")).Dispose();
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Contains("append only", fault.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_registry_is_searched_by_case_kind_day_and_text()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await RegisterAsync(new { applicationId = application, kind = "NOTE", direction = "DRAWN_UP", on = "2026-03-05", subject = "Samtal om lokaler" });
        Assert.Equal(3, await CountAsync($"applicationId: \"{application}\""));
        Assert.Equal(1, await CountAsync($"applicationId: \"{application}\", kind: NOTE"));
        Assert.Equal(1, await CountAsync($"applicationId: \"{application}\", to: \"2026-03-05\""));
        Assert.Equal(2, await CountAsync($"applicationId: \"{application}\", from: \"2026-03-06\""));
        Assert.Equal(1, await CountAsync("text: \"LOKALER\""));
        Assert.Equal(0, await CountAsync("applicationId: \"x\""));
    }

    private static object Letter(string application, string from) => new { applicationId = application, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = from, subject = "Fråga om piloten" };

    private async Task<string> RegisterAsync(object input) => (await Stages.Officer.DoAsync("registerDocument", input, "document { id }"))["document"]!["id"]!.GetValue<string>();

    private static async Task<List<JsonNode>> DocumentsAsync(Client client, string application) =>
        [.. (await client.ReadAsync(Of, new { id = application }))["node"]!["documents"]!.AsArray().Select(d => d!)];

    private async Task<int> CountAsync(string filter) => (await Stages.Officer.ReadAsync($"{{ caseDocuments({filter}) {{ nodes {{ id }} }} }}"))["caseDocuments"]!["nodes"]!.AsArray().Count;

    private async Task AttachAsync(string application, string name)
    {
        using var upload = await Stages.Lead.RequestAsync(HttpMethod.Post, $"/applications/{application}/attachments?fileName={name}");
        upload.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        (await Stages.Lead.SendAsync(upload)).EnsureSuccessStatusCode();
    }

    private static async Task<HttpResponseMessage> UploadAsync(Client client, string document, string name)
    {
        var upload = await client.RequestAsync(HttpMethod.Post, $"/documents/{document}/files?fileName={name}");
        upload.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        return await client.SendAsync(upload);
    }

    private static async Task<HttpStatusCode> FetchAsync(Client client, JsonNode document)
    {
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, document["files"]![0]!["path"]!.GetValue<string>()));
        return response.StatusCode;
    }
}
