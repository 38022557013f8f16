using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Applications;

/// <summary>What came of a marked case says what the case says: who reads it is in the trail, too.</summary>
public sealed class SecretReadingTests : FondTest
{
    private const string Ground = "OSL 26 kap. 1 §";
    private const string Officer = "Fondhandläggare, Helsingborg";

    private Stages Stages => new(Fond);

    [Theory]
    [InlineData("jointProposals { reasoning }", "JointProposal")]
    [InlineData("decisions { reasons }", "Decision")]
    [InlineData("decisions { conditions }", "Decision")]
    [InlineData("projects { finalReport { summary } }", "Project")]
    [InlineData("consultations { requests { statement { text } } }", "Consultation")]
    [InlineData("consultations { letter }", "Consultation")]
    [InlineData("consultations { questions }", "Consultation")]
    [InlineData("projects { futureReasons }", "Project")]
    [InlineData("projects { milestones { name } }", "Project")]
    [InlineData("assessments { scores { reason } }", "Assessment Assessment")]
    [InlineData("projects { qualitative { observations { text } } }", "Observation")]
    [InlineData("projects { qualitative { themes { theme } } }", "Project")]
    [InlineData("projects { measurementPlans { versions { content { logicModel { text } } } } }", "PlanVersion")]
    [InlineData("projects { qualitative { changeStories { story whyChosen } } }", "ChangeStory")]
    [InlineData("projects { qualitative { attainments { reasons } } }", "AttainmentJudgement")]
    [InlineData("consultations { compilation { questions { byStance { answers { answer } } } } }", "Consultation")]
    public async Task Whoever_reads_what_came_of_a_marked_case_is_in_the_trail(string said, string read)
    {
        var things = await CaseAsync();
        var query = $"query($id: ID!) {{ node(id: $id) {{ ... on Application {{ {said} }} }} }}";
        await Stages.Officer.ReadAsync(query, new { id = things["application"] });
        Assert.Empty(await ReadingsAsync());
        await MarkAsync(things["application"]);
        await Stages.Officer.ReadAsync(query, new { id = things["application"] });
        Assert.Equal(read.Split(' ').Select(what => (Officer, what)), await ReadingsAsync());
    }

    [Fact]
    public async Task Whoever_reads_what_the_public_says_of_a_marked_case_is_in_the_trail()
    {
        var things = await CaseAsync();
        var consultation = (await Stages.Officer.DoAsync("createConsultation", new { applicationId = things["application"], title = "Öppen", lastDay = "2026-06-01", caseNumber = "KS 2026/2", letter = "Missiv", bodyIds = new[] { await new Meetings.MeetingStages(Fond).BodyAsync() }, questions = new[] { "Vad anser ni?" }, publicQuestions = new[] { "Vad anser du?" } }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        await Fond.As(null).DoAsync("commentConsultation", new { consultationId = consultation, answers = new[] { "Bra" } }, "receipt { __typename }");
        await MarkAsync(things["application"]);
        await Stages.Officer.ReadAsync("query($c: ID!) { publicComments(consultationId: $c) { nodes { receivedAt } } }", new { c = consultation });
        Assert.Empty(await ReadingsAsync());
        await Stages.Officer.ReadAsync("query($c: ID!) { publicComments(consultationId: $c) { nodes { answers } } }", new { c = consultation });
        Assert.Equal([(Officer, "PublicComment")], await ReadingsAsync());
    }

    [Fact]
    public async Task Whoever_reads_why_a_marked_project_was_called_off_is_in_the_trail()
    {
        var (application, project) = await Stages.RunningAsync();
        await Stages.Secretary.DoAsync("callOffProject", new { projectId = project, reasons = "Eleven flyttade", decidedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");
        await MarkAsync(application);
        await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { workflows { history { to } } } } }", new { id = application });
        Assert.Empty(await ReadingsAsync());
        await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { workflows { history { note } } } } }", new { id = application });
        Assert.Equal([(Officer, "WorkflowInstance")], await ReadingsAsync());
    }

