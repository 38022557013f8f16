using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Governance;
using Fond.Features.Assessments;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance.Recusals;

/// <summary>Who is shut out of which cases by a declared conflict of interest, as an assessor or otherwise.</summary>
internal static class CaseConflicts
{
    /// <summary>The cases that the person is shut out of.</summary>
    public static IQueryable<long> ShutOutOf(this FondDb db, long personId) =>
        db.Set<Assessment>().Where(x => x.AssessorId == personId && x.State == AssessmentState.ConflictDeclared).Select(x => x.ApplicationId)
            .Concat(db.Set<Recusal>().Where(r => r.PersonId == personId).Select(r => r.ApplicationId));

    /// <summary>The persons who are shut out of the case.</summary>
    public static IQueryable<long> ShutOutIn(this FondDb db, long applicationId) =>
        db.Set<Assessment>().Where(x => x.ApplicationId == applicationId && x.State == AssessmentState.ConflictDeclared).Select(x => x.AssessorId)
            .Concat(db.Set<Recusal>().Where(r => r.ApplicationId == applicationId).Select(r => r.PersonId));

    /// <summary>Those who may not judge the case: by a conflict of interest that they have declared, in this unit of work too, or since they write it or have written it.</summary>
    public static async Task<IReadOnlySet<long>> ConflictedInAsync(this FondDb db, long applicationId, CancellationToken ct) =>
        (await db.ConflictsAmongAsync([applicationId], ct)).Select(conflicts => conflicts.Key).ToHashSet();

    /// <summary>The same of several: by person, those of the cases that they may not judge.</summary>
    public static async Task<ILookup<long, long>> ConflictsAmongAsync(this FondDb db, IReadOnlyList<long> cases, CancellationToken ct)
    {
        var ids = cases.ToArray();
        var known = db.Set<Assessment>().Where(x => ids.Contains(x.ApplicationId) && x.State == AssessmentState.ConflictDeclared).Select(x => new { PersonId = x.AssessorId, x.ApplicationId })
            .Concat(db.Set<Recusal>().Where(r => ids.Contains(r.ApplicationId)).Select(r => new { r.PersonId, r.ApplicationId }))
            .Concat(db.Set<Application>().Where(a => ids.Contains(a.Id)).Select(a => new { PersonId = a.LeadId, ApplicationId = a.Id }))
            .Concat(db.Set<Application>().Where(a => ids.Contains(a.Id)).SelectMany(a => a.CoAuthors.Where(c => c.HasAccepted), (a, writer) => new { writer.PersonId, ApplicationId = a.Id }));
        var unsaved = db.Set<Assessment>().Local.Where(x => ids.Contains(x.ApplicationId) && x.State == AssessmentState.ConflictDeclared).Select(x => new { PersonId = x.AssessorId, x.ApplicationId })
            .Concat(db.Set<Recusal>().Local.Where(r => ids.Contains(r.ApplicationId)).Select(r => new { r.PersonId, r.ApplicationId }));
        return (await known.ToListAsync(ct)).Concat(unsaved).Distinct().ToLookup(c => c.PersonId, c => c.ApplicationId);
    }
}
