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
    /// <summary>What it takes of the application.</summary>
    public static readonly IReadOnlyCollection<string> Told = [ApplicationFields.Title, ApplicationFields.Organisation, ApplicationFields.Summary, "need", "method", "childImpact", "partners"];

    public async Task<MemoText> OfAsync(Application application, CancellationToken ct)
    {
        var documents = await db.Set<CaseDocument>().AsNoTracking().Where(d => d.ApplicationId == application.Id && d.Direction != DocumentDirection.Outgoing).OrderBy(d => d.Number).Take(DecisionMemo.MostLines).ToListAsync(ct);
        var proposal = await db.Set<JointProposal>().Where(p => p.ApplicationId == application.Id).OrderByDescending(p => p.Id).FirstOrDefaultAsync(ct);
        var (content, said) = (application.Content, new Said(application));
        return new(
            said.Of("summary", content.Summary) ?? "", [.. documents.Select(d => Line(d, said.Mark(ApplicationFields.Title) is not null))], BestInterests(content.ChildImpact, said), Joined(said.Of("need", content.Need), said.Of("method", content.Method)),
            proposal is null ? "" : Proposed(application, proposal, said), [.. new[] { said.Of(ApplicationFields.Organisation, application.Organisation)! }.Concat(Partners(content, said)).Distinct().Take(DecisionMemo.MostLines)]);
    }

    private static IEnumerable<string> Partners(ApplicationContent content, Said said) => said.Mark("partners") is null ? (content.Partners ?? []).Select(p => p.Organisation) : [];

    private static string Line(CaseDocument document, bool nameless) => Cut($"{document.Kind.Title().Sv} {document.On:yyyy-MM-dd}, aktbilaga {document.Number}{(document.Secrecy is null && !nameless ? $": {document.Subject}" : "")}");

    private static string Cut(string line) => line.Length <= DecisionMemo.LongestLine ? line : line[..DecisionMemo.LongestLine];

    private static string BestInterests(ChildImpact? impact, Said said) => impact is not { ConcernsChildren: true } ? ""
        : Joined(said.Of("childImpact.children", impact.Children), said.Of("childImpact.heard", impact.Heard), said.Of("childImpact.assessment", impact.Assessment));

    private static string Joined(params IEnumerable<string?> texts) => string.Join("\n\n", texts.Where(t => !t.IsBlank()));

    private static string Proposed(Application application, JointProposal proposal, Said said) => proposal.Recommendation == Recommendation.Reject
        ? $"Ansökan {application.CaseNumber} avslås."
        : $"{said.Of(ApplicationFields.Organisation, application.Organisation)} beviljas {proposal.Total} för \"{said.Of(ApplicationFields.Title, application.Title)}\": {string.Join(", ", proposal.Amounts.Select(a => $"{a.Amount} år {a.Year}"))}.";
}
