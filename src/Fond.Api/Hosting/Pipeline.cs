using Fond.Domain.Common;
using Fond.Features.Access;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
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
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        headers.CacheControl = "no-store";
        return next(http);
    });

    /// <summary>Whoever is told that Fond cannot serve just now is told when to come back.</summary>
    public static void UseRetryAfter(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "5";
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>What no endpoint has answered for: a code and a number to quote, never a stack trace; what had begun to be answered is broken off.</summary>
    public static void UseFaultAnswers(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            var code = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? ErrorCodes.LimitExceeded : ErrorCodes.BadInput;
            await Answer.WriteAsync(http, bad.StatusCode, code, Unreadable);
        }
        catch (InvalidDataException) when (!http.Response.HasStarted) // a form that is none
        {
            await Answer.WriteAsync(http, StatusCodes.Status400BadRequest, ErrorCodes.BadInput, Unreadable);
        }
        catch (Exception fault) when (app.Services.GetRequiredService<DatabaseEngine>().IsBrokenOff(fault, http.RequestAborted))
        {
            if (!http.Response.HasStarted) http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest; // nobody is there to be told more
        }
        catch (Exception fault) when (http.Response.HasStarted)
        {
            app.Logger.LogError(new LoggedFault(fault), "An answer could not be ended");
            http.Abort(); // so that nobody takes a part for the whole
        }
        catch (Exception fault) when (app.Services.GetRequiredService<DatabaseEngine>().IsPassing(fault))
        {
            app.Logger.LogWarning("The database cannot serve just now: {Fault}", DatabaseEngine.Describe(fault));
            await Answer.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, DatabaseEngine.TryAgain);
        }
        catch (Exception fault)
        {
            var id = Guid.NewGuid().ToString("N")[..12];
            app.Logger.LogError(new LoggedFault(fault), "Request failed, correlation id {CorrelationId}", id);
            await Answer.WriteAsync(http, StatusCodes.Status500InternalServerError, ErrorCodes.Internal, new($"Något gick fel i Fond; nummer {id}.", $"Something went wrong in Fond; correlation id {id}."));
        }
    });

    /// <summary>Breaks off whatever takes longer than a request may, until its answer begins: what is being sent goes at the pace of whoever receives it.</summary>
    public static void UseTimeLimit(this WebApplication app) => app.Use((http, next) => http.GetEndpoint()?.Metadata.GetMetadata<Untimed>() is null ? InTimeAsync(http, next) : next(http));

    private static async Task InTimeAsync(HttpContext http, RequestDelegate next)
    {
        var gone = http.RequestAborted;
        var time = http.RequestServices.GetRequiredService<RequestTime>();
        var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, time.Begin(http.RequestServices.GetRequiredService<TimeLimit>().Time, http.RequestServices.GetRequiredService<TimeProvider>()));
        http.Response.RegisterForDispose(stop);
        http.Response.OnStarting(() =>
        {
            time.End();
            return Task.CompletedTask;
        });
        http.RequestAborted = stop.Token;
        try
        {
            await next(http);
        }
        catch (Exception) when (time.IsOut && !gone.IsCancellationRequested) // a driver may say it in its own way
        {
            http.RequestAborted = gone;
            if (http.Response.HasStarted) http.Abort(); // so that nobody takes a part for the whole
            else await Answer.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, ErrorCodes.LimitExceeded, ResultBudget.Spent);
        }
    }

    public static void UseLanguage(this WebApplication app) => app.Use((http, next) =>
    {
        http.RequestServices.GetRequiredService<ActorContext>().Language = LanguageOf(http.Request);
        return next(http);
    });

    /// <summary>
    /// No page of another site makes a browser ask Fond (Fetch Metadata): what such a page could send without the browser asking first is refused.
    /// Following a link to a page is what links are for. A browser that says nothing of sites still names the page's origin with whatever is not a link.
    /// </summary>
    public static void UseSameSite(this WebApplication app) => app.Use((http, next) =>
    {
        var follows = HttpMethods.IsGet(http.Request.Method) && http.Request.Headers["Sec-Fetch-Mode"] == "navigate" && !http.Request.Path.StartsWithSegments("/graphql");
        return IsFromOtherSite(http.Request) && !follows
            ? Answer.WriteAsync(http, StatusCodes.Status403Forbidden, ErrorCodes.CrossSite, OtherSite)
            : next(http);
    });

    private static bool IsFromOtherSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site is "cross-site" or "same-site"
        : request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, request.Host);

    /// <summary>Whatever the scheme, which a balancer may have changed.</summary>
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase) && (host.Port is { } port ? page.Port == port : page.IsDefaultPort);

    /// <summary>Who asks. A token that does not hold is refused, not taken for the public.</summary>
    public static void UseActor(this WebApplication app) => app.Use(async (http, next) =>
    {
        var context = http.RequestServices.GetRequiredService<ActorContext>();
        if (http.Request.Headers.Authorization.Count > 0)
        {
            var sign = await http.AuthenticateAsync();
            var issued = http.RequestServices.GetRequiredService<IssuedRoles>();
            if (!sign.Succeeded && !await http.RequestServices.GetRequiredService<Issuer>().IsKnownAsync(http.RequestAborted))
            {
                await Answer.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, NoIssuer);
                return;
            }
            if (!sign.Succeeded || !issued.Knows(sign.Principal))
            {
                http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                await Answer.WriteAsync(http, StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, BadToken);
                return;
            }
            var db = http.RequestServices.GetRequiredService<FondDb>();
            context.Actor = await LoadAsync();
            if (await issued.FollowAsync(context.Actor, sign.Principal, db, http.RequestAborted)) context.Actor = await LoadAsync();

            Task<Actor> LoadAsync() => http.RequestServices.GetRequiredService<ActorLoader>()
                .LoadAsync(db, sign.Principal, http.RequestServices.GetRequiredService<Clock>().Today, http.RequestAborted);
        }
        await next(http);
    });

    private static readonly Text Unreadable = new("Anropet kan inte läsas.", "The request cannot be read.");
    private static readonly Text NoIssuer = new("Inloggningen kan inte prövas just nu. Försök igen om en stund.", "The token cannot be tried just now. Try again in a while.");
    private static readonly Text BadToken = new("Inloggningen gäller inte.", "The token does not hold.");
    private static readonly Text OtherSite = new("Fond tar inte emot anrop från andra webbplatser.", "Fond takes no requests from other sites.");

    /// <summary>As the address says by <c>lang</c>, which a link can carry; else as the reader's browser does.</summary>
    private static Language LanguageOf(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString()).Prepend(request.Query["lang"].ToString());
        foreach (var language in wanted)
        {
            if (language.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return Language.English;
            if (language.StartsWith("sv", StringComparison.OrdinalIgnoreCase)) return Language.Swedish;
        }
        return Language.Swedish;
    }
}
