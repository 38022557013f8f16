using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Fond.Api.Development;

/// <summary>Signs people in without a sign-in service, in Development alone. The key lives and dies with the process.</summary>
internal sealed class DevelopmentTokens(TimeProvider time)
{
    private const string Issuer = "fond-development";
    private readonly SymmetricSecurityKey _key = new(RandomNumberGenerator.GetBytes(32));

    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    public string For(string subject)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "fond",
            Claims = new Dictionary<string, object> { ["sub"] = subject },
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Life,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    public void Trust(TokenValidationParameters parameters)
    {
        parameters.ValidIssuer = Issuer;
        parameters.ValidAudience = "fond";
        parameters.IssuerSigningKey = _key;
        parameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
    }
}
