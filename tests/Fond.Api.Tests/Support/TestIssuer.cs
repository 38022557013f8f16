using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Fond.Api.Tests.Support;

/// <summary>An OpenID Connect issuer on the loopback: publishes its key, signs what a test wants signed, and gives tokens for client credentials (RFC 6749, 4.4).</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "key-1" };

    private TestIssuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>By client identifier.</summary>
    public ConcurrentDictionary<string, string> Secrets { get; } = [];

    public static async Task<TestIssuer> StartAsync(TimeProvider? clock = null)
    {
        var issuer = new TestIssuer(Loopback.Build());
        issuer._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = issuer.Address, jwks_uri = issuer.Address + "/keys", token_endpoint = issuer.Address + "/token" }));
        issuer._app.MapPost("/token", ([FromForm(Name = "grant_type")] string grant, [FromForm(Name = "client_id")] string client, [FromForm(Name = "client_secret")] string secret) =>
            grant == "client_credentials" && issuer.Secrets.TryGetValue(client, out var kept) && kept == secret
                ? Results.Json(new { access_token = issuer.Token(client, (clock ?? TimeProvider.System).GetUtcNow()), token_type = "Bearer", expires_in = 3600 })
                : Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized)).DisableAntiforgery();
        issuer._app.MapGet("/keys", () => Results.Json(new { keys = new[] { issuer.PublicKey() } }));
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A token as it should be, but for what the test turns.</summary>
    public string Token(string subject, DateTimeOffset now, Action<SecurityTokenDescriptor>? turn = null, params (string Claim, object Value)[] claims)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = "fond",
            Claims = new Dictionary<string, object> { ["sub"] = subject },
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        };
        foreach (var (claim, value) in claims) descriptor.Claims[claim] = value;
        turn?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    /// <summary>Signs with the public key as if it were a shared secret: the confusion of algorithms (RFC 8725, 2.1).</summary>
    public SigningCredentials Confused() => new(new SymmetricSecurityKey(_key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = _key.KeyId }, SecurityAlgorithms.HmacSha256);

    public ValueTask DisposeAsync()
    {
        _key.Rsa.Dispose();
        return _app.DisposeAsync();
    }

    private object PublicKey()
    {
        var numbers = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = _key.KeyId, n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) };
    }
}
