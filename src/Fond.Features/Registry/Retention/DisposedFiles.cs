using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Retention;

/// <summary>Which files have been disposed of: they are not given out, even where the same bytes have come in again as another file.</summary>
internal static class DisposedFiles
{
    /// <summary>The keys of documents of cases that have been disposed of.</summary>
    public static IQueryable<long> DisposedDocuments(this FondDb db) => db.Gone<DisposedDocument, CaseDocument>().Select(d => d.DocumentId);

    /// <summary>The keys of documents of matters that have been disposed of.</summary>
    public static IQueryable<long> DisposedMatterDocuments(this FondDb db) => db.Gone<DisposedMatterDocument, MatterDocument>().Select(d => d.DocumentId);

    /// <summary>The disposals that took the documents' content, by document.</summary>
    public static Task<Dictionary<long, Disposal?>> DisposalsOfAsync<T, TEntry>(this FondDb db, long[] documents, CancellationToken ct) where T : DisposedEntry where TEntry : RegistryEntry =>
        (from disposal in db.Set<Disposal>().AsNoTracking().IgnoreAutoIncludes()
         from document in db.Gone<T, TEntry>()
         where documents.Contains(document.DocumentId) && EF.Property<long>(document, "DisposalId") == disposal.Id
         select new { document.DocumentId, disposal }).ToDictionaryAsync(x => x.DocumentId, Disposal? (x) => x.disposal, ct);

    /// <summary>An entry that Fond registered of what lies in fields has lost nothing, also where a disposal names it.</summary>
    private static IQueryable<T> Gone<T, TEntry>(this FondDb db) where T : DisposedEntry where TEntry : RegistryEntry
    {
        var approved = db.Set<Disposal>().Where(d => d.State == DisposalState.Approved).Select(d => d.Id);
        var named = DocumentKinds.Named.ToArray();
        return db.Set<T>().Where(d => approved.Contains(EF.Property<long>(d, "DisposalId")) && db.Set<TEntry>().Any(e => e.Id == d.DocumentId && (e.RegisteredById != null || named.Contains(e.Kind))));
    }

    public static Task<bool> IsDisposedAsync(this FondDb db, CaseDocument entry, CancellationToken ct) => db.DisposedDocuments().AnyAsync(id => id == entry.Id, ct);

    public static Task<bool> IsDisposedAsync(this FondDb db, MatterDocument entry, CancellationToken ct) => db.DisposedMatterDocuments().AnyAsync(id => id == entry.Id, ct);

    public static Task<bool> IsDisposedAsync(this FondDb db, DocumentFile file, CancellationToken ct) => db.DisposedDocuments().AnyAsync(id => id == file.DocumentId, ct);

    public static Task<bool> IsDisposedAsync(this FondDb db, MatterDocumentFile file, CancellationToken ct) => db.DisposedMatterDocuments().AnyAsync(id => id == file.DocumentId, ct);

    public static Task<bool> IsDisposedAsync(this FondDb db, Attachment file, CancellationToken ct) =>
        db.Set<CaseDocument>().Where(d => d.ApplicationId == file.ApplicationId && d.Kind == DocumentKind.Attachment && d.TargetId == file.Id).AnyAsync(d => db.DisposedDocuments().Contains(d.Id), ct);

    public static Task<bool> IsDisposedAsync(this FondDb db, EvidenceFile file, CancellationToken ct)
    {
        var cases = db.Set<Project>().Where(p => p.Id == file.ProjectId).Select(p => p.ApplicationId);
        return db.Set<CaseDocument>().Where(d => cases.Contains(d.ApplicationId) && d.Kind == DocumentKind.Evidence && d.TargetId == file.Id).AnyAsync(d => db.DisposedDocuments().Contains(d.Id), ct);
    }

    public static async Task<bool> IsDisposedAsync(this FondDb db, StatementFile file, CancellationToken ct)
    {
        var cases = db.Set<Consultation>().Where(c => c.Id == file.ConsultationId).Select(c => c.ApplicationId);
        return await db.Set<CaseDocument>().Where(d => cases.Contains(d.ApplicationId) && d.Kind == DocumentKind.StatementFile && d.TargetId == file.Id).AnyAsync(d => db.DisposedDocuments().Contains(d.Id), ct)
            || await db.Set<MatterDocument>().Where(d => d.Kind == DocumentKind.StatementFile && d.TargetId == file.Id).AnyAsync(d => db.DisposedMatterDocuments().Contains(d.Id), ct);
    }
}
