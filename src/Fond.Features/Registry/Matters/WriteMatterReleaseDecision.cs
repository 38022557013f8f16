using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Matters;

internal sealed record WriteMatterReleaseDecisionInput : MatterReleaseInput;

internal sealed class WriteMatterReleaseDecision(MatterReleaseDesk desk, MatterRegistry registry, FondDb db, Clock clock) : IHandler<WriteMatterReleaseDecisionInput, MatterReleaseRequest>
{
    public async Task<MatterReleaseRequest> Handle(WriteMatterReleaseDecisionInput input, CancellationToken ct)
    {
        var (request, document) = await desk.ForAsync(input, ct);
        request.Write(clock.Now);
        await registry.AddAsync(await db.Set<Matter>().SingleAsync(m => m.Id == request.MatterId, ct), ReleaseDecision.Entry(request, document), ct, request);
        return request;
    }
}
