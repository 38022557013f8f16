using Fond.Domain.Access;
using Fond.Domain.Projects;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record ReturnFinalReportInput : ProjectInput
{
    /// <summary>What needs more work.</summary>
    public required string Reason { get; init; }
}

internal sealed class ReturnFinalReport(ProjectDesk desk) : IHandler<ReturnFinalReportInput, Project>
{
    public async Task<Project> Handle(ReturnFinalReportInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        project.ReturnFinalReport(input.Reason);
        await desk.FireAsync(project, "returnReport", ct, input.Reason.Trim());
        return project;
    }
}
