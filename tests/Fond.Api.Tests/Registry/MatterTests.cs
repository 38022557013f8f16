using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Consultations;
using Fond.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Registry;

/// <summary>Cases of the registry that no application began.</summary>
public sealed class MatterTests : FondTest
{
    private const string Of = "query($id: ID!) { node(id: $id) { ... on Matter { caseNumber documents { id number kind direction correspondent subject target { __typename } } } } }";

    private Stages Lund => new(Fond, "lund");

    [Fact]
    public async Task A_consultation_on_a_programme_that_bears_its_number_is_in_its_registry_from_letter_to_compilation()
    {
        var (matter, number) = await OpenAsync(Lund, "Remiss av programmet för social hållbarhet");
        var (consultation, bodies) = await new Referrals(Fond).SentAsync(d => d["caseNumber"] = number);
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(consultation, bodies[1], "OBJECTS", "Nej"), "consultation { id }");
        await Fond.As("lund-remiss-3").DoAsync("answerConsultation", Referrals.Answer(consultation, bodies[2]), "consultation { id }");
        await Lund.Officer.DoAsync("closeConsultation", new { consultationId = consultation }, "consultation { id }");
        await RegisterAsync(matter, "DECISION", "Programmet antas");
        Assert.Equal(["1 CONSULTATION OUTGOING Consultation", "2 STATEMENT INCOMING Consultation", "3 STATEMENT INCOMING Consultation", "4 COMPILATION DRAWN_UP Consultation", "5 DECISION DRAWN_UP "],
            (await DocumentsAsync(Lund.Officer, matter)).Select(d => $"{d["number"]} {d["kind"]} {d["direction"]} {d["target"]?["__typename"]}"));
    }

    [Fact]
    public async Task A_consultation_on_a_programme_is_in_a_matter_about_none_too_but_of_its_own_municipality()
    {
        var (matter, number) = await OpenAsync(Lund, "Remiss", isOnProgramme: false);
        var (consultation, _) = await new Referrals(Fond).SentAsync(d => d["caseNumber"] = number);
        Assert.Equal(matter, await InMatterAsync(consultation));
        Assert.Equal("CONSULTATION", Assert.Single(await DocumentsAsync(Lund.Officer, matter))["kind"]!.GetValue<string>());
        var helsingborg = new Stages(Fond);
        var (elsewhere, other) = await OpenAsync(helsingborg, "Remiss", "Helsingborg", isOnProgramme: false);
        (consultation, _) = await new Referrals(Fond).SentAsync(d => d["caseNumber"] = other);
        Assert.Null(await InMatterAsync(consultation));
        Assert.Empty(await DocumentsAsync(helsingborg.Officer, elsewhere));
    }

    [Fact]
    public async Task A_consultation_does_not_bear_the_number_of_an_application_that_it_is_not_about()
    {
        var helsingborg = new Stages(Fond).Officer;
        var application = await Cases.SubmittedAsync(Fond);
        var number = (await helsingborg.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { caseNumber } } }", new { id = application }))["node"]!["caseNumber"]!.GetValue<string>();
        var onProgramme = await DraftAsync(await ProgrammeAsync("Helsingborg"), null);
        await helsingborg.RefusedAsync("CONSULTATION_OF_OTHER_CASE", "sendConsultation", new { consultationId = onProgramme });
        var onIt = await DraftAsync(null, application);
        await helsingborg.DoAsync("sendConsultation", new { consultationId = onIt }, "consultation { id }");
        await new Referrals(Fond).SentAsync(d => d["caseNumber"] = number); // in Lund it is another registry's

        async Task<string> DraftAsync(string? programmeId, string? applicationId)
        {
            var draft = new { programmeId, applicationId, title = "Remiss", caseNumber = number, letter = "Missiv", questions = new[] { "Är det bra?" }, bodyIds = new[] { await BodyAsync("Helsingborg") }, lastDay = "2026-06-01" };
            return (await helsingborg.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        }
    }

    [Fact]
    public async Task Matters_and_applications_share_one_series_without_a_gap()
    {
        var helsingborg = new Stages(Fond);
        var application = await Cases.SubmittedAsync(Fond);
        await helsingborg.Officer.RefusedAsync("MATTER_TITLE_INVALID", "openMatter", new { fundId = await FundAsync("Helsingborg"), title = " " }, "title");
        var (_, number) = await OpenAsync(helsingborg, "Rådens instruktion", "Helsingborg");
        var first = (await helsingborg.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { caseNumber } } }", new { id = application }))["node"]!["caseNumber"]!.GetValue<string>();
        Assert.Equal(("1/2026", "2/2026"), (first, number));
    }

    [Fact]
    public async Task Everybody_reads_of_it_but_nothing_of_what_is_marked()
    {
        var (matter, number) = await OpenAsync(Lund, "Budget för fonden");
        var letter = await RegisterAsync(matter, "LETTER", "Hemlig fråga", "Kalle Anka");
        await RegisterAsync(matter, "NOTE", "Öppen anteckning");
        await Lund.Officer.DoAsync("markMatterDocument", new { matterDocumentId = letter, ground = "OSL 26 kap. 1 §" }, "document { id }");
        var found = Assert.Single((await Fond.As(null).ReadAsync("{ publicMatters(municipality: \"Lund\", text: \"budget\") { nodes { caseNumber documents { number isMarked correspondent subject } } } }"))["publicMatters"]!["nodes"]!.AsArray())!;
        Assert.Equal(number, found["caseNumber"]!.GetValue<string>());
        Assert.Equal(["1 true  ", "2 false  Öppen anteckning"], found["documents"]!.AsArray().Select(d => $"{d!["number"]} {d["isMarked"]!.ToJsonString()} {d["correspondent"]} {d["subject"]}"));
        var page = await Fond.Http.GetStringAsync("/register/matters?text=budget", TestContext.Current.CancellationToken);
        Assert.Contains(number, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Kalle", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_on_the_letter_of_a_consultation_keeps_the_consultation_from_everybody()
    {
        var (matter, number) = await OpenAsync(Lund, "Remiss");
        await new Referrals(Fond).SentAsync(d => d["caseNumber"] = number);
        Assert.Equal(1, await PublicAsync(number));
        var letter = (await DocumentsAsync(Lund.Officer, matter))[0]["id"]!.GetValue<string>();
        await Lund.Officer.DoAsync("markMatterDocument", new { matterDocumentId = letter, ground = "OSL 26 kap. 1 §" }, "document { id }");
        Assert.Equal(0, await PublicAsync(number));
    }

    [Fact]
    public async Task What_is_marked_as_it_is_registered_is_never_public()
    {
        var (matter, number) = await OpenAsync(Lund, "Budget");
        object Marked(string ground) => new { matterId = matter, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Kalle Anka", subject = "Hemlig fråga", ground };
        await Lund.Officer.RefusedAsync("SECRECY_GROUND_INVALID", "registerMatterDocument", Marked(" "), "ground");
        await Lund.Officer.DoAsync("registerMatterDocument", Marked("OSL 26 kap. 1 §"), "document { id }");
        Assert.Equal(["LETTER true  "], await PublicDocumentsAsync(number));
    }

    [Fact]
    public async Task A_mark_on_the_letter_of_a_consultation_hides_who_was_asked_and_answered_also_by_files()
    {
        var (matter, number) = await OpenAsync(Lund, "Remiss");
        var (consultation, path) = await AnsweredAsync(number);
        Assert.All(await PublicDocumentsAsync(number), d => Assert.Contains("false", d, StringComparison.Ordinal));
        await MarkAsync(matter, "CONSULTATION");
        await Lund.Officer.DoAsync("extendConsultation", new { consultationId = consultation, lastDay = "2026-06-08", reason = "Helgdagar" }, "consultation { id }");
        Assert.Equal(["CONSULTATION true  ", "STATEMENT true  ", "STATEMENT_FILE true  ", "CONSULTATION true  "], await PublicDocumentsAsync(number));
        await FetchAsync(path);
        Assert.Empty(await ReadingsAsync());
    }

    [Fact]
    public async Task A_marked_matter_is_told_by_its_number_alone_until_the_mark_is_lifted()
    {
        var number = await MarkedAsync("Havsnejlika");
        await new Referrals(Fond).SentAsync(d => (d["caseNumber"], d["title"]) = (number, "Om havsnejlika"));
        Assert.Equal((0, 1, 0), (await FoundAsync("havsnejlika"), await FoundAsync(number), await PublicAsync(number)));
        Assert.Equal(["CONSULTATION true  "], await PublicDocumentsAsync(number));
        Assert.DoesNotContain("havsnejlika", await PageAsync(number), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Sekretessmarkerad uppgift", await PageAsync(number), StringComparison.Ordinal);
        await Lund.Officer.DoAsync("markMatter", new { matterId = await MatterAsync(number) }, "matter { id }");
        Assert.Equal((1, 1, 1), (await FoundAsync("havsnejlika"), await FoundAsync(number), await PublicAsync(number)));
        Assert.Contains($"{number}: Havsnejlika", await PageAsync(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_the_title_of_a_marked_matter_or_what_its_entries_are_about_is_in_the_trail()
    {
        var matter = await MatterAsync(await MarkedAsync("Havsnejlika"));
        var entry = await RegisterAsync(matter, "NOTE", "Samtal");
        await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Matter { caseNumber documents { number } } } }", new { id = matter });
        Assert.Empty(await ReadingsAsync());
        await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Matter { title documents { subject } } } }", new { id = matter });
        Assert.Equal(["Matter", "MatterDocument"], await ReadingsAsync());
        foreach (var told in new[] { matter, entry }) await Fond.As("revisor").ReadAsync("query($id: ID) { audit(objectId: $id) { nodes { after } } }", new { id = told });
        Assert.Equal(["Matter", "Matter", "Matter", "MatterDocument"], await ReadingsAsync());
    }

    [Fact]
    public async Task Its_mark_is_put_on_by_those_who_keep_it_with_a_provision()
    {
        var matter = await MatterAsync(await MarkedAsync("Havsnejlika"));
        await Lund.Officer.RefusedAsync("SECRECY_GROUND_INVALID", "markMatter", new { matterId = matter, ground = " " }, "ground");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "markMatter", new { matterId = matter, ground = "OSL 26 kap. 1 §" }, "matterId");
        await Fond.As("revisor").ForbiddenAsync("FORBIDDEN", "mutation($input: MarkMatterInput!) { markMatter(input: $input) { errors { code } } }", new { input = new { matterId = matter } });
    }

    [Fact]
    public async Task A_marked_file_and_a_compilation_of_what_is_marked_have_their_readings_in_the_trail()
    {
        var (matter, number) = await OpenAsync(Lund, "Remiss");
        var (consultation, path) = await AnsweredAsync(number);
        await MarkAsync(matter, "STATEMENT_FILE");
        await FetchAsync(path);
        Assert.Equal(["StatementFile"], await ReadingsAsync());
        await FetchAsync($"/consultations/{consultation}/compilation.csv");
        Assert.Equal(["StatementFile"], await ReadingsAsync());
        await MarkAsync(matter, "CONSULTATION");
        await FetchAsync($"/consultations/{consultation}/compilation.csv");
        Assert.Equal(["Consultation", "StatementFile"], await ReadingsAsync());
    }

    [Fact]
    public async Task It_is_kept_by_the_officers_of_its_fund()
    {
        var (matter, _) = await OpenAsync(Lund, "Budget");
        var fund = await FundAsync("Lund");
        await Fond.As("haninge-handlaggare").ForbiddenAsync("FORBIDDEN", "mutation($input: OpenMatterInput!) { openMatter(input: $input) { errors { code } } }", new { input = new { fundId = fund, title = "Budget" } });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "registerMatterDocument", Entry(matter, "NOTE", "Samtal"), "matterId");
        await Lund.Officer.RefusedAsync("DOCUMENT_KIND_AUTOMATIC", "registerMatterDocument", Entry(matter, "APPLICATION", "Ansökan"), "kind");
        await Lund.Officer.RefusedAsync("MATTER_OF_OTHER_MUNICIPALITY", "openMatter", new { fundId = fund, title = "Budget", bodyId = await BodyAsync("Helsingborg") }, "bodyId");
    }

    [Fact]
    public async Task What_is_registered_by_hand_has_a_file_for_those_who_read_it_and_its_readings_under_a_mark_are_in_the_trail()
    {
        var (matter, _) = await OpenAsync(Lund, "Budget");
        var note = await RegisterAsync(matter, "NOTE", "Samtal");
        Assert.Equal(HttpStatusCode.NotFound, await UploadAsync(Fond.As("haninge-handlaggare"), note));
        Assert.Equal(HttpStatusCode.Forbidden, await UploadAsync(Fond.As("revisor"), note));
        Assert.Equal(HttpStatusCode.Created, await UploadAsync(Lund.Officer, note));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UploadAsync(Lund.Officer, note)); // it has its one
        const string files = "query($id: ID!) { node(id: $id) { ... on MatterDocument { files { path size } } } }";
        var file = Assert.Single((await Lund.Officer.ReadAsync(files, new { id = note }))["node"]!["files"]!.AsArray())!;
        Assert.Equal(8, file["size"]!.GetValue<int>());
        var path = file["path"]!.GetValue<string>();
        await FetchAsync(path);
        Assert.Empty(await ReadingsAsync());
        using var elsewhere = await Fond.As("haninge-handlaggare").SendAsync(await Fond.As("haninge-handlaggare").RequestAsync(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        await Lund.Officer.DoAsync("markMatter", new { matterId = matter, ground = "OSL 26 kap. 1 §" }, "matter { id }");
        await FetchAsync(path);
        Assert.Equal(["MatterDocument"], await ReadingsAsync());
        await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on MatterDocument { files { fileName } } } }", new { id = note });
        Assert.Equal(["MatterDocument", "MatterDocumentFile"], await ReadingsAsync());
    }

    [Fact]
    public async Task A_request_for_a_document_is_tested_recorded_and_refused_in_writing()
    {
        var (matter, number) = await OpenAsync(Lund, "Budget");
        var letter = await RegisterAsync(matter, "LETTER", "Fråga", "Kalle Anka");
        await Lund.Officer.RefusedAsync("DOCUMENT_DAY_AHEAD", "requestMatterRelease", new { matterDocumentId = letter, receivedOn = "2026-03-11" }, "receivedOn");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "requestMatterRelease", new { matterDocumentId = letter, receivedOn = "2026-03-10" }, "matterDocumentId");
        var request = (await Lund.Officer.DoAsync("requestMatterRelease", new { matterDocumentId = letter, requester = "En granne", receivedOn = "2026-03-10" }, "releaseRequest { id document { number } }"))["releaseRequest"]!["id"]!.GetValue<string>();
        Assert.Equal((1, 0), (await CountAsync(Lund.Officer, "open: true"), await CountAsync(Fond.As("haninge-handlaggare"), "open: true")));
        await Lund.Officer.RefusedAsync("RELEASE_GROUND_INVALID", "decideMatterRelease", new { matterReleaseRequestId = request, outcome = "REFUSED", ground = "hemligt", reasons = "Skäl" }, "ground");
        await Lund.Officer.DoAsync("decideMatterRelease", new { matterReleaseRequestId = request, outcome = "REFUSED", ground = "OSL 26 kap. 1 §", reasons = "Röjer en enskild" }, "releaseRequest { outcome }");
        await Lund.Officer.RefusedAsync("RELEASE_ALREADY_DECIDED", "decideMatterRelease", new { matterReleaseRequestId = request, outcome = "IN_FULL" });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "writeMatterReleaseDecision", new { matterReleaseRequestId = request }, "matterReleaseRequestId");
        var path = (await Lund.Officer.DoAsync("writeMatterReleaseDecision", new { matterReleaseRequestId = request }, "releaseRequest { path }"))["releaseRequest"]!["path"]!.GetValue<string>();
        Assert.Equal((0, 1), (await CountAsync(Lund.Officer, "open: true"), await CountAsync(Fond.As("revisor"), "open: false")));

        var page = await PageAsync(Lund.Officer, path);
        Assert.All([number, "Aktbilaga 1, skrivelse den 2026-03-09", "avslås", "Röjer en enskild", "kammarrätten"], said => Assert.Contains(said, WebUtility.HtmlDecode(page), StringComparison.Ordinal));
        foreach (var other in new[] { Fond.As("haninge-handlaggare"), Fond.As("lund-remiss-2"), Fond.As(null) }) Assert.Null(await PageAsync(other, path));
        Assert.Equal(("RELEASE_DECISION", "OUTGOING"), ((await DocumentsAsync(Lund.Officer, matter))[^1]["kind"]!.GetValue<string>(), (await DocumentsAsync(Lund.Officer, matter))[^1]["direction"]!.GetValue<string>()));
        Assert.DoesNotContain(await PublicDocumentsAsync(number), document => document.Contains("En granne", StringComparison.Ordinal));

        Assert.Empty(await ReadingsAsync());
        await Lund.Officer.DoAsync("markMatterDocument", new { matterDocumentId = letter, ground = "OSL 26 kap. 1 §" }, "document { id }");
        await PageAsync(Lund.Officer, path);
        Assert.Equal(["MatterReleaseRequest"], await ReadingsAsync());
        await Lund.Officer.ReadAsync("{ matterReleaseRequests { nodes { reasons } } }");
        Assert.Equal(["MatterReleaseRequest", "MatterReleaseRequest"], await ReadingsAsync());
        await Lund.Officer.ReadAsync("{ matterReleaseRequests { nodes { masked } } }"); // there is none
        Assert.Equal(2, (await ReadingsAsync()).Count());
        Assert.Contains("Röjer en enskild", (await Fond.As("revisor").ReadAsync("{ audit(action: \"DecideMatterRelease\") { nodes { after } } }")).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Equal(["Matter", "MatterReleaseRequest", "MatterReleaseRequest"], await ReadingsAsync());
    }

    private static async Task<int> CountAsync(Client client, string filter) => (await client.ReadAsync($"{{ matterReleaseRequests({filter}) {{ nodes {{ id }} }} }}"))["matterReleaseRequests"]!["nodes"]!.AsArray().Count;

    /// <returns>Null: there is none for the caller.</returns>
    private static async Task<string?> PageAsync(Client client, string path)
    {
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, path));
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("UPDATE \"MatterDocumentFiles\" SET \"FileName\" = 'x'")]
    [InlineData("DELETE FROM \"MatterDocumentFiles\"")]
    [InlineData("UPDATE \"MatterDocuments\" SET \"Subject\" = 'x'")]
    [InlineData("DELETE FROM \"MatterDocuments\"")]
    public async Task Nothing_registered_is_rewritten_or_erased_in_the_database_either(string sql)
    {
        var (matter, _) = await OpenAsync(Lund, "Budget");
        await UploadAsync(Lund.Officer, await RegisterAsync(matter, "NOTE", "Samtal"));
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Contains("append only", fault.GetBaseException().Message, StringComparison.Ordinal);
    }

    /// <summary>The matter in which a consultation of Lund is.</summary>
    private async Task<string?> InMatterAsync(string consultation) =>
        (await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Consultation { matter { id } } } }", new { id = consultation }))["node"]!["matter"]?["id"]!.GetValue<string>();

    private async Task<(string Id, string Number)> OpenAsync(Stages stages, string title, string municipality = "Lund", bool isOnProgramme = true)
    {
        var programme = await ProgrammeAsync(municipality);
        var matter = (await stages.Officer.DoAsync("openMatter", new { fundId = await FundAsync(municipality), title, programmeId = isOnProgramme ? programme : null }, "matter { id caseNumber }"))["matter"]!;
        return (matter["id"]!.GetValue<string>(), matter["caseNumber"]!.GetValue<string>());
    }

    private async Task<string> ProgrammeAsync(string municipality) =>
        (await Fond.As("administrator").ReadAsync("query($m: String) { programmes(municipality: $m) { nodes { id } } }", new { m = municipality }))["programmes"]!["nodes"]![0]!["id"]!.GetValue<string>();

    private async Task<string> FundAsync(string municipality) =>
        (await Fond.As("administrator").ReadAsync("query($m: String) { funds(municipality: $m) { nodes { id } } }", new { m = municipality }))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();

    private async Task<string> BodyAsync(string municipality) =>
        (await Fond.As(null).ReadAsync("query($m: String) { bodies(municipality: $m) { nodes { id } } }", new { m = municipality }))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();

    private async Task<string> RegisterAsync(string matter, string kind, string subject, string? from = null) =>
        (await Lund.Officer.DoAsync("registerMatterDocument", Entry(matter, kind, subject, from), "document { id }"))["document"]!["id"]!.GetValue<string>();

    private static object Entry(string matter, string kind, string subject, string? from = null) => from is null
        ? new { matterId = matter, kind, direction = "DRAWN_UP", on = "2026-03-09", subject }
        : new { matterId = matter, kind, direction = "INCOMING", on = "2026-03-09", correspondent = from, subject };

    private static async Task<List<JsonNode>> DocumentsAsync(Client client, string matter) => [.. (await client.ReadAsync(Of, new { id = matter }))["node"]!["documents"]!.AsArray().Select(d => d!)];

    /// <summary>By one body, with a file.</summary>
    private async Task<(string Consultation, string File)> AnsweredAsync(string number)
    {
        var (consultation, bodies) = await new Referrals(Fond).SentAsync(d => d["caseNumber"] = number);
        var body = Fond.As("lund-remiss-2");
        using var request = await body.RequestAsync(HttpMethod.Post, $"/consultations/{consultation}/files?bodyId={bodies[1]}&fileName=bilaga.pdf");
        request.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        using var response = await body.SendAsync(request);
        var file = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
        await body.DoAsync("answerConsultation", Referrals.Answer(consultation, bodies[1]), "consultation { id }");
        return (consultation, $"/statement-files/{file}");
    }

    private async Task MarkAsync(string matter, string kind)
    {
        var entry = (await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Matter { documents { id kind } } } }", new { id = matter }))["node"]!["documents"]!.AsArray().Single(d => d!["kind"]!.GetValue<string>() == kind)!;
        await Lund.Officer.DoAsync("markMatterDocument", new { matterDocumentId = entry["id"]!.GetValue<string>(), ground = "OSL 26 kap. 1 §" }, "document { id }");
    }

    private static async Task<HttpStatusCode> UploadAsync(Client client, string document)
    {
        using var upload = await client.RequestAsync(HttpMethod.Post, $"/matter-documents/{document}/files?fileName=a.pdf");
        upload.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        using var response = await client.SendAsync(upload);
        return response.StatusCode;
    }

    private async Task FetchAsync(string path)
    {
        using var response = await Lund.Officer.SendAsync(await Lund.Officer.RequestAsync(HttpMethod.Get, path));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Of what the trail has readings, by name.</summary>
    private async Task<IEnumerable<string>> ReadingsAsync() => (await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { objectType } } }"))["audit"]!["nodes"]!.AsArray()
        .Select(r => r!["objectType"]!.GetValue<string>()).Where(t => t is "StatementFile" or "Consultation" or "Matter" or "MatterDocument" or "MatterDocumentFile" or "MatterReleaseRequest").Order();

    private async Task<IEnumerable<string>> PublicDocumentsAsync(string number) =>
        (await Fond.As(null).ReadAsync("query($t: String) { publicMatters(municipality: \"Lund\", text: $t) { nodes { documents { kind isMarked correspondent subject } } } }", new { t = number }))["publicMatters"]!["nodes"]![0]!["documents"]!.AsArray()
        .Select(d => $"{d!["kind"]} {d["isMarked"]!.ToJsonString()} {d["correspondent"]} {d["subject"]}");

    [Fact]
    public async Task Of_a_consultation_in_a_marked_matter_messages_tell_the_number_alone()
    {
        var number = await MarkedAsync("Familjen X");
        await new Referrals(Fond).SentAsync(d => (d["caseNumber"], d["title"]) = (number, "Om familjen X"));
        var told = (await Fond.As("lund-remiss-2").ReadAsync("{ notifications(first: 5) { nodes { subject } } }"))["notifications"]!["nodes"]!.AsArray().Select(n => n!["subject"]!.GetValue<string>()).ToList();
        Assert.Contains($"Consultation: {number}", told);
        Assert.DoesNotContain(told, subject => subject.Contains("familjen X", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A matter of Lund that is marked as it is opened.</summary>
    /// <returns>Its number.</returns>
    private async Task<string> MarkedAsync(string title) =>
        (await Lund.Officer.DoAsync("openMatter", new { fundId = await FundAsync("Lund"), title, ground = "OSL 26 kap. 1 §" }, "matter { caseNumber }"))["matter"]!["caseNumber"]!.GetValue<string>();

    private async Task<string> MatterAsync(string number) =>
        (await Lund.Officer.ReadAsync("query($t: String) { matters(text: $t) { nodes { id } } }", new { t = number }))["matters"]!["nodes"]![0]!["id"]!.GetValue<string>();

    /// <summary>Matters that everybody finds.</summary>
    private async Task<int> FoundAsync(string text) =>
        (await Fond.As(null).ReadAsync("query($t: String) { publicMatters(text: $t) { nodes { title } } }", new { t = text }))["publicMatters"]!["nodes"]!.AsArray().Count;

    private Task<string> PageAsync(string text) => Fond.Http.GetStringAsync("/register/matters?text=" + Uri.EscapeDataString(text), TestContext.Current.CancellationToken);

    private async Task<int> PublicAsync(string number) =>
        (await Fond.As(null).ReadAsync("query($t: String) { publicConsultations(text: $t) { nodes { title } } }", new { t = number }))["publicConsultations"]!["nodes"]!.AsArray().Count;
}
