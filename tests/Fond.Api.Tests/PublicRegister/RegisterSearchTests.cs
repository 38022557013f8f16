using System.Text.Json.Nodes;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>What the public finds by searching, in the schema and on the pages.</summary>
public sealed class RegisterSearchTests : FondTest
{
    private const string Minutes = "query($m: String, $t: String, $b: ID) { publicMinutes(municipality: $m, text: $t, bodyId: $b) { nodes { body municipality paragraphs { title } } } }";

    private MeetingStages Meetings => new(Fond);

    private Stages Stages => Meetings.Cases;

    [Fact]
    public async Task Minutes_are_found_by_municipality_and_by_what_their_paragraphs_are_called_once_they_are_announced()
    {
        var minutes = await Meetings.MinutesAsync(); // on "Årsplan för styrgruppen"
        Assert.Empty(await MinutesAsync(new { t = "årsplan" }));
        await Meetings.AnnouncedAsync(minutes);
        var shown = Assert.Single(await MinutesAsync(new { m = "Helsingborg", t = "ÅRSPLAN FÖR" }))!;
        Assert.Equal("Helsingborg", shown["municipality"]!.GetValue<string>());
        Assert.Empty(await MinutesAsync(new { t = "verksamhetsplan" }));
        Assert.Empty(await MinutesAsync(new { m = "Haninge" }));
        Assert.Single(await MinutesAsync(new { b = await Meetings.BodyAsync(), t = "årsplan", m = "Helsingborg" }));
        Assert.Empty(await MinutesAsync(new { b = await Meetings.BodyAsync("boardBody"), t = "årsplan" }));
    }

