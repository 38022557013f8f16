using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Matters;

internal sealed record MarkMatterDocumentInput : EditInput
{
    /// <summary>The registered document.</summary>
    [GraphQL.Id]
    public required string MatterDocumentId { get; init; }

    /// <summary>By which provision it may be secret: OSL 26 kap. 1 §. Null takes the mark away.</summary>
    public string? Ground { get; init; }
}

internal sealed class MarkMatterDocument(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<MarkMatterDocumentInput, MatterDocument>
{
    public async Task<MatterDocument> Handle(MarkMatterDocumentInput input, CancellationToken ct)
    {
        var document = await finder.FindAsync<MatterDocument>(input.MatterDocumentId, input.ExpectedVersion, ct, "matterDocumentId");
        await context.Actor.DemandKeeperOfAsync(document, db, ct);
        var before = document.Secrecy;
        document.Mark(SecrecyMark.By(input.Ground, context.Actor.Id, clock.Now));
        if (document.Kind == DocumentKind.Consultation)
            foreach (var letter in (await db.Set<MatterDocument>().Where(d => d.MatterId == document.MatterId && d.Kind == document.Kind && d.TargetId == document.TargetId && d.Id != document.Id).ToListAsync(ct)).Where(d => d.Secrecy == before)) letter.Mark(document.Secrecy);
        return document;
    }
}

internal static class MatterKeepers
{
    /// <summary>Who keeps the registry of the document's matter: the officers of its fund and the board's registrars.</summary>
    public static async Task DemandKeeperOfAsync(this Actor actor, MatterDocument document, FondDb db, CancellationToken ct) =>
        actor.Demand(await db.Set<Matter>().Where(m => m.Id == document.MatterId).Select(m => m.FundId).SingleAsync(ct), Role.CaseOfficer, Role.BoardRegistrar);
}
