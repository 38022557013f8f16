using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Consultations;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;
using UglyToad.PdfPig;

namespace Fond.Api.Tests.Registry;

/// <summary>A case that was granted and carried through leaves whole: what was asked, said, decided, minuted and done.</summary>
public sealed class ClosedCaseArchiveTests : FondTest
{
    private static readonly XNamespace Mets = "http://www.loc.gov/METS/", Erms = "https://DILCIS.eu/XML/ERMS";

    private static readonly byte[] Statement = "%PDF-1.7 yttrande"u8.ToArray();

    private string _memo = "";

    private MeetingStages Meetings => new(Fond);

    private Stages Stages => Meetings.Cases;

    [Fact]
    public async Task A_granted_and_closed_case_leaves_with_statement_memo_decision_minutes_and_project()
    {
        var application = await ClosedAsync();
        var package = await ArchivePackage.FetchAsync(Stages.Officer, application);
        ArchivePackage.HoldsTogether(package);
        var mets = ArchivePackage.Xml(package, "METS.xml");
        var ids = mets.Descendants().Attributes("ID").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(mets.Descendants(Mets + "fptr"), pointer => Assert.Contains(pointer.Attribute("FILEID")!.Value, ids));

        var records = ArchivePackage.Xml(package, "metadata/descriptive/ERMS.xml").Descendants(Erms + "record").ToList();
        var kinds = records.Select(r => r.Attribute("recordType")!.Value).ToList();
        Assert.Empty(new[] { "Ansökan", "Remiss", "Yttrande", "Bilaga till yttrande", "Remissammanställning", "Bedömning", "Bedömarnas gemensamma förslag", "Tjänsteskrivelse", "Beslut", "Protokollsutdrag", "Expediering", "Laglighetsprövning", "Överenskommelse", "Rekvisition", "Slutrapport" }.Except(kinds));
        Assert.Equal(Enumerable.Range(1, records.Count).Select(n => $"{n}"), records.Select(r => r.Element(Erms + "runningNumber")!.Value));
        Assert.Equal(package.Keys.Count(path => path.StartsWith("representations/", StringComparison.Ordinal)), records.Descendants(Erms + "appendix").Count());
        Assert.All(records.Descendants(Erms + "appendix"), a => Assert.Contains(Uri.UnescapeDataString(a.Attribute("path")!.Value["file:///".Length..]), package.Keys));

        byte[] Content(string kind, string name) => package[$"representations/rep1/data/{kinds.IndexOf(kind) + 1:0000}/{name}"];
        Assert.Equal(Statement, Content("Bilaga till yttrande", "bilaga.pdf"));
        Assert.Equal(("Supports", "Vad anser ni?"), (Json(Content("Yttrande", "yttrande.json"))["stance"]!.GetValue<string>(), Json(Content("Yttrande", "yttrande.json"))["questions"]![0]!.GetValue<string>()));
        Assert.Equal(_memo, Convert.ToHexStringLower(SHA256.HashData(Content("Tjänsteskrivelse", package.Keys.Single(p => p.Contains($"/{kinds.IndexOf("Tjänsteskrivelse") + 1:0000}/", StringComparison.Ordinal)).Split('/')[^1]))));
        var decision = Json(Content("Beslut", "beslut.json"));
        Assert.Equal(("Prövad på annat håll.", "Styrgrupp social hållbarhet, Helsingborg"), (decision["reasons"]!.GetValue<string>(), decision["bodyName"]!.GetValue<string>()));
        Assert.Equal(decision["presentPersonIds"]!.AsArray().Count, decision["presentPersonNames"]!.AsArray().Count(name => name!.GetValue<string>().Length > 0));
        var dispatch = Json(Content("Expediering", "expediering.json"));
        Assert.Equal(("Polisen", "Letter"), (dispatch["recipients"]![0]!["name"]!.GetValue<string>(), dispatch["recipients"]![0]!["channel"]!.GetValue<string>()));
        Assert.All(["sentAt", "sentByName"], told => Assert.NotNull(dispatch[told]));
        Assert.Equal(dispatch["sha256"]!.GetValue<string>(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dispatch["text"]!.GetValue<string>()))));
        var review = Json(Content("Laglighetsprövning", "laglighetsprövning.json"));
        Assert.Equal(("Mål 7-26", "Upheld"), (review["courtCase"]!.GetValue<string>(), review["outcome"]!.GetValue<string>()));
        var compilation = Words(Content("Remissammanställning", "remissammanställning.pdf"));
        Assert.All(["Synpunkter från allmänheten", "Bygg mer lekplats"], said => Assert.Contains(said, compilation, StringComparison.Ordinal));
        Assert.Equal("Lärt", Json(Content("Slutrapport", "slutrapport.json"))["finalReport"]!["lessons"]!.GetValue<string>());
        var minutes = Words(Content("Protokollsutdrag", "protokollsutdrag.pdf"));
        Assert.All(["Protokollsutdrag", "§ 2 ", "Styrgruppen bifaller ansökan och beviljar 5 000 000 kr.", "Protokollet är justerat"], said => Assert.Contains(said, minutes, StringComparison.Ordinal));
        Assert.DoesNotContain("Föregående protokoll", minutes, StringComparison.Ordinal); // another matter of the same meeting
    }

    [Fact]
    public async Task What_is_marked_corrected_or_disposed_of_in_it_leaves_as_such()
    {
        var application = await ClosedAsync();
        var first = await RegisterAsync(application, "Fråga", null);
        var letter = first["id"]!.GetValue<string>();
        using (var upload = await Stages.Officer.RequestAsync(HttpMethod.Post, $"/documents/{letter}/files?fileName=brev.pdf"))
        {
            upload.Content = new ByteArrayContent("%PDF-1.7 brev"u8.ToArray());
            (await Stages.Officer.SendAsync(upload)).EnsureSuccessStatusCode();
        }

        var corrected = (await RegisterAsync(application, "Frågan, rättad", first["number"]!.GetValue<int>()))["number"]!.GetValue<int>();
        await MarkDecisionAsync(application, "OSL 26 kap. 1 §");
        await Stages.Officer.DoAsync("markDocument", new { documentId = letter, ground = "OSL 21 kap. 1 §" }, "document { id }");
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 23 kap. 2 §" }, "application { id }");
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, field = "need", ground = "OSL 25 kap. 1 §" }, "application { id }");
        await DisposeAsync(letter);

        var package = await ArchivePackage.FetchAsync(Stages.Officer, application);
        ArchivePackage.HoldsTogether(package);
        var file = ArchivePackage.Xml(package, "metadata/descriptive/ERMS.xml").Descendants(Erms + "aggregation").Single();
        var records = file.Elements(Erms + "record").ToList();
        Assert.Equal(["OSL 23 kap. 2 §", "OSL 25 kap. 1 §"], file.Elements(Erms + "restriction").Select(r => r.Element(Erms + "regulation")!.Value));
        Assert.Contains(records, r => r.Attribute("recordType")!.Value == "Beslut" && r.Element(Erms + "restriction")?.Element(Erms + "regulation")?.Value == "OSL 26 kap. 1 §");
        var (disposed, correction) = (records[corrected - 2], records[corrected - 1]);
        Assert.EndsWith($":{corrected - 1}", correction.Element(Erms + "relation")!.Value, StringComparison.Ordinal);
        Assert.Equal("OSL 21 kap. 1 §", disposed.Element(Erms + "restriction")!.Element(Erms + "regulation")!.Value);
        Assert.NotNull(disposed.Element(Erms + "disposal"));
        Assert.Null(disposed.Element(Erms + "additionalInformation")); // its file is gone
    }

    private async Task<JsonNode> RegisterAsync(string application, string subject, int? corrects) =>
        (await Stages.Officer.DoAsync("registerDocument", new { applicationId = application, kind = "LETTER", direction = "INCOMING", on = Fond.Today.ToString("yyyy-MM-dd", null), correspondent = "Skolverket", subject, corrects }, "document { id number }"))["document"]!;

    /// <summary>Two years after the last entry, by a rule of one.</summary>
    private async Task DisposeAsync(string document)
    {
        var fund = (await Stages.Officer.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind = "LETTER", years = 1, decision = "KS 2020/15 § 4" }, "retentionRule { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        var disposal = (await Stages.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { document } }, "disposal { id }"))["disposal"]!["id"]!.GetValue<string>();
        await Stages.Registrar.DoAsync("approveDisposal", new { disposalId = disposal }, "disposal { id }");
    }

    [Fact]
    public async Task The_extract_is_registered_when_the_last_of_those_who_approve_has_done_so()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application);
        await Meetings.SettleAsync(meeting, "APPROVED");
        var minutes = await Meetings.ClosedAsync(meeting);
        await Fond.As("helsingborg-ledamot-1").DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        Assert.Empty(await ExtractsAsync(Stages.Officer, application));
        await Stages.Chair.DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        var entry = Assert.Single(await ExtractsAsync(Stages.Officer, application))!;
        Assert.Equal(("§ 1", "DRAWN_UP", minutes), (entry["subject"]!.GetValue<string>(), entry["direction"]!.GetValue<string>(), entry["target"]!["id"]!.GetValue<string>()));
        Assert.Empty(await ExtractsAsync(Stages.Lead, application)); // what the applicant gets is the decision
    }

    [Fact]
    public async Task A_mark_set_on_the_decision_after_the_minutes_were_approved_reaches_the_extract_and_goes_with_it()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync("Föregående protokoll", application);
        await Meetings.SettleAsync(meeting, "NOTED");
        await Meetings.SettleAsync(meeting, "APPROVED", 2);
        await Meetings.AnnouncedAsync(await Meetings.ClosedAsync(meeting));
        Assert.Null(await MarkOfExtractAsync(application));
        await MarkDecisionAsync(application, "OSL 26 kap. 1 §");
        Assert.Equal("OSL 26 kap. 1 §", await MarkOfExtractAsync(application));
        var number = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { caseNumber } } }", new { a = application }))["node"]!["caseNumber"]!.GetValue<string>();
        var shown = (await Fond.As(null).ReadAsync("query($n: String!) { publicDocuments(municipality: \"Helsingborg\", caseNumber: $n) { kind isMarked subject } }", new { n = number }))["publicDocuments"]!.AsArray().Single(d => d!["kind"]!.GetValue<string>() == "MINUTES_EXTRACT")!;
        Assert.Equal((true, null), (shown["isMarked"]!.GetValue<bool>(), shown["subject"]?.GetValue<string>()));
        await MarkDecisionAsync(application, "OSL 23 kap. 2 §");
        Assert.Equal("OSL 23 kap. 2 §", await MarkOfExtractAsync(application));
        await MarkDecisionAsync(application, null);
        Assert.Null(await MarkOfExtractAsync(application));
    }

    private async Task MarkDecisionAsync(string application, string? ground)
    {
        var decision = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: DECISION) { nodes { id } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("markDocument", new { documentId = decision, ground }, "document { id }");
    }

    private async Task<string?> MarkOfExtractAsync(string application) => (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: MINUTES_EXTRACT) { nodes { secrecy { ground } } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["secrecy"]?["ground"]?.GetValue<string>();

    private async Task<string> ClosedAsync()
    {
        var application = await Stages.AcceptedAsync();
        await ConsultAsync(application);
        await Stages.Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = (await Stages.PeopleAsync("ASSESSOR")).Take(2) }, "application { id }");
        await Stages.AssessAsync(1, application);
        await Stages.AssessAsync(2, application);
        await Stages.Officer.DoAsync("proposeJointly", new { applicationId = application, recommendation = "GRANT", amounts = await Stages.AskedAsync(application), reasoning = "Bra" }, "jointProposal { id }");
        var memo = (await Stages.Officer.DoAsync("saveDecisionMemo", new { applicationId = application }, "memo { id }"))["memo"]!["id"]!.GetValue<string>();
        _memo = (await Stages.Officer.DoAsync("finishDecisionMemo", new { memoId = memo }, "memo { sha256 }"))["memo"]!["sha256"]!.GetValue<string>();

        var meeting = await Meetings.InSessionAsync("Föregående protokoll", application);
        await Meetings.SettleAsync(meeting, "NOTED");
        await Meetings.SettleAsync(meeting, "APPROVED", 2, ("ruling", "Prövad på annat håll."));
        var minutes = await Meetings.ClosedAsync(meeting);
        await Meetings.AnnouncedAsync(minutes);
        var today = Fond.Today.ToString("yyyy-MM-dd", null);
        await Stages.Secretary.DoAsync("recordLegalityReview", new { minutesId = minutes, paragraph = 2, courtCase = "Mål 7-26", requestedOn = today }, "minutes { id }");
        await Stages.Secretary.DoAsync("endLegalityReview", new { minutesId = minutes, courtCase = "Mål 7-26", outcome = "UPHELD", endedOn = today }, "minutes { id }");
        var decision = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { decisions { id } } } }", new { id = application }))["node"]!["decisions"]![0]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("dispatchDecision", new { decisionId = decision, recipients = new[] { new { name = "Polisen", channel = "LETTER" } } }, "dispatch { id }");
        await CarryOutAsync(await Stages.ProjectAsync(application));
        return application;
    }

    private async Task ConsultAsync(string application)
    {
        var body = await Meetings.BodyAsync();
        var draft = new { applicationId = application, title = "Remiss", lastDay = "2026-06-01", caseNumber = "KS 2026/1", letter = "Bifogat", bodyIds = new[] { body }, questions = new[] { "Vad anser ni?" }, publicQuestions = new[] { "Vad saknas?" } };
        var consultation = (await Stages.Officer.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        using var upload = await Stages.Chair.RequestAsync(HttpMethod.Post, $"/consultations/{consultation}/files?bodyId={body}&fileName=bilaga.pdf");
        upload.Content = new ByteArrayContent(Statement);
        (await Stages.Chair.SendAsync(upload)).EnsureSuccessStatusCode();
        await Fond.As(null).DoAsync("commentConsultation", new { consultationId = consultation, answers = new[] { "Bygg mer lekplats" } }, "receipt { receivedAt }");
        await Stages.Chair.DoAsync("answerConsultation", Referrals.Answer(consultation, body), "consultation { id }");
        await Stages.Officer.DoAsync("closeConsultation", new { consultationId = consultation }, "consultation { id }");
    }

    private async Task CarryOutAsync(string project)
    {
        var today = Fond.Today.ToString("yyyy-MM-dd", null);
        await Stages.Officer.DoAsync("signAgreement", new { projectId = project, signedOn = today }, "project { id }");
        await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000_000, purpose = "Samordnare" }, "project { id }");
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, "project { id }");
        await Stages.Lead.DoAsync("submitFinalReport", new { projectId = project, report = new { summary = "Gjort", results = "Resultat", lessons = "Lärt", spent = 1_000_000 } }, "project { id }");
        await Stages.Chair.DoAsync("decideFuture", new { projectId = project, future = "IMPLEMENT", reasons = "Det fungerade", decidedOn = today }, "project { id }");
        await Stages.Officer.DoAsync("closeProject", new { projectId = project }, "project { id }");
    }

    private static async Task<JsonArray> ExtractsAsync(Client client, string application) =>
        (await client.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: MINUTES_EXTRACT) { nodes { subject direction target { id } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray();

    private static JsonNode Json(byte[] content) => JsonNode.Parse(Encoding.UTF8.GetString(content))!;

    private static string Words(byte[] pdf)
    {
        using var read = PdfDocument.Open(pdf);
        return string.Concat(read.GetPages().Select(p => p.Text)).Replace('\u00a0', ' ');
    }
}
