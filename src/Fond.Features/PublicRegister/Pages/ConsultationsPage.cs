using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Http;

namespace Fond.Features.PublicRegister.Pages;

internal static class ConsultationsPage
{
    public static IResult Of(HttpContext http, Language language, string? text, string? municipality, IReadOnlyList<PublicConsultation> consultations, string? next) => RegisterPage.Of(http, language, Said.Consultations.In(language), $"""
        {RegisterForm.Search(language, "/register/consultations", Said.ConsultationText, text, municipality)}{(consultations.Count == 0 ? RegisterPage.NoHits(language) : (Html)$"{consultations.Select(c => One(language, c))}")}{RegisterForm.Next(language, "/register/consultations", text, municipality, next)}
        """);

    private static Html One(Language language, PublicConsultation c) => $"""
        <h2>{c.CaseNumber}: {c.Title}</h2>
        <dl>
        {RegisterPage.Row(Said.Municipality, language, c.Municipality)}{RegisterPage.Row(Said.State, language, Said.Of(c.State).In(language))}{RegisterPage.Row(Said.LastDay, language, $"{c.LastDay:yyyy-MM-dd}")}</dl>
        <h3>{Said.Questions.In(language)}</h3>
        <ol>{c.Questions.Select(q => (Html)$"<li>{q}</li>")}</ol>
        <h3>{Said.Bodies.In(language)}</h3>
        <ul>{c.Bodies.Select(b => (Html)$"<li>{b.Body}: {Said.Of(b).In(language)}</li>")}</ul>

        """;
}
