using System.Net;
using System.Xml.Linq;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>The register as pages: well-formed, readable by ear, in the reader's language, without scripts.</summary>
public sealed class RegisterPageTests : FondTest
{
    private Stages Stages => new(Fond);

    [Theory]
    [InlineData("sv", "Beslutade ärenden", "Ärendets handlingar", "Protokoll", "Remisser", "Öppna data")]
    [InlineData("en", "Decided cases", "The documents of the case", "Minutes", "Consultations", "Open data")]
    public async Task Every_page_says_its_language_and_holds_to_the_rules_of_accessible_pages(string language, string list, string documents, string minutes, string consultations, string open)
    {
        await Stages.GrantedAsync();
        var meetings = new MeetingStages(Fond);
        await meetings.AnnouncedAsync(await meetings.MinutesAsync());
        var cases = await PageAsync("/register", language);
        var link = cases.Descendants("a").Select(a => a.Attribute("href")!.Value).First(h => h.StartsWith("/register/cases/Helsingborg/", StringComparison.Ordinal));
        foreach (var (page, heading) in new[] { (cases, list), (await PageAsync(link, language), documents), (await PageAsync("/register/minutes", language), minutes), (await PageAsync("/register/consultations", language), consultations), (await PageAsync("/open", language), open) })
        {
            Assert.Equal(language, page.Attribute("lang")!.Value);
            Assert.Contains(page.Descendants().Where(e => e.Name.LocalName is "h1" or "h2"), h => h.Value == heading);
            Assert.Single(page.Descendants("h1"));
            Assert.Single(page.Descendants("main"));
            Assert.All(page.Descendants("th"), th => Assert.Contains(th.Attribute("scope")!.Value, new[] { "row", "col" }));
            Assert.All(page.Descendants("table"), table => Assert.NotNull(table.Element("caption")));
            Assert.All(page.Descendants("input"), input => Assert.Contains(page.Descendants("label"), label => label.Attribute("for")!.Value == input.Attribute("id")!.Value));
            Assert.Empty(page.Descendants("script"));
            Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name.LocalName == "style");
        }
    }

    [Fact]
    public async Task A_case_that_ended_without_a_decision_has_a_page_that_says_so_and_its_registry_under_the_same_marks()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var known = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { caseNumber title } } }", new { id = application }))["node"]!;
        var (number, title) = (known["caseNumber"]!.GetValue<string>(), known["title"]!.GetValue<string>());
        using var before = await Fond.Http.GetAsync($"/register/cases/Helsingborg/{number}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        await Stages.Officer.DoAsync("dismissApplication", new { applicationId = application, reason = "Inkom från ett företag." }, "application { id }");
        var page = (await PageAsync($"/register/cases/Helsingborg/{number}", "sv")).Value;
        foreach (var said in new[] { title, "Ansökan är avvisad", "Ansökan, inkommen" }) Assert.Contains(said, page, StringComparison.Ordinal);
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        Assert.DoesNotContain(title, (await PageAsync($"/register/cases/Helsingborg/{number}", "sv")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_has_a_stable_address_with_what_was_decided_and_its_documents()
    {
        var (application, _) = await Stages.GrantedAsync();
        var number = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { caseNumber } } }", new { id = application }))["node"]!["caseNumber"]!.GetValue<string>();
        var page = await PageAsync($"/register/cases/Helsingborg/{number}", "sv");
        var rows = page.Descendants("tr").Select(r => string.Join('|', r.Elements().Select(e => e.Value))).ToList();
        Assert.Contains("1|2026-03-10|Ansökan, inkommen|", rows.First(r => r.StartsWith("1|", StringComparison.Ordinal)), StringComparison.Ordinal);
        var said = page.Descendants("dt").Zip(page.Descendants("dd"), (term, value) => (term.Value, value.Value)).ToList();
        Assert.Contains(("Diarienummer", number), said);
        Assert.Contains(("Beslut", "Beviljad"), said);
        Assert.Contains(("Skäl", "Prövar en metod"), said);
    }

    [Fact]
    public async Task What_people_wrote_or_searched_for_is_text_and_never_markup()
    {
        var page = await PageAsync("/register?text=%3Cscript%3Ealert(1)%3C/script%3E%22&municipality=%27%22%3E", "sv");
        Assert.Equal("<script>alert(1)</script>\"", page.Descendants("input").First().Attribute("value")!.Value);
        Assert.Empty(page.Descendants("script"));
    }

    [Fact]
    public async Task The_list_is_searched_and_goes_on_on_the_next_page()
    {
        for (var i = 0; i < 20; i++) await RejectedAsync();
        var first = await PageAsync("/register?municipality=Helsingborg", "sv");
        Assert.Equal(20, first.Descendants("tbody").Elements("tr").Count());
        Assert.Empty((await PageAsync("/register?text=finnsinte", "sv")).Descendants("tr"));
        await RejectedAsync();
        var next = (await PageAsync("/register?municipality=Helsingborg", "sv")).Descendants("a").Single(a => a.Attribute("rel")?.Value == "next").Attribute("href")!.Value;
        Assert.Single((await PageAsync(next, "sv")).Descendants("tbody").Elements("tr"));
    }

    [Fact]
    public async Task Consultations_that_were_sent_are_there_and_drafts_and_those_of_undecided_cases_are_not()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = "Om en hemlig pilot", lastDay = "2026-06-01" }, "consultation { id }");
        var page = await PageAsync("/register/consultations", "sv");
        Assert.DoesNotContain("hemlig pilot", page.Value, StringComparison.Ordinal);
        Assert.Contains("Program för social hållbarhet", page.Value, StringComparison.Ordinal); // the demo data's, in Lund
        var listed = (await Fond.As(null).ReadAsync("{ publicConsultations(municipality: \"Lund\") { nodes { municipality title state bodies { body status stance } } } }"))["publicConsultations"]!["nodes"]!.AsArray();
        Assert.All(listed, c => Assert.Equal("Lund", c!["municipality"]!.GetValue<string>()));
        Assert.NotEmpty(listed);
        Assert.Empty((await Fond.As(null).ReadAsync("{ publicConsultations(municipality: \"Helsingborg\") { nodes { title } } }"))["publicConsultations"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task Consultations_are_found_by_part_of_their_title_and_by_their_number()
    {
        var sent = (await ConsultationsAsync(""))[0]!; // the demo data's, in Lund
        foreach (var (field, other) in new[] { ("title", "Program för folkhälsa"), ("caseNumber", "KS 1900/1") })
        {
            var sought = sent[field]!.GetValue<string>()[1..].ToUpperInvariant();
            Assert.Contains(await ConsultationsAsync(sought), c => c!["caseNumber"]!.GetValue<string>() == sent["caseNumber"]!.GetValue<string>());
            Assert.Empty(await ConsultationsAsync(other));
            Assert.Contains(sent["title"]!.GetValue<string>(), (await PageAsync($"/register/consultations?text={Uri.EscapeDataString(sought)}", "sv")).Descendants("h2").Select(h => h.Value).Single(), StringComparison.Ordinal);
            Assert.Empty((await PageAsync($"/register/consultations?text={Uri.EscapeDataString(other)}", "sv")).Descendants("h2"));
        }
    }

    private async Task<System.Text.Json.Nodes.JsonArray> ConsultationsAsync(string text) =>
        (await Fond.As(null).ReadAsync("query($t: String) { publicConsultations(text: $t) { nodes { title caseNumber } } }", new { t = text }))["publicConsultations"]!["nodes"]!.AsArray();

    [Fact]
    public async Task Robots_may_read_the_register_and_what_the_public_is_asked_and_nothing_else()
    {
        var robots = await Fond.Http.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken);
        Assert.EndsWith("Disallow: /\n", robots, StringComparison.Ordinal);
        var allowed = robots.Split('\n').Where(line => line.StartsWith("Allow: ", StringComparison.Ordinal)).Select(line => line["Allow: ".Length..]).ToList();
        bool MayRead(string path) => allowed.Exists(a => a.EndsWith('$') ? path == a[..^1] : path.StartsWith(a, StringComparison.Ordinal));
        Assert.All(["/", "/register", "/register/cases/Lund/KS%202019/0464", "/register/minutes", "/open/grants.csv", "/remisser/abc"], path => Assert.True(MayRead(path), path));
        Assert.All(["/minutes/abc", "/minutes/abc/pdf", "/remiss?lank=abc", "/tillstyrkan?lank=abc", "/graphql", "/consultations/abc/compilation.html"], path => Assert.False(MayRead(path), path));
    }

    private async Task RejectedAsync()
    {
        var application = await Stages.AwaitingDecisionAsync();
        await Stages.Secretary.DoAsync("decideApplication", await Stages.DecisionAsync(application, "REJECTED", []), "decision { id }");
    }

    private async Task<XElement> PageAsync(string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await Fond.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("default-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("public, max-age=300", response.Headers.CacheControl!.ToString());
        return XDocument.Parse((await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!;
    }
}
