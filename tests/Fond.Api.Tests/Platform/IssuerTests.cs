using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace Fond.Api.Tests.Platform;

/// <summary>Tokens of an OpenID Connect issuer: only those that hold in every part, and the roles that its claims name.</summary>
public sealed class IssuerTests : IAsyncLifetime
{
    private TestIssuer _issuer = null!;
    private FondServer _seeded = null!;
    private FondServer _fond = null!;

    private DateTimeOffset Now => _seeded.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _seeded = await FondServer.StartAsync();
        _fond = await _seeded.AgainAsync($"--Auth:Authority={_issuer.Address}", "--Auth:Issued:Claim=roles",
            "--Auth:Issued:Roles:fond-revisor:Role=AUDITOR",
            "--Auth:Issued:Roles:fond-handlaggare:Role=CASE_OFFICER", "--Auth:Issued:Roles:fond-handlaggare:Municipality=Haninge");
    }

    public async ValueTask DisposeAsync()
    {
        await _fond.DisposeAsync();
        await _seeded.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_token_that_holds_signs_its_person_in()
    {
        var (status, answer) = await AskAsync(_issuer.Token("administrator", Now), "{ me { name } }");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(answer["data"]!["me"]);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("without end")]
    [InlineData("not yet valid")]
    [InlineData("another key")]
    [InlineData("unsigned")]
    [InlineData("the public key as a secret")]
    public async Task A_token_that_is_off_in_one_part_is_refused(string part)
    {
        using var other = RSA.Create(2048);
        var token = _issuer.Token("administrator", Now, t =>
        {
            if (part == "issuer") t.Issuer = "https://login.example.com";
            if (part == "audience") t.Audience = "another";
            if (part == "expired") (t.IssuedAt, t.NotBefore, t.Expires) = (Now.UtcDateTime.AddHours(-2), Now.UtcDateTime.AddHours(-2), Now.UtcDateTime.AddMinutes(-2));
            if (part == "without end") t.Expires = null;
            if (part == "not yet valid") t.NotBefore = Now.UtcDateTime.AddMinutes(2);
            if (part == "another key") t.SigningCredentials = new SigningCredentials(new RsaSecurityKey(other) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256);
            if (part == "unsigned") t.SigningCredentials = null;
            if (part == "the public key as a secret") t.SigningCredentials = _issuer.Confused();
        });
        var (status, answer) = await AskAsync(token, "{ __typename }");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("UNAUTHENTICATED", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.DoesNotContain(token, answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_fond_does_not_know_is_nobody()
    {
        Assert.Null((await AskAsync(_issuer.Token("somebody", Now, null, ("roles", "fond-revisor")), "{ calls { nodes { id } } }")).Answer["errors"]);
        Assert.Equal("UNAUTHENTICATED", (await AskAsync(_issuer.Token("somebody", Now, null, ("roles", "fond-revisor")), "{ audit { nodes { id } } }")).Answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_role_that_does_not_exist_is_refused() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(_issuer.Token("administrator", Now, null, ("roles", new[] { "fond-revisor", "fond-kejsare" })), "{ __typename }")).Status);

    [Fact]
    public async Task Roles_come_and_go_with_the_issuers_claims_and_the_trail_says_so()
    {
        const string roles = "{ me { id roles { role fundId isIssued until } } }";
        string Token(params string[] claims) => _issuer.Token("lund-projektledare", Now, null, ("roles", claims));
        var before = Held(await AskAsync(Token(), roles));

        var given = await AskAsync(Token("fond-revisor", "fond-handlaggare"), roles);
        Assert.Equal([.. before, "AUDITOR everywhere", "CASE_OFFICER in a fund"], Held(given));
        Assert.Null((await AskAsync(Token("fond-revisor"), "{ audit(first: 1) { nodes { id } } }")).Answer["errors"]);
        Assert.Equal([.. before, "AUDITOR everywhere"], Held(await AskAsync(Token("fond-revisor"), roles)));
        Assert.Equal(before, Held(await AskAsync(Token(), roles)));
        Assert.Equal("FORBIDDEN", (await AskAsync(Token(), "{ audit(first: 1) { nodes { id } } }")).Answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());

        var trail = (await _seeded.As("revisor").ReadAsync("query($id: ID) { audit(objectId: $id) { nodes { action objectType } } }", new { id = given.Answer["data"]!["me"]!["id"] }))["audit"]!["nodes"]!.AsArray();
        Assert.Equal(4, trail.Count(e => e!["action"]!.GetValue<string>() == "sign-in" && e["objectType"]!.GetValue<string>() == "RoleGrant"));
    }

    private static List<string> Held((HttpStatusCode Status, JsonNode Answer) answer) =>
        [.. answer.Answer["data"]!["me"]!["roles"]!.AsArray().Where(r => r!["until"] is null).Select(r => $"{r!["role"]} {(r["fundId"] is null ? "everywhere" : "in a fund")}")];

    private async Task<(HttpStatusCode Status, JsonNode Answer)> AskAsync(string token, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _fond.Http.SendAsync(request);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }
}
