using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

/// <summary>What the case itself gives a memo to begin with, in Swedish, the language of authorities.</summary>
internal sealed class MemoTemplate(FondDb db)
{
    public async Task<MemoText> OfAsync(Application application, CancellationToken ct)
    {
        var documents = await db.Set<CaseDocument>().AsNoTracking().Where(d => d.ApplicationId == application.Id && d.Direction != DocumentDirection.Outgoing).OrderBy(d => d.Number).Take(DecisionMemo.MostLines).ToListAsync(ct);
        var proposal = await db.Set<JointProposal>().Where(p => p.ApplicationId == application.Id).OrderByDescending(p => p.Id).FirstOrDefaultAsync(ct);
        var content = application.Content;
        return new(
            content.Summary ?? "", [.. documents.Select(Line)], BestInterests(content.ChildImpact), Joined(content.Need, content.Method),
            proposal is null ? "" : Proposed(application, proposal), [.. new[] { application.Organisation }.Concat((content.Partners ?? []).Select(p => p.Organisation)).Distinct().Take(DecisionMemo.MostLines)]);
    }

    private static string Line(CaseDocument document) => Cut($"{document.Kind.Title().Sv} {document.On:yyyy-MM-dd}, aktbilaga {document.Number}{(document.Secrecy is null ? $": {document.Subject}" : "")}");

    private static string Cut(string line) => line.Length <= DecisionMemo.LongestLine ? line : line[..DecisionMemo.LongestLine];

    private static string BestInterests(ChildImpact? impact) => impact is not { ConcernsChildren: true } ? "" : Joined(impact.Children, impact.Heard, impact.Assessment);

    private static string Joined(params IEnumerable<string?> texts) => string.Join("\n\n", texts.Where(t => !t.IsBlank()));

    private static string Proposed(Application application, JointProposal proposal) => proposal.Recommendation == Recommendation.Reject
        ? $"Ansökan {application.CaseNumber} avslås."
        : $"{application.Organisation} beviljas {proposal.Total} för \"{application.Title}\": {string.Join(", ", proposal.Amounts.Select(a => $"{a.Amount} år {a.Year}"))}.";
}
