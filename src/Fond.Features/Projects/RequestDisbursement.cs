using Fond.Domain.Common;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record RequestDisbursementInput : ProjectInput
{
    /// <summary>The year whose grant it is charged to.</summary>
    public required int Year { get; init; }

    /// <summary>At most what is left of that year's grant.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the money is for.</summary>
    public required string Purpose { get; init; }
}

internal sealed class RequestDisbursement(ProjectDesk desk, Clock clock) : IHandler<RequestDisbursementInput, Project>
{
    public async Task<Project> Handle(RequestDisbursementInput input, CancellationToken ct)
    {
        var project = await desk.OwnAsync(input, ct);
        project.RequestDisbursement(input.Year, input.Amount, input.Purpose, clock.Today);
        await desk.RegisterAsync(project, DocumentEntry.In(DocumentKind.DisbursementRequest, project.Organisation, project.Title), ct);
        return project;
    }
}
