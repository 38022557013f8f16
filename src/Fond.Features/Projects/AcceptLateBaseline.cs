using Fond.Domain.Access;
using Fond.Domain.Projects;
using Fond.Features.Impact;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Projects;

internal sealed record AcceptLateBaselineInput : ProjectInput
{
    /// <summary>Why it came late or is of so few, and why the project goes on; never personal data.</summary>
    public required string Reason { get; init; }
}

internal sealed class AcceptLateBaseline(ProjectDesk desk, FondDb db, Clock clock) : IHandler<AcceptLateBaselineInput, Project>
{
    public async Task<Project> Handle(AcceptLateBaselineInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        project.AcceptLateBaseline(input.Reason, await db.BaselineGapsAsync(project, ct), clock.Today);
        return project;
    }
}
