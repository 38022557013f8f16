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

    /// <summary>Registered documents whose time has come, of cases and of matters.</summary>
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
        {
            var document = await finder.FindEntryAsync(id, ct, "documentIds", i.ToString(CultureInfo.InvariantCulture));
            if (!candidates.Exists(c => c.Document == document)) candidates.Add(await rules.OfAsync(document, fund.Id, ct)); // the same may be written in two ways
        }

        var disposal = new Disposal(fund.Id, candidates, context.Actor.Id, clock.Now, clock.Today);
        db.Add(disposal);
        return disposal;
    }
}

/// <summary>What the rules say of a document today, for whoever proposes its disposal and for whoever approves it.</summary>
internal sealed class DisposalCandidates(FondDb db, ActorContext context)
{
    public Task<DisposalCandidate> OfAsync(RegistryEntry document, long fundId, CancellationToken ct) =>
        document is MatterDocument of ? OfMatterAsync(of, fundId, ct) : OfCaseAsync((CaseDocument)document, fundId, ct);

    private async Task<DisposalCandidate> OfCaseAsync(CaseDocument document, long fundId, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == document.ApplicationId, ct);
        context.Actor.DemandOffice(application, RetentionRoles.Keepers);
        var last = await db.Set<CaseDocument>().Where(d => d.ApplicationId == application.Id).MaxAsync(d => d.On, ct);
        return new(document, application.IsOver, last, application.FundId == fundId ? await RuleAsync(document, fundId, ct) : null, await db.IsDisposedAsync(document, ct),
            await db.Set<ReleaseRequest>().AnyAsync(r => r.DocumentId == document.Id && r.Outcome == null, ct));
    }

    /// <summary>To close a matter leaves no document in it, so the day on which it was closed counts too.</summary>
    private async Task<DisposalCandidate> OfMatterAsync(MatterDocument document, long fundId, CancellationToken ct)
    {
        var matter = await db.Set<Matter>().SingleAsync(m => m.Id == document.MatterId, ct);
        context.Actor.Demand(matter.FundId, RetentionRoles.Keepers);
        var last = await db.Set<MatterDocument>().Where(d => d.MatterId == matter.Id).MaxAsync(d => d.On, ct);
        return new(document, matter.ClosedOn is not null, matter.ClosedOn is { } closed && closed > last ? closed : last,
            matter.FundId == fundId ? await RuleAsync(document, fundId, ct) : null, await db.IsDisposedAsync(document, ct),
            await db.Set<MatterReleaseRequest>().AnyAsync(r => r.DocumentId == document.Id && r.Outcome == null, ct));
    }

    private Task<RetentionRule?> RuleAsync(RegistryEntry document, long fundId, CancellationToken ct) =>
        db.Set<RetentionRule>().Where(r => r.FundId == fundId && r.Kind == document.Kind).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
}
