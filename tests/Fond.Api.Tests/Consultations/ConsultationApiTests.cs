using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Consultations;

public sealed class ConsultationApiTests : FondTest
{
    private Client Officer => Fond.As("lund-handlaggare");

    [Fact]
    public async Task A_draft_is_the_officers_until_it_is_sent_and_then_reaches_the_inboxes()
    {
        var id = await DraftAsync();
        Assert.Null(await NodeAsync("lund-remiss-2", id));
        var told = await InboxAsync("lund-remiss-2");
        await Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { state }");
        Assert.NotNull(await NodeAsync("lund-remiss-2", id));
        Assert.Null(await NodeAsync("lund-remiss-5", id)); // was not asked
        Assert.Null(await NodeAsync("helsingborg-projektledare", id));
        Assert.Equal(told + 1, await InboxAsync("lund-remiss-2"));
    }

    [Fact]
    public async Task A_body_answers_once_every_question_through_one_of_its_own()
    {
        var id = await DraftAsync();
        var bodies = await BodiesAsync();
        await Officer.RefusedAsync("CONSULTATION_WRONG_STATE", "closeConsultation", new { consultationId = id });
        await Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { state }");
        object Answer(string body, params string[] answers) => new { consultationId = id, bodyId = body, stance = "SUPPORTS", answers };
        await Fond.As("lund-remiss-2").RefusedAsync("CONSULTATION_ANSWER_MISSING", "answerConsultation", Answer(bodies[1]), "answers.0");
        await Fond.As("lund-remiss-2").RefusedAsync("CONSULTATION_ANSWERS_TOO_MANY", "answerConsultation", Answer(bodies[1], "Ja", "Nej"), "answers");
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Answer(bodies[1], "Ja"), "consultation { id }");
        await Fond.As("lund-remiss-2").RefusedAsync("CONSULTATION_ALREADY_ANSWERED", "answerConsultation", Answer(bodies[1], "Ja"));
        await Officer.RefusedAsync("CONSULTATION_WRONG_STATE", "changeConsultation", Draft(bodies, "CHANGED", id));
        await Fond.As("lund-remiss-3").DoAsync("answerConsultation", Answer(bodies[2], "Ja"), "consultation { id }");
        await Officer.DoAsync("closeConsultation", new { consultationId = id }, "consultation { closedAt }"); // all have answered
        await Fond.As("lund-remiss-3").RefusedAsync("CONSULTATION_WRONG_STATE", "answerConsultation", Answer(bodies[2], "Ja"));
    }

    [Fact]
    public async Task A_consultation_is_about_something_and_is_not_sent_half_done()
    {
        var bodies = await BodiesAsync();
        await Officer.RefusedAsync("CONSULTATION_SUBJECT_MISSING", "createConsultation", new { title = "Remiss", lastDay = "2026-06-01" });
        await Officer.RefusedAsync("NOT_FOUND", "createConsultation", new { title = "Remiss", lastDay = "2026-06-01", bodyIds = new[] { bodies[0], "x" } }, "bodyIds.1");
        var programme = await ProgrammeAsync();
        var id = (await Officer.DoAsync("createConsultation", new { programmeId = programme, title = "Remiss", lastDay = "2026-03-01" }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        var codes = (await Officer.TryAsync("sendConsultation", new { consultationId = id }, "consultation { id }"))["errors"]!.AsArray().Select(e => e!["code"]!.GetValue<string>());
        Assert.Equal(["CONSULTATION_CASE_NUMBER_MISSING", "CONSULTATION_LETTER_MISSING", "CONSULTATION_QUESTION_MISSING", "CONSULTATION_BODY_MISSING", "CONSULTATION_LAST_DAY_PAST"], codes);
        await Fond.As("lund-remiss-1").ForbiddenAsync("FORBIDDEN", "mutation($input: SendConsultationInput!) { sendConsultation(input: $input) { errors { code } } }", new { input = new { consultationId = id } });
    }

    [Fact]
    public async Task A_consultation_on_a_case_is_for_the_officers_of_its_fund()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var input = new { applicationId = application, title = "Remiss", lastDay = "2026-06-01" };
        await Officer.RefusedAsync("NOT_FOUND", "createConsultation", input, "applicationId");
        await Fond.As("helsingborg-handlaggare").DoAsync("createConsultation", input, "consultation { application { title } }");
        var seen = await Fond.As("helsingborg-handlaggare").ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { consultations { title } } } }", new { a = application });
        Assert.Single(seen["node"]!["consultations"]!.AsArray());
        var lead = await Fond.As("helsingborg-projektledare").ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { consultations { title } } } }", new { a = application });
        Assert.Empty(lead["node"]!["consultations"]!.AsArray());
    }

    [Fact]
    public async Task A_council_answers_through_one_of_its_members()
    {
        var council = (await Officer.ReadAsync("{ bodies(kind: COUNCIL) { nodes { id } } }"))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var id = (await Officer.DoAsync("createConsultation", Draft([council], await ProgrammeAsync()), "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { state }");
        var answer = new { consultationId = id, bodyId = council, stance = "SUPPORTS_IN_PART", answers = new[] { "Ja" } };
        await Fond.As("helsingborg-rad-1").DoAsync("answerConsultation", answer, "consultation { id }");
    }

    private async Task<string> DraftAsync()
    {
        var bodies = await BodiesAsync();
        return (await Officer.DoAsync("createConsultation", Draft([bodies[1], bodies[2]], await ProgrammeAsync()), "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
    }

    private static Dictionary<string, object> Draft(IEnumerable<string> bodies, string programme, string? id = null)
    {
        var draft = new Dictionary<string, object> { ["title"] = "Plan", ["caseNumber"] = "KS 2026/1", ["letter"] = "Missiv", ["questions"] = new[] { "Är det bra?" }, ["bodyIds"] = bodies, ["lastDay"] = "2026-06-01" };
        if (id is null) draft["programmeId"] = programme;
        else draft["consultationId"] = id;
        return draft;
    }

    private async Task<List<string>> BodiesAsync() =>
        [.. (await Officer.ReadAsync("{ bodies(municipality: \"Lund\", kind: REFERRAL_BODY) { nodes { id } } }"))["bodies"]!["nodes"]!.AsArray().Select(b => b!["id"]!.GetValue<string>())];

    private async Task<string> ProgrammeAsync() =>
        (await Officer.ReadAsync("{ programmes(municipality: \"Lund\") { nodes { id } } }"))["programmes"]!["nodes"]![0]!["id"]!.GetValue<string>();

    private async Task<JsonNode?> NodeAsync(string person, string id) => (await Fond.As(person).ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"];

    private async Task<int> InboxAsync(string person) => (await Fond.As(person).ReadAsync("{ notifications { nodes { id } } }"))["notifications"]!["nodes"]!.AsArray().Count;
}
