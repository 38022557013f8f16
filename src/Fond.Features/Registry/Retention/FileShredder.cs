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
        var (ids, ofMatters) = (disposal.Documents.Select(d => d.DocumentId).ToArray(), disposal.MatterDocuments.Select(d => d.DocumentId).ToArray());
        var (documents, matterDocuments) = (db.Set<CaseDocument>().Where(d => ids.Contains(d.Id)), db.Set<MatterDocument>().Where(d => ofMatters.Contains(d.Id)));
        var (attachments, evidence) = (await TargetsAsync(documents, DocumentKind.Attachment, ct), await TargetsAsync(documents, DocumentKind.Evidence, ct));
        long[] statements = [.. await TargetsAsync(documents, DocumentKind.StatementFile, ct), .. await TargetsAsync(matterDocuments, DocumentKind.StatementFile, ct)];
        List<string> checksums =
        [
            .. await db.Set<DocumentFile>().Where(f => ids.Contains(f.DocumentId)).Select(f => f.Sha256).ToListAsync(ct),
            .. await db.Set<MatterDocumentFile>().Where(f => ofMatters.Contains(f.DocumentId)).Select(f => f.Sha256).ToListAsync(ct),
            .. await db.Set<Attachment>().Where(a => attachments.Contains(a.Id)).Select(a => a.Sha256).ToListAsync(ct),
            .. await db.Set<StatementFile>().Where(f => statements.Contains(f.Id)).Select(f => f.Sha256).ToListAsync(ct),
            .. await db.Set<EvidenceFile>().Where(f => evidence.Contains(f.Id)).Select(f => f.Sha256).ToListAsync(ct),
        ];
        var forGood = await KeptForGoodAsync(ct);
        foreach (var sha256 in checksums.Distinct().Where(sha256 => !forGood.Contains(sha256)))
        {
            if (await KeptAsync(sha256, ids, ofMatters, attachments, statements, evidence, ct)) continue;
            if (await db.Set<AttachmentContent>().SingleOrDefaultAsync(c => c.Sha256 == sha256, ct) is { } content) db.Remove(content);
        }
    }

    private static Task<long[]> TargetsAsync(IQueryable<RegistryEntry> documents, DocumentKind kind, CancellationToken ct) =>
        documents.Where(d => d.Kind == kind).Select(d => d.TargetId!.Value).ToArrayAsync(ct);

    /// <summary>Minutes and memos, which no rule disposes of.</summary>
    private async Task<HashSet<string>> KeptForGoodAsync(CancellationToken ct)
    {
        var minutes = await db.Set<Minutes>().Where(m => m.Files != null).Select(m => m.Files!).ToListAsync(ct);
        var memos = await db.Set<DecisionMemo>().Where(m => m.File != null).Select(m => m.File!).ToListAsync(ct);
        return [.. minutes.SelectMany(m => new[] { m.Html, m.Pdf, m.PublicHtml, m.PublicPdf }), .. memos.Select(m => m.Sha256)];
    }

    private async Task<bool> KeptAsync(string sha256, long[] documents, long[] matterDocuments, long[] attachments, long[] statements, long[] evidence, CancellationToken ct)
    {
        var (gone, goneOfMatters) = (db.DisposedDocuments(), db.DisposedMatterDocuments());
        return await db.Set<EvidenceFile>().AnyAsync(f => f.Sha256 == sha256 && !evidence.Contains(f.Id)
                && !db.Set<CaseDocument>().Any(d => d.Kind == DocumentKind.Evidence && d.TargetId == f.Id && gone.Contains(d.Id)), ct)
            || await db.Set<DocumentFile>().AnyAsync(f => f.Sha256 == sha256 && !documents.Contains(f.DocumentId) && !gone.Contains(f.DocumentId), ct)
            || await db.Set<MatterDocumentFile>().AnyAsync(f => f.Sha256 == sha256 && !matterDocuments.Contains(f.DocumentId) && !goneOfMatters.Contains(f.DocumentId), ct)
            || await db.Set<Attachment>().AnyAsync(a => a.Sha256 == sha256 && !attachments.Contains(a.Id)
                && !db.Set<CaseDocument>().Any(d => d.ApplicationId == a.ApplicationId && d.Kind == DocumentKind.Attachment && d.TargetId == a.Id && gone.Contains(d.Id)), ct)
            || await db.Set<StatementFile>().AnyAsync(f => f.Sha256 == sha256 && !statements.Contains(f.Id)
                && !db.Set<CaseDocument>().Any(d => d.Kind == DocumentKind.StatementFile && d.TargetId == f.Id && gone.Contains(d.Id))
                && !db.Set<MatterDocument>().Any(d => d.Kind == DocumentKind.StatementFile && d.TargetId == f.Id && goneOfMatters.Contains(d.Id)), ct);
    }
}

internal static class RetentionRoles
{
    /// <summary>Who proposes and who approves what is disposed of.</summary>
    public static readonly Role[] Keepers = [Role.CaseOfficer, Role.BoardRegistrar, Role.Administrator];

    /// <summary>Who sees rules and disposals.</summary>
    public static readonly Role[] Readers = [.. Keepers, Role.Auditor];
}
