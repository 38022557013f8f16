using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record SubmitFinalReportInput : ProjectInput
{
    /// <summary>What came of the project.</summary>
    public required FinalReportDraft Report { get; init; }
}

internal sealed class SubmitFinalReport(ProjectDesk desk, Clock clock) : IHandler<SubmitFinalReportInput, Project>
{
    public async Task<Project> Handle(SubmitFinalReportInput input, CancellationToken ct)
    {
        var project = await desk.OwnAsync(input, ct);
        project.SubmitFinalReport(input.Report, clock.Today);
        await desk.RegisterAsync(project, DocumentEntry.In(DocumentKind.FinalReport, project.Organisation, project.Title), ct);
        await desk.FireAsync(project, "submitFinalReport", ct);
        return project;
    }
}
