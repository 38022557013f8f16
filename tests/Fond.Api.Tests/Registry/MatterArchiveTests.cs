using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Consultations;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Registry;

/// <summary>A matter that has been closed leaves as a package, as a case does.</summary>
public sealed class MatterArchiveTests : FondTest
{
    private static readonly XNamespace Mets = "http://www.loc.gov/METS/", Erms = "https://DILCIS.eu/XML/ERMS";

    private Matters Matters => new(Fond);

    private Stages Lund => Matters.Lund;

    [Fact]
    public async Task A_closed_matter_leaves_with_its_consultation_and_what_was_decided_on_it()
    {
        var (matter, number) = await Matters.OpenAsync("Remiss av programmet");
        var (consultation, bodies) = await new Referrals(Fond).SentAsync(d => d["caseNumber"] = number);
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(consultation, bodies[1], "OBJECTS", "Nej tack"), "consultation { id }");
        await Fond.As("lund-remiss-3").DoAsync("answerConsultation", Referrals.Answer(consultation, bodies[2]), "consultation { id }");
        await Lund.Officer.DoAsync("closeConsultation", new { consultationId = consultation }, "consultation { id }");
        await Matters.UploadAsync(await Matters.RegisterAsync(matter, "DECISION", "Programmet antas"), "%PDF-1.7 beslut");
        await Matters.RegisterAsync(matter, "MINUTES_EXTRACT", "Programmet antas, rättat", corrects: 5);
        await Matters.CloseAsync(matter);