    [Fact]
    public async Task Minutes_are_found_by_what_a_paragraph_says_as_far_as_everybody_may_read_it()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application);
        await Meetings.SettleAsync(meeting, "APPROVED");
        await Meetings.AnnouncedAsync(await Meetings.ClosedAsync(meeting));
        const string matter = "ärendet i korthet", proposal = "att bevilja", ruling = "prövad på annat håll";
        foreach (var text in new[] { matter, proposal, ruling }) Assert.Single(await MinutesAsync(new { t = text }));
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, field = "need", ground = "OSL 26 kap. 1 §" }, "application { id }");
        foreach (var text in new[] { matter, proposal }) Assert.Empty(await MinutesAsync(new { t = text }));
        Assert.Single(await MinutesAsync(new { t = ruling }));
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        Assert.Empty(await MinutesAsync(new { t = ruling }));
    }

    [Fact]
    public async Task The_page_of_minutes_is_searched_and_leads_to_the_minutes()
    {
        var announced = await Meetings.AnnouncedAsync(await Meetings.MinutesAsync());
        var found = await PageAsync("/register/minutes?text=%C3%A5rsplan&municipality=Helsingborg");
        Assert.All(["path", "pdfPath"], link => Assert.Contains($"href=\"{announced[link]!.GetValue<string>()}\"", found, StringComparison.Ordinal));
        Assert.Contains("§ 1 Årsplan för styrgruppen: Bifall", found, StringComparison.Ordinal);
        Assert.Contains("<dt>Sista dag för laglighetsprövning</dt><dd>2026-03-31</dd>", found, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>", await PageAsync("/register/minutes?text=verksamhetsplan"), StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>", await PageAsync("/register/minutes?municipality=Lund"), StringComparison.Ordinal);
        Assert.Contains("href=\"/register/minutes\"", await PageAsync("/register"), StringComparison.Ordinal);
        Assert.Contains("Protokollet är justerat", await PageAsync(announced["path"]!.GetValue<string>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_found_by_the_lessons_of_its_final_report_once_it_has_been_decided_upon_and_by_nothing_else_of_it()
    {
        const string sought = "börja med \"LÄRARNA\"";
        var (_, project) = await Stages.RunningAsync();
        var report = new { summary = "Gjort", results = "Fler går till skolan.", lessons = "Man ska börja med \"lärarna\".\nSedan rektor.", spent = 0 };
        await Stages.Lead.DoAsync("submitFinalReport", new { projectId = project, report }, "project { id }");
        Assert.Empty(await CasesAsync(sought));
        await Stages.Chair.DoAsync("decideFuture", new { projectId = project, future = "STOP", reasons = "Klart", decidedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");
        var shown = Assert.Single(await CasesAsync(sought))!;
        Assert.Contains(sought, shown["lessons"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(shown["caseNumber"]!.GetValue<string>(), await PageAsync($"/register?text={Uri.EscapeDataString(sought)}"), StringComparison.Ordinal);
        Assert.Empty(await CasesAsync("submittedOn")); // how it is kept is not what it says
        Assert.Empty(await CasesAsync("Gjort"));
        Assert.Empty(await CasesAsync("Fler går till skolan")); // results are told of in figures alone
        var page = await PageAsync($"/register/cases/Helsingborg/{shown["caseNumber"]!.GetValue<string>().Replace(" ", "%20", StringComparison.Ordinal)}");
        Assert.Contains("Sedan rektor.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Fler går till skolan", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_found_by_its_summary_and_by_the_reasons_of_its_decision_unless_they_are_marked()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var decision = await Stages.DecisionAsync(application, "REJECTED", []);
        await Stages.Secretary.DoAsync("decideApplication", decision, "decision { id }");
        var read = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { content { summary } decisions { id reasons } } } }", new { id = application }))["node"]!;
        var (summary, reasons) = (read["content"]!["summary"]!.GetValue<string>(), read["decisions"]!.AsArray()[^1]!["reasons"]!.GetValue<string>());
        Assert.All([summary, reasons], text => Assert.NotEmpty(text));
        Assert.Single(await CasesAsync(summary));
        Assert.Single(await CasesAsync(reasons));
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, field = "summary", ground = "OSL 26 kap. 1 §" }, "application { id }");
        Assert.Empty(await CasesAsync(summary));
        var entry = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: DECISION) { nodes { id } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("markDocument", new { documentId = entry, ground = "OSL 26 kap. 1 §" }, "document { id }");
        Assert.Empty(await CasesAsync(reasons));
    }

    [Fact]
    public async Task Cases_are_told_apart_by_what_became_of_the_project_in_the_schema_and_on_the_page()
    {
        var (stopped, implemented) = (await EndedAsync("STOP"), await EndedAsync("IMPLEMENT"));
        foreach (var (future, number) in new[] { ("STOP", stopped), ("IMPLEMENT", implemented) }) Assert.Equal(number, Assert.Single(await BecameAsync(future))!["caseNumber"]!.GetValue<string>());
        Assert.Empty(await BecameAsync("EXTEND"));

        var page = await PageAsync("/register?future=Implement&municipality=Helsingborg");
        Assert.Contains("<label for=\"future\">Efter projektet</label>", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Implement\" selected=\"selected\">Införs i ordinarie verksamhet</option>", page, StringComparison.Ordinal);
        Assert.Contains($">{implemented}</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($">{stopped}</a>", page, StringComparison.Ordinal);
        foreach (var whatever in new[] { "", "finnsinte" })
        {
            var all = await PageAsync($"/register?future={whatever}");
            Assert.All([stopped, implemented], number => Assert.Contains($">{number}</a>", all, StringComparison.Ordinal));
        }
    }

    /// <summary>The number of a case whose project has ended so.</summary>
    private async Task<string> EndedAsync(string future)
    {
        var project = await Stages.ReportedAsync();
        var decided = await Stages.Chair.DoAsync("decideFuture", new { projectId = project, future, reasons = "Prövat", decidedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { application { caseNumber } }");
        return decided["project"]!["application"]!["caseNumber"]!.GetValue<string>();
    }

    private async Task<JsonArray> BecameAsync(string future) =>
        (await Fond.As(null).ReadAsync("query($f: ProjectFuture) { publicRegister(future: $f) { nodes { caseNumber } } }", new { f = future }))["publicRegister"]!["nodes"]!.AsArray();

    private async Task<JsonArray> MinutesAsync(object filter) => (await Fond.As(null).ReadAsync(Minutes, filter))["publicMinutes"]!["nodes"]!.AsArray();

    private async Task<JsonArray> CasesAsync(string text) =>
        (await Fond.As(null).ReadAsync("query($t: String) { publicRegister(text: $t) { nodes { caseNumber lessons } } }", new { t = text }))["publicRegister"]!["nodes"]!.AsArray();

    private async Task<string> PageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd("sv");
        using var response = await Fond.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
