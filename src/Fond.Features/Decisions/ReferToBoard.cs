using Fond.Domain.Access;
using Fond.Domain.Decisions;
using Fond.Domain.Workflows;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Decisions;

internal sealed record ReferToBoardInput : DecisionInput;

internal sealed class ReferToBoard(DecisionDesk desk, WorkflowRunner workflows) : IHandler<ReferToBoardInput, Decision>
{
    public async Task<Decision> Handle(ReferToBoardInput input, CancellationToken ct)
    {
        var (application, fund) = await desk.CaseAsync(input.ApplicationId, input.ExpectedVersion, Phase.Preparing, [Role.SteeringChair, Role.SteeringSecretary], ct);
        var proposal = await desk.RecordAsync(input, application, fund, fund.DecidingBodyId, Decision.ProposalToBoard, ct);
        await workflows.FireAsync(Workflow.FundingDecision, application, "refer", ct);
        return proposal;
    }
}
