using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Applications;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Registry;

/// <summary>A closed case leaves as an information package by E-ARK CSIP and SIP 2.1.0: its files, what describes them, and their checksums.</summary>
public sealed class ArchiveTests : FondTest
{
    private static readonly XNamespace Mets = "http://www.loc.gov/METS/", Csip = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS", Xlink = "http://www.w3.org/1999/xlink", Erms = "https://DILCIS.eu/XML/ERMS";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task Every_file_of_the_package_is_described_with_its_size_and_checksum_and_no_other()
    {
        var package = await PackageAsync(await WithdrawnAsync());
        ArchivePackage.HoldsTogether(package);
        Assert.Contains("representations/rep1/data/0002/a.pdf", package.Keys);
    }

    [Fact]
    public async Task The_package_holds_to_the_structure_of_csip_and_sip()
    {
        var mets = Xml(await PackageAsync(await WithdrawnAsync()), "METS.xml");
        Assert.Equal(("Mixed", "citserms_v2_1", "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"), (mets.Attribute("TYPE")!.Value, mets.Attribute(Csip + "CONTENTINFORMATIONTYPE")!.Value, mets.Attribute("PROFILE")!.Value)); // CSIP2, 4, 6, SIP2
        Assert.Equal(["metsHdr", "dmdSec", "amdSec", "fileSec", "structMap"], mets.Elements().Select(e => e.Name.LocalName)); // CSIP117, 17, 31, 58, 80
        var header = mets.Element(Mets + "metsHdr")!;
        Assert.Equal(("SIP", "NEW"), (header.Attribute(Csip + "OAISPACKAGETYPE")!.Value, header.Attribute("RECORDSTATUS")!.Value)); // SIP3, 4
        Assert.Single(header.Elements(Mets + "agent"), a => a.Attribute("ROLE")!.Value == "CREATOR" && a.Attribute("TYPE")!.Value == "ORGANIZATION"); // SIP15, 16, 17
        Assert.Single(header.Elements(Mets + "agent"), a => a.Attribute("ROLE")!.Value == "CREATOR" && a.Attribute("TYPE")!.Value == "OTHER" && a.Attribute("OTHERTYPE")?.Value == "SOFTWARE"); // CSIP10-13
        Assert.Single(header.Elements(Mets + "agent"), a => a.Attribute("ROLE")!.Value == "ARCHIVIST" && a.Attribute("TYPE")!.Value == "ORGANIZATION"); // SIP10, 11
        var version = header.Descendants(Mets + "note").Single();
        Assert.Equal(("SOFTWARE VERSION", "Fond"), (version.Attribute(Csip + "NOTETYPE")!.Value, version.Parent!.Element(Mets + "name")!.Value)); // CSIP14, 15, 16
        Assert.Equal(header.Attribute("CREATEDATE")!.Value, mets.Element(Mets + "dmdSec")!.Attribute("CREATED")!.Value); // CSIP7, 19
        Assert.Equal([("OTHER", "ERMS"), ("PREMIS", null)], mets.Descendants(Mets + "mdRef").Select(r => (r.Attribute("MDTYPE")!.Value, r.Attribute("OTHERMDTYPE")?.Value))); // CSIP25, 39
        Assert.All(mets.Descendants(Mets + "mdRef").Concat(mets.Descendants(Mets + "FLocat")), at => Assert.Equal(("URL", "simple"), (at.Attribute("LOCTYPE")!.Value, at.Attribute(Xlink + "type")!.Value))); // CSIP22, 23, 36, 37, 77, 78
        Assert.All(mets.Descendants(Mets + "mdRef").Concat(mets.Descendants(Mets + "file")), f => Assert.All(["MIMETYPE", "SIZE", "CREATED", "CHECKSUM", "CHECKSUMTYPE"], fact => Assert.NotNull(f.Attribute(fact)))); // CSIP26-30, 40-44, 68-72
        var ids = mets.Descendants().Attributes("ID").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(mets.Descendants().Where(e => e.Name.LocalName is "dmdSec" or "digiprovMD" or "fileSec" or "fileGrp" or "file" or "structMap" or "div"), e => Assert.NotNull(e.Attribute("ID"))); // CSIP18, 33, 59, 65, 67, 83, 85, 89, 94, 98, 102
        Assert.All(mets.Descendants(Mets + "fileGrp"), g => Assert.NotEmpty(g.Elements(Mets + "file"))); // CSIP66
        Assert.Equal("citserms_v2_1", mets.Descendants(Mets + "fileGrp").Last().Attribute(Csip + "CONTENTINFORMATIONTYPE")!.Value); // CSIP62
        Assert.Equal(["Documentation", "Representations/rep1/data"], mets.Descendants(Mets + "fileGrp").Select(g => g.Attribute("USE")!.Value)); // CSIP60, 64, 114
        var map = mets.Element(Mets + "structMap")!;
        Assert.Equal(("PHYSICAL", "CSIP", mets.Attribute("OBJID")!.Value), (map.Attribute("TYPE")!.Value, map.Attribute("LABEL")!.Value, map.Element(Mets + "div")!.Attribute("LABEL")!.Value)); // CSIP81, 82, 86
        Assert.Equal(["Metadata", "Documentation", "Representations"], map.Element(Mets + "div")!.Elements(Mets + "div").Select(d => d.Attribute("LABEL")!.Value)); // CSIP88, 93, 101
        Assert.All(map.Descendants(Mets + "fptr"), pointer => Assert.Contains(pointer.Attribute("FILEID")!.Value, mets.Descendants(Mets + "fileGrp").Attributes("ID").Select(a => a.Value))); // CSIP116, 119
        Assert.All(["ADMID", "DMDID"], reference => Assert.Contains(map.Descendants(Mets + "div").Attributes(reference).Single().Value, ids)); // CSIP91, 92
    }

