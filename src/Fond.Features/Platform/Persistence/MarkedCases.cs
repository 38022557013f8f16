using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Persistence;

/// <summary>Cases, and entries in their registry, that a mark keeps from everybody.</summary>
internal static class MarkedCases
{
    /// <summary>Those whose name or applicant is marked, by the whole or by itself: what others called after them is not told either.</summary>
    public static IQueryable<Application> NamelessCases(this FondDb db) => db.Set<Application>().Where(a =>
        a.Secrecy != null || a.FieldMarks.Any(m => m.LiftedAt == null && (m.Field == ApplicationFields.Title || m.Field == ApplicationFields.Organisation)));

    /// <summary>Those of which something is marked, the whole or any field: what is written of them may tell it.</summary>
    public static IQueryable<Application> CasesUnderMark(this FondDb db) => db.Set<Application>().Where(a => a.Secrecy != null || a.FieldMarks.Any(m => m.LiftedAt == null));

    /// <summary>Entries of the registry of those kinds under a mark.</summary>
    public static IQueryable<CaseDocument> MarkedEntries(this FondDb db, params DocumentKind[] kinds) => db.Set<CaseDocument>().AsNoTracking().Where(d => kinds.Contains(d.Kind) && d.Secrecy != null);
}
