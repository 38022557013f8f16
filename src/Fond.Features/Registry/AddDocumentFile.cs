using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry.Retention;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry;

/// <summary>What an upload carries; it comes over plain HTTP, not through the schema.</summary>
internal sealed record AddDocumentFileInput : MutationInput
{
    public required string DocumentId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }
}

internal sealed class AddDocumentFile(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<AddDocumentFileInput, DocumentFile>
{
    public async Task<DocumentFile> Handle(AddDocumentFileInput input, CancellationToken ct)
    {
        var document = await finder.FindAsync<CaseDocument>(input.DocumentId, ct, "documentId");
        await context.Actor.DemandOfficeOfAsync(document, db, ct);
        Refuse.When(await db.IsDisposedAsync(document, ct), new DisposalAlreadyDone(document.Number) { Path = ["documentId"] });
        var upload = UploadedFile.Of(input.FileName, input.Content, await db.KeepAsync(input.Content, ct));
        var file = new DocumentFile(document, await db.Set<DocumentFile>().AnyAsync(f => f.DocumentId == document.Id, ct), upload, context.Actor.Id, clock.Now);
        db.Add(file);
        return file;
    }
}
