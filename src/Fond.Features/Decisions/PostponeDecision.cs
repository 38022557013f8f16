using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Workflows;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Decisions;

internal sealed record PostponeDecisionInput : EditInput
{
    /// <summary>The case: its application's id.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Why; it stands in the case's history.</summary>
    public required string Reason { get; init; }
}

internal sealed class PostponeDecision(DecisionDesk desk, WorkflowRunner workflows) : IHandler<PostponeDecisionInput, Application>
{
    public async Task<Application> Handle(PostponeDecisionInput input, CancellationToken ct)
    {
        var (application, _) = await desk.CaseAsync(input.ApplicationId, input.ExpectedVersion, Phase.Preparing, [Role.SteeringChair, Role.SteeringSecretary], ct);
        Refuse.When(string.IsNullOrWhiteSpace(input.Reason), new DecisionReasonsMissing { Path = ["reason"] });
        await workflows.FireAsync(Workflow.FundingDecision, application, "postpone", ct, input.Reason.Trim());
        return application;
    }
}
