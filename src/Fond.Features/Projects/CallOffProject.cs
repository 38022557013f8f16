using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Projects;
using Fond.Features.Impact.Qualitative;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record CallOffProjectInput : ProjectInput
{
    /// <summary>Why.</summary>
    public required string Reasons { get; init; }

    /// <summary>The day of the meeting; not in the future.</summary>
    public required DateOnly DecidedOn { get; init; }
}

internal sealed class CallOffProject(ProjectDesk desk, Clock clock, QualitativeRecords records) : IHandler<CallOffProjectInput, Project>
{
    public async Task<Project> Handle(CallOffProjectInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.SteeringChair, Role.SteeringSecretary);
        var unused = project.CallOff(input.Reasons, input.DecidedOn, clock.Today);
        var note = input.Reasons.Trim();
        if (unused > Money.Zero)
            await desk.BookAsync(project, (fund, balance, now) => project.AgreementSignedOn is null ? fund.Release(balance, unused, note, now) : fund.ReturnUnused(balance, unused, note, now), ct);
        await records.EndedAsync(project, ct);
        await desk.FireAsync(project, "callOff", ct, note);
        return project;
    }
}
