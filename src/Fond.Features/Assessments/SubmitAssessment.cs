using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Workflows;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Assessments;

internal sealed record SubmitAssessmentInput : EditInput
{
    /// <summary>The assessment; the caller's own.</summary>
    [GraphQL.Id]
    public required string AssessmentId { get; init; }
}

internal sealed class SubmitAssessment(OwnAssessment own, FondDb db, Clock clock, WorkflowRunner workflows) : IHandler<SubmitAssessmentInput, Assessment>
{
    public async Task<Assessment> Handle(SubmitAssessmentInput input, CancellationToken ct)
    {
        var assessment = await own.FindAsync(input.AssessmentId, input.ExpectedVersion, ct);
        await workflows.DemandPhaseAsync(Workflow.Assessment, assessment.ApplicationId, ct, Phase.Scoring);
        var application = await db.Set<Application>().SingleAsync(a => a.Id == assessment.ApplicationId, ct);
        assessment.Submit(await db.CriteriaOfAsync(application.Id, ct), clock.Now);
        await own.GoOnAsync(application, ct);
        return assessment;
    }
}
