using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Workflows;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Assessments;

internal sealed record SaveScoresInput : EditInput
{
    /// <summary>The assessment; the caller's own.</summary>
    [GraphQL.Id]
    public required string AssessmentId { get; init; }

    /// <summary>Scores to save; those of other criteria stay as they are.</summary>
    public required IReadOnlyList<ScoreInput> Scores { get; init; }
}

/// <summary>What an assessor thinks by one criterion, and why.</summary>
internal sealed record ScoreInput
{
    /// <summary>A criterion of the call.</summary>
    [GraphQL.Id]
    public required string CriterionId { get; init; }

    /// <summary>0 to the criterion's largest score; a gate is met (1) or not (0).</summary>
    public required int Value { get; init; }

    /// <summary>Why; always asked for.</summary>
    public required string Reason { get; init; }
}

internal sealed class SaveScores(OwnAssessment own, FondDb db, WorkflowRunner workflows) : IHandler<SaveScoresInput, Assessment>
{
    public async Task<Assessment> Handle(SaveScoresInput input, CancellationToken ct)
    {
        var assessment = await own.FindAsync(input.AssessmentId, input.ExpectedVersion, ct);
        await workflows.DemandPhaseAsync(Workflow.Assessment, assessment.ApplicationId, ct, Phase.Scoring);
        assessment.SaveScores([.. input.Scores.Select(Given)], await db.CriteriaOfAsync(assessment.ApplicationId, ct));
        return assessment;
    }

    private static ScoreGiven Given(ScoreInput score, int i) => new(
        GlobalId.Read<Criterion>(score.CriterionId) ?? throw new RefusedException(new NotFound(nameof(Criterion)) { Path = ["scores", i.ToString(CultureInfo.InvariantCulture), "criterionId"] }),
        score.Value, score.Reason);
}
