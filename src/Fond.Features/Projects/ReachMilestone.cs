using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record ReachMilestoneInput : ProjectInput
{
    /// <summary>A milestone of the project.</summary>
    [GraphQL.Id]
    public required string MilestoneId { get; init; }

    /// <summary>When; not in the future.</summary>
    public required DateOnly ReachedOn { get; init; }

    /// <summary>How it went.</summary>
    public string Note { get; init; } = "";
}

internal sealed class ReachMilestone(ProjectDesk desk, Clock clock) : IHandler<ReachMilestoneInput, Project>
{
    public async Task<Project> Handle(ReachMilestoneInput input, CancellationToken ct)
    {
        var project = await desk.OwnAsync(input, ct);
        project.ReachMilestone(GlobalId.Read<ProjectMilestone>(input.MilestoneId) ?? 0, input.ReachedOn, input.Note, clock.Today);
        return project;
    }
}
