using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Workflows;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Assessments;

/// <summary>What assessors do, each with their own.</summary>
internal sealed class OwnAssessment(Finder finder, FondDb db, ActorContext context, WorkflowRunner workflows)
{
    /// <exception cref="ForbiddenException">When it is somebody else's.</exception>
    public async Task<Assessment> FindAsync(string id, long? expectedVersion, CancellationToken ct)
    {
        var assessment = await finder.FindAsync<Assessment>(id, expectedVersion, ct, "assessmentId");
        if (assessment.AssessorId != context.Actor.Id) throw new ForbiddenException();
        context.Actor.Demand(await db.Set<Application>().Where(a => a.Id == assessment.ApplicationId).Select(a => a.FundId).SingleAsync(ct), Role.Assessor);
        return assessment;
    }

    /// <summary>When the last outstanding assessment is in, or its assessor is out, the case moves on.</summary>
    public async Task GoOnAsync(Application application, CancellationToken ct)
    {
        if (await workflows.PhaseAsync(Workflow.Assessment, application.Id, ct) == Phase.Scoring && AssessmentProgress.AllScored(await db.AssessmentsOfAsync(application.Id, ct)))
            await workflows.FireAsSystemAsync(Workflow.Assessment, application, "scored", ct);
    }
}
