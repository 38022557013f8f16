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
    /// <summary>The keys of documents that have been disposed of.</summary>
    public static IQueryable<long> DisposedDocuments(this FondDb db)
    {
        var approved = db.Set<Disposal>().Where(d => d.State == DisposalState.Approved).Select(d => d.Id);
        return db.Set<DisposedDocument>().Where(d => approved.Contains(EF.Property<long>(d, "DisposalId"))).Select(d => d.DocumentId);
    }

    public static Task<bool> IsDisposedAsync(this FondDb db, DocumentFile file, CancellationToken ct) => db.DisposedDocuments().AnyAsync(id => id == file.DocumentId, ct);

    public static Task<bool> IsDisposedAsync(this FondDb db, Attachment file, CancellationToken ct) =>
        db.Set<CaseDocument>().Where(d => d.ApplicationId == file.ApplicationId && d.Kind == DocumentKind.Attachment && d.TargetId == file.Id).AnyAsync(d => db.DisposedDocuments().Contains(d.Id), ct);

    public static Task<bool> IsDisposedAsync(this FondDb db, EvidenceFile file, CancellationToken ct)
    {
        var cases = db.Set<Project>().Where(p => p.Id == file.ProjectId).Select(p => p.ApplicationId);
        return db.Set<CaseDocument>().Where(d => cases.Contains(d.ApplicationId) && d.Kind == DocumentKind.Evidence && d.TargetId == file.Id).AnyAsync(d => db.DisposedDocuments().Contains(d.Id), ct);
    }

    public static Task<bool> IsDisposedAsync(this FondDb db, StatementFile file, CancellationToken ct)
    {
        var cases = db.Set<Consultation>().Where(c => c.Id == file.ConsultationId).Select(c => c.ApplicationId);
        return db.Set<CaseDocument>().Where(d => cases.Contains(d.ApplicationId) && d.Kind == DocumentKind.StatementFile && d.TargetId == file.Id).AnyAsync(d => db.DisposedDocuments().Contains(d.Id), ct);
    }
}
