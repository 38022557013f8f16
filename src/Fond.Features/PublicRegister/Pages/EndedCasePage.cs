using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Workflows;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Http;

namespace Fond.Features.PublicRegister.Pages;

/// <summary>A case that ended without a decision on money: what it is called, how it ended, and its registry. At the address of a decided one.</summary>
internal static class EndedCasePage
{
    public static IResult Of(HttpContext http, Language language, string municipality, Application application, IReadOnlyList<PublicDocument> documents) =>
        RegisterPage.Of(http, language, $"{application.CaseNumber}: {Told(language, application, ApplicationFields.Title, application.Title)}", $"""
            <dl>
            {RegisterPage.Row(Said.CaseNumber, language, application.CaseNumber)}{RegisterPage.Row(Said.Municipality, language, municipality)}{RegisterPage.Row(Said.Organisation, language, Told(language, application, ApplicationFields.Organisation, application.Organisation))}{RegisterPage.Row(Said.Ended, language, Ending(application.Phase).In(language))}</dl>
            <h2>{Said.Documents.In(language)}</h2>
            {DocumentTable.Of(language, documents, Said.Documents)}<p>{Said.Ask.In(language)}</p>
            """);

    private static string Told(Language language, Application application, string field, string text) => application.MarkOf(field) is null ? text : Said.Marked.In(language);

    public static Text Ending(Phase phase) => phase switch
    {
        Phase.Dismissed => Said.Dismissed,
        Phase.Withdrawn => Said.Withdrawn,
        Phase.IdeaDeclined => Said.IdeaDeclined,
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };
}
