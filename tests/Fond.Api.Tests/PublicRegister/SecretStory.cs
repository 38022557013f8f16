using System.Text.Json.Nodes;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>A case from its draft to what came of it, in Helsingborg, that says a word wherever people write.</summary>
/// <param name="word">What is to be kept secret.</param>
internal sealed class SecretStory(FondServer fond, string word)
{
    private readonly MeetingStages _meetings = new(fond);

    private Stages Stages => _meetings.Cases;

    public string Application { get; private set; } = "";

    /// <summary>From its draft to its end.</summary>
    /// <param name="change">Of what the form says.</param>
    public async Task WholeAsync(Action<JsonNode>? change = null, string title = "Trygga")
    {
        await PrepareAsync(title, ["helsingborg-trygghet"], change);
        await EndAsync();
    }

    /// <summary>Handed in, consulted upon, and before the steering group.</summary>
    /// <param name="title">Of the case.</param>
    /// <param name="goals">Codes of what it serves.</param>
    /// <param name="change">Of what the form says.</param>
    public async Task PrepareAsync(string title, string[] goals, Action<JsonNode>? change = null)
    {
        Application = await Cases.DraftAsync(fond);
        var draft = Cases.Content("helsingborg");
        (draft["applicationId"], draft["title"], draft["serves"]) = (Application, title, new JsonArray([.. goals.Select(g => JsonValue.Create(g))]));
        draft["content"]!["summary"] = $"Om {title}.";
        change?.Invoke(draft["content"]!);
        await Stages.Lead.DoAsync("saveApplicationDraft", draft, "application { id }");
        await Stages.Lead.DoAsync("submitApplication", new { applicationId = Application }, "application { id }");
        await Stages.Officer.DoAsync("acceptApplication", new { applicationId = Application }, "application { id }");
        await ConsultAsync();
        await Stages.Officer.DoAsync("assignAssessors", new { applicationId = Application, assessorIds = (await Stages.PeopleAsync("ASSESSOR")).Take(2) }, "application { id }");
        await Stages.AssessAsync(1, Application);
        await Stages.AssessAsync(2, Application);
        await Stages.Officer.DoAsync("proposeJointly", new { applicationId = Application, recommendation = "GRANT", amounts = await Stages.AskedAsync(Application), reasoning = word }, "jointProposal { id }");
    }

    /// <summary>Decided at a meeting whose minutes are announced, and carried out until the steering group has decided what becomes of the method.</summary>
    public async Task EndAsync()
    {
        var meeting = await _meetings.InSessionAsync(Application);
        await _meetings.SettleAsync(meeting, "APPROVED_WITH_CONDITIONS", 1, ("ruling", $"Prövar {word}."), ("conditions", new[] { $"Rapport om {word}" }));
        await _meetings.AnnouncedAsync(await _meetings.ClosedAsync(meeting));
        await Stages.Officer.DoAsync("registerDocument", new { applicationId = Application, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = word, subject = $"Om {word}" }, "document { id }");
        var project = await Stages.ProjectAsync(Application);
        await Stages.Officer.DoAsync("signAgreement", new { projectId = project, signedOn = Today }, "project { id }");
        await PlanAsync(project);
        await Stages.Lead.DoAsync("submitFinalReport", new { projectId = project, report = new { summary = word, results = $"Nådde {word}.", lessons = $"Lärde om {word}.", spent = 0 } }, "project { id }");
        await Stages.Chair.DoAsync("decideFuture", new { projectId = project, future = "STOP", reasons = word, decidedOn = Today }, "project { id }");
    }

    public Task MarkAsync() => Stages.Officer.DoAsync("markApplication", new { applicationId = Application, ground = "OSL 26 kap. 1 §" }, "application { id }");

    public async Task MarkFieldsAsync(params string[] fields)
    {
        foreach (var field in fields) await Stages.Officer.DoAsync("markApplication", new { applicationId = Application, field, ground = "OSL 26 kap. 1 §" }, "application { id }");
    }

    /// <summary>Those entries alone whose text has the word.</summary>
    public async Task MarkDocumentsAsync()
    {
        foreach (var kind in new[] { "DECISION", "FINAL_REPORT", "CONSULTATION", "LETTER" })
            foreach (var entry in (await Stages.Officer.ReadAsync("query($a: ID!, $k: DocumentKind!) { caseDocuments(applicationId: $a, kind: $k) { nodes { id } } }", new { a = Application, k = kind }))["caseDocuments"]!["nodes"]!.AsArray())
                await Stages.Officer.DoAsync("markDocument", new { documentId = entry!["id"]!.GetValue<string>(), ground = "OSL 26 kap. 1 §" }, "document { id }");
    }

    private async Task PlanAsync(string project)
    {
        await Stages.Officer.DoAsync("assignEvaluator", new { projectId = project, personId = (await Stages.PeopleAsync("EVALUATOR"))[0] }, "project { id }");
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new[] { new { code = "t", name = $"Nytta av {word}", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
    }

    private async Task ConsultAsync()
    {
        var body = await _meetings.BodyAsync();
        var consultation = (await Stages.Officer.DoAsync("createConsultation", new { applicationId = Application, title = $"Remiss om {word}", lastDay = "2026-06-01", caseNumber = "KS 2026/1", letter = word, bodyIds = new[] { body }, questions = new[] { $"Vad anser ni om {word}?" } }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        await Stages.Chair.DoAsync("answerConsultation", new { consultationId = consultation, bodyId = body, stance = "SUPPORTS", answers = new[] { word } }, "consultation { id }");
    }

    private string Today => fond.Today.ToString("yyyy-MM-dd", null);
}
