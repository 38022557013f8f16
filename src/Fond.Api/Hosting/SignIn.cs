using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Xml.Linq;
using Fond.Api.Development;
using Fond.Domain.Common;
using Fond.Features.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Fond.Api.Hosting;

/// <summary>Who signs the tokens. Bound to <c>Auth</c>: any OpenID Connect issuer.</summary>
internal sealed class AuthSettings : IValidatableObject
{
    /// <summary>The issuer's address, where its keys are published: <c>https://login.example.org/tenant/v2.0</c>.</summary>
    public string? Authority { get; set; }

    /// <summary>What tokens for Fond carry as aud.</summary>
    [Required]
    public string Audience { get; set; } = "fond";

    /// <summary>The roles that the issuer answers for.</summary>
    public IssuedRoleSettings Issued { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Issued.Faults().Concat(
        Authority is null || WebAddress.Read(Authority) is not null ? [] : [new ValidationResult("is no address that begins with https://, or in Development with http://.", [nameof(Authority)])]);
}

internal static class SignIn
{
    public static void AddSignIn(this IServiceCollection services, AuthSettings settings, IHostEnvironment environment)
    {
        services.AddSingleton(settings.Issued).AddSingleton<IssuedRoles>().AddSingleton<Issuer>();
        if (environment.IsDevelopment()) services.AddSingleton<DevelopmentTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) = (new UnkeptKeys(), new NullXmlEncryptor())); // which authentication brings along, and nothing of Fond is sealed with
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<TimeProvider, IServiceProvider>((options, time, provider) =>
        {
            options.MapInboundClaims = false;
            options.RequireHttpsMetadata = !environment.IsDevelopment();
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = settings.Audience,
                ValidateIssuerSigningKey = true,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                NameClaimType = "sub",
                LifetimeValidator = (from, until, _, _) => Holds(time.GetUtcNow().UtcDateTime, from, until),
            };
            if (settings.Authority is { } authority) options.Authority = authority;
            else provider.GetRequiredService<DevelopmentTokens>().Trust(options.TokenValidationParameters);
        });
    }

    /// <summary>A minute of grace for clocks that disagree.</summary>
    private static bool Holds(DateTime now, DateTime? from, DateTime? until) =>
        until is { } end && now < end.AddMinutes(1) && (from is null || now >= from.Value.AddMinutes(-1));
}

/// <summary>Keys that are gone with the process, and on no disk.</summary>
internal sealed class UnkeptKeys : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

    public void StoreElement(XElement element, string friendlyName) => _keys.Enqueue(element);
}

/// <summary>Whoever signs the tokens.</summary>
internal sealed class Issuer(IOptionsMonitor<JwtBearerOptions> options, ILogger<Issuer> logger)
{
    /// <returns>Whether its keys are at hand: without them no token can be told from a false one. They are asked for anew when none were ever had.</returns>
    public async Task<bool> IsKnownAsync(CancellationToken ct)
    {
        if (options.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager is not { } published) return true;
        try
        {
            await published.GetConfigurationAsync(ct);
            return true;
        }
        catch (InvalidOperationException away)
        {
            logger.LogWarning("The issuer of sign-ins does not answer: {Fault}", (away.InnerException ?? away).Message);
            return false;
        }
    }
}
