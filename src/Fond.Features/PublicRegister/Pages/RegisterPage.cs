using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Http;

namespace Fond.Features.PublicRegister.Pages;

/// <summary>What all pages of the register have around them.</summary>
internal static class RegisterPage
{
    /// <summary>Seconds that others may keep a page.</summary>
    private const int Kept = 300;

    public static IResult Of(HttpContext http, Language language, string title, Html main, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = $"public, max-age={Kept}";
        http.Response.Headers.Vary = "Accept-Language";
        http.Response.Headers.ContentLanguage = language.Code();
        Html page = $"""
            <!DOCTYPE html>
            <html lang="{language.Code()}">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{title}</title>
            <link rel="stylesheet" href="/document.css" />
            </head>
            <body>
            <header><nav aria-label="{Said.Register.In(language)}"><a href="/register">{Said.Cases.In(language)}</a> <a href="/register/ended">{Said.EndedCases.In(language)}</a> <a href="/register/minutes">{Said.Minutes.In(language)}</a> <a href="/register/consultations">{Said.Consultations.In(language)}</a> <a href="/register/matters">{Said.Matters.In(language)}</a> <a href="/open">{Said.OpenData.In(language)}</a></nav>
            <h1>{title}</h1></header>
            <main>
            {main}
            </main>
            </body>
            </html>

            """;
        return Results.Text(page.ToString(), HtmlRendering.ContentType, statusCode: status);
    }

    /// <summary>The same for what there is not, what is not decided, and what is not for everybody.</summary>
    public static IResult Missing(HttpContext http, Language language) =>
        Of(http, language, Said.NothingHere.In(language), $"<p>{Said.NotPublic.In(language)}</p>", StatusCodes.Status404NotFound);

    public static Html NoHits(Language language) => $"<p>{Said.NoHits.In(language)}</p>\n";

    /// <summary>A term and what there is to say of it; nothing where there is nothing.</summary>
    public static Html Row(Text term, Language language, string? value)
    {
        if (value is null) return $"";
        return $"<dt>{term.In(language)}</dt><dd>{value}</dd>\n";
    }
}
