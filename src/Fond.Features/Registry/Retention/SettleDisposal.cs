using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Retention;

internal abstract record DisposalInput : EditInput
{
    /// <summary>The proposal.</summary>
    [GraphQL.Id]
    public required string DisposalId { get; init; }
}

internal sealed record ApproveDisposalInput : DisposalInput;

internal sealed class ApproveDisposal(Finder finder, FondDb db, ActorContext context, Clock clock, DisposalCandidates rules, FileShredder shredder) : IHandler<ApproveDisposalInput, Disposal>
{
    public async Task<Disposal> Handle(ApproveDisposalInput input, CancellationToken ct)
    {
        var disposal = await finder.FindAsync<Disposal>(input.DisposalId, input.ExpectedVersion, ct, "disposalId");
        context.Actor.Demand(disposal.FundId, RetentionRoles.Keepers);
        await db.DemandNotShutOutAsync(disposal, context.Actor, ct);
        disposal.Approve(await CandidatesAsync(disposal, ct), context.Actor.Id, clock.Now, clock.Today);
        await shredder.ShredAsync(disposal, ct);
        return disposal;
    }

    /// <summary>In the order in which they were proposed, those of matters last.</summary>
    private async Task<IReadOnlyList<DisposalCandidate>> CandidatesAsync(Disposal disposal, CancellationToken ct)
    {
        long[] ids = [.. disposal.Documents.InOrder().Select(d => d.DocumentId)], ofMatters = [.. disposal.MatterDocuments.InOrder().Select(d => d.DocumentId)];
        var documents = await db.Set<CaseDocument>().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var matterDocuments = await db.Set<MatterDocument>().Where(d => ofMatters.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var candidates = new List<DisposalCandidate>();
        foreach (var document in (RegistryEntry[])[.. ids.Select(id => documents[id]), .. ofMatters.Select(id => matterDocuments[id])])
            candidates.Add(await rules.OfAsync(document, disposal.FundId, ct));
        return candidates;
    }
}

internal sealed record RejectDisposalInput : DisposalInput;

internal sealed class RejectDisposal(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<RejectDisposalInput, Disposal>
{
    public async Task<Disposal> Handle(RejectDisposalInput input, CancellationToken ct)
    {
        var disposal = await finder.FindAsync<Disposal>(input.DisposalId, input.ExpectedVersion, ct, "disposalId");
        context.Actor.Demand(disposal.FundId, RetentionRoles.Keepers);
        await db.DemandNotShutOutAsync(disposal, context.Actor, ct);
        disposal.Reject(context.Actor.Id, clock.Now);
        return disposal;
    }
}

internal static class DisposalConflicts
{
    /// <summary>Whoever is shut out of a case by a conflict of interest says neither yes nor no to what becomes of its documents.</summary>
    public static async Task DemandNotShutOutAsync(this FondDb db, Disposal disposal, Actor actor, CancellationToken ct)
    {
        var (ids, shut) = (disposal.Documents.Select(d => d.DocumentId).ToArray(), db.ShutOutOf(actor.Id));
        if (await db.Set<CaseDocument>().AnyAsync(d => ids.Contains(d.Id) && shut.Contains(d.ApplicationId), ct)) throw new ForbiddenException();
    }
}
