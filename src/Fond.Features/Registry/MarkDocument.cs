using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry;

internal sealed record MarkDocumentInput : EditInput
{
    /// <summary>The registered document.</summary>
    [GraphQL.Id]
    public required string DocumentId { get; init; }

    /// <summary>By which provision it may be secret: OSL 26 kap. 1 §. Null takes the mark away.</summary>
    public string? Ground { get; init; }
}

internal sealed class MarkDocument(Finder finder, FondDb db, ActorContext context, Clock clock, MinutesRecords minutes) : IHandler<MarkDocumentInput, CaseDocument>
{
    public async Task<CaseDocument> Handle(MarkDocumentInput input, CancellationToken ct)
    {
        var document = await finder.FindAsync<CaseDocument>(input.DocumentId, input.ExpectedVersion, ct, "documentId");
        var application = await context.Actor.DemandOfficeOfAsync(document, db, ct);
        var before = document.Secrecy;
        document.Mark(SecrecyMark.By(input.Ground, context.Actor.Id, clock.Now));
        await MarkTargetAsync(document, ct);
        if (document.Kind == DocumentKind.Consultation)
            foreach (var letter in (await db.Set<CaseDocument>().Where(d => d.ApplicationId == document.ApplicationId && d.Kind == document.Kind && d.TargetId == document.TargetId && d.Id != document.Id).ToListAsync(ct)).Where(d => d.Secrecy == before)) letter.Mark(document.Secrecy);
        if (document.Kind is DocumentKind.Decision or DocumentKind.Proposal or DocumentKind.IdeaDecision) await minutes.MarkAsync(document, before, application.Secrecy, ct);
        return document;
    }

    /// <summary>A file of the application is one thing with its entry.</summary>
    private async Task MarkTargetAsync(CaseDocument document, CancellationToken ct)
    {
        if (document.Kind == DocumentKind.Attachment) (await db.Set<Attachment>().SingleAsync(a => a.Id == document.TargetId, ct)).Mark(document.Secrecy);
    }
}

internal static class RegistryOffice
{
    /// <summary>Who keeps the registry of the document's case: its officers and the board's registrars.</summary>
    public static async Task<Application> DemandOfficeOfAsync(this Actor actor, CaseDocument document, FondDb db, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == document.ApplicationId, ct);
        actor.DemandOffice(application, Role.CaseOfficer, Role.BoardRegistrar);
        return application;
    }
}
