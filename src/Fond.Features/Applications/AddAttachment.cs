using Fond.Domain.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>What an upload carries; it comes over plain HTTP, not through the schema.</summary>
internal sealed record AddAttachmentInput : MutationInput
{
    public required string ApplicationId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }
}

internal sealed class AddAttachment(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<AddAttachmentInput, Attachment>
{
    public async Task<Attachment> Handle(AddAttachmentInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, ct, "applicationId");
        context.Actor.DemandWriter(application);
        var already = await db.Set<Attachment>().CountAsync(a => a.ApplicationId == application.Id && a.RemovedAt == null, ct);
        var attachment = new Attachment(application, already, input.FileName, input.Content, await db.KeepAsync(input.Content, ct), context.Actor.Id, clock.Now);
        db.Add(attachment);
        return attachment;
    }
}
