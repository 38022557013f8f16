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

namespace Fond.Features.Registry.Matters;

internal sealed class AddMatterDocumentFile(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<AddDocumentFileInput, MatterDocumentFile>
{
    public async Task<MatterDocumentFile> Handle(AddDocumentFileInput input, CancellationToken ct)
    {
        var document = await finder.FindAsync<MatterDocument>(input.DocumentId, ct, "documentId");
        await context.Actor.DemandKeeperOfAsync(document, db, ct);
        Refuse.When(await db.IsDisposedAsync(document, ct), new DisposalAlreadyDone(document.Number) { Path = ["documentId"] });
        var upload = UploadedFile.Of(input.FileName, input.Content, await db.KeepAsync(input.Content, ct));
        var file = new MatterDocumentFile(document, await db.Set<MatterDocumentFile>().AnyAsync(f => f.DocumentId == document.Id, ct), upload, context.Actor.Id, clock.Now);
        db.Add(file);
        return file;
    }
}
