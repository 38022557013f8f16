using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Registry;
using Fond.Domain.Workflows;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Retention;

internal sealed record ProposeDisposalInput : MutationInput
{
    /// <summary>Whose documents.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>Registered documents whose time has come.</summary>
    [GraphQL.Id]
    public required IReadOnlyList<string> DocumentIds { get; init; }
}

internal sealed class ProposeDisposal(Finder finder, FondDb db, ActorContext context, Clock clock, DisposalCandidates rules) : IHandler<ProposeDisposalInput, Disposal>
{
    public async Task<Disposal> Handle(ProposeDisposalInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, ct, "fundId");
        context.Actor.Demand(fund.Id, RetentionRoles.Keepers);
        var candidates = new List<DisposalCandidate>();
        foreach (var (id, i) in input.DocumentIds.Distinct().Take(Disposal.Most + 1).Select((id, i) => (id, i)))
            candidates.Add(await rules.OfAsync(await finder.FindAsync<CaseDocument>(id, ct, "documentIds", i.ToString(CultureInfo.InvariantCulture)), fund.Id, ct));
        var disposal = new Disposal(fund.Id, candidates, context.Actor.Id, clock.Now, clock.Today);
        db.Add(disposal);
        return disposal;
    }
}

/// <summary>What the rules say of a document today, for whoever proposes its disposal and for whoever approves it.</summary>
internal sealed class DisposalCandidates(FondDb db, ActorContext context)
{
    public async Task<DisposalCandidate> OfAsync(CaseDocument document, long fundId, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == document.ApplicationId, ct);
        context.Actor.DemandOffice(application, RetentionRoles.Keepers);
        return new(document, application.IsOver,
            await db.Set<CaseDocument>().Where(d => d.ApplicationId == application.Id).MaxAsync(d => d.On, ct),
            application.FundId == fundId ? await db.Set<RetentionRule>().Where(r => r.FundId == fundId && r.Kind == document.Kind).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct) : null,
            await db.DisposedDocuments().AnyAsync(id => id == document.Id, ct));
    }
}