    [Fact]
    public async Task The_registry_is_told_in_the_terms_of_erms()
    {
        var application = await WithdrawnAsync();
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        var package = await PackageAsync(application);
        var file = Xml(package, "metadata/descriptive/ERMS.xml").Descendants(Erms + "aggregation").Single();
        Assert.Equal(("caseFile", "closed", "OSL 26 kap. 1 §"), (file.Attribute("aggregationType")!.Value, file.Element(Erms + "status")!.Attribute("value")!.Value, file.Element(Erms + "restriction")!.Element(Erms + "regulation")!.Value));
        var records = file.Elements(Erms + "record").ToList();
        Assert.Equal(["1 Ansökan incoming", "2 Bilaga incoming", "3 Underrättelse outgoing", "4 Skrivelse incoming", "5 Återkallelse incoming"],
            records.Select(r => $"{r.Element(Erms + "runningNumber")!.Value} {r.Attribute("recordType")!.Value} {r.Element(Erms + "direction")!.Attribute("directionDefinition")!.Value}"));
        Assert.Equal(("received", "2026-03-09T12:00:00Z"), (records[3].Descendants(Erms + "date").First().Attribute("dateType")!.Value, records[3].Descendants(Erms + "date").First().Value));
        Assert.All(records.Descendants(Erms + "appendix"), a => Assert.Contains(Uri.UnescapeDataString(a.Attribute("path")!.Value["file:///".Length..]), package.Keys));
        Assert.Equal(2, records.Elements(Erms + "additionalInformation").Count(i => i.Descendants(Erms + "appendix").Single().Attribute("name")!.Value.EndsWith(".pdf", StringComparison.Ordinal)));
        Assert.Contains((await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { objectType } } }"))["audit"]!["nodes"]!.AsArray(), e => e!["objectType"]!.GetValue<string>() == "Application");
    }

