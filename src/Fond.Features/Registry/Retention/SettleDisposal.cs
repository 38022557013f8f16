using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry.Retention;

internal abstract record DisposalInput : EditInput
{
    /// <summary>The proposal.</summary>
    [GraphQL.Id]
    public required string DisposalId { get; init; }
}

internal sealed record ApproveDisposalInput : DisposalInput;

internal sealed class ApproveDisposal(Finder finder, ActorContext context, Clock clock, FileShredder shredder) : IHandler<ApproveDisposalInput, Disposal>
{
    public async Task<Disposal> Handle(ApproveDisposalInput input, CancellationToken ct)
    {
        var disposal = await finder.FindAsync<Disposal>(input.DisposalId, input.ExpectedVersion, ct, "disposalId");
        context.Actor.Demand(disposal.FundId, RetentionRoles.Keepers);
        disposal.Approve(context.Actor.Id, clock.Now);
        await shredder.ShredAsync(disposal, ct);
        return disposal;
    }
}

internal sealed record RejectDisposalInput : DisposalInput;

internal sealed class RejectDisposal(Finder finder, ActorContext context, Clock clock) : IHandler<RejectDisposalInput, Disposal>
{
    public async Task<Disposal> Handle(RejectDisposalInput input, CancellationToken ct)
    {
        var disposal = await finder.FindAsync<Disposal>(input.DisposalId, input.ExpectedVersion, ct, "disposalId");
        context.Actor.Demand(disposal.FundId, RetentionRoles.Keepers);
        disposal.Reject(context.Actor.Id, clock.Now);
        return disposal;
    }
}
