using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Assessments;

/// <summary>Whether enough assessors have handed in, and nobody is outstanding.</summary>
internal sealed class AssessmentFacts(FondDb db) : ICaseFactSource
{
    public IReadOnlyDictionary<string, Text> Flags { get; } = new Dictionary<string, Text> { ["allScored"] = new("alla bedömningar är inlämnade, minst två utan jäv", "all assessments are handed in, at least two without a conflict of interest") };

    public async Task AddAsync(Application application, CaseFacts facts, CancellationToken ct) =>
        facts.Flags["allScored"] = AssessmentProgress.AllScored(await db.AssessmentsOfAsync(application.Id, ct));
}

/// <summary>The assessors of a case are those assigned, without those who declared a conflict.</summary>
internal sealed class AssessorsOfCase(FondDb db) : ICasePeople
{
    public Role Role => Role.Assessor;

    public async Task<IReadOnlyList<long>> InAsync(Application application, CancellationToken ct) =>
        [.. (await db.AssessmentsOfAsync(application.Id, ct)).Select(a => a.AssessorId).Except(await db.ConflictedInAsync(application.Id, ct))];
}

internal static class CaseAssessments
{
    /// <summary>All of the case, with what this unit of work has changed and added.</summary>
    public static async Task<IReadOnlyList<Assessment>> AssessmentsOfAsync(this FondDb db, long applicationId, CancellationToken ct)
    {
        await db.Set<Assessment>().Where(a => a.ApplicationId == applicationId).LoadAsync(ct);
        return [.. db.Set<Assessment>().Local.Where(a => a.ApplicationId == applicationId)];
    }

    /// <summary>The cases that the caller assesses, where they still hold the role, and has no conflict of interest in.</summary>
    public static IQueryable<long> AssignedTo(this FondDb db, Actor actor)
    {
        var me = actor.Id;
        var (all, funds) = actor.FundsAs(Role.Assessor);
        var shut = db.ShutOutOf(me);
        var mine = db.Set<Assessment>().Where(x => x.AssessorId == me && !shut.Contains(x.ApplicationId));
        return (all ? mine : mine.Where(x => db.Set<Application>().Any(a => a.Id == x.ApplicationId && funds.Contains(a.FundId)))).Select(x => x.ApplicationId);
    }
}
