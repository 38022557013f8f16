using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Retention;

/// <summary>Takes away the bytes of documents that are disposed of; bytes that another file has too stay for that file.</summary>
internal sealed class FileShredder(FondDb db)
{
    public async Task ShredAsync(Disposal disposal, CancellationToken ct)
    {
        var ids = disposal.Documents.Select(d => d.DocumentId).ToArray();
        var (attachments, statements, evidence) = (await TargetsAsync(ids, DocumentKind.Attachment, ct), await TargetsAsync(ids, DocumentKind.StatementFile, ct), await TargetsAsync(ids, DocumentKind.Evidence, ct));
        List<string> checksums =
        [
            .. await db.Set<DocumentFile>().Where(f => ids.Contains(f.DocumentId)).Select(f => f.Sha256).ToListAsync(ct),
            .. await db.Set<Attachment>().Where(a => attachments.Contains(a.Id)).Select(a => a.Sha256).ToListAsync(ct),
            .. await db.Set<StatementFile>().Where(f => statements.Contains(f.Id)).Select(f => f.Sha256).ToListAsync(ct),
            .. await db.Set<EvidenceFile>().Where(f => evidence.Contains(f.Id)).Select(f => f.Sha256).ToListAsync(ct),
        ];
        var forGood = await KeptForGoodAsync(ct);
        foreach (var sha256 in checksums.Distinct().Where(sha256 => !forGood.Contains(sha256)))
        {
            if (await KeptAsync(sha256, ids, attachments, statements, evidence, ct)) continue;
            if (await db.Set<AttachmentContent>().SingleOrDefaultAsync(c => c.Sha256 == sha256, ct) is { } content) db.Remove(content);
        }
    }

    private Task<long[]> TargetsAsync(long[] documents, DocumentKind kind, CancellationToken ct) =>
        db.Set<CaseDocument>().Where(d => documents.Contains(d.Id) && d.Kind == kind).Select(d => d.TargetId!.Value).ToArrayAsync(ct);

    /// <summary>Minutes and memos, which no rule disposes of.</summary>
    private async Task<HashSet<string>> KeptForGoodAsync(CancellationToken ct)
    {
        var minutes = await db.Set<Minutes>().Where(m => m.Files != null).Select(m => m.Files!).ToListAsync(ct);
        var memos = await db.Set<DecisionMemo>().Where(m => m.File != null).Select(m => m.File!).ToListAsync(ct);
        return [.. minutes.SelectMany(m => new[] { m.Html, m.Pdf, m.PublicHtml, m.PublicPdf }), .. memos.Select(m => m.Sha256)];
    }

    private async Task<bool> KeptAsync(string sha256, long[] documents, long[] attachments, long[] statements, long[] evidence, CancellationToken ct)
    {
        var gone = db.DisposedDocuments();
        return await db.Set<EvidenceFile>().AnyAsync(f => f.Sha256 == sha256 && !evidence.Contains(f.Id)
                && !db.Set<CaseDocument>().Any(d => d.Kind == DocumentKind.Evidence && d.TargetId == f.Id && gone.Contains(d.Id)), ct)
            || await db.Set<DocumentFile>().AnyAsync(f => f.Sha256 == sha256 && !documents.Contains(f.DocumentId) && !gone.Contains(f.DocumentId), ct)
            || await db.Set<MatterDocumentFile>().AnyAsync(f => f.Sha256 == sha256, ct)
            || await db.Set<Attachment>().AnyAsync(a => a.Sha256 == sha256 && !attachments.Contains(a.Id)
                && !db.Set<CaseDocument>().Any(d => d.ApplicationId == a.ApplicationId && d.Kind == DocumentKind.Attachment && d.TargetId == a.Id && gone.Contains(d.Id)), ct)
            || await db.Set<StatementFile>().AnyAsync(f => f.Sha256 == sha256 && !statements.Contains(f.Id)
                && !db.Set<CaseDocument>().Any(d => d.Kind == DocumentKind.StatementFile && d.TargetId == f.Id && gone.Contains(d.Id)), ct);
    }
}

internal static class RetentionRoles
{
    /// <summary>Who proposes and who approves what is disposed of.</summary>
    public static readonly Role[] Keepers = [Role.CaseOfficer, Role.BoardRegistrar, Role.Administrator];

    /// <summary>Who sees rules and disposals.</summary>
    public static readonly Role[] Readers = [.. Keepers, Role.Auditor];
}
