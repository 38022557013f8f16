using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>What is marked or not decided is not told to the public, by no way of asking.</summary>
public sealed class SecrecyInPublicTests : FondTest
{
    private const string Ground = "OSL 26 kap. 1 §";
    private const string Documents = "query($n: String!) { publicDocuments(municipality: \"Helsingborg\", caseNumber: $n) { number kind direction correspondent subject isMarked } }";
    private const string Case = "{ publicRegister(municipality: \"Helsingborg\") { nodes { caseNumber isMarked title organisation summary goals reasons conditions lessons granted } } }";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task Of_a_marked_case_nothing_is_told_but_that_it_was_decided_and_how()
    {
        var application = await DecidedAsync();
        var open = (await PublicAsync(Case))["publicRegister"]!["nodes"]![0]!;
        Assert.All(["title", "organisation", "summary", "reasons"], field => Assert.NotNull(open[field]));
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { id }");

        var marked = (await PublicAsync(Case))["publicRegister"]!["nodes"]![0]!;
        Assert.True(marked["isMarked"]!.GetValue<bool>());
        Assert.All(["title", "organisation", "summary", "reasons", "lessons"], field => Assert.Null(marked[field]));
        Assert.Empty(marked["goals"]!.AsArray());
        Assert.Equal(open["granted"]!.GetValue<long>(), marked["granted"]!.GetValue<long>());
        Assert.All(await DocumentsAsync(open["caseNumber"]!.GetValue<string>()), d => Assert.True(d["isMarked"]!.GetValue<bool>() && d["subject"] is null && d["correspondent"] is null));

        var (_, page) = await PageAsync(Path(open));
        Assert.DoesNotContain(open["title"]!.GetValue<string>(), page, StringComparison.Ordinal);
        Assert.DoesNotContain(open["organisation"]!.GetValue<string>(), page, StringComparison.Ordinal);
        Assert.DoesNotContain(open["title"]!.GetValue<string>(), (await PageAsync("/open/grants.json")).Page, StringComparison.Ordinal);
        Assert.DoesNotContain(open["title"]!.GetValue<string>(), (await PageAsync("/open/grants.csv")).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text: \"hållbarhetsråd\"", "text: \"finns inte alls\"")]
    [InlineData("goal: \"GOAL\"", "goal: \"ingen\"")]
    public async Task To_search_for_what_a_marked_case_says_is_answered_as_a_search_for_nothing(string filter, string absent)
    {
        var application = await DecidedAsync();
        var goal = (await PublicAsync(Case))["publicRegister"]!["nodes"]![0]!["goals"]![0]!.GetValue<string>();
        string Ask(string by) => $"{{ publicRegister(municipality: \"Helsingborg\", {by.Replace("GOAL", goal, StringComparison.Ordinal)}) {{ nodes {{ caseNumber }} pageInfo {{ hasNextPage startCursor endCursor }} }} }}";
        Assert.NotEmpty((await PublicAsync(Ask(filter)))["publicRegister"]!["nodes"]!.AsArray());
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = Ground }, "application { id }");
        Assert.Equal((await PublicAsync(Ask(absent))).ToJsonString(), (await PublicAsync(Ask(filter))).ToJsonString());
    }

    [Fact]
    public async Task A_case_that_is_not_decided_is_answered_as_one_that_is_not_there()
    {
        var number = await Cases.SubmittedNumberAsync(Fond);
        var (secret, absent) = (await PageAsync($"/register/cases/Helsingborg/{number}"), await PageAsync("/register/cases/Helsingborg/KS%202026/9999"));
        Assert.Equal((HttpStatusCode.NotFound, absent), (secret.Status, secret));
        Assert.Equal(await HeadersAsync("/register/cases/Helsingborg/KS%202026/9999"), await HeadersAsync($"/register/cases/Helsingborg/{number}"));
        Assert.Equal((await PublicAsync(Documents, new { n = "KS 2026/9999" })).ToJsonString(), (await PublicAsync(Documents, new { n = number })).ToJsonString());
        Assert.Equal(absent, await PageAsync("/register/cases/Finnsinte/KS%202026/1"));
        Assert.DoesNotContain(number, (await PageAsync($"/register?text={number}")).Page.Replace($"value=\"{number}\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_decided_takes_as_many_statements_to_answer_as_one_that_is_not_there()
    {
        var number = await Cases.SubmittedNumberAsync(Fond);
        async Task<int> CountAsync(Func<Task> ask)
        {
            await ask();
            var before = Fond.Commands;
            await ask();
            return Fond.Commands - before;
        }

        Assert.Equal(await CountAsync(() => PageAsync("/register/cases/Helsingborg/KS%202026/9999")), await CountAsync(() => PageAsync($"/register/cases/Helsingborg/{number}")));
        Assert.Equal(await CountAsync(() => PublicAsync(Documents, new { n = "KS 2026/9999" })), await CountAsync(() => PublicAsync(Documents, new { n = number })));
    }

    [Fact]
    public async Task Private_names_and_names_of_files_are_kept_out_of_the_public_registry()
    {
        var draft = await Cases.WholeDraftAsync(Fond);
        await Stages.Lead.DoAsync("submitApplication", new { applicationId = draft }, "application { id }"); // another, never decided
        var application = await DecidedAsync();
        await Stages.Officer.DoAsync("registerDocument", new { applicationId = application, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Kim Svensson", isPrivate = true, subject = "Synpunkter" }, "document { id }");
        var letter = (await Stages.Officer.DoAsync("registerDocument", new { applicationId = application, kind = "LETTER", direction = "OUTGOING", on = "2026-03-09", correspondent = "Skolverket", subject = "Om en elev" }, "document { id }"))["document"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("markDocument", new { documentId = letter, ground = "OSL 23 kap. 2 §" }, "document { id }");
        var number = (await PublicAsync(Case))["publicRegister"]!["nodes"]![0]!["caseNumber"]!.GetValue<string>();

        var documents = await DocumentsAsync(number);
        Assert.Equal(Enumerable.Range(1, documents.Count), documents.Select(d => d["number"]!.GetValue<int>()));
        Assert.Equal((null, "Synpunkter"), (documents[^2]["correspondent"]?.GetValue<string>(), documents[^2]["subject"]!.GetValue<string>()));
        Assert.Equal((true, null, null), (documents[^1]["isMarked"]!.GetValue<bool>(), documents[^1]["correspondent"]?.GetValue<string>(), documents[^1]["subject"]?.GetValue<string>()));
        var page = (await PageAsync($"/register/cases/Helsingborg/{number}")).Page;
        Assert.All(["Kim Svensson", "Skolverket", "Om en elev"], secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal));
        Assert.Contains("Synpunkter", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marked_decision_keeps_its_reasons_to_itself()
    {
        var application = await DecidedAsync();
        var decision = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: DECISION) { nodes { id } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("markDocument", new { documentId = decision, ground = Ground }, "document { id }");
        var shown = (await PublicAsync(Case))["publicRegister"]!["nodes"]![0]!;
        Assert.Equal((false, null), (shown["isMarked"]!.GetValue<bool>(), shown["reasons"]?.GetValue<string>()));
        Assert.NotNull(shown["title"]);
    }

    private async Task<string> DecidedAsync() => (await Stages.GrantedAsync()).Application;

    private static string Path(JsonNode shown) => $"/register/cases/Helsingborg/{shown["caseNumber"]!.GetValue<string>()}";

    private Task<JsonNode> PublicAsync(string document, object? variables = null) => Fond.As(null).ReadAsync(document, variables);

    private async Task<List<JsonNode>> DocumentsAsync(string number) => [.. (await PublicAsync(Documents, new { n = number }))["publicDocuments"]!.AsArray().Select(d => d!)];

    private async Task<(HttpStatusCode Status, string Page)> PageAsync(string path)
    {
        using var response = await Fond.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<string> HeadersAsync(string path)
    {
        using var response = await Fond.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return string.Join('\n', response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal));
    }
}
