using Fond.Domain.Access;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record DecideFutureInput : ProjectInput
{
    /// <summary>What happens to the method.</summary>
    public required ProjectFuture Future { get; init; }

    /// <summary>Why.</summary>
    public required string Reasons { get; init; }

    /// <summary>The day of the meeting; not in the future.</summary>
    public required DateOnly DecidedOn { get; init; }
}

internal sealed class DecideFuture(ProjectDesk desk, Clock clock) : IHandler<DecideFutureInput, Project>
{
    public async Task<Project> Handle(DecideFutureInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.SteeringChair, Role.SteeringSecretary);
        project.DecideFuture(input.Future, input.Reasons, input.DecidedOn, clock.Today);
        await desk.FireAsync(project, "decideFuture", ct);
        return project;
    }
}
