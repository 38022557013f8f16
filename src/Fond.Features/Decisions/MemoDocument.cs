using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Decisions;

/// <summary>A memo as it is read, in Swedish, the language of authorities.</summary>
internal static class MemoDocument
{
    public static Document Of(DecisionMemo memo, Application application, DateOnly day, bool isDraft) => Of(memo, application, new Said(application), day, isDraft);

    private static Document Of(DecisionMemo memo, Application application, Said said, DateOnly day, bool isDraft) => new($"Tjänsteskrivelse: {said.Of(ApplicationFields.Title, application.Title)}", Language.Swedish, $"Tjänsteskrivelse, {application.CaseNumber}",
    [
        new Definitions([("Diarienummer", application.CaseNumber!), ("Sökande", said.Of(ApplicationFields.Organisation, application.Organisation)!), (isDraft ? "Utkast" : "Datum", $"{day:yyyy-MM-dd}")]),
        .. Section("Sammanfattning", memo.Text.Summary),
        .. Lines("Beslutsunderlag", memo.Text.Documents),
        .. Section("Barnets bästa", memo.Text.BestInterests),
        .. Section("Ärendet", memo.Text.Matter),
        .. Section("Förslag till beslut", memo.Text.Proposal),
        .. Lines("Beslut expedieras till", memo.Text.DispatchTo),
    ]);

    private static IEnumerable<Block> Section(string heading, string text) => text.IsBlank() ? [] : [new Heading(2, heading), new Paragraph(text)];

    private static IEnumerable<Block> Lines(string heading, IReadOnlyList<string> lines) => lines.Count == 0 ? [] : [new Heading(2, heading), new Bullets(lines)];
}
