using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Domain.Repayments;
using Fond.Features.Impact.MoneyBack;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Repayments;

internal sealed record SettleRepaymentInput : ProjectInput
{
    /// <summary>Years after the start within which savings count, 0 to 60.</summary>
    public required int Horizon { get; init; }

    /// <summary>Of an outcome contract: whether its goal is reached.</summary>
    public bool? GoalReached { get; init; }

    /// <summary>Who repays.</summary>
    public required string Unit { get; init; }

    /// <summary>The last day on which it is not late; a coming one.</summary>
    public required DateOnly DueOn { get; init; }
}

internal sealed class SettleRepayment(ProjectDesk desk, FondDb db, Visibility visibility, ActorContext context, RepaymentCourse course, Clock clock) : IHandler<SettleRepaymentInput, RepaymentAgreement>
{
    public async Task<RepaymentAgreement> Handle(SettleRepaymentInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        Refuse.When(project.EvaluatorId == context.Actor.Id, new RepaymentByEvaluator());
        var agreement = await course.DemandAsync(project, ct);
        var shown = (await ShownSavings.ReadAsync(db, visibility, context.Actor, [project.Id], ct))[project.Id]!;
        var verified = shown.Latest(SavingsBasis.Verified) ?? throw new RefusedException(new SavingsMissing());
        agreement.Settle(verified, input.Horizon, input.GoalReached, input.Unit, input.DueOn, project.TotalGranted, await course.ReceivedAsync(project, ct), shown.Sight, clock.Today);
        await course.SetAlarmAsync(agreement, ct);
        return agreement;
    }
}
