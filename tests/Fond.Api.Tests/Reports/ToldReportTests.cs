using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using static Fond.Api.Tests.Reports.ReportStages;

namespace Fond.Api.Tests.Reports;

/// <summary>What is told in words stands goal by goal beside the numbers, for those who may read it.</summary>
public sealed class ToldReportTests : FondTest
{
    private Stages Stages => new(Fond);

    [Fact]
    public async Task Each_goal_has_its_judgement_what_it_rests_on_and_how_many_speak_of_it()
    {
        var (project, goals) = await ToldAsync();
        foreach (var reader in new[] { Stages.Lead, Stages.Officer, Stages.Chair, Stages.Evaluator, Fond.As("revisor") })
        {
            var tables = await TablesAsync(reader, $"/projects/{project}");
            Assert.Equal($"w1 1 Nya intervjuer 1 2", Assert.Single(tables["attainment"]!.AsArray(), r => r!["code"]!.GetValue<string>() == goals[0])! is { } judged
                ? $"{judged["wave"]} {judged["score"]} {judged["reasons"]} {judged["observations"]} {judged["interviews"]}" : "");
            Assert.All(goals.Skip(1), goal => Assert.Null(Assert.Single(tables["attainment"]!.AsArray(), r => r!["code"]!.GetValue<string>() == goal)!["score"]));
            Assert.Equal("Kamratskap", Assert.Single(tables["change_stories"]!.AsArray())!["domain"]!.GetValue<string>());
        }
        var page = await TextAsync(Stages.Chair, $"/projects/{project}/report.html?lang=sv");
        Assert.All(["Vad som berättas", "1: mer än väntat", "inte bedömt", "1 observation, 2 intervjuer", "Vi hälsar på varandra."], said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.DoesNotContain("Bara hälften", page, StringComparison.Ordinal); // corrected
    }

    [Fact]
    public async Task The_programmes_report_has_the_latest_judgement_of_each_goal_that_a_project_serves()
    {
        var (project, goals) = await ToldAsync();
        var (programme, served) = (await Stages.Officer.ReadAsync("{ programmes(first: 100) { nodes { id areas { goals { code } } } } }"))["programmes"]!["nodes"]!.AsArray()
            .Select(p => (p!["id"]!.GetValue<string>(), Served: goals.Intersect(p["areas"]!.AsArray().SelectMany(a => a!["goals"]!.AsArray()).Select(g => g!["code"]!.GetValue<string>())).ToList())).Single(p => p.Served.Contains(goals[0]));
        await JudgeAsync(project, goals[0], -2, "Redan sämre", null, "w0");
        var rows = JsonNode.Parse(await TextAsync(Stages.Chair, $"/programmes/{programme}/report.json?from=2026&to=2026"))!["tables"]!["attainment"]!.AsArray();
        Assert.Equal(served.Order(), rows.Select(r => r!["goal"]!.GetValue<string>()).Order());
        Assert.All(rows, r => Assert.Equal(project, r!["project"]!.GetValue<string>()));
        var judged = Assert.Single(rows, r => r!["score"] is not null)!;
        Assert.Equal($"{goals[0]} w1 1 Trygga raster Nya intervjuer", $"{judged["goal"]} {judged["wave"]} {judged["score"]} {judged["expected"]} {judged["reasons"]}");
        var page = await TextAsync(Stages.Chair, $"/programmes/{programme}/report.html?from=2026&to=2026&lang=sv");
        Assert.All(["Hur långt projekten har kommit, mål för mål", "1: mer än väntat", "inte bedömt"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.All(["Bara hälften", "Redan sämre"], said => Assert.DoesNotContain(said, page, StringComparison.Ordinal)); // corrected, and of an earlier wave
    }

    [Fact]
    public async Task Those_who_do_not_see_the_project_get_nothing_and_nothing_of_it_is_public()
    {
        var (project, _) = await ToldAsync();
        using var stranger = await new Fetch(Fond.As("haninge-handlaggare")).AnswerAsync($"/projects/{project}/report/attainment.csv");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        await Stages.Lead.DoAsync("submitFinalReport", new { projectId = project, report = new { summary = "Gjort", results = "Resultat", lessons = "Lärt", spent = 0 } }, "project { id }");
        await Stages.Chair.DoAsync("decideFuture", new { projectId = project, future = "STOP", reasons = "Prövat", decidedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");
        var number = (await Fond.As(null).ReadAsync("{ publicRegister(municipality: \"Helsingborg\") { nodes { caseNumber } } }"))["publicRegister"]!["nodes"]![0]!["caseNumber"]!.GetValue<string>();
        var page = await Fond.Http.GetStringAsync(new Uri($"/register/cases/Helsingborg/{number}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.All(["Nya intervjuer", "Vi hälsar på varandra.", "Färre konflikter"], said => Assert.DoesNotContain(said, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_of_which_nothing_is_told_has_empty_tables_and_no_heading()
    {
        var (_, project) = await Stages.RunningAsync();
        var tables = await TablesAsync(Stages.Officer, $"/projects/{project}");
        Assert.Empty(tables["attainment"]!.AsArray());
        Assert.Empty(tables["change_stories"]!.AsArray());
        Assert.DoesNotContain("What is told", await TextAsync(Stages.Officer, $"/projects/{project}/report.html"), StringComparison.Ordinal);
    }

    private async Task<(string Project, List<string> Goals)> ToldAsync()
    {
        var (application, project) = await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new object[] { new { code = "t", name = "Trygghet", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        var goals = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { serves { code } } } }", new { a = application }))["node"]!["serves"]!.AsArray().Select(g => g!["code"]!.GetValue<string>()).ToList();
        foreach (var kind in new[] { "OBSERVATION", "INTERVIEW", "INTERVIEW" }) await Stages.Evaluator.DoAsync("recordObservation", new
        {
            projectId = project,
            observation = new { kind, on = "2026-03-02", place = "Skolgården", by = "Skolkurator", text = "Färre konflikter på rasten.", themes = new[] { new { theme = "Lugn", goal = goals[0] }, new { theme = "Lek", goal = goals[0] } } },
        }, "observation { id }");
        await JudgeAsync(project, goals[0], -1, "Bara hälften", null);
        await JudgeAsync(project, goals[0], 1, "Nya intervjuer", "Fler intervjuer");
        await Stages.Evaluator.DoAsync("recordChangeStory", new
        {
            projectId = project,
            story = new { domain = "Kamratskap", on = "2026-03-02", toldBy = "Elev i årskurs 8", story = "Vi hälsar på varandra.", whyChosen = "Visar vardagen", chosenBy = "Personalgruppen", level = "PRACTICE" },
        }, "changeStory { id }");
        return (project, goals);
    }

    private Task<JsonNode> JudgeAsync(string project, string goal, int score, string reasons, string? correctionReason, string wave = "w1") => Stages.Evaluator.DoAsync("judgeAttainment",
        new { projectId = project, attainment = new { wave, score, expected = "Trygga raster", reasons, goal }, correctionReason }, "attainment { id }");
}
