using System.ComponentModel.DataAnnotations;
using Fond.Api.Development;
using Fond.Features.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Fond.Api.Hosting;

/// <summary>Who signs the tokens. Bound to <c>Auth</c>: any OpenID Connect issuer.</summary>
internal sealed class AuthSettings : IValidatableObject
{
    /// <summary>The issuer's address, where its keys are published: <c>https://login.example.org/tenant/v2.0</c>.</summary>
    [Url]
    public string? Authority { get; set; }

    /// <summary>What tokens for Fond carry as aud.</summary>
    public string Audience { get; set; } = "fond";

    /// <summary>The roles that the issuer answers for.</summary>
    public IssuedRoleSettings Issued { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Issued.Faults();
}

internal static class SignIn
{
    public static void AddSignIn(this IServiceCollection services, AuthSettings settings, IHostEnvironment environment)
    {
        services.AddSingleton(settings.Issued).AddSingleton<IssuedRoles>();
        if (environment.IsDevelopment()) services.AddSingleton<DevelopmentTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
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
