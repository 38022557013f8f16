using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed record MarkAttachmentInput : EditInput
{
    /// <summary>The file.</summary>
    [GraphQL.Id]
    public required string AttachmentId { get; init; }

    /// <summary>By which provision it may be secret: OSL 26 kap. 1 §. Null takes the mark away.</summary>
    public string? Ground { get; init; }
}

internal sealed class MarkAttachment(Finder finder, FondDb db, ActorContext context, Clock clock, CaseRegistry registry) : IHandler<MarkAttachmentInput, Attachment>
{
    public async Task<Attachment> Handle(MarkAttachmentInput input, CancellationToken ct)
    {
        var attachment = await finder.FindAsync<Attachment>(input.AttachmentId, input.ExpectedVersion, ct, "attachmentId");
        var application = await db.Set<Application>().SingleAsync(a => a.Id == attachment.ApplicationId, ct);
        context.Actor.DemandOffice(application, Role.CaseOfficer);
        attachment.Mark(SecrecyMark.By(input.Ground, context.Actor.Id, clock.Now));
        await registry.MarkAsync(attachment, application, ct);
        return attachment;
    }
}
