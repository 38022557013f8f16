using Fond.Domain.Common;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Authentication;

namespace Fond.Api.Hosting;

/// <summary>What every request passes through.</summary>
internal static class Pipeline
{
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        headers.CacheControl = "no-store";
        return next(http);
    });

    /// <summary>What no endpoint has answered for: a code and a number to quote, never a stack trace.</summary>
    public static void UseFaultAnswers(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            var code = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? ErrorCodes.LimitExceeded : ErrorCodes.BadInput;
            await AnswerAsync(http, bad.StatusCode, code, "The request cannot be read.");
        }
        catch (Exception fault) when (!http.Response.HasStarted && app.Services.GetRequiredService<DatabaseEngine>().IsPassing(fault))
        {
            await AnswerAsync(http, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, DatabaseEngine.TryAgain.En);
        }
        catch (Exception fault) when (!http.Response.HasStarted && fault is not OperationCanceledException)
        {
            var id = Guid.NewGuid().ToString("N")[..12];
            app.Logger.LogError(fault, "Request failed, correlation id {CorrelationId}", id);
            await AnswerAsync(http, StatusCodes.Status500InternalServerError, ErrorCodes.Internal, $"Something went wrong in Fond; correlation id {id}.");
        }
    });

    /// <summary>Who asks, and in which language they read. A token that does not hold is refused, not taken for the public.</summary>
    public static void UseActor(this WebApplication app) => app.Use(async (http, next) =>
    {
        var context = http.RequestServices.GetRequiredService<ActorContext>();
        context.Language = LanguageOf(http.Request);
        if (http.Request.Headers.Authorization.Count > 0)
        {
            var sign = await http.AuthenticateAsync();
            if (!sign.Succeeded)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                await AnswerAsync(http, StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "The token does not hold.");
                return;
            }
            var db = http.RequestServices.GetRequiredService<FondDb>();
            context.Actor = await http.RequestServices.GetRequiredService<ActorLoader>().LoadAsync(db, sign.Principal, http.RequestServices.GetRequiredService<Clock>().Today, http.RequestAborted);
        }
        await next(http);
    });

    private static Language LanguageOf(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString());
        foreach (var language in wanted)
        {
            if (language.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return Language.English;
            if (language.StartsWith("sv", StringComparison.OrdinalIgnoreCase)) return Language.Swedish;
        }
        return Language.Swedish;
    }

    private static Task AnswerAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { errors = new[] { new { message, extensions = new { code } } } });
    }
}
