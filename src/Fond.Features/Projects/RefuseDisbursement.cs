using Fond.Domain.Access;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record RefuseDisbursementInput : ProjectInput
{
    /// <summary>The request's number in the project.</summary>
    public required int Number { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

internal sealed class RefuseDisbursement(ProjectDesk desk, Clock clock) : IHandler<RefuseDisbursementInput, Project>
{
    public async Task<Project> Handle(RefuseDisbursementInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        project.RefuseDisbursement(input.Number, input.Reason, clock.Today);
        return project;
    }
}
