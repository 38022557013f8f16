using Fond.Domain.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed record RemoveAttachmentInput : EditInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string AttachmentId { get; init; }
}

internal sealed class RemoveAttachment(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<RemoveAttachmentInput, Attachment>
{
    public async Task<Attachment> Handle(RemoveAttachmentInput input, CancellationToken ct)
    {
        var attachment = await finder.FindAsync<Attachment>(input.AttachmentId, input.ExpectedVersion, ct, "attachmentId");
        var application = await db.Set<Application>().SingleAsync(a => a.Id == attachment.ApplicationId, ct);
        context.Actor.DemandWriter(application);
        attachment.Remove(application, context.Actor.Id, clock.Now);
        return attachment;
    }
}
