using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Registry;
using Fond.Features.Consultations;
using Fond.Features.Decisions;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry.Retention;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Archive;

/// <summary>Gathers what a case's package holds. What lies in Fond as fields is written out as JSON; files are as they came.</summary>
internal sealed class ArchiveReader(FondDb db, Clock clock, MinutesArchive minutes, WrittenEntries written)
{
    public async Task<ArchiveCase> ReadAsync(Application application, CancellationToken ct)
    {
        var fund = await db.Set<Fund>().AsNoTracking().SingleAsync(f => f.Id == application.FundId, ct);
        var board = await db.Set<Body>().Where(b => b.Id == fund.BoardBodyId).Select(b => b.Name).SingleOrDefaultAsync(ct);
        var entries = await db.Set<CaseDocument>().AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderBy(d => d.Number).ToListAsync(ct);
        var disposals = await DisposalsAsync(entries, ct);
        var documents = new List<ArchiveDocument>();
        foreach (var entry in entries)
            documents.Add(disposals.TryGetValue(entry.Id, out var at) ? new(entry, null, at) : new(entry, await FileAsync(application, entry, ct), null));
        return new(application, fund.Municipality, board ?? $"{fund.Municipality} kommun", documents, entries[^1].RegisteredAt, clock.Now);
    }

    private async Task<Dictionary<long, DateTimeOffset?>> DisposalsAsync(List<CaseDocument> entries, CancellationToken ct)
    {
        var ids = entries.Select(e => e.Id).ToArray();
        return await (from disposal in db.Set<Disposal>().AsNoTracking().IgnoreAutoIncludes()
                      where disposal.State == DisposalState.Approved
                      from document in db.Set<DisposedDocument>()
                      where ids.Contains(document.DocumentId) && EF.Property<long>(document, "DisposalId") == disposal.Id
                      select new { document.DocumentId, disposal.SettledAt }).ToDictionaryAsync(x => x.DocumentId, x => x.SettledAt, ct);
    }

    private async Task<ArchiveFile?> FileAsync(Application application, CaseDocument entry, CancellationToken ct)
    {
        if (entry.Kind == DocumentKind.Attachment)
        {
            var file = await db.Set<Attachment>().AsNoTracking().SingleAsync(a => a.Id == entry.TargetId, ct);
            return new(PathOf(entry, file.FileName), file.ContentType, file.Size, file.Sha256, file.UploadedAt);
        }

        if (entry.Kind == DocumentKind.StatementFile)
        {
            var file = await db.Set<StatementFile>().AsNoTracking().SingleAsync(f => f.Id == entry.TargetId, ct);
            return new(PathOf(entry, file.FileName), file.ContentType, file.Size, file.Sha256, file.UploadedAt);
        }

        if (entry.Kind == DocumentKind.Evidence)
        {
            var file = await db.Set<EvidenceFile>().AsNoTracking().SingleAsync(f => f.Id == entry.TargetId, ct);
            return new(PathOf(entry, file.FileName), file.ContentType, file.Size, file.Sha256, file.UploadedAt);
        }

        if (entry.Kind == DocumentKind.DecisionMemo)
        {
            var memo = await db.Set<DecisionMemo>().AsNoTracking().SingleAsync(m => m.Id == entry.TargetId, ct);
            return new(PathOf(entry, DecisionMemoType.FileName), PdfRendering.ContentType, memo.File!.Size, memo.File.Sha256, memo.FinishedAt!.Value);
        }

        if (entry.Kind == DocumentKind.MinutesExtract)
            return ArchiveFile.Of(PathOf(entry, "protokollsutdrag.pdf"), PdfRendering.ContentType, await minutes.ExtractAsync(entry.TargetId!.Value, entry.ApplicationId, ct), entry.RegisteredAt);

        if (entry.Kind == DocumentKind.Compilation)
            return ArchiveFile.Of(PathOf(entry, "remissammanställning.pdf"), PdfRendering.ContentType, await CompilationAsync(entry, ct), entry.RegisteredAt);

        if (await db.Set<DocumentFile>().AsNoTracking().SingleOrDefaultAsync(f => f.DocumentId == entry.Id, ct) is { } own)
            return new(PathOf(entry, own.FileName), own.ContentType, own.Size, own.Sha256, own.UploadedAt);
        return await written.OfAsync(application, entry, ct) is { } content ? ArchiveFile.Of(PathOf(entry, $"{entry.Kind.Title().Sv.ToLowerInvariant()}.json"), "application/json", content, entry.RegisteredAt) : null;
    }

    /// <summary>As it stood on the day on which it was registered, with what the public said; a file whose entry is marked is not named in a record that is not.</summary>
    private async Task<byte[]> CompilationAsync(CaseDocument entry, CancellationToken ct)
    {
        var consultation = await db.Set<Consultation>().AsNoTracking().SingleAsync(c => c.Id == entry.TargetId, ct);
        var marked = db.MarkedEntries(DocumentKind.StatementFile).Where(d => d.ApplicationId == entry.ApplicationId).Select(d => d.TargetId);
        var files = db.Set<StatementFile>().AsNoTracking().Where(f => !marked.Contains(f.Id));
        return PdfRendering.Of(CompilationDocument.Of(await Compiled.ReadAsync(db, consultation, db.Set<PublicComment>().AsNoTracking(), files, entry.On, Language.Swedish, ct)), ct);
    }

    private static string PathOf(CaseDocument entry, string name) => $"representations/rep1/data/{entry.Number:0000}/{name}";
}
