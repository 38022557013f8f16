using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Hosting;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.GraphQL;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Platform;

/// <summary>What a request may bring, from where, and how often.</summary>
public sealed class LimitTests : FondTest
{
    [Fact]
    public async Task A_document_of_too_many_tokens_is_refused_before_it_is_parsed() =>
        await Fond.As(null).ForbiddenAsync("LIMIT_EXCEEDED", "{ __typename(x: [" + string.Concat(Enumerable.Repeat("1 ", 10_001)) + "]) }");

    [Fact]
    public async Task Variables_of_too_many_values_are_refused() =>
        await Fond.As(null).ForbiddenAsync("LIMIT_EXCEEDED", "{ __typename }", new { rows = Enumerable.Repeat(new[] { 1, 2, 3 }, 110_000) });

    [Fact]
    public async Task A_client_that_asks_too_often_is_told_how_long_to_wait_and_others_are_served()
    {
        await using var strict = await Fond.AgainAsync("--RateLimit:Burst=5", "--RateLimit:PerSecond=1");
        var lead = strict.As("helsingborg-projektledare");
        await lead.ReadAsync("{ __typename }"); // signs in, at the expense of the address
        HttpResponseMessage last;
        var sent = 0;
        do last = await lead.PostAsync("{ __typename }");
        while (last.StatusCode == HttpStatusCode.OK && ++sent < 100);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        Assert.Equal("RATE_LIMITED", (await last.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        await strict.As("helsingborg-handlaggare").ReadAsync("{ __typename }");
        Assert.Equal(HttpStatusCode.OK, (await strict.Http.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("/graphql?query=%7B__typename%7D", "cross-site", "no-cors", HttpStatusCode.Forbidden)]
    [InlineData("/graphql?query=%7B__typename%7D", "same-site", "navigate", HttpStatusCode.Forbidden)]
    [InlineData("/attachments/x", "cross-site", "no-cors", HttpStatusCode.Forbidden)]
    [InlineData("/", "cross-site", "navigate", HttpStatusCode.OK)]
    [InlineData("/graphql?query=%7B__typename%7D", "same-origin", "cors", HttpStatusCode.OK)]
    [InlineData("/graphql?query=%7B__typename%7D", "none", "navigate", HttpStatusCode.OK)]
    public async Task A_page_of_another_site_makes_no_browser_ask_fond(string path, string site, string mode, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Sec-Fetch-Site", site }, { "Sec-Fetch-Mode", mode } } };
        Assert.Equal(expected, (await Fond.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/remiss")]
    [InlineData("/tillstyrkan")]
    [InlineData("/remisser/x")]
    [InlineData("/graphql")]
    [InlineData("/applications/x/attachments")]
    public async Task A_page_of_another_site_sends_fond_nothing_either_by_a_form_or_without(string path)
    {
        foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://elsewhere.example"), ("Origin", "null"), ("Origin", $"http://127.0.0.1:{Fond.Http.BaseAddress!.Port + 1}") })
        {
            using var refused = await PostAsync((header, value), ("Sec-Fetch-Mode", "navigate"));
            Assert.Equal((value, HttpStatusCode.Forbidden, "CROSS_SITE"), (value, refused.StatusCode, (await refused.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>()));
        }
        foreach (var own in new (string, string)[][] { [("Origin", Fond.Http.BaseAddress!.GetLeftPart(UriPartial.Authority))], [("Sec-Fetch-Site", "same-origin"), ("Origin", "https://fond.kommun.example")], [] }) // behind a balancer that calls it otherwise
        {
            using var taken = await PostAsync(own);
            Assert.NotEqual(HttpStatusCode.Forbidden, taken.StatusCode);
        }

        async Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("lank", "x")]) };
            foreach (var (name, value) in headers) request.Headers.Add(name, value);
            return await Fond.Http.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("")]
    public async Task What_a_form_could_send_without_asking_first_is_refused(string type)
    {
        using var content = new ByteArrayContent("""{"query":"{ __typename }"}"""u8.ToArray());
        if (type.Length > 0) content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Fond.Http.PostAsync("/graphql", content)).StatusCode);
    }

    [Fact]
    public async Task Outside_development_the_schema_is_for_those_who_have_signed_in()
    {
        await using var app = await FondHost.BuildAsync(["--environment=Production", "--urls=http://127.0.0.1:0", "--Auth:Authority=https://login.example.org", "--Background:Enabled=false", .. Fond.DatabaseSettings]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var guessed = 0;
        foreach (var query in new[] { "{ __schema { types { name } } }", "{ __type(name: \"Query\") { name } }", "{ ...F } fragment F on Query { __schema { types { name } } }" })
        {
            var answer = await (await http.PostAsJsonAsync("/graphql", new { query })).Content.ReadFromJsonAsync<JsonNode>();
            Assert.Equal("UNAUTHENTICATED", answer!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        }
        foreach (var miss in new[] { "{ fund { id } }", "{ publicRegister(txt: \"x\") { nodes { caseNumber } } }", "mutation { reportIncident(input: { txt: 1 }) { errors { code } } }", "query($x: Applicatoin) { __typename }" })
        {
            var answer = await (await http.PostAsJsonAsync("/graphql", new { query = miss })).Content.ReadFromJsonAsync<JsonNode>();
            Assert.DoesNotContain("Did you mean", answer!["errors"]!.ToJsonString(), StringComparison.Ordinal);
            var open = await (await Fond.Http.PostAsJsonAsync("/graphql", new { query = miss })).Content.ReadFromJsonAsync<JsonNode>();
            guessed += open!["errors"]!.ToJsonString().Split("Did you mean").Length - 1;
        }

        Assert.True(guessed > 1);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/graphql/schema")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/graphql?query=%7B__typename%7D")).StatusCode);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Those_who_have_signed_in_get_the_schema_outside_development()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var production = await Fond.AgainAsync(services => services.PostConfigureAll<JwtBearerOptions>(options => (options.Authority, options.RequireHttpsMetadata) = (issuer.Address, false)), "--environment=Production", "--Seed:Demo=false", "--Auth:Authority=https://login.example.org");
        async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpMethod method, string path, string token)
        {
            using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new("Bearer", token) } };
            if (method == HttpMethod.Post) request.Content = JsonContent.Create(new { query = "{ __schema { queryType { name } } }" });
            using var response = await production.Http.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        var token = issuer.Token("helsingborg-projektledare", Fond.Clock.GetUtcNow());
        Assert.Equal((HttpStatusCode.OK, """{"data":{"__schema":{"queryType":{"name":"Query"}}}}"""), await AskAsync(HttpMethod.Post, "/graphql", token));
        var (status, schema) = await AskAsync(HttpMethod.Get, "/graphql/schema", token);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("type Query", schema, StringComparison.Ordinal);
    }