        var package = await ArchivePackage.FetchAsync(Lund.Officer, matter, "matters");
        ArchivePackage.HoldsTogether(package);
        Assert.Equal(number, ArchivePackage.Xml(package, "METS.xml").Attribute("LABEL")!.Value);
        Assert.Equal("%PDF-1.7 beslut", Encoding.UTF8.GetString(package["representations/rep1/data/0005/a.pdf"]));
        Assert.StartsWith("%PDF", Encoding.UTF8.GetString(package["representations/rep1/data/0004/remissammanställning.pdf"]), StringComparison.Ordinal);
        var file = ArchivePackage.Xml(package, "metadata/descriptive/ERMS.xml").Descendants(Erms + "aggregation").Single();
        Assert.Equal((number, "Remiss av programmet", "closed"), (file.Element(Erms + "objectId")!.Value, file.Element(Erms + "title")!.Value, file.Element(Erms + "status")!.Attribute("value")!.Value));
        Assert.Equal(["opened 2026-03-10T12:00:00Z", "closed 2026-03-10T12:00:00Z"], file.Element(Erms + "dates")!.Elements().Select(d => $"{d.Attribute("dateType")!.Value} {d.Value}"));
        Assert.Equal(["owner"], file.Element(Erms + "agents")!.Elements().Select(a => a.Attribute("agentType")!.Value)); // nobody has applied
        var records = file.Elements(Erms + "record").ToList();
        Assert.Equal(["1 Remiss outgoing", "2 Yttrande incoming", "3 Yttrande incoming", "4 Remissammanställning other", "5 Beslut other", "6 Protokollsutdrag other"],
            records.Select(r => $"{r.Element(Erms + "runningNumber")!.Value} {r.Attribute("recordType")!.Value} {r.Element(Erms + "direction")!.Attribute("directionDefinition")!.Value}"));
        Assert.Equal($"{number}:5", records[5].Element(Erms + "relation")!.Value);
        Assert.Null(records[5].Element(Erms + "additionalInformation")); // the entry is all that there is
    }

    [Fact]
    public async Task Each_statement_leaves_by_itself_with_who_gave_it()
    {
        var (matter, number) = await Matters.OpenAsync("Remiss");
        var (consultation, bodies) = await new Referrals(Fond).SentAsync(d => d["caseNumber"] = number);
        await Fond.As("lund-remiss-3").DoAsync("answerConsultation", Referrals.Answer(consultation, bodies[2], "SUPPORTS", "Ja tack"), "consultation { id }");
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(consultation, bodies[1], "OBJECTS", "Nej tack"), "consultation { id }");
        await Lund.Officer.DoAsync("closeConsultation", new { consultationId = consultation }, "consultation { id }");
        await Matters.CloseAsync(matter);
        var package = await ArchivePackage.FetchAsync(Lund.Officer, matter, "matters");
        var (first, second) = (Json(package, "0002/yttrande.json"), Json(package, "0003/yttrande.json"));
        Assert.Equal(("Supports", "Ja tack", "Är det bra?", "2026-06-01"), (first["stance"]!.GetValue<string>(), first["answers"]![0]!.GetValue<string>(), first["questions"]![0]!.GetValue<string>(), first["lastDay"]!.GetValue<string>()));
        Assert.Equal(("Objects", "Nej tack"), (second["stance"]!.GetValue<string>(), second["answers"]![0]!.GetValue<string>()));
        Assert.Equal(await CorrespondentsAsync(matter), [first["bodyName"]!.GetValue<string>(), second["bodyName"]!.GetValue<string>()]);
        var letter = Json(package, "0001/remiss.json");
        Assert.Equal(("Missiv", 2), (letter["letter"]!.GetValue<string>(), letter["requests"]!.AsArray().Count));
        Assert.DoesNotContain("tack", letter.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_public_said_of_a_consultation_that_was_withdrawn_leaves_with_its_letter()
    {
        var (matter, number) = await Matters.OpenAsync("Remiss");
        var (consultation, _) = await new Referrals(Fond).SentAsync(d => (d["caseNumber"], d["publicQuestions"]) = (number, new JsonArray("Vad saknas?")));
        await Fond.As(null).DoAsync("commentConsultation", new { consultationId = consultation, answers = new[] { "Bygg mer lekplats" } }, "receipt { receivedAt }");
        await Lund.Officer.DoAsync("withdrawConsultation", new { consultationId = consultation, reason = "Inställd" }, "consultation { id }");
        await Matters.CloseAsync(matter);
        var withdrawal = Json(await ArchivePackage.FetchAsync(Lund.Officer, matter, "matters"), "0002/remiss.json");
        Assert.Equal(("Inställd", "Bygg mer lekplats"), (withdrawal["withdrawnBecause"]!.GetValue<string>(), withdrawal["publicComments"]![0]!["answers"]![0]!.GetValue<string>()));
    }

    private static JsonNode Json(Dictionary<string, byte[]> package, string path) => JsonNode.Parse(package[$"representations/rep1/data/{path}"])!;

    /// <summary>From whom its statements came, in order.</summary>
    private async Task<IEnumerable<string>> CorrespondentsAsync(string matter) =>
        (await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Matter { documents { kind correspondent } } } }", new { id = matter }))["node"]!["documents"]!.AsArray()
        .Where(d => d!["kind"]!.GetValue<string>() == "STATEMENT").Select(d => d!["correspondent"]!.GetValue<string>());

    [Fact]
    public async Task What_is_marked_in_it_is_restricted_and_its_leaving_is_in_the_trail()
    {
        var (matter, _) = await Matters.OpenAsync("Havsnejlika");
        var note = await Matters.RegisterAsync(matter, "NOTE", "Samtal");
        await Matters.UploadAsync(note);
        await Lund.Officer.DoAsync("markMatter", new { matterId = matter, ground = "OSL 26 kap. 1 §" }, "matter { id }");
        await Lund.Officer.DoAsync("markMatterDocument", new { matterDocumentId = note, ground = "OSL 25 kap. 1 §" }, "document { id }");
        await Matters.CloseAsync(matter);
        var package = await ArchivePackage.FetchAsync(Lund.Registrar, matter, "matters");
        var file = ArchivePackage.Xml(package, "metadata/descriptive/ERMS.xml").Descendants(Erms + "aggregation").Single();
        Assert.Equal(("OSL 26 kap. 1 §", "OSL 25 kap. 1 §"), (Regulation(file), Regulation(file.Element(Erms + "record")!)));
        var read = (await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { objectType } } }"))["audit"]!["nodes"]!.AsArray().Select(e => e!["objectType"]!.GetValue<string>()).ToList();
        Assert.Superset(new HashSet<string> { "Matter", "MatterDocument" }, read.ToHashSet());

        static string Regulation(XElement of) => of.Element(Erms + "restriction")!.Element(Erms + "regulation")!.Value;
    }

    [Fact]
    public async Task What_was_disposed_of_is_told_with_its_day_and_without_a_file()
    {
        var (matter, _) = await Matters.OpenAsync("Budget");
        var (fund, note) = (await Matters.FundAsync(), await Matters.RegisterAsync(matter, "NOTE", "Samtal"));
        await Matters.UploadAsync(note);
        await Matters.KeepAsync(fund, "NOTE", 1);
        await Matters.CloseAsync(matter);
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        var disposal = (await Lund.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { note } }, "disposal { id }"))["disposal"]!["id"]!.GetValue<string>();
        await Lund.Registrar.DoAsync("approveDisposal", new { disposalId = disposal }, "disposal { id }");
        var package = await ArchivePackage.FetchAsync(Lund.Officer, matter, "matters");
        ArchivePackage.HoldsTogether(package);
        Assert.DoesNotContain(package.Keys, path => path.StartsWith("representations/", StringComparison.Ordinal));
        Assert.Equal("true", ArchivePackage.Xml(package, "metadata/descriptive/ERMS.xml").Descendants(Erms + "disposal").Single().Attribute("disposable")!.Value);
        Assert.DoesNotContain(ArchivePackage.Xml(package, "METS.xml").Descendants(Mets + "fileGrp"), g => g.Attribute("USE")!.Value.StartsWith("Representations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_matter_under_way_does_not_leave_and_none_leaves_by_others_than_those_who_keep_it()
    {
        var (matter, _) = await Matters.OpenAsync("Budget");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ARCHIVE_CASE_OPEN"), await RefusedAsync(Lund.Officer, matter));
        await Matters.CloseAsync(matter);
        Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), await RefusedAsync(Fond.As("revisor"), matter));
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), await RefusedAsync(Fond.As("haninge-handlaggare"), matter));
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), await RefusedAsync(Fond.As(null), matter));
    }

    private static async Task<(HttpStatusCode, string)> RefusedAsync(Client client, string matter)
    {
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/matters/{matter}/archive"));
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["errors"]![0]!["code"]!.GetValue<string>());
    }
}
