using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Features.Platform.Documents;

namespace Fond.Features.PublicRegister.Pages;

/// <summary>The registry of a case, as anybody may read it.</summary>
internal static class DocumentTable
{
    public static Html Of(Language language, IReadOnlyList<PublicDocument> documents, Text caption) => $"""
        <table>
        <caption>{caption.In(language)}</caption>
        <thead><tr><th scope="col">{Said.Number.In(language)}</th><th scope="col">{Said.Day.In(language)}</th><th scope="col">{Said.Kind.In(language)}</th><th scope="col">{Said.Correspondent.In(language)}</th><th scope="col">{Said.Subject.In(language)}</th></tr></thead>
        <tbody>
        {documents.Select(d => Document(language, d))}</tbody>
        </table>

        """;

    private static Html Document(Language language, PublicDocument d) =>
        $"<tr><th scope=\"row\">{d.Number}</th><td>{d.On}</td><td>{d.Kind.Title().In(language)}, {d.Direction.Title().In(language).ToLowerInvariant()}</td><td>{d.Correspondent ?? ""}</td><td>{(d.IsMarked ? Said.Marked.In(language) : d.Subject ?? "")}</td></tr>\n";
}
