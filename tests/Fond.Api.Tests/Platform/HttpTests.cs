using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.GraphQL;

namespace Fond.Api.Tests.Platform;

public sealed class HttpTests : FondTest
{
    [Fact]
    public async Task A_query_may_be_sent_by_get()
    {
        using var response = await Fond.Http.GetAsync("/graphql?query=%7B__typename%7D");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_mutation_by_get_is_refused_even_after_it_was_sent_by_post()
    {
        const string mutation = "mutation{markNotificationRead(input:{notificationId:\"x\"}){errors{code}}}";
        await Fond.As("administrator").AskAsync(mutation);
        using var request = await Fond.As("administrator").RequestAsync(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(mutation));
        using var response = await Fond.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("text/plain", "{\"query\":\"{__typename}\"}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[{\"query\":\"{__typename}\"}]", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"query\":7}", HttpStatusCode.BadRequest)]
    public async Task What_is_not_a_graphql_request_is_refused(string type, string body, HttpStatusCode expected)
    {
        using var response = await Fond.Http.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, type));
        Assert.Equal(expected, response.StatusCode);
        Assert.DoesNotContain("   at ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Headers = { ExpectContinue = true } }; // or the answer may come while the client still sends, and be lost
        request.Content = new ByteArrayContent(new byte[Limits.BodyBytes + 1]) { Headers = { ContentType = new("application/json") } };
        using var response = await Fond.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("LIMIT_EXCEEDED", (await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_document_too_deep_or_too_costly_is_refused_before_it_runs()
    {
        var deep = string.Concat(Enumerable.Repeat("application{workItems{", 9)) + "id" + new string('}', 18);
        await Fond.As("administrator").ForbiddenAsync("COMPLEXITY", "{workItems{nodes{" + deep + "}}}");
        var aliases = string.Join(' ', Enumerable.Range(0, 31).Select(i => $"a{i}: __typename"));
        await Fond.As("administrator").ForbiddenAsync("LIMIT_EXCEEDED", "{" + aliases + "}");
    }

    [Theory]
    [InlineData(25)]
    [InlineData(400)]
    public async Task Fragments_that_multiply_are_refused_at_once(int fragments)
    {
        var bomb = string.Concat(Enumerable.Range(0, fragments).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ")) + $"fragment F{fragments} on Query {{ __typename }} {{ ...F0 }}";
        await Fond.As(null).ForbiddenAsync("LIMIT_EXCEEDED", bomb);
        await Fond.As(null).ForbiddenAsync("LIMIT_EXCEEDED", "{" + string.Concat(Enumerable.Repeat(" __typename", 2_001)) + "}");
    }

    [Fact]
    public async Task Fragments_that_go_round_are_refused_by_name()
    {
        var answer = await Fond.As(null).AskAsync("fragment A on Query { ...B } fragment B on Query { ...A } { ...A }");
        Assert.Contains("Cannot spread fragment", answer["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_in_lists_end_where_an_answer_grows_beyond_use()
    {
        var fund = (await Fond.As(null).ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var criteria = new[] { new { code = "N", name = new { sv = "Behov", en = "Need" }, kind = "GRADED", weight = 100 } };
        for (var i = 0; i < 40; i++)
            await Fond.As("administrator").DoAsync("createCall", new { fundId = fund, title = $"Utlysning {i}", opensAt = "2026-03-01T00:00:00+01:00", closesAt = "2026-04-01T00:00:00+02:00", criteria }, "call { id }");
        const string levels = "{ fund { calls { fund { calls { fund { calls { id } } } } } } }";
        await Fond.As(null).ForbiddenAsync("LIMIT_EXCEEDED", $"query($id: ID!) {{ node(id: $id) {{ ... on Fund {{ calls {levels} }} }} }}", new { id = fund });
    }

    [Fact]
    public async Task A_quoted_charset_is_a_charset()
    {
        using var content = new StringContent("{\"query\":\"{ __typename }\"}");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json; charset=\"utf-8\"");
        Assert.Equal(HttpStatusCode.OK, (await Fond.Http.PostAsync("/graphql", content)).StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_page_is_1_to_100(int first)
    {
        var administrator = Fond.As("administrator");
        await RefusedUnrunAsync("query($n: Int) { people(first: $n) { nodes { id } } }", new { n = first });
        await RefusedUnrunAsync($"query($n: Int = {first}) {{ people(first: $n) {{ nodes {{ id }} }} }}");
        await RefusedUnrunAsync($"{{ me {{ id }} people(first: {first}) {{ nodes {{ id }} }} }}");
        await RefusedUnrunAsync($"{{ ...P }} fragment P on Query {{ people(first: {first}) {{ nodes {{ id }} }} }}");

        async Task RefusedUnrunAsync(string query, object? variables = null)
        {
            var answer = await administrator.AskAsync(query, variables);
            Assert.Equal(("BAD_INPUT", "first"), (answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>(), answer["errors"]![0]!["extensions"]!["argument"]!.GetValue<string>()));
            Assert.False(answer.AsObject().ContainsKey("data"));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("100")]
    public async Task A_page_within_its_bounds_is_given(string first) => await Fond.As("administrator").ReadAsync($"{{ people(first: {first}) {{ nodes {{ id }} }} }}");

    [Fact]
    public async Task A_cursor_of_another_list_is_refused() =>
        await Fond.As("administrator").ForbiddenAsync("BAD_INPUT", "{ people(after: \"RnVuZDox\") { nodes { id } } }");

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        var administrator = Fond.As("administrator");
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await administrator.ReadAsync("query($after: String) { people(first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }", new { after }))["people"]!;
            seen.AddRange(page["nodes"]!.AsArray().Select(n => n!["id"]!.GetValue<string>()));
            after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
        }
        while (after is not null);
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        var people = await Fond.InDatabaseAsync(db => Task.FromResult(db.Set<global::Fond.Domain.Access.Person>().Count()));
        Assert.Equal(people, seen.Count);
    }

    [Fact]
    public async Task Messages_follow_accept_language_and_codes_do_not()
    {
        var input = new { subject = "", name = "A", organisation = "B" };
        var english = await Fond.As("administrator").TryAsync("registerPerson", input, "__typename");
        var swedish = await new Client(Fond, "administrator") { Language = "sv" }.TryAsync("registerPerson", input, "__typename");
        Assert.Equal("PERSON_FIELD_INVALID", english["errors"]![0]!["code"]!.GetValue<string>());
        Assert.Equal("PERSON_FIELD_INVALID", swedish["errors"]![0]!["code"]!.GetValue<string>());
        Assert.StartsWith("Fill in", english["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("Fyll i", swedish["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_and_ready_answer()
    {
        Assert.Equal("Healthy", await Fond.Http.GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await Fond.Http.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task The_start_page_comes_from_fond_alone()
    {
        var page = await Fond.Http.GetStringAsync("/");
        Assert.Contains("<h1>Fond</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }
}
