using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Http;

namespace Fond.Features.PublicRegister.Pages;

internal static class EndedListPage
{
    public static IResult Of(HttpContext http, Language language, string? text, string? municipality, IReadOnlyList<PublicEndedCase> cases, string? next) => RegisterPage.Of(http, language, Said.EndedCases.In(language), $"""
        {RegisterForm.Search(language, "/register/ended", Said.EndedText, text, municipality)}{(cases.Count == 0 ? RegisterPage.NoHits(language) : List(language, cases))}{RegisterForm.Next(language, "/register/ended", text, municipality, next)}
        """);

    private static Html List(Language language, IReadOnlyList<PublicEndedCase> cases) => $"""
        <table>
        <caption>{Said.EndedCases.In(language)}</caption>
        <thead><tr><th scope="col">{Said.CaseNumber.In(language)}</th><th scope="col">{Said.Title.In(language)}</th><th scope="col">{Said.Organisation.In(language)}</th><th scope="col">{Said.Municipality.In(language)}</th><th scope="col">{Said.Ended.In(language)}</th></tr></thead>
        <tbody>
        {cases.Select(c => Row(language, c))}</tbody>
        </table>

        """;

    private static Html Row(Language language, PublicEndedCase c) =>
        $"<tr><th scope=\"row\"><a href=\"{CasePage.Path(c.Municipality, c.CaseNumber)}\">{c.CaseNumber}</a></th><td>{c.Title ?? Said.Marked.In(language)}</td><td>{c.Organisation ?? Said.Marked.In(language)}</td><td>{c.Municipality}</td><td>{EndedCasePage.Ending(c.Phase).In(language)}</td></tr>\n";
}
