using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Qualitative;

internal sealed record JudgeAttainmentInput : ProjectInput
{
    /// <summary>What is judged, in which wave, how and why.</summary>
    public required AttainmentTerms Attainment { get; init; }

    /// <summary>Why it is judged otherwise than before; must be given where the same has been judged in the wave, which is kept.</summary>
    public string? CorrectionReason { get; init; }
}

internal sealed class JudgeAttainment(ProjectDesk desk, QualitativeDesk records, QualitativeRecords registered, FondDb db, ActorContext context, Clock clock) : IHandler<JudgeAttainmentInput, AttainmentJudgement>
{
    public async Task<AttainmentJudgement> Handle(JudgeAttainmentInput input, CancellationToken ct)
    {
        var project = await desk.EvaluatedAsync(input, ct);
        var codes = await records.CodesAsync(project, ct);
        var judgement = new AttainmentJudgement(project, input.Attainment, codes, await WritingAsync(project, input, ct));
        codes.Plan?.Freeze(); // a judgement is an answer too
        db.Add(judgement);
        await registered.WrittenAsync(project, judgement, ct);
        return judgement;
    }

    private async Task<Writing<AttainmentJudgement>> WritingAsync(Project project, JudgeAttainmentInput input, CancellationToken ct)
    {
        var standing = await db.Set<AttainmentJudgement>().Where(j => j.ProjectId == project.Id && !j.IsCorrected).ToListAsync(ct);
        var before = standing.Find(j => j.IsOf(input.Attainment));
        return before is null
            ? new(context.Actor.Id, clock.Now, await records.NextAsync<AttainmentJudgement>(project, ct))
            : new(context.Actor.Id, clock.Now, before.Number, before, input.CorrectionReason ?? "");
    }
}
