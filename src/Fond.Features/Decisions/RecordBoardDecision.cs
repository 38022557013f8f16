using Fond.Domain.Access;
using Fond.Domain.Decisions;
using Fond.Domain.Workflows;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Decisions;

internal sealed record RecordBoardDecisionInput : DecisionInput;

internal sealed class RecordBoardDecision(DecisionDesk desk, Granting granting, WorkflowRunner workflows) : IHandler<RecordBoardDecisionInput, Decision>
{
    public async Task<Decision> Handle(RecordBoardDecisionInput input, CancellationToken ct)
    {
        var (application, fund) = await desk.CaseAsync(input.ApplicationId, input.ExpectedVersion, Phase.ReferredToBoard, [Role.BoardRegistrar], ct);
        var decision = await desk.RecordAsync(input, application, fund, await desk.BoardOfAsync(application.Id, ct), Decision.ByBoard, ct);
        await granting.CarryOutAsync(decision, application, fund, ct);
        await workflows.FireAsync(Workflow.FundingDecision, application, decision.Grants ? "boardGrant" : "boardReject", ct);
        return decision;
    }
}
