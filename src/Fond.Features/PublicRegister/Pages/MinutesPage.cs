using Fond.Domain.Common;
using Fond.Features.Meetings;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Http;

namespace Fond.Features.PublicRegister.Pages;

internal static class MinutesPage
{
    private const string Path = "/register/minutes";

    public static IResult Of(HttpContext http, Language language, string? text, string? municipality, IReadOnlyList<PublicMinutes> minutes, string? next) => RegisterPage.Of(http, language, Said.Minutes.In(language), $"""
        {RegisterForm.Search(language, Path, Said.MinutesText, text, municipality)}{(minutes.Count == 0 ? RegisterPage.NoHits(language) : (Html)$"{minutes.Select(m => One(language, m))}")}{RegisterForm.Next(language, Path, text, municipality, next)}
        """);

    private static Html One(Language language, PublicMinutes m) => $"""
        <h2><a href="{m.Path}">{m.Body}, {m.MetOn}</a></h2>
        <dl>
        {RegisterPage.Row(Said.Municipality, language, m.Municipality)}{RegisterPage.Row(Said.ApprovedOn, language, $"{m.ApprovedOn:yyyy-MM-dd}")}{RegisterPage.Row(Said.AnnouncedOn, language, $"{m.AnnouncedOn:yyyy-MM-dd}")}{RegisterPage.Row(Said.UpUntil, language, $"{m.UpUntil:yyyy-MM-dd}")}{RegisterPage.Row(Said.ReviewUntil, language, m.ReviewUntil is { } last ? $"{last:yyyy-MM-dd}" : null)}{RegisterPage.Row(Said.FinalOn, language, m.FinalOn is { } day ? $"{day:yyyy-MM-dd}" : null)}</dl>
        <ul>{m.Paragraphs.Select(p => (Html)$"<li>§ {p.Number} {p.Title}{(p.Outcome is { } outcome ? $": {Said.Of(outcome).In(language)}" : "")}{(p.IsRepealed ? $" ({Said.Repealed.In(language)})" : "")}</li>")}</ul>
        <p><a href="{m.PdfPath}">{Said.MinutesFile.In(language)}</a></p>

        """;
}
