using Fond.Domain.Impact.Qualitative;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;

namespace Fond.Features.Impact.Qualitative;

internal sealed record RecordObservationInput : ProjectInput
{
    /// <summary>What was seen or said. No names, and no personal identity numbers.</summary>
    public required ObservationTerms Observation { get; init; }

    /// <summary>What it takes the place of; left out: a new one. Whoever wrote it corrects it, or the evaluator.</summary>
    [GraphQL.Id]
    public string? Corrects { get; init; }

    /// <summary>Why it is corrected.</summary>
    public string? CorrectionReason { get; init; }
}

internal sealed class RecordObservation(ProjectDesk desk, QualitativeDesk records, QualitativeRecords registered, FondDb db, Clock clock) : IHandler<RecordObservationInput, Observation>
{
    public async Task<Observation> Handle(RecordObservationInput input, CancellationToken ct)
    {
        var project = await desk.EvaluatedOrLedAsync(input, ct);
        var writing = await records.WritingAsync<Observation>(project, input.Corrects, input.CorrectionReason, ct);
        var observation = new Observation(project, input.Observation, await records.CodesAsync(project, ct), writing, clock.Today);
        db.Add(observation);
        await registered.WrittenAsync(project, observation, ct);
        return observation;
    }
}
