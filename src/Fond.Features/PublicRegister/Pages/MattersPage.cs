using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Http;

namespace Fond.Features.PublicRegister.Pages;

internal static class MattersPage
{
    public static IResult Of(HttpContext http, Language language, string? text, string? municipality, IReadOnlyList<PublicMatter> matters, string? next) => RegisterPage.Of(http, language, Said.Matters.In(language), $"""
        {RegisterForm.Search(language, "/register/matters", Said.ConsultationText, text, municipality)}{(matters.Count == 0 ? RegisterPage.NoHits(language) : (Html)$"{matters.Select(m => One(language, m))}")}{RegisterForm.Next(language, "/register/matters", text, municipality, next)}
        """);

    private static Html One(Language language, PublicMatter m) => $"""
        <h2>{m.CaseNumber}: {m.Title ?? Said.Marked.In(language)}</h2>
        <dl>
        {RegisterPage.Row(Said.Municipality, language, m.Municipality)}{RegisterPage.Row(Said.OpenedOn, language, $"{m.OpenedOn:yyyy-MM-dd}")}{RegisterPage.Row(Said.ClosedOn, language, m.ClosedOn is { } closed ? $"{closed:yyyy-MM-dd}" : null)}{RegisterPage.Row(Said.Programme, language, m.Programme)}{RegisterPage.Row(Said.OwnBody, language, m.Body)}</dl>
        {(m.Documents.Count == 0 ? (Html)$"" : DocumentTable.Of(language, m.Documents, new($"{Said.Documents.Sv}, {m.CaseNumber}", $"{Said.Documents.En}, {m.CaseNumber}")))}
        """;
}
