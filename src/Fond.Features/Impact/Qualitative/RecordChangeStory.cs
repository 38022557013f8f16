using Fond.Domain.Impact.Qualitative;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;

namespace Fond.Features.Impact.Qualitative;

internal sealed record RecordChangeStoryInput : ProjectInput
{
    /// <summary>The story, and why it was chosen. No names, and no personal identity numbers.</summary>
    public required ChangeStoryTerms Story { get; init; }

    /// <summary>What it takes the place of; left out: a new one.</summary>
    [GraphQL.Id]
    public string? Corrects { get; init; }

    /// <summary>Why it is corrected.</summary>
    public string? CorrectionReason { get; init; }
}

internal sealed class RecordChangeStory(ProjectDesk desk, QualitativeDesk records, QualitativeRecords registered, FondDb db, Clock clock) : IHandler<RecordChangeStoryInput, ChangeStory>
{
    public async Task<ChangeStory> Handle(RecordChangeStoryInput input, CancellationToken ct)
    {
        var project = await desk.EvaluatedAsync(input, ct);
        var story = new ChangeStory(project, input.Story, await records.WritingAsync<ChangeStory>(project, input.Corrects, input.CorrectionReason, ct), clock.Today);
        db.Add(story);
        await registered.WrittenAsync(project, story, ct);
        return story;
    }
}