    [Fact]
    public async Task A_dismissed_case_leaves_with_the_reason_and_who_gave_it()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.DoAsync("dismissApplication", new { applicationId = application, reason = "Inkom från ett företag." }, "application { id }");
        var dismissal = await WrittenAsync(application, "beslut om avvisning.json");
        Assert.Equal(("Inkom från ett företag.", await NameAsync(Stages.Officer)), (dismissal["reason"]!.GetValue<string>(), dismissal["dismissedByName"]!.GetValue<string>()));
        Assert.NotNull(dismissal["dismissedAt"]);
    }

    [Fact]
    public async Task A_declined_idea_leaves_with_the_answer_and_who_gave_it()
    {
        var application = await TwoSteps.BegunAsync(Fond, await TwoSteps.CallAsync(Fond), TwoSteps.Idea());
        await Stages.Lead.DoAsync("submitIdea", new { applicationId = application }, "application { id }");
        await Stages.Chair.DoAsync("decideIdea", new { applicationId = application, approved = false, reason = "Görs redan." }, "application { id }");
        var answer = await WrittenAsync(application, "beslut om idén.json");
        Assert.Equal((false, "Görs redan.", await NameAsync(Stages.Chair)), (answer["approved"]!.GetValue<bool>(), answer["reason"]!.GetValue<string>(), answer["decidedByName"]!.GetValue<string>()));
    }

    private async Task<JsonNode> WrittenAsync(string application, string name) => JsonNode.Parse((await PackageAsync(application)).Single(f => f.Key.EndsWith($"/{name}", StringComparison.Ordinal)).Value)!;

    private static async Task<string> NameAsync(Client person) => (await person.ReadAsync("{ me { name } }"))["me"]!["name"]!.GetValue<string>();

    [Fact]
    public async Task A_case_leaves_when_no_consultation_on_it_is_out_any_more()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var council = (await Stages.Officer.ReadAsync("{ bodies(municipality: \"Helsingborg\", kind: COUNCIL) { nodes { id } } }"))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var draft = new { applicationId = application, title = "Råd", caseNumber = await NumberAsync(application), letter = "Missiv", questions = new[] { "Är det bra?" }, bodyIds = new[] { council }, lastDay = "2026-06-01" };
        var consultation = (await Stages.Officer.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ARCHIVE_CONSULTATION_OUT"), await RefusedAsync(Stages.Officer, application));
        await Stages.Officer.DoAsync("withdrawConsultation", new { consultationId = consultation, reason = "Ansökan är återtagen" }, "consultation { id }");
        ArchivePackage.HoldsTogether(await PackageAsync(application));
    }

    private async Task<string> NumberAsync(string application) =>
        (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { caseNumber } } }", new { a = application }))["node"]!["caseNumber"]!.GetValue<string>();

    [Fact]
    public async Task A_case_under_way_does_not_leave_and_none_leaves_by_others_than_its_officers()
    {
        var open = await Cases.SubmittedAsync(Fond);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ARCHIVE_CASE_OPEN"), await RefusedAsync(Stages.Officer, open));
        var closed = await WithdrawnAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), await RefusedAsync(Stages.Lead, closed));
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), await RefusedAsync(Fond.As("haninge-handlaggare"), closed));
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), await RefusedAsync(Fond.As(null), closed));
    }

    [Fact]
    public async Task With_a_folder_of_schemas_the_package_carries_them_and_is_validated_against_them()
    {
        var application = await WithdrawnAsync();
        using var folder = new SchemaFolder(("mets.xsd", SchemaFolder.Anything("mets", Mets)));
        await using var fond = await Fond.AgainAsync($"--Archive:Schemas={folder.Path}");
        var package = await ArchivePackage.FetchAsync(fond.As("helsingborg-handlaggare"), application);
        ArchivePackage.HoldsTogether(package);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "mets.xsd"), TestContext.Current.CancellationToken), package["schemas/mets.xsd"]); // CSIPSTR15
        var mets = Xml(package, "METS.xml");
        var group = Assert.Single(mets.Descendants(Mets + "fileGrp"), g => g.Attribute("USE")!.Value == "Schemas"); // CSIP113
        Assert.Equal(["Metadata", "Documentation", "Schemas", "Representations"], mets.Element(Mets + "structMap")!.Element(Mets + "div")!.Elements(Mets + "div").Select(d => d.Attribute("LABEL")!.Value)); // CSIP97
        Assert.Contains(mets.Descendants(Mets + "fptr"), pointer => pointer.Attribute("FILEID")!.Value == group.Attribute("ID")!.Value); // CSIP118

        folder.Add("premis.xsd", SchemaFolder.Nothing("premis", "http://www.loc.gov/premis/v3"));
        await using var strict = await Fond.AgainAsync($"--Archive:Schemas={folder.Path}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ARCHIVE_PACKAGE_INVALID"), await RefusedAsync(strict.As("helsingborg-handlaggare"), application));
    }

    /// <summary>With a file of the application and a letter with a file of its own.</summary>
    private async Task<string> WithdrawnAsync()
    {
        var application = await Cases.WholeDraftAsync(Fond);
        await UploadAsync(Stages.Lead, $"/applications/{application}/attachments?fileName=a.pdf");
        await Stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        var letter = (await Stages.Officer.DoAsync("registerDocument", new { applicationId = application, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Skolverket", subject = "Fråga & svar <1>" }, "document { id }"))["document"]!["id"]!.GetValue<string>();
        await UploadAsync(Stages.Officer, $"/documents/{letter}/files?fileName=brev.pdf");
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        return application;
    }

    private static async Task UploadAsync(Client client, string path)
    {
        using var upload = await client.RequestAsync(HttpMethod.Post, path);
        upload.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        (await client.SendAsync(upload)).EnsureSuccessStatusCode();
    }

    private Task<Dictionary<string, byte[]>> PackageAsync(string application) => ArchivePackage.FetchAsync(Stages.Officer, application);

    private static XElement Xml(Dictionary<string, byte[]> package, string path) => ArchivePackage.Xml(package, path);

    private static async Task<(HttpStatusCode, string)> RefusedAsync(Client client, string application)
    {
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/applications/{application}/archive"));
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["errors"]![0]!["code"]!.GetValue<string>());
    }
}