    /// <summary>As GraphiQL and code generators ask.</summary>
    private const string WholeSchema = """
        __schema {
          queryType { name } mutationType { name }
          types { kind name description
            fields(includeDeprecated: true) { name description args { name type { ...Of } defaultValue } type { ...Of } isDeprecated deprecationReason }
            inputFields { name type { ...Of } defaultValue } interfaces { ...Of }
            enumValues(includeDeprecated: true) { name description } possibleTypes { ...Of } }
          directives { name locations args { name type { ...Of } } } }
        """;

    private const string Of = "fragment Of on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }";

    [Fact]
    public async Task Tools_get_the_whole_schema_in_one_question_and_nothing_beside_it()
    {
        var person = Fond.As("helsingborg-projektledare");
        var types = (await person.ReadAsync($"{{ {WholeSchema} }} {Of}"))["__schema"]!["types"]!.AsArray();
        Assert.Contains(types, t => t!["name"]!.GetValue<string>() == "Application" && t["fields"]!.AsArray().Count > 10);

        await TooDearAsync($"{{ {WholeSchema} calls {{ nodes {{ id }} }} }} {Of}");
        await TooDearAsync($"{{ {string.Concat(Enumerable.Range(0, 8).Select(n => $" s{n}: {WholeSchema}"))} }} {Of}");

        async Task TooDearAsync(string query) => Assert.Equal("COMPLEXITY", (await person.AskAsync(query))["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await using var strict = await Fond.AgainAsync("--RateLimit:Burst=1", "--RateLimit:PerSecond=1");
        var lead = Fond.As("helsingborg-projektledare");
        var draft = await Cases.DraftAsync(Fond);
        await CarriesAsync(HttpStatusCode.OK, await Fond.Http.GetAsync("/graphql?query=%7B__typename%7D"));
        await CarriesAsync(HttpStatusCode.OK, await Fond.Http.GetAsync("/"));
        await CarriesAsync(HttpStatusCode.Unauthorized, await Fond.Http.SendAsync(new(HttpMethod.Get, "/graphql") { Headers = { { "Authorization", "Bearer x" } } }));
        await CarriesAsync(HttpStatusCode.NotFound, await Fond.Http.GetAsync("/nowhere"));
        await CarriesAsync(HttpStatusCode.RequestEntityTooLarge, await Fond.Http.SendAsync(new(HttpMethod.Post, "/graphql") { Headers = { ExpectContinue = true }, Content = new ByteArrayContent(new byte[Limits.BodyBytes + 1]) { Headers = { ContentType = new("application/json") } } }));
        HttpResponseMessage response;
        do response = await strict.Http.GetAsync("/graphql?query=%7B__typename%7D");
        while (response.StatusCode == HttpStatusCode.OK);
        await CarriesAsync(HttpStatusCode.TooManyRequests, response);
        await Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "AuditEntries" """));
        using var upload = await lead.RequestAsync(HttpMethod.Post, $"/applications/{draft}/attachments?fileName=a.txt");
        upload.Content = new ByteArrayContent("Text"u8.ToArray());
        await CarriesAsync(HttpStatusCode.InternalServerError, await lead.SendAsync(upload));
    }

    private static async Task CarriesAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.True(status == response.StatusCode, $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        foreach (var (header, value) in new[]
        {
            ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        }) Assert.Equal(value, Assert.Single(response.Headers.GetValues(header)));
        Assert.StartsWith("default-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        response.Dispose();
    }

    [Fact]
    public async Task A_balancer_that_is_trusted_tells_the_clients_address_and_scheme()
    {
        await using var production = await FondHost.BuildAsync(["--environment=Production", "--urls=http://127.0.0.1:0", "--Auth:Authority=https://login.example.org", "--Background:Enabled=false", .. Fond.DatabaseSettings]);
        await production.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(production.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "192.0.2.1" }, { "Host", "fond.example.org" } } };
        using var response = await http.SendAsync(request);
        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
        await production.StopAsync(TestContext.Current.CancellationToken);
    }
}
