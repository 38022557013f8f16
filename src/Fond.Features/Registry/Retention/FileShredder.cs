using Fond.Domain.Access;
using Fond.Domain.Applications;
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
        var attachmentIds = await db.Set<CaseDocument>().Where(d => ids.Contains(d.Id) && d.Kind == DocumentKind.Attachment).Select(d => d.TargetId!.Value).ToArrayAsync(ct);
        var checksums = (await db.Set<DocumentFile>().Where(f => ids.Contains(f.DocumentId)).Select(f => f.Sha256).ToListAsync(ct))
            .Concat(await db.Set<Attachment>().Where(a => attachmentIds.Contains(a.Id)).Select(a => a.Sha256).ToListAsync(ct)).Distinct();
        foreach (var sha256 in checksums)
        {
            if (await KeptAsync(sha256, ids, attachmentIds, ct)) continue;
            if (await db.Set<AttachmentContent>().SingleOrDefaultAsync(c => c.Sha256 == sha256, ct) is { } content) db.Remove(content);
        }
    }

    private async Task<bool> KeptAsync(string sha256, long[] documents, long[] attachments, CancellationToken ct)
    {
        var gone = db.DisposedDocuments();
        return await db.Set<DocumentFile>().AnyAsync(f => f.Sha256 == sha256 && !documents.Contains(f.DocumentId) && !gone.Contains(f.DocumentId), ct)
            || await db.Set<Attachment>().AnyAsync(a => a.Sha256 == sha256 && !attachments.Contains(a.Id)
                && !db.Set<CaseDocument>().Any(d => d.ApplicationId == a.ApplicationId && d.Kind == DocumentKind.Attachment && d.TargetId == a.Id && gone.Contains(d.Id)), ct);
    }
}

internal static class RetentionRoles
{
    /// <summary>Who proposes and who approves what is disposed of.</summary>
    public static readonly Role[] Keepers = [Role.CaseOfficer, Role.BoardRegistrar, Role.Administrator];

    /// <summary>Who sees rules and disposals.</summary>
    public static readonly Role[] Readers = [.. Keepers, Role.Auditor];
}
