using Fond.Domain.Access;
using Fond.Domain.Repayments;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Projects;

namespace Fond.Features.Repayments;

internal sealed record SettleGuaranteedInput : ProjectInput
{
    /// <summary>Who repays.</summary>
    public required string Unit { get; init; }

    /// <summary>The last day on which it is not late; a coming one.</summary>
    public required DateOnly DueOn { get; init; }
}

internal sealed class SettleGuaranteed(ProjectDesk desk, RepaymentCourse course, Clock clock) : IHandler<SettleGuaranteedInput, RepaymentAgreement>
{
    public async Task<RepaymentAgreement> Handle(SettleGuaranteedInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        project.DemandNotCalledOff();
        var agreement = await course.DemandAsync(project, ct);
        agreement.SettleGuaranteed(input.Unit, input.DueOn, await course.ReceivedAsync(project, ct), clock.Today);
        await course.SetAlarmAsync(agreement, ct);
        return agreement;
    }
}
