using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Consultations;

/// <summary>What is sent to be read with a consultation on an application.</summary>
public sealed class EnclosureTests : FondTest
{
    private const string Day = "2026-03-09";

    private static readonly byte[] Pdf = "%PDF-1.7"u8.ToArray();

    private Stages Helsingborg => new(Fond);

    [Fact]
    public async Task A_body_that_is_asked_reads_the_application_and_a_file_that_the_officer_chose_and_nothing_else()
    {
        var (application, form, letter) = await CaseAsync();
        var other = await LetterAsync(application, "Intern skrivelse");
        var (id, bodies) = await SentAsync(application, form, letter);
        var seen = (await Fond.As("helsingborg-rad-1").ReadAsync(Sent, new { id }))["node"]!["documents"]!.AsArray();
        Assert.Equal(["APPLICATION", "LETTER"], seen.Select(d => d!["kind"]!.GetValue<string>()));
        Assert.Equal("Underlag från skolan", seen[1]!["subject"]!.GetValue<string>());
        var (status, page) = await GetAsync("helsingborg-rad-1", PathOf(seen[0]));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h2>Behov</h2>", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "%PDF-1.7"), await GetAsync("helsingborg-rad-1", PathOf(seen[1])));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("helsingborg-rad-1", $"/consultations/{id}/documents/{other}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("lund-remiss-2", PathOf(seen[0]))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(null, PathOf(seen[0]))).Status);

        var link = await LinkAsync(id, bodies);
        (_, page) = await GetAsync(null, link);
        Assert.Contains("Underlag från skolan</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Intern skrivelse", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "%PDF-1.7"), await GetAsync(null, ByLink(link, letter)));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(null, ByLink(link, other))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(null, ByLink("/remiss?lank=nej", letter))).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_has_a_conflict_of_interest_in_the_case_reads_nothing_of_it_and_the_rest_of_the_body_does(bool isDeclared)
    {
        var (application, form, letter) = await CaseAsync();
        var (id, bodies) = await SentAsync(application, form, letter);
        var link = await LinkAsync(id, bodies);
        var (meeting, person) = await new CouncilStages(Fond).InSessionAsync(application);
        var member = Fond.As("helsingborg-rad-1");
        Assert.Contains(id, await AwaitedAsync(member));
        if (isDeclared) await member.DoAsync("declareRecusal", new { applicationId = application, ground = "OWN_MATTER", reason = "Syskon leder projektet" }, "recusal { id }");
        else await Helsingborg.Secretary.DoAsync("recuseFromItem", new { meetingId = meeting, itemId = await new MeetingStages(Fond).ItemAsync(meeting), personId = person, ground = "Syskon leder projektet" }, "meeting { id }");
        Assert.Null((await member.ReadAsync("query($a: ID!) { node(id: $a) { id } }", new { a = application }))["node"]);
        Assert.All(Assert.IsType<JsonArray>((await member.ReadAsync(Sent, new { id }))["node"]!["documents"]), d => Assert.Equal((null, null), (d!["subject"], d["path"])));
        Assert.NotEmpty((await member.ReadAsync(Sent, new { id }))["node"]!["documents"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("helsingborg-rad-1", $"/consultations/{id}/documents/{form}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("helsingborg-ledamot-2", $"/consultations/{id}/documents/{form}")).Status); // of the council too
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(null, ByLink(link, form))).Status);

        var wish = new { consultationId = id, bodyId = bodies, lastDay = "2026-06-20", reason = "Rådet möts då" };
        Assert.DoesNotContain(id, await AwaitedAsync(member));
        Assert.Contains(id, await AwaitedAsync(Fond.As("helsingborg-ledamot-2")));
        await member.RefusedAsync("CONSULTATION_CASE_CONFLICTED", "answerConsultation", Referrals.Answer(id, bodies), "consultationId");
        await member.RefusedAsync("CONSULTATION_CASE_CONFLICTED", "requestExtension", wish, "consultationId");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created), (await SendFileAsync("helsingborg-rad-1", id, bodies), await SendFileAsync("helsingborg-ledamot-2", id, bodies)));
        await Fond.As("helsingborg-ledamot-2").DoAsync("requestExtension", wish, "consultation { id }");
        await Fond.As("helsingborg-ledamot-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies), "consultation { id }");
    }

    [Fact]
    public async Task The_message_names_what_is_sent_by_number_kind_and_day()
    {
        var (application, form, letter) = await CaseAsync();
        await SentAsync(application, form, letter);
        var told = (await new Client(Fond, "helsingborg-rad-1") { Language = "sv" }.ReadAsync("{ notifications(first: 10) { nodes { body } } }"))["notifications"]!["nodes"]![0]!["body"]!.GetValue<string>();
        Assert.Contains("Handlingar: Aktbilaga 1: Ansökan, 2026-", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Underlag från skolan", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marked_document_is_not_sent_and_one_that_is_marked_later_is_read_no_longer()
    {
        var (application, form, letter) = await CaseAsync();
        await MarkAsync(letter, "OSL 26 kap. 1 §");
        await Helsingborg.Officer.RefusedAsync("CONSULTATION_DOCUMENT_MARKED", "createConsultation", await DraftAsync(application, form, letter), "documentIds.1");
        await MarkAsync(letter, null);
        var draft = await DraftedAsync(application, form, letter);
        await MarkAsync(letter, "OSL 26 kap. 1 §");
        await Helsingborg.Officer.RefusedAsync("CONSULTATION_DOCUMENT_MARKED", "sendConsultation", new { consultationId = draft });
        await MarkAsync(letter, null);

        var (id, bodies) = await SentAsync(application, form, letter);
        var link = await LinkAsync(id, bodies);
        await MarkAsync(letter, "OSL 26 kap. 1 §");
        var seen = (await Fond.As("helsingborg-rad-1").ReadAsync(Sent, new { id }))["node"]!["documents"]![1]!;
        Assert.Equal((true, null, null), (seen["isMarked"]!.GetValue<bool>(), seen["subject"], seen["path"]));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("helsingborg-rad-1", $"/consultations/{id}/documents/{letter}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(null, ByLink(link, letter))).Status);
        Assert.DoesNotContain("Underlag från skolan", (await GetAsync(null, link)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(null, ByLink(link, form))).Status);

        await Helsingborg.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §", field = "need" }, "application { id }");
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(null, ByLink(link, form))).Status); // what the form tells is marked in one field
    }

    [Fact]
    public async Task Nothing_is_read_when_the_consultation_has_been_withdrawn()
    {
        var (application, form, letter) = await CaseAsync();
        var (id, bodies) = await SentAsync(application, form, letter);
        var link = await LinkAsync(id, bodies);
        await Helsingborg.Officer.DoAsync("withdrawConsultation", new { consultationId = id, reason = "Fel underlag" }, "consultation { id }");
        Assert.All((await Fond.As("helsingborg-rad-1").ReadAsync(Sent, new { id }))["node"]!["documents"]!.AsArray(), d => Assert.Null(d!["path"]));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("helsingborg-rad-1", $"/consultations/{id}/documents/{form}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(null, ByLink(link, form))).Status);
    }

    [Fact]
    public async Task What_is_sent_lies_in_the_case_and_can_be_read()
    {
        var (application, form, _) = await CaseAsync();
        var empty = (await Helsingborg.Officer.DoAsync("registerDocument", new { applicationId = application, kind = "NOTE", direction = "DRAWN_UP", subject = "Samtal", on = Day }, "document { id }"))["document"]!["id"]!.GetValue<string>();
        await Helsingborg.Officer.RefusedAsync("CONSULTATION_DOCUMENT_EMPTY", "createConsultation", await DraftAsync(application, empty), "documentIds.0");
        await Helsingborg.Officer.RefusedAsync("CONSULTATION_DOCUMENT_REPEATED", "createConsultation", await DraftAsync(application, form, form), "documentIds.1");
        await Helsingborg.Officer.RefusedAsync("NOT_FOUND", "createConsultation", await DraftAsync(application, "nej"), "documentIds.0");
        await Helsingborg.Officer.RefusedAsync("CONSULTATION_DOCUMENT_REPEATED", "createConsultation", await DraftAsync(application, "nej", "nej"), "documentIds.1"); // before anything is looked for
        await Helsingborg.Officer.RefusedAsync("CONSULTATION_DOCUMENTS_TOO_MANY", "createConsultation", await DraftAsync(application, [.. Enumerable.Range(0, 101).Select(i => $"nej-{i}")]), "documentIds");
        var (another, _, letter) = await CaseAsync();
        Assert.NotEqual(application, another);
        await Helsingborg.Officer.RefusedAsync("CONSULTATION_DOCUMENT_OF_OTHER_CASE", "createConsultation", await DraftAsync(application, letter), "documentIds.0");
    }

    [Fact]
    public async Task A_document_of_a_matter_goes_with_the_consultation_in_it()
    {
        var lund = new Referrals(Fond);
        var fund = (await lund.Officer.ReadAsync("{ funds(municipality: \"Lund\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var matter = (await lund.Officer.DoAsync("openMatter", new { fundId = fund, title = "Plan på remiss" }, "matter { id caseNumber }"))["matter"]!;
        var document = (await lund.Officer.DoAsync("registerMatterDocument", new { matterId = matter["id"]!.GetValue<string>(), kind = "OTHER", direction = "DRAWN_UP", subject = "Planen", on = Day }, "document { id }"))["document"]!["id"]!.GetValue<string>();
        await UploadAsync(lund.Officer, $"/matter-documents/{document}/files");
        void With(JsonObject draft, JsonNode? number) => (draft["caseNumber"], draft["documentIds"]) = (number?.DeepClone(), new JsonArray(document));
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => lund.SentAsync(draft => With(draft, "KS 2026/999")));
        Assert.Contains("CONSULTATION_DOCUMENT_OF_OTHER_CASE", refused.Message, StringComparison.Ordinal);
        var (id, _) = await lund.SentAsync(draft => With(draft, matter["caseNumber"]));
        Assert.Equal((HttpStatusCode.OK, "%PDF-1.7"), await GetAsync("lund-remiss-2", $"/consultations/{id}/documents/{document}"));
        await lund.Officer.DoAsync("markMatter", new { matterId = matter["id"]!.GetValue<string>(), ground = "OSL 26 kap. 1 §" }, "matter { id }");
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("lund-remiss-2", $"/consultations/{id}/documents/{document}")).Status);
    }

    private const string Sent = "query($id: ID!) { node(id: $id) { ... on Consultation { documents { documentId number kind on subject isMarked path } } } }";

    /// <summary>A submitted application, its form's entry and that of a letter with a file.</summary>
    private async Task<(string Application, string Form, string Letter)> CaseAsync()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var form = (await Helsingborg.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: APPLICATION) { nodes { id } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        return (application, form, await LetterAsync(application, "Underlag från skolan"));
    }

    private async Task<string> LetterAsync(string application, string subject)
    {
        var letter = (await Helsingborg.Officer.DoAsync("registerDocument", new { applicationId = application, kind = "LETTER", direction = "INCOMING", correspondent = "Skolan", subject, on = Day }, "document { id }"))["document"]!["id"]!.GetValue<string>();
        await UploadAsync(Helsingborg.Officer, $"/documents/{letter}/files");
        return letter;
    }

    private static async Task UploadAsync(Client client, string path)
    {
        using var request = await client.RequestAsync(HttpMethod.Post, path + "?fileName=underlag.pdf");
        request.Content = new ByteArrayContent(Pdf);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private async Task<object> DraftAsync(string application, params string[] documents) => new
    {
        applicationId = application,
        title = "Fråga till rådet",
        lastDay = "2026-06-01",
        letter = "Rådet ombeds yttra sig.",
        questions = new[] { "Vad anser ni?" },
        caseNumber = (await Helsingborg.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { caseNumber } } }", new { id = application }))["node"]!["caseNumber"]!.GetValue<string>(),
        bodyIds = new[] { await CouncilAsync() },
        documentIds = documents,
    };

    private async Task<string> CouncilAsync() => (await Helsingborg.Officer.ReadAsync("{ bodies(municipality: \"Helsingborg\", kind: COUNCIL) { nodes { id } } }"))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();

    private async Task<string> DraftedAsync(string application, params string[] documents) =>
        (await Helsingborg.Officer.DoAsync("createConsultation", await DraftAsync(application, documents), "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();

    private async Task<(string Id, string Body)> SentAsync(string application, params string[] documents)
    {
        var id = await DraftedAsync(application, documents);
        await Helsingborg.Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { state }");
        return (id, await CouncilAsync());
    }

    private async Task<string> LinkAsync(string consultation, string body) =>
        new Uri((await Helsingborg.Officer.DoAsync("issueReferralLink", new { consultationId = consultation, bodyId = body }, "link { address }"))["link"]!["address"]!.GetValue<string>(), UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri
            ? uri.PathAndQuery : throw new InvalidOperationException("The link is no address.");

    private async Task<HttpStatusCode> SendFileAsync(string person, string consultation, string body)
    {
        using var upload = await Fond.As(person).RequestAsync(HttpMethod.Post, $"/consultations/{consultation}/files?bodyId={body}&fileName=bilaga.pdf");
        upload.Content = new ByteArrayContent(Pdf);
        using var response = await Fond.As(person).SendAsync(upload);
        return response.StatusCode;
    }

    private static string ByLink(string link, string document) => link.Replace("/remiss?", "/remiss/handling?", StringComparison.Ordinal) + "&handling=" + document;

    private async Task MarkAsync(string document, string? ground) => await Helsingborg.Officer.DoAsync("markDocument", new { documentId = document, ground }, "document { id }");

    private static string PathOf(JsonNode? document) => document!["path"]!.GetValue<string>();

    private static async Task<IEnumerable<string>> AwaitedAsync(Client member) =>
        (await member.ReadAsync("{ awaitingMe { subject { id } } }"))["awaitingMe"]!.AsArray().Select(step => step!["subject"]!["id"]!.GetValue<string>());

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string? person, string path)
    {
        var client = new Client(Fond, person) { Language = "sv" };
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, path));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
