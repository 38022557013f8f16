using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry.Releases;

internal sealed record WriteReleaseDecisionInput : ReleaseInput;

internal sealed class WriteReleaseDecision(ReleaseDesk desk, CaseRegistry registry, Clock clock) : IHandler<WriteReleaseDecisionInput, ReleaseRequest>
{
    public async Task<ReleaseRequest> Handle(WriteReleaseDecisionInput input, CancellationToken ct)
    {
        var (request, document, application) = await desk.ForAsync(input, ct);
        request.Write(clock.Now);
        await registry.AddAsync(application, ReleaseDecision.Entry(request, document), ct, request);
        return request;
    }
}
