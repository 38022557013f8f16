using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Qualitative;

/// <summary>What an upload carries; it comes over plain HTTP, not through the schema.</summary>
internal sealed record AddEvidenceInput : ProjectInput
{
    public required EvidenceOf Of { get; init; }

    public required int Number { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }
}

internal sealed class AddEvidence(ProjectDesk desk, QualitativeRecords registered, FondDb db, ActorContext context, Clock clock) : IHandler<AddEvidenceInput, EvidenceFile>
{
    public async Task<EvidenceFile> Handle(AddEvidenceInput input, CancellationToken ct)
    {
        var project = input.Of == EvidenceOf.Observation ? await desk.EvaluatedOrLedAsync(input, ct) : await desk.EvaluatedAsync(input, ct);
        Refuse.When(!await HasRecordAsync(project, input, ct), new EvidenceRecordUnknown { Path = ["number"] });
        var already = await db.Set<EvidenceFile>().CountAsync(f => f.ProjectId == project.Id && f.Of == input.Of && f.Number == input.Number, ct);
        var file = new EvidenceFile(project.Id, input.Of, input.Number, already, UploadedFile.Of(input.FileName, input.Content, await db.KeepAsync(input.Content, ct)), context.Actor.Id, clock.Now);
        db.Add(file);
        await registered.WrittenAsync(project, file, ct);
        return file;
    }

    private Task<bool> HasRecordAsync(Project project, AddEvidenceInput input, CancellationToken ct) => input.Of == EvidenceOf.Observation
        ? db.Set<Observation>().AnyAsync(o => o.ProjectId == project.Id && o.Number == input.Number, ct)
        : db.Set<ChangeStory>().AnyAsync(s => s.ProjectId == project.Id && s.Number == input.Number, ct);
}
