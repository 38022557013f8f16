using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Qualitative;

/// <summary>What is written of a project in words: what it can be coded against, and under which number it goes.</summary>
internal sealed class QualitativeDesk(Finder finder, FondDb db, ActorContext context, Clock clock)
{
    public async Task<CodeBook> CodesAsync(Project project, CancellationToken ct)
    {
        var served = db.Set<Application>().Where(a => a.Id == project.ApplicationId).SelectMany(a => a.Serves).Select(s => s.GoalId);
        var goals = await db.Set<Goal>().Where(g => served.Contains(g.Id)).Select(g => g.Code).ToListAsync(ct);
        return new(goals.ToHashSet(), await db.Set<MeasurementPlan>().SingleOrDefaultAsync(p => p.ProjectId == project.Id, ct));
    }

    /// <summary>For a new record, or one that takes the place of another of the same project.</summary>
    /// <param name="corrects">Its id; null for a new record.</param>
    /// <exception cref="ForbiddenException">To correct what others have written is the evaluator's alone.</exception>
    public async Task<Writing<T>> WritingAsync<T>(Project project, string? corrects, string? reason, CancellationToken ct) where T : QualitativeRecord
    {
        if (corrects is null) return new(context.Actor.Id, clock.Now, await NextAsync<T>(project, ct));
        var before = await finder.FindAsync<T>(corrects, ct, "corrects");
        Refuse.When(before.ProjectId != project.Id, new NotFound(typeof(T).Name) { Path = ["corrects"] });
        if (before.RecordedById != context.Actor.Id && project.EvaluatorId != context.Actor.Id) throw new ForbiddenException();
        return new(context.Actor.Id, clock.Now, before.Number, before, reason ?? "");
    }

    public async Task<int> NextAsync<T>(Project project, CancellationToken ct) where T : QualitativeRecord =>
        (await db.Set<T>().Where(r => r.ProjectId == project.Id).MaxAsync(r => (int?)r.Number, ct) ?? 0) + 1;
}
