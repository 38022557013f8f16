using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

internal sealed record FinishDecisionMemoInput : EditInput
{
    /// <summary>Which one.</summary>
    [GraphQL.Id]
    public required string MemoId { get; init; }
}

internal sealed class FinishDecisionMemo(Finder finder, FondDb db, ActorContext context, Clock clock, CaseRegistry registry) : IHandler<FinishDecisionMemoInput, DecisionMemo>
{
    public async Task<DecisionMemo> Handle(FinishDecisionMemoInput input, CancellationToken ct)
    {
        var memo = await finder.FindAsync<DecisionMemo>(input.MemoId, input.ExpectedVersion, ct, "memoId");
        var application = await db.Set<Application>().SingleAsync(a => a.Id == memo.ApplicationId, ct);
        context.Actor.DemandOffice(application, SaveDecisionMemo.Writers);
        memo.DemandWhole(application.ConcernsChildren);
        var pdf = PdfRendering.Of(MemoDocument.Of(memo, application, clock.Today, isDraft: false), ct);
        memo.Finish(new(await db.KeepAsync(pdf, ct), pdf.Length), clock.Now);
        await registry.AddAsync(application, DocumentEntry.DrawnUp(DocumentKind.DecisionMemo, application.Title), ct, memo);
        return memo;
    }
}
