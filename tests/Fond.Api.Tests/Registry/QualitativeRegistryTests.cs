using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Registry;

/// <summary>What is told of a project in words is in the case's registry when the project has ended, leaves with the case, and its files go by rules.</summary>
public sealed class QualitativeRegistryTests : FondTest
{
    private static readonly byte[] Photograph = "%PDF-1.7 bild"u8.ToArray();

    private static readonly string[] Told = ["OBSERVATION", "EVIDENCE", "CHANGE_STORY", "EVIDENCE", "ATTAINMENT"];

    private Stages Stages => new(Fond);

    [Fact]
    public async Task It_is_working_material_until_the_project_has_ended_and_then_registered_with_its_files()
    {
        var (application, project) = await ToldAsync();
        Assert.Empty(await EntriesAsync(application));
        await CallOffAsync(project);
        var entries = await EntriesAsync(application);
        Assert.Equal(Told, entries.Select(e => e["kind"]!.GetValue<string>()));
        Assert.Equal(["DRAWN_UP", "INCOMING", "DRAWN_UP", "DRAWN_UP", "DRAWN_UP"], entries.Select(e => e["direction"]!.GetValue<string>()));
        Assert.Equal(["Observation", "EvidenceFile", "ChangeStory", "EvidenceFile", "AttainmentJudgement"], entries.Select(e => e["target"]!["__typename"]!.GetValue<string>()));
        Assert.Equal(1, entries[0]["target"]!["revision"]!.GetValue<int>()); // the one that stands
        Assert.Empty(await EntriesAsync(application, Stages.Lead)); // it is not what passed between the applicant and the fund
        Assert.Empty(await EntriesAsync(application, Fond.As("haninge-handlaggare")));
        var number = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { caseNumber } } }", new { a = application }))["node"]!["caseNumber"]!.GetValue<string>();
        var shown = (await Fond.As(null).ReadAsync("query($n: String!) { publicDocuments(municipality: \"Helsingborg\", caseNumber: $n) { kind subject } }", new { n = number }))["publicDocuments"]!.AsArray();
        Assert.All(shown.Where(d => d!["kind"]!.GetValue<string>() == "EVIDENCE"), d => Assert.Null(d!["subject"]));
        Assert.DoesNotContain("Lugnare", shown.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leaves_with_the_case_in_all_its_versions()
    {
        var (application, project) = await ToldAsync();
        await CallOffAsync(project);
        var package = await ArchivePackage.FetchAsync(Stages.Officer, application);
        ArchivePackage.HoldsTogether(package);
        JsonArray Versions(string name) => JsonNode.Parse(Encoding.UTF8.GetString(package.Single(f => f.Key.EndsWith($"/{name}.json", StringComparison.Ordinal)).Value))!.AsArray();
        Assert.Equal(["Bråkigt.", "Lugnare."], Versions("observation eller intervju").Select(v => v!["text"]!.GetValue<string>()));
        Assert.Equal("Vi hälsar.", Assert.Single(Versions("berättelse om förändring"))!["story"]!.GetValue<string>());
        Assert.Equal("Ja", Assert.Single(Versions("bedömning av måluppfyllelse"))!["reasons"]!.GetValue<string>());
        Assert.Equal(2, package.Count(f => f.Key.EndsWith("/bild.pdf", StringComparison.Ordinal) && f.Value.SequenceEqual(Photograph)));
    }

    [Fact]
    public async Task Its_files_go_by_a_rule_and_two_persons_and_what_it_says_is_kept()
    {
        var (application, project) = await ToldAsync();
        await CallOffAsync(project);
        var fund = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { fund { id } } } }", new { a = application }))["node"]!["fund"]!["id"]!.GetValue<string>();
        await Stages.Registrar.RefusedAsync("RETENTION_KIND_KEPT", "setRetentionRule", new { fundId = fund, kind = "OBSERVATION", years = 2, decision = "KS 2020/15 § 4" }, "kind");
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind = "EVIDENCE", years = 2, decision = "KS 2020/15 § 4" }, "retentionRule { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        var files = (await EntriesAsync(application)).Where(e => e["kind"]!.GetValue<string>() == "EVIDENCE").ToList();
        await DisposeAsync(fund, files[0]);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), (await FetchAsync(files[0]), await FetchAsync(files[1]))); // the same bytes, still another file's
        await DisposeAsync(fund, files[1]);
        Assert.Equal(HttpStatusCode.Gone, await FetchAsync(files[1]));
        Assert.Equal(Told, (await EntriesAsync(application)).Select(e => e["kind"]!.GetValue<string>()));
        var package = await ArchivePackage.FetchAsync(Stages.Officer, application);
        Assert.DoesNotContain(package.Keys, path => path.EndsWith("/bild.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_marked_entry_of_a_file_has_its_readings_in_the_trail()
    {
        var (application, project) = await ToldAsync();
        await CallOffAsync(project);
        var file = (await EntriesAsync(application)).First(e => e["kind"]!.GetValue<string>() == "EVIDENCE");
        await FetchAsync(file);
        await Stages.Officer.DoAsync("markDocument", new { documentId = file["id"]!.GetValue<string>(), ground = "OSL 26 kap. 1 §" }, "document { id }");
        await FetchAsync(file);
        var readings = (await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { objectType } } }"))["audit"]!["nodes"]!.AsArray();
        Assert.Equal("EvidenceFile", Assert.Single(readings)!["objectType"]!.GetValue<string>());
    }

    /// <summary>An observation that was corrected, a story and a judgement; a file of the lead's and one of the evaluator's, alike in each byte.</summary>
    private async Task<(string Application, string Project)> ToldAsync()
    {
        var (application, project) = await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new[] { new { code = "t", name = "Trygghet", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        object Observation(string text, string? corrects = null) => new { projectId = project, corrects, correctionReason = corrects is null ? null : "Fel dag", observation = new { kind = "OBSERVATION", on = "2026-03-02", place = "Skolan", by = "Kurator", text, themes = Array.Empty<object>() } };
        var first = (await Stages.Lead.DoAsync("recordObservation", Observation("Bråkigt."), "observation { id }"))["observation"]!["id"]!.GetValue<string>();
        await UploadAsync(Stages.Lead, $"/projects/{project}/observations/1/files?fileName=bild.pdf");
        await Stages.Lead.DoAsync("recordObservation", Observation("Lugnare.", first), "observation { id }");
        await Stages.Evaluator.DoAsync("recordChangeStory", new { projectId = project, story = new { domain = "Kamratskap", on = "2026-03-02", toldBy = "Elev", story = "Vi hälsar.", whyChosen = "Vardag", chosenBy = "Personal", level = "PRACTICE" } }, "changeStory { id }");
        await UploadAsync(Stages.Evaluator, $"/projects/{project}/change-stories/1/files?fileName=bild.pdf");
        await Stages.Evaluator.DoAsync("judgeAttainment", new { projectId = project, attainment = new { wave = "w1", score = 0, expected = "Alla", reasons = "Ja", indicator = "t" } }, "attainment { id }");
        return (application, project);
    }

    private Task<JsonNode> CallOffAsync(string project) => Stages.Secretary.DoAsync("callOffProject", new { projectId = project, reasons = "Slut", decidedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");

    private async Task<List<JsonNode>> EntriesAsync(string application, Client? reader = null) =>
        [.. (await (reader ?? Stages.Officer).ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, first: 100) { nodes { id number kind direction target { __typename ... on Observation { revision } ... on EvidenceFile { path } } } } }", new { a = application }))
            ["caseDocuments"]!["nodes"]!.AsArray().Select(e => e!).Where(e => Told.Contains(e["kind"]!.GetValue<string>())).OrderBy(e => e["number"]!.GetValue<int>())];

    private async Task DisposeAsync(string fund, JsonNode entry)
    {
        var disposal = (await Stages.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { entry["id"]!.GetValue<string>() } }, "disposal { id }"))["disposal"]!["id"]!.GetValue<string>();
        await Stages.Registrar.DoAsync("approveDisposal", new { disposalId = disposal }, "disposal { id }");
    }

    private async Task<HttpStatusCode> FetchAsync(JsonNode entry)
    {
        using var response = await Stages.Officer.SendAsync(await Stages.Officer.RequestAsync(HttpMethod.Get, entry["target"]!["path"]!.GetValue<string>()));
        return response.StatusCode;
    }

    private static async Task UploadAsync(Client client, string path)
    {
        using var upload = await client.RequestAsync(HttpMethod.Post, path);
        upload.Content = new ByteArrayContent(Photograph);
        (await client.SendAsync(upload)).EnsureSuccessStatusCode();
    }
}
