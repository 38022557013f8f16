using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Projects;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Projects;

/// <summary>When the project ends; none before there is one.</summary>
internal sealed class ProjectFacts(FondDb db) : ICaseFactSource
{
    public IReadOnlyList<string> Dates => ["projectEnd"];

    public async Task AddAsync(Application application, CaseFacts facts, CancellationToken ct) =>
        facts.Dates["projectEnd"] = (await db.ProjectOfAsync(application.Id, ct))?.End;
}

/// <summary>The evaluator of a case is the one assigned to its project.</summary>
internal sealed class EvaluatorOfCase(FondDb db) : ICasePeople
{
    public Role Role => Role.Evaluator;

    public async Task<IReadOnlyList<long>> InAsync(Application application, CancellationToken ct) =>
        (await db.ProjectOfAsync(application.Id, ct))?.EvaluatorId is { } evaluator ? [evaluator] : [];
}

internal static class ProjectOfCase
{
    /// <summary>The case's project, saved or not.</summary>
    public static async Task<Project?> ProjectOfAsync(this FondDb db, long applicationId, CancellationToken ct) =>
        db.Set<Project>().Local.FirstOrDefault(p => p.ApplicationId == applicationId)
        ?? await db.Set<Project>().SingleOrDefaultAsync(p => p.ApplicationId == applicationId, ct);
}
