using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>A field that is marked by itself is told to the public by no way of asking; what is beside it still is.</summary>
public sealed class FieldSecrecyInPublicTests : FondTest
{
    private const string Ground = "OSL 26 kap. 1 §";
    private const string Case = "{ publicRegister(municipality: \"Helsingborg\") { nodes { caseNumber isMarked markedFields title organisation summary goals reasons start end granted } } }";

    private Stages Stages => new(Fond);

    [Theory]
    [InlineData("title")]
    [InlineData("organisation")]
    [InlineData("summary")]
    [InlineData("start")]
    [InlineData("end")]
    public async Task A_marked_field_is_left_out_of_the_register_its_pages_and_the_open_data_and_nothing_else_is(string field)
    {
        var application = (await Stages.GrantedAsync()).Application;
        var open = await ShownAsync();
        await MarkAsync(application, field);
        var shown = await ShownAsync();
        Assert.Equal((false, field), (shown["isMarked"]!.GetValue<bool>(), Assert.Single(shown["markedFields"]!.AsArray())!.GetValue<string>()));
        Assert.Null(shown[field]);
        foreach (var other in new[] { "title", "organisation", "summary", "start", "end", "reasons", "granted" }.Where(f => f != field)) Assert.Equal(open[other]!.ToJsonString(), shown[other]!.ToJsonString());

        var secret = open[field]!.GetValue<string>();
        foreach (var path in new[] { "/register", $"/register/cases/Helsingborg/{open["caseNumber"]!.GetValue<string>()}", "/open/grants.json", "/open/grants.csv" })
            Assert.DoesNotContain(secret, await PageAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await PublicAsync("{ publicDocuments(municipality: \"Helsingborg\", caseNumber: \"" + open["caseNumber"]!.GetValue<string>() + "\") { subject correspondent } }")).ToString(), StringComparison.Ordinal);

        await MarkAsync(application, field, null);
        Assert.Equal(open.ToJsonString(), (await ShownAsync()).ToJsonString());
    }

    [Theory]
    [InlineData("title", "text: \"hållbarhetsråd\"", "text: \"finns inte alls\"")]
    [InlineData("organisation", "text: \"ORGANISATION\"", "text: \"finns inte alls\"")]
    [InlineData("serves", "goal: \"GOAL\"", "goal: \"ingen\"")]
    public async Task To_search_for_what_a_marked_field_says_is_answered_as_a_search_for_nothing(string field, string filter, string absent)
    {
        var application = (await Stages.GrantedAsync()).Application;
        var open = await ShownAsync();
        filter = filter.Replace("GOAL", open["goals"]![0]!.GetValue<string>(), StringComparison.Ordinal).Replace("ORGANISATION", open["organisation"]!.GetValue<string>(), StringComparison.Ordinal);
        static string Ask(string by) => $"{{ publicRegister(municipality: \"Helsingborg\", {by}) {{ nodes {{ caseNumber }} pageInfo {{ hasNextPage startCursor endCursor }} }} }}";
        Assert.NotEmpty((await PublicAsync(Ask(filter)))["publicRegister"]!["nodes"]!.AsArray());
        await MarkAsync(application, field);
        Assert.Equal((await PublicAsync(Ask(absent))).ToJsonString(), (await PublicAsync(Ask(filter))).ToJsonString());
    }

    [Fact]
    public async Task A_marked_name_is_sent_to_nobody_with_the_decision()
    {
        var application = (await Stages.GrantedAsync()).Application;
        await MarkAsync(application, "title");
        var decision = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { decisions { id } } } }", new { id = application }))["node"]!["decisions"]![0]!["id"]!.GetValue<string>();
        await Stages.Officer.RefusedAsync("DISPATCH_SECRET", "dispatchDecision", new { decisionId = decision, recipients = new[] { new { name = "Skolverket", channel = "EMAIL", address = "a@example.org" } } }, "recipients.0.channel");
    }

    [Fact]
    public async Task A_consultation_on_a_case_whose_name_is_marked_is_open_to_nobody()
    {
        var application = await Stages.AcceptedAsync();
        var consultation = (await Stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = "Remiss om skolan", lastDay = "2026-06-01", caseNumber = "KS 2026/1", letter = "Missiv", bodyIds = new[] { await new Meetings.MeetingStages(Fond).BodyAsync() }, questions = new[] { "Vad anser ni?" }, publicQuestions = new[] { "Vad anser du?" } }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        Assert.Contains("Remiss om skolan", await PageAsync($"/remisser/{consultation}"), StringComparison.Ordinal);
        await MarkAsync(application, "title");
        Assert.DoesNotContain("Remiss om skolan", await PageAsync($"/remisser/{consultation}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Remiss om skolan", (await PublicAsync("{ openConsultations { nodes { title } } }")).ToString(), StringComparison.Ordinal);
    }

    private Task<JsonNode> MarkAsync(string application, string field, string? ground = Ground) => Stages.Officer.DoAsync("markApplication", new { applicationId = application, field, ground }, "application { id }");

    private async Task<JsonNode> ShownAsync() => (await PublicAsync(Case))["publicRegister"]!["nodes"]![0]!;

    private Task<JsonNode> PublicAsync(string document) => Fond.As(null).ReadAsync(document);

    private async Task<string> PageAsync(string path)
    {
        using var response = await Fond.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
