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
        var entries = await db.Set<CaseDocument>().AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderBy(d => d.Number).ToListAsync(ct);
        var documents = await DocumentsAsync<CaseDocument, DisposedDocument>(entries, application, ct);
        return await OfFundAsync(CaseFile.Of(application), application.FundId, documents, entries[^1].RegisteredAt, ct);
    }

    /// <summary>Of a matter that has been closed.</summary>
    public async Task<ArchiveCase> ReadAsync(Matter matter, CancellationToken ct)
    {
        var entries = await db.Set<MatterDocument>().AsNoTracking().Where(d => d.MatterId == matter.Id).OrderBy(d => d.Number).ToListAsync(ct);
        var documents = await DocumentsAsync<MatterDocument, DisposedMatterDocument>(entries, null, ct);
        return await OfFundAsync(CaseFile.Of(matter), matter.FundId, documents, Erms.Noon(matter.ClosedOn!.Value), ct);
    }

    private async Task<ArchiveCase> OfFundAsync(CaseFile file, long fundId, IReadOnlyList<ArchiveDocument> documents, DateTimeOffset closedAt, CancellationToken ct)
    {
        var fund = await db.Set<Fund>().AsNoTracking().SingleAsync(f => f.Id == fundId, ct);
        var board = await db.Set<Body>().Where(b => b.Id == fund.BoardBodyId).Select(b => b.Name).SingleOrDefaultAsync(ct);
        return new(file, fund.Municipality, board ?? $"{fund.Municipality} kommun", documents, closedAt, clock.Now);
    }

    private async Task<List<ArchiveDocument>> DocumentsAsync<T, TDisposed>(IReadOnlyList<T> entries, Application? application, CancellationToken ct) where T : RegistryEntry where TDisposed : DisposedEntry
    {
        var disposals = await db.DisposalsOfAsync<TDisposed, T>([.. entries.Select(e => e.Id)], ct);
        var documents = new List<ArchiveDocument>();
        foreach (var entry in entries)
            documents.Add(disposals.TryGetValue(entry.Id, out var disposal) ? new(entry, null, disposal!.SettledAt) : new(entry, await FileAsync(entry, application, ct), null));
        return documents;
    }

    /// <param name="application">Null: the entry is of a matter.</param>
    private async Task<ArchiveFile?> FileAsync(RegistryEntry entry, Application? application, CancellationToken ct)
    {
        if (entry.RegisteredById is not null) return await OwnAsync(entry, ct);
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
            return ArchiveFile.Of(PathOf(entry, "protokollsutdrag.pdf"), PdfRendering.ContentType, await minutes.ExtractAsync(entry.TargetId!.Value, application!.Id, ct), entry.RegisteredAt);

        if (entry.Kind == DocumentKind.Compilation)
            return ArchiveFile.Of(PathOf(entry, "remissammanställning.pdf"), PdfRendering.ContentType, await CompilationAsync(entry, ct), entry.RegisteredAt);

        return await written.OfAsync(entry, application, ct) is { } content ? ArchiveFile.Of(PathOf(entry, $"{entry.Kind.Title().Sv.ToLowerInvariant()}.json"), "application/json", content, entry.RegisteredAt) : null;
    }

    /// <summary>Of what was registered by hand, where it has one.</summary>
    private async Task<ArchiveFile?> OwnAsync(RegistryEntry entry, CancellationToken ct)
    {
        RegistryFile? file = entry is MatterDocument
            ? await db.Set<MatterDocumentFile>().AsNoTracking().SingleOrDefaultAsync(f => f.DocumentId == entry.Id, ct)
            : await db.Set<DocumentFile>().AsNoTracking().SingleOrDefaultAsync(f => f.DocumentId == entry.Id, ct);
        return file is null ? null : new(PathOf(entry, file.FileName), file.ContentType, file.Size, file.Sha256, file.UploadedAt);
    }

    /// <summary>As it stood on the day on which it was registered, with what the public said; a file whose entry is marked is not named in a record that is not.</summary>
    private async Task<byte[]> CompilationAsync(RegistryEntry entry, CancellationToken ct)
    {
        var consultation = await db.Set<Consultation>().AsNoTracking().SingleAsync(c => c.Id == entry.TargetId, ct);
        var marked = MarkedFiles(entry);
        var files = db.Set<StatementFile>().AsNoTracking().Where(f => !marked.Contains(f.Id));
        return PdfRendering.Of(CompilationDocument.Of(await Compiled.ReadAsync(db, consultation, db.Set<PublicComment>().AsNoTracking(), files, entry.On, Language.Swedish, ct)), ct);
    }

    /// <summary>The keys of statements' files in the same case that a mark of their own is on.</summary>
    private IQueryable<long?> MarkedFiles(RegistryEntry entry) => entry is MatterDocument document
        ? db.Set<MatterDocument>().Where(d => d.MatterId == document.MatterId && d.Kind == DocumentKind.StatementFile && d.Secrecy != null).Select(d => d.TargetId)
        : db.MarkedEntries(DocumentKind.StatementFile).Where(d => d.ApplicationId == ((CaseDocument)entry).ApplicationId).Select(d => d.TargetId);

    private static string PathOf(RegistryEntry entry, string name) => $"representations/rep1/data/{entry.Number:0000}/{name}";
}
