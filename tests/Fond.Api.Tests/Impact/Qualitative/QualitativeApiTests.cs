using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Impact.Qualitative;

/// <summary>What is told in words stands beside the numbers, is never overwritten, and is never public.</summary>
public sealed class QualitativeApiTests : FondTest
{
    private const string Told = "observations { id number text } themes { theme goal outcome observations interviews } changeStories { domain level whyChosen } attainments { wave indicator goal score level reasons }";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task Themes_of_observations_and_interviews_are_counted_by_goal()
    {
        var (project, goal) = await PlannedAsync();
        await ObserveAsync(Stages.Lead, project, "OBSERVATION", ("Lugnare raster", goal, null), ("lugnare raster", goal, null));
        await ObserveAsync(Stages.Evaluator, project, "INTERVIEW", ("Lugnare raster", goal, null), ("Lugnare raster", null, "u"));
        var told = await ReadAsync(Stages.Officer, project);
        Assert.Equal(["Lugnare raster 1 1 " + goal, "Lugnare raster 0 1 u"], told["themes"]!.AsArray().Select(t => $"{t!["theme"]} {t["observations"]} {t["interviews"]} {t["goal"] ?? t["outcome"]}"));
        Assert.Equal([1, 2], told["observations"]!.AsArray().Select(o => o!["number"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_correction_is_another_version_and_the_one_before_is_kept()
    {
        var (project, goal) = await PlannedAsync();
        var first = await ObserveAsync(Stages.Lead, project, "OBSERVATION", ("Bråk", goal, null));
        await Stages.Evaluator.RefusedAsync("PLAN_FIELD_INVALID", "recordObservation", Observation(project, "OBSERVATION", [("Lugn", goal, null)], first), "correctionReason");
        await Stages.Evaluator.DoAsync("recordObservation", Observation(project, "OBSERVATION", [("Lugn", goal, null)], first, "Fel tema"), "observation { number revision correctionReason }");
        await Stages.Lead.RefusedAsync("QUALITATIVE_CORRECTED", "recordObservation", Observation(project, "OBSERVATION", [("Lugn", goal, null)], first, "Igen"), "corrects");
        var told = await ReadAsync(Stages.Lead, project, "observations { revision } all: observations(corrected: true) { revision isCorrected themes { theme } } themes { theme }");
        Assert.Equal(1, Assert.Single(told["observations"]!.AsArray())!["revision"]!.GetValue<int>());
        Assert.Equal(["0 True Bråk", "1 False Lugn"], told["all"]!.AsArray().Select(o => $"{o!["revision"]} {o["isCorrected"]!.GetValue<bool>()} {o["themes"]![0]!["theme"]}"));
        Assert.Equal("Lugn", Assert.Single(told["themes"]!.AsArray())!["theme"]!.GetValue<string>());
        var evaluators = await ObserveAsync(Stages.Evaluator, project, "INTERVIEW", ("Lugn", goal, null));
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: RecordObservationInput!) { recordObservation(input: $input) { errors { code } } }", new { input = Observation(project, "INTERVIEW", [("Bråk", goal, null)], evaluators, "Nej") });
    }

    [Fact]
    public async Task Attainment_is_judged_on_a_scale_by_wave_and_judged_anew_with_a_reason()
    {
        var (project, goal) = await PlannedAsync();
        await JudgeAsync(project, new { wave = "w1", score = -1, expected = "Alla vågar", reasons = "Bara hälften", indicator = "m" });
        await Stages.Evaluator.RefusedAsync("PLAN_FIELD_INVALID", "judgeAttainment", Judgement(project, new { wave = "w1", score = 1, expected = "Alla vågar", reasons = "Nya intervjuer", indicator = "m" }), "correctionReason");
        await JudgeAsync(project, new { wave = "w1", score = 1, expected = "Alla vågar", reasons = "Nya intervjuer", indicator = "m" }, "Fler intervjuer");
        await JudgeAsync(project, new { wave = "w0", score = -2, expected = "Alla vågar", reasons = "Ingen vågade", indicator = "m" });
        await JudgeAsync(project, new { wave = "w1", score = 0, expected = "Trygga raster", reasons = "Som väntat", goal });
        var judged = await ReadAsync(Stages.Chair, project, "attainments(corrected: true) { wave indicator score level revision isCorrected }");
        Assert.Equal(["w1 m -1 less than expected 0 True", "w1 m 1 more than expected 1 False", "w0 m -2 much less than expected 0 False", "w1  0 as expected 0 False"],
            judged["attainments"]!.AsArray().Select(a => $"{a!["wave"]} {a["indicator"]} {a["score"]} {a["level"]} {a["revision"]} {a["isCorrected"]!.GetValue<bool>()}"));
        await Stages.Evaluator.RefusedAsync("ATTAINMENT_SCORE_INVALID", "judgeAttainment", Judgement(project, new { wave = "w1", score = 3, expected = "Alla", reasons = "Ja", indicator = "t" }), "attainment.score");
        await Stages.Evaluator.RefusedAsync("ATTAINMENT_WAVE_UNKNOWN", "judgeAttainment", Judgement(project, new { wave = "w9", score = 1, expected = "Alla", reasons = "Ja", indicator = "t" }), "attainment.wave");
        await Stages.Evaluator.RefusedAsync("QUALITATIVE_MATTER_UNCLEAR", "judgeAttainment", Judgement(project, new { wave = "w1", score = 1, expected = "Alla", reasons = "Ja", indicator = "t", goal }), "attainment.indicator");
    }

    [Fact]
    public async Task The_evaluator_tells_stories_and_judges_and_nobody_else()
    {
        var (project, goal) = await PlannedAsync();
        await Stages.Evaluator.DoAsync("recordChangeStory", Story(project), "changeStory { id }");
        Assert.Equal("Kamratskap PRACTICE", Assert.Single((await ReadAsync(Stages.Lead, project))["changeStories"]!.AsArray().Select(s => $"{s!["domain"]} {s["level"]}")));
        foreach (var other in new[] { Stages.Lead, Stages.Officer, Stages.Chair })
        {
            await other.ForbiddenAsync("FORBIDDEN", "mutation($input: RecordChangeStoryInput!) { recordChangeStory(input: $input) { errors { code } } }", new { input = Story(project) });
            await other.ForbiddenAsync("FORBIDDEN", "mutation($input: JudgeAttainmentInput!) { judgeAttainment(input: $input) { errors { code } } }", new { input = Judgement(project, new { wave = "w1", score = 1, expected = "Alla", reasons = "Ja", indicator = "t" }) });
        }
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: RecordObservationInput!) { recordObservation(input: $input) { errors { code } } }", new { input = Observation(project, "OBSERVATION", [("Lugn", goal, null)]) });
        await Fond.As("haninge-utvarderare").RefusedAsync("NOT_FOUND", "recordChangeStory", Story(project), "projectId");
        await Fond.As("haninge-projektledare").RefusedAsync("NOT_FOUND", "recordObservation", Observation(project, "OBSERVATION", [("Lugn", goal, null)]), "projectId");
        Assert.Null((await Fond.As("haninge-handlaggare").ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { qualitative { observations { text } } } } }", new { p = project }))["node"]);
    }

    [Fact]
    public async Task Personal_numbers_unknown_goals_and_days_to_come_are_refused_at_their_place()
    {
        var (project, goal) = await PlannedAsync();
        var input = Observation(project, "OBSERVATION", [("Lugn", goal, "u"), ("Lugn", "okand", null), ("811228-9874", null, "okand")]);
        input["observation"]!["text"] = "Eleven 811228-9874 sade det.";
        input["observation"]!["on"] = "2027-01-01";
        Assert.Equal(["TEXT_PERSONAL_NUMBER observation.text", "TEXT_PERSONAL_NUMBER observation.themes.2.theme"], await RefusedAsync(input));
        (input["observation"]!["text"], input["observation"]!["themes"]![2]!["theme"]) = ("Eleven sade det.", "Lugn");
        Assert.Equal(["QUALITATIVE_DAY_IN_FUTURE observation.on", "QUALITATIVE_GOAL_UNKNOWN observation.themes.1.goal", "QUALITATIVE_MATTER_UNCLEAR observation.themes.0.goal", "QUALITATIVE_OUTCOME_UNKNOWN observation.themes.2.outcome"], await RefusedAsync(input));

        async Task<IEnumerable<string>> RefusedAsync(JsonNode observation) => (await Stages.Evaluator.TryAsync("recordObservation", observation, "__typename"))["errors"]!.AsArray()
            .Select(e => $"{e!["code"]} {string.Join('.', e["path"]!.AsArray())}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Files_go_with_an_observation_in_all_its_versions_and_reach_those_who_see_the_project()
    {
        var (project, goal) = await PlannedAsync();
        var first = await ObserveAsync(Stages.Lead, project, "OBSERVATION", ("Bråk", goal, null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync(Stages.Lead, $"/projects/{project}/observations/9/files?fileName=a.pdf")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync(Stages.Lead, $"/projects/{project}/observations/1/files?fileName=811228-9874.pdf")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync(Stages.Officer, $"/projects/{project}/observations/1/files?fileName=a.pdf")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync(Fond.As("haninge-projektledare"), $"/projects/{project}/observations/1/files?fileName=a.pdf")).Status);
        Assert.Equal(HttpStatusCode.Created, (await UploadAsync(Stages.Lead, $"/projects/{project}/observations/1/files?fileName=a.pdf")).Status);
        await Stages.Lead.DoAsync("recordObservation", Observation(project, "OBSERVATION", [("Lugn", goal, null)], first, "Fel tema"), "observation { id }");
        var file = Assert.Single((await ReadAsync(Stages.Officer, project, "observations { files { fileName path } }"))["observations"]![0]!["files"]!.AsArray())!;
        var path = file["path"]!.GetValue<string>();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await FetchAsync(Stages.Evaluator, path), await FetchAsync(Fond.As("haninge-utvarderare"), path), await FetchAsync(Fond.As(null), path)));
    }

    [Fact]
    public async Task An_observation_has_10_files_at_most()
    {
        var (project, goal) = await PlannedAsync();
        await ObserveAsync(Stages.Lead, project, "OBSERVATION", ("Bråk", goal, null));
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.Created, (await UploadAsync(Stages.Lead, $"/projects/{project}/observations/1/files?fileName={i}.pdf")).Status);
        var (status, body) = await UploadAsync(Stages.Lead, $"/projects/{project}/observations/1/files?fileName=11.pdf");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "EVIDENCE_FILES_TOO_MANY"), (status, JsonNode.Parse(body)!["errors"]![0]!["code"]!.GetValue<string>()));
        Assert.Equal(10, (await ReadAsync(Stages.Officer, project, "observations { files { fileName } }"))["observations"]![0]!["files"]!.AsArray().Count);
    }

    private async Task<(string Project, string Goal)> PlannedAsync()
    {
        var (application, project) = await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new object[]
            {
                new { code = "t", name = "Trygghet", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" },
                new { code = "m", name = "Mod att säga ifrån", unit = "skala -2 till 2", kind = "QUALITATIVE", direction = "HIGHER_IS_BETTER" },
            },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
            logicModel = new object[] { new { key = "u", step = "OUTCOME", text = "Tryggare elever", leadsTo = Array.Empty<string>(), indicators = new[] { "t", "m" } } },
        }, "measurementPlan { id }");
        var serves = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { serves { code } } } }", new { a = application }))["node"]!["serves"]!;
        return (project, serves[0]!["code"]!.GetValue<string>());
    }

    private static async Task<string> ObserveAsync(Client writer, string project, string kind, params (string Theme, string? Goal, string? Outcome)[] themes) =>
        (await writer.DoAsync("recordObservation", Observation(project, kind, themes), "observation { id }"))["observation"]!["id"]!.GetValue<string>();

    private static JsonObject Observation(string project, string kind, (string Theme, string? Goal, string? Outcome)[] themes, string? corrects = null, string? reason = null) => new()
    {
        ["projectId"] = project,
        ["observation"] = new JsonObject
        {
            ["kind"] = kind,
            ["on"] = "2026-03-02",
            ["place"] = "Skolgården",
            ["by"] = "Skolkurator",
            ["text"] = "Färre konflikter på rasten.",
            ["themes"] = new JsonArray([.. themes.Select(t => new JsonObject { ["theme"] = t.Theme, ["goal"] = t.Goal, ["outcome"] = t.Outcome })]),
        },
        ["corrects"] = corrects,
        ["correctionReason"] = reason,
    };

    private static object Story(string project) => new
    {
        projectId = project,
        story = new { domain = "Kamratskap", on = "2026-03-02", toldBy = "Elev i årskurs 8", story = "Vi hälsar på varandra.", whyChosen = "Visar vardagen", chosenBy = "Personalgruppen", level = "PRACTICE" },
    };

    private static object Judgement(string project, object attainment, string? correctionReason = null) => new { projectId = project, attainment, correctionReason };

    private Task<JsonNode> JudgeAsync(string project, object attainment, string? reason = null) => Stages.Evaluator.DoAsync("judgeAttainment", Judgement(project, attainment, reason), "attainment { id }");

    private static async Task<JsonNode> ReadAsync(Client reader, string project, string select = Told) =>
        (await reader.ReadAsync($"query($p: ID!) {{ node(id: $p) {{ ... on Project {{ qualitative {{ {select} }} }} }} }}", new { p = project }))["node"]!["qualitative"]!;

    private static async Task<(HttpStatusCode Status, string Body)> UploadAsync(Client client, string path)
    {
        using var upload = await client.RequestAsync(HttpMethod.Post, path);
        upload.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        using var answer = await client.SendAsync(upload);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> FetchAsync(Client client, string path)
    {
        using var request = await client.RequestAsync(HttpMethod.Get, path);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
