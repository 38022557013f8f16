using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Domain.Repayments;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Projects;

namespace Fond.Features.Repayments;

internal sealed record WriteDownInstalmentInput : ProjectInput
{
    /// <summary>The instalment's number.</summary>
    public required int Instalment { get; init; }

    /// <summary>How much is not asked for any more; at most what is left of it.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why the saving did not come.</summary>
    public required string Reason { get; init; }

    /// <summary>The day of the decision; not in the future.</summary>
    public required DateOnly DecidedOn { get; init; }
}

internal sealed class WriteDownInstalment(ProjectDesk desk, RepaymentCourse course, ActorContext context, Clock clock) : IHandler<WriteDownInstalmentInput, RepaymentAgreement>
{
    public async Task<RepaymentAgreement> Handle(WriteDownInstalmentInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.SteeringChair, Role.SteeringSecretary);
        var agreement = await course.DemandAsync(project, ct);
        agreement.WriteDown(input.Instalment, input.Amount, input.Reason, input.DecidedOn, context.Actor.Id, clock.Today);
        await desk.RegisterAsync(project, DocumentEntry.DrawnUp(DocumentKind.WriteDown, project.Title) with { On = input.DecidedOn }, ct);
        await course.SetAlarmAsync(agreement, ct);
        return agreement;
    }
}
