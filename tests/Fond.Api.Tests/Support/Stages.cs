using System.Text.Json.Nodes;

namespace Fond.Api.Tests.Support;

/// <summary>Brings a case of a municipality through the API to a stage, by the people whose turn it is.</summary>
internal sealed class Stages(IFond fond, string municipality = "helsingborg")
{
    public Client Lead => fond.As($"{municipality}-projektledare");

    public Client Officer => fond.As($"{municipality}-handlaggare");

    public Client Secretary => fond.As($"{municipality}-sekreterare");

    public Client Chair => fond.As($"{municipality}-ordforande");

    public Client Registrar => fond.As($"{municipality}-registrator");

    public Client Evaluator => fond.As($"{municipality}-utvarderare");

    public Client Assessor(int number) => fond.As($"{municipality}-bedomare-{number}");

    private string Name => char.ToUpperInvariant(municipality[0]) + municipality[1..];

    /// <summary>Past its formal check.</summary>
    public async Task<string> AcceptedAsync()
    {
        var application = await Cases.SubmittedAsync(fond, municipality);
        await Officer.DoAsync("acceptApplication", new { applicationId = application }, "application { id }");
        return application;
    }

    /// <summary>With so many assessors.</summary>
    public async Task<string> ScoringAsync(int assessors = 2)
    {
        var application = await AcceptedAsync();
        var people = (await PeopleAsync("ASSESSOR")).Take(assessors).ToArray();
        await Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = people }, "application { id }");
        return application;
    }

    /// <summary>The assessor's own assessment of the case.</summary>
    public async Task<string> AssessmentAsync(int assessor, string application)
    {
        var data = await Assessor(assessor).ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { assessments { id } } } }", new { id = application });
        return data["node"]!["assessments"]![0]!["id"]!.GetValue<string>();
    }

    /// <summary>Every criterion with the same score (gates met), handed in.</summary>
    public async Task AssessAsync(int assessor, string application, int score = 3)
    {
        var assessment = await AssessmentAsync(assessor, application);
        await Assessor(assessor).DoAsync("saveScores", new { assessmentId = assessment, scores = await ScoresAsync(application, score) }, "assessment { id }");
        await Assessor(assessor).DoAsync("submitAssessment", new { assessmentId = assessment }, "assessment { id }");
    }

    public async Task<List<object>> ScoresAsync(string application, int score)
    {
        var data = await Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { call { criteria { id kind } } } } }", new { id = application });
        return [.. data["node"]!["call"]!["criteria"]!.AsArray().Select(c =>
            (object)new { criterionId = c!["id"]!.GetValue<string>(), value = c["kind"]!.GetValue<string>() == "GATE" ? 1 : score, reason = "Motiverat" })];
    }

    /// <summary>Assessed by two, and proposed in full.</summary>
    public async Task<string> AwaitingDecisionAsync()
    {
        var application = await ScoringAsync();
        await AssessAsync(1, application);
        await AssessAsync(2, application);
        await Officer.DoAsync("proposeJointly", new { applicationId = application, recommendation = "GRANT", amounts = await AskedAsync(application), reasoning = "Bra" }, "jointProposal { id }");
        return application;
    }

    /// <summary>What is asked, by year.</summary>
    public async Task<List<object>> AskedAsync(string application)
    {
        var data = await Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { content { budget { year fromFund } } } } }", new { id = application });
        return [.. data["node"]!["content"]!["budget"]!.AsArray().GroupBy(l => l!["year"]!.GetValue<int>(), l => l!["fromFund"]!.GetValue<long>())
            .Select(g => (object)new { year = g.Key, amount = g.Sum() })];
    }

    /// <summary>A decision by the steering group (<c>decidingBody</c>) or the board (<c>boardBody</c>), everybody present.</summary>
    public async Task<JsonObject> DecisionAsync(string application, string outcome, IEnumerable<object> amounts, string body = "decidingBody") => new()
    {
        ["applicationId"] = application,
        ["outcome"] = outcome,
        ["amounts"] = Json(amounts),
        ["conditions"] = new JsonArray(),
        ["reasons"] = "Prövar en metod",
        ["paragraph"] = "§ 1",
        ["decidedOn"] = fond.Today.ToString("yyyy-MM-dd", null),
        ["presentPersonIds"] = Json(await MembersAsync(body)),
    };

    public async Task<List<string>> MembersAsync(string body)
    {
        var data = await Secretary.ReadAsync($"query($municipality: String!) {{ funds(municipality: $municipality) {{ nodes {{ {body} {{ members {{ person {{ id }} }} }} }} }} }}", new { municipality = Name });
        return [.. data["funds"]!["nodes"]![0]![body]!["members"]!.AsArray().Select(m => m!["person"]!["id"]!.GetValue<string>())];
    }

    /// <summary>Granted as asked; gives the project. In Haninge it is more than the steering group may grant by itself.</summary>
    public async Task<(string Application, string Project)> GrantedAsync()
    {
        var application = await AwaitingDecisionAsync();
        var asked = await AskedAsync(application);
        await Secretary.DoAsync(municipality == "haninge" ? "referToBoard" : "decideApplication", await DecisionAsync(application, "GRANTED", asked), "decision { id }");
        if (municipality == "haninge") await Registrar.DoAsync("recordBoardDecision", await DecisionAsync(application, "GRANTED", asked, "boardBody"), "decision { id }");
        return (application, await ProjectAsync(application));
    }

    public async Task<string> ProjectAsync(string application)
    {
        var data = await Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { projects { id } } } }", new { id = application });
        return data["node"]!["projects"]![0]!["id"]!.GetValue<string>();
    }

    /// <summary>Under an agreement, with its evaluator.</summary>
    /// <param name="agree">What is agreed of the project before the agreement is signed.</param>
    public async Task<(string Application, string Project)> RunningAsync(Func<string, Task>? agree = null)
    {
        var (application, project) = await GrantedAsync();
        if (agree is not null) await agree(project);
        await Officer.DoAsync("assignEvaluator", new { projectId = project, personId = (await PeopleAsync("EVALUATOR"))[0] }, "project { id }");
        await Officer.DoAsync("signAgreement", new { projectId = project, signedOn = fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");
        return (application, project);
    }

    /// <summary>With its final report handed in.</summary>
    public async Task<string> ReportedAsync()
    {
        var (_, project) = await RunningAsync();
        await Lead.DoAsync("submitFinalReport", new { projectId = project, report = new { summary = "Gjort", results = "Resultat", lessons = "Lärt", spent = 0 } }, "project { id }");
        return project;
    }

    public async Task<List<string>> PeopleAsync(string role)
    {
        var data = await Officer.ReadAsync("query($role: Role!, $text: String!) { people(role: $role, text: $text) { nodes { id } } }", new { role, text = Name });
        return [.. data["people"]!["nodes"]!.AsArray().Select(n => n!["id"]!.GetValue<string>())];
    }

    private static JsonNode Json<T>(IEnumerable<T> values) => System.Text.Json.JsonSerializer.SerializeToNode(values)!;
}
