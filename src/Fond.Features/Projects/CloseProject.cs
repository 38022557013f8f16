using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Projects;
using Fond.Features.Impact.Qualitative;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record CloseProjectInput : ProjectInput;

internal sealed class CloseProject(ProjectDesk desk, Clock clock, QualitativeRecords records) : IHandler<CloseProjectInput, Project>
{
    public async Task<Project> Handle(CloseProjectInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        var unused = project.Close(clock.Today);
        if (unused > Money.Zero) await desk.BookAsync(project, (fund, balance, now) => fund.ReturnUnused(balance, unused, "", now), ct);
        await records.EndedAsync(project, ct);
        await desk.FireAsync(project, "close", ct);
        return project;
    }
}
