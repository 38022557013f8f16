using Fond.Domain.Access;
using Fond.Domain.Decisions;
using Fond.Domain.Workflows;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Decisions;

internal sealed record DecideApplicationInput : DecisionInput;

internal sealed class DecideApplication(DecisionDesk desk, Granting granting, WorkflowRunner workflows) : IHandler<DecideApplicationInput, Decision>
{
    public async Task<Decision> Handle(DecideApplicationInput input, CancellationToken ct)
    {
        var (application, fund) = await desk.CaseAsync(input.ApplicationId, input.ExpectedVersion, Phase.Preparing, [Role.SteeringChair, Role.SteeringSecretary], ct);
        var decision = await desk.RecordAsync(input, application, fund, fund.DecidingBodyId, Decision.ByBody, ct);
        await granting.CarryOutAsync(decision, application, fund, ct);
        await workflows.FireAsync(Workflow.FundingDecision, application, decision.Grants ? "decideGrant" : "decideReject", ct);
        return decision;
    }
}
