using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
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
        [.. (await db.AssessmentsOfAsync(application.Id, ct)).Where(a => a.State != AssessmentState.ConflictDeclared).Select(a => a.AssessorId)];
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
        var mine = db.Set<Assessment>().Where(x => x.AssessorId == me && x.State != AssessmentState.ConflictDeclared);
        return (all ? mine : mine.Where(x => db.Set<Application>().Any(a => a.Id == x.ApplicationId && funds.Contains(a.FundId)))).Select(x => x.ApplicationId);
    }

    /// <summary>The cases that the person is shut out of by a declared conflict of interest.</summary>
    public static IQueryable<long> ShutOutOf(this FondDb db, long personId) =>
        db.Set<Assessment>().Where(x => x.AssessorId == personId && x.State == AssessmentState.ConflictDeclared).Select(x => x.ApplicationId);

    /// <summary>Who has declared a conflict of interest in the case.</summary>
    public static IReadOnlySet<long> Conflicted(this IEnumerable<Assessment> assessments) =>
        assessments.Where(a => a.State == AssessmentState.ConflictDeclared).Select(a => a.AssessorId).ToHashSet();
}
