using Fond.Domain.Common;
using Fond.Domain.Projects;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Http;

namespace Fond.Features.PublicRegister.Pages;

internal static class CaseListPage
{
    public static IResult Of(HttpContext http, Language language, string? text, string? municipality, ProjectFuture? future, IReadOnlyList<PublicCase> cases, string? next) => RegisterPage.Of(http, language, Said.Cases.In(language), $"""
        {RegisterForm.Search(language, "/register", Said.SearchText, text, municipality, Futures(language, future))}{(cases.Count == 0 ? RegisterPage.NoHits(language) : List(language, cases))}{RegisterForm.Next(language, "/register", text, municipality, next, future is null ? "" : $"&future={future}")}
        """);

    private static Html Futures(Language language, ProjectFuture? chosen) => $"""
        <p><label for="future">{Said.Future.In(language)}</label> <select id="future" name="future">
        <option value="">{Said.Any.In(language)}</option>
        {Enum.GetValues<ProjectFuture>().Select(f => (Html)$"<option value=\"{f.ToString()}\"{(f == chosen ? $" selected=\"selected\"" : Html.None)}>{Said.Of(f).In(language)}</option>\n")}</select></p>

        """;

    private static Html List(Language language, IReadOnlyList<PublicCase> cases) => $"""
        <table>
        <caption>{Said.Cases.In(language)}</caption>
        <thead><tr><th scope="col">{Said.CaseNumber.In(language)}</th><th scope="col">{Said.Title.In(language)}</th><th scope="col">{Said.Municipality.In(language)}</th><th scope="col">{Said.Outcome.In(language)}</th><th scope="col">{Said.Granted.In(language)}</th><th scope="col">{Said.DecidedOn.In(language)}</th></tr></thead>
        <tbody>
        {cases.Select(c => Row(language, c))}</tbody>
        </table>

        """;

    private static Html Row(Language language, PublicCase c) =>
        $"<tr><th scope=\"row\"><a href=\"{CasePage.Path(c)}\">{c.CaseNumber}</a></th><td>{c.Title ?? Said.Marked.In(language)}</td><td>{c.Municipality}</td><td>{Said.Of(c.Outcome).In(language)}</td><td>{c.Granted.ToString()}</td><td>{c.DecidedOn}</td></tr>\n";
}