    [Fact]
    public async Task What_the_agenda_says_of_a_marked_case_is_read_with_a_trace()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var meetings = new Meetings.MeetingStages(Fond);
        var meeting = await meetings.InSessionAsync(application);
        await meetings.SettleAsync(meeting, "APPROVED", 1, ("ruling", "Prövas."));
        await MarkAsync(application);
        await Stages.Officer.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { number outcome } } } }", new { m = meeting });
        Assert.Empty(await ReadingsAsync());
        await Stages.Officer.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { ruling } } } }", new { m = meeting });
        Assert.Equal([(Officer, "AgendaItem")], await ReadingsAsync());
    }

    [Theory]
    [InlineData("/consultations/{consultation}/compilation.csv", "Consultation")]
    [InlineData("/consultations/{consultation}/compilation.html", "Consultation")]
    [InlineData("/consultations/{consultation}/compilation.pdf", "Consultation")]
    [InlineData("/statement-files/{file}", "StatementFile")]
    [InlineData("/releases/{release}", "ReleaseRequest")]
    public async Task Whoever_fetches_what_came_of_a_marked_case_is_in_the_trail(string path, string read)
    {
        var things = await CaseAsync();
        foreach (var (kind, id) in things) path = path.Replace($"{{{kind}}}", id, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Stages.Officer, path));
        Assert.Empty(await ReadingsAsync());
        await MarkAsync(things["application"]);
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Stages.Officer, path));
        Assert.Equal(HttpStatusCode.NotFound, await FetchAsync(Fond.As("haninge-handlaggare"), path));
        Assert.Equal([(Officer, read)], await ReadingsAsync());
    }

    [Fact]
    public async Task Whoever_opens_a_link_to_what_is_asked_of_a_marked_case_is_in_the_trail()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var body = await new Meetings.MeetingStages(Fond).BodyAsync();
        var consultation = (await Stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = "Remiss", lastDay = "2026-06-01", caseNumber = "KS 2026/2", letter = "Missiv", bodyIds = new[] { body }, questions = new[] { "Vad anser ni?" } }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        var link = new Uri(new Uri("http://localhost"), (await Stages.Officer.DoAsync("issueReferralLink", new { consultationId = consultation, bodyId = body }, "link { address }"))["link"]!["address"]!.GetValue<string>()).PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Fond.As(null), link));
        Assert.Empty(await ReadingsAsync());
        await MarkAsync(application);
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Fond.As(null), link));
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(Stages.Officer, link)); // whoever opens it, the link is the body's
        var name = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Body { name } } }", new { id = body }))["node"]!["name"]!.GetValue<string>();
        Assert.Equal([(name, "Consultation"), (name, "Consultation")], await ReadingsAsync());
    }

    [Fact]
    public async Task Who_sees_the_decision_and_not_the_case_is_in_the_trail()
    {
        var application = (await Stages.GrantedAsync()).Application;
        await MarkAsync(application);
        var decision = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { decisions { id } } } }", new { id = application }))["node"]!["decisions"]![0]!["id"]!.GetValue<string>();
        Assert.Empty(await ReadingsAsync());
        var seen = (await Fond.As("haninge-handlaggare").ReadAsync("query($id: ID!) { node(id: $id) { ... on Decision { reasons application { id } } } }", new { id = decision }))["node"]!;
        Assert.Null(seen["application"]);
        Assert.Equal([("Fondhandläggare, Haninge", "Decision")], await ReadingsAsync());
    }

    [Theory]
    [InlineData("subject", 1)]
    [InlineData("correspondent", 1)]
    [InlineData("number kind on secrecy { ground }", 0)]
    public async Task Whoever_reads_from_whom_a_marked_entry_is_or_what_about_is_in_the_trail(string fields, int readings)
    {
        var document = await RegisteredAsync(await Cases.SubmittedAsync(Fond));
        var query = $"query($id: ID!) {{ node(id: $id) {{ ... on CaseDocument {{ {fields} }} }} }}";
        await Stages.Officer.ReadAsync(query, new { id = document });
        Assert.Empty(await ReadingsAsync());
        await Stages.Officer.DoAsync("markDocument", new { documentId = document, ground = Ground }, "document { id }");
        await Stages.Officer.ReadAsync(query, new { id = document });
        Assert.Equal(Enumerable.Repeat((Officer, "CaseDocument"), readings), await ReadingsAsync());
    }

    private Task<JsonNode> MarkAsync(string application) => Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { id }");

    /// <summary>Reported, with a statement and its file, and a letter whose release was refused in writing.</summary>
    private async Task<Dictionary<string, string>> CaseAsync()
    {
        var project = await Stages.ReportedAsync();
        var application = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Project { application { id } } } }", new { id = project }))["node"]!["application"]!["id"]!.GetValue<string>();
        var (consultation, file) = await AnsweredAsync(application);
        await TellAsync(application, project);
        await Stages.Chair.DoAsync("decideFuture", new { projectId = project, future = "STOP", reasons = "Dyrt", decidedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");
        return new() { ["application"] = application, ["consultation"] = consultation, ["file"] = file, ["release"] = await RefusedAsync(await RegisteredAsync(application)) };
    }

    private async Task TellAsync(string application, string project)
    {
        var goal = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { serves { code } } } }", new { a = application }))["node"]!["serves"]![0]!["code"]!.GetValue<string>();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new[] { new { code = "t", name = "Trygghet", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        await Stages.Evaluator.DoAsync("recordObservation", new { projectId = project, observation = new { kind = "INTERVIEW", on = "2026-03-02", place = "Skolan", by = "Kurator", text = "Lugnare.", themes = new[] { new { theme = "Lugn", goal } } } }, "observation { id }");
        await Stages.Evaluator.DoAsync("recordChangeStory", new { projectId = project, story = new { domain = "Kamratskap", on = "2026-03-02", toldBy = "Elev", story = "Vi hälsar.", whyChosen = "Vardag", chosenBy = "Personal", level = "PRACTICE" } }, "changeStory { id }");
        await Stages.Evaluator.DoAsync("judgeAttainment", new { projectId = project, attainment = new { wave = "w1", score = 0, expected = "Alla", reasons = "Ja", indicator = "t" } }, "attainment { id }");
    }

    private async Task<(string Consultation, string File)> AnsweredAsync(string application)
    {
        var body = (await Stages.Officer.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { decidingBody { id } } } }"))["funds"]!["nodes"]![0]!["decidingBody"]!["id"]!.GetValue<string>();
        var draft = new { applicationId = application, title = "Remiss", lastDay = "2026-06-01", caseNumber = "KS 2026/1", letter = "Missiv", bodyIds = new[] { body }, questions = new[] { "Vad anser ni?" } };
        var consultation = (await Stages.Officer.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        using var upload = await Stages.Chair.RequestAsync(HttpMethod.Post, $"/consultations/{consultation}/files?bodyId={body}&fileName=a.pdf");
        upload.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        using var uploaded = await Stages.Chair.SendAsync(upload);
        await Stages.Chair.DoAsync("answerConsultation", new { consultationId = consultation, bodyId = body, stance = "SUPPORTS", answers = new[] { "Ja" }, text = "Bra" }, "consultation { id }");
        return (consultation, JsonNode.Parse(await uploaded.Content.ReadAsStringAsync())!["id"]!.GetValue<string>());
    }

    private async Task<string> RegisteredAsync(string application) => (await Stages.Officer.DoAsync("registerDocument",
        new { applicationId = application, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Skolverket", subject = "Fråga" }, "document { id }"))["document"]!["id"]!.GetValue<string>();

    private async Task<string> RefusedAsync(string document)
    {
        var request = (await Stages.Officer.DoAsync("requestRelease", new { documentId = document, receivedOn = "2026-03-09" }, "releaseRequest { id }"))["releaseRequest"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("decideRelease", new { releaseRequestId = request, outcome = "REFUSED", ground = Ground, reasons = "Uppgifter om enskild" }, "releaseRequest { id }");
        await Stages.Officer.DoAsync("writeReleaseDecision", new { releaseRequestId = request }, "releaseRequest { id }");
        return request;
    }

    /// <summary>Who has read what, newest first.</summary>
    private async Task<List<(string Who, string What)>> ReadingsAsync() =>
        [.. (await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { who objectType } } }"))["audit"]!["nodes"]!.AsArray().Select(e => (e!["who"]!.GetValue<string>(), e["objectType"]!.GetValue<string>()))];

    private static async Task<HttpStatusCode> FetchAsync(Client client, string path)
    {
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, path));
        return response.StatusCode;
    }
}
