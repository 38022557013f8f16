using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Http;

namespace Fond.Features.PublicRegister.Pages;

internal static class CasePage
{
    /// <summary>Stable: by municipality and case number, whose slashes stay slashes.</summary>
    public static string Path(PublicCase c) => Path(c.Municipality, c.CaseNumber);

    public static string Path(string municipality, string caseNumber) => $"/register/cases/{Uri.EscapeDataString(municipality)}/{string.Join('/', caseNumber.Split('/').Select(Uri.EscapeDataString))}";

    /// <param name="cases">The case, by each of its decisions, newest first.</param>
    /// <param name="measured">Of its project.</param>
    /// <param name="caveats">What must be known beside that.</param>
    public static IResult Of(HttpContext http, Language language, IReadOnlyList<PublicCase> cases, IReadOnlyList<PublicVerdict> measured, IReadOnlyList<string> caveats, IReadOnlyList<PublicDocument> documents) =>
        RegisterPage.Of(http, language, $"{cases[0].CaseNumber}: {cases[0].Title ?? Said.Marked.In(language)}", $"{cases.Select(c => Case(language, c))}{MeasuredSection.Of(language, measured, caveats)}<h2>{Said.Documents.In(language)}</h2>\n{DocumentTable.Of(language, documents, Said.Documents)}<p>{Said.Ask.In(language)}</p>");

    private static Html Case(Language language, PublicCase c) => $"""
        <dl>
        {RegisterPage.Row(Said.CaseNumber, language, c.CaseNumber)}{RegisterPage.Row(Said.Municipality, language, c.Municipality)}{RegisterPage.Row(Said.Fund, language, c.Fund)}{RegisterPage.Row(Said.Organisation, language, c.Organisation ?? Said.Marked.In(language))}</dl>
        <h2>{Said.Outcome.In(language)}</h2>
        <dl>
        {RegisterPage.Row(Said.Outcome, language, c.IsRepealed ? $"{Said.Of(c.Outcome).In(language)}, {Said.Repealed.In(language)}" : Said.Of(c.Outcome).In(language))}{RegisterPage.Row(Said.DecidedOn, language, $"{c.DecidedOn:yyyy-MM-dd}")}{RegisterPage.Row(Said.Body, language, c.Body)}{RegisterPage.Row(Said.Paragraph, language, c.Paragraph)}{RegisterPage.Row(Said.Asked, language, c.Asked.ToString())}{RegisterPage.Row(Said.Granted, language, c.Granted.ToString())}{RegisterPage.Row(Said.Reasons, language, c.Reasons ?? Said.Marked.In(language))}</dl>
        {Listed(Said.Conditions, language, c.Conditions)}{Project(language, c)}
        """;

    private static Html Project(Language language, PublicCase c) => $"""
        <h2>{Said.Project.In(language)}</h2>
        {Paragraphs(c.Summary ?? Said.Marked.In(language))}<dl>
        {RegisterPage.Row(Said.Goals, language, c.Hides(ApplicationFields.Serves) ? Said.Marked.In(language) : c.Goals.Count == 0 ? null : string.Join(", ", c.Goals))}{RegisterPage.Row(Said.Period, language, Period(language, c))}{RegisterPage.Row(Said.Disbursed, language, c.Outcome == DecisionOutcome.Rejected ? null : c.Disbursed.ToString())}{RegisterPage.Row(Said.Repaid, language, c.Outcome == DecisionOutcome.Rejected ? null : c.Repaid.ToString())}{RegisterPage.Row(Said.Future, language, c.Future is { } future ? Said.Of(future).In(language) : null)}{RegisterPage.Row(Said.Lessons, language, c.Lessons)}</dl>

        """;

    private static string? Period(Language language, PublicCase c)
    {
        if (c.Outcome == DecisionOutcome.Rejected) return null;
        return c is { Start: { } start, End: { } end } ? $"{start:yyyy-MM-dd} – {end:yyyy-MM-dd}" : Said.Marked.In(language);
    }

    private static Html Listed(Text heading, Language language, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return $"";
        return $"<h3>{heading.In(language)}</h3>\n<ul>{items.Select(item => (Html)$"<li>{item}</li>")}</ul>\n";
    }

    private static Html Paragraphs(string text) => $"{text.Paragraphs().Select(lines => (Html)$"<p>{string.Join(' ', lines)}</p>\n")}";
}
