using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Workflows;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Assessments;

internal sealed record DeclareConflictInput : EditInput
{
    /// <summary>The assessment; the caller's own.</summary>
    [GraphQL.Id]
    public required string AssessmentId { get; init; }

    /// <summary>What the conflict is.</summary>
    public required string Reason { get; init; }
}

internal sealed class DeclareConflict(OwnAssessment own, FondDb db, Clock clock, WorkflowRunner workflows) : IHandler<DeclareConflictInput, Assessment>
{
    public async Task<Assessment> Handle(DeclareConflictInput input, CancellationToken ct)
    {
        var assessment = await own.FindAsync(input.AssessmentId, input.ExpectedVersion, ct);
        var application = await db.Set<Application>().SingleAsync(a => a.Id == assessment.ApplicationId, ct);
        await workflows.DemandPhaseAsync(Workflow.Assessment, application.Id, ct, Phase.Scoring, Phase.JointProposal);
        assessment.DeclareConflict(input.Reason, clock.Now);
        await own.GoOnAsync(application, ct);
        return assessment;
    }
}
