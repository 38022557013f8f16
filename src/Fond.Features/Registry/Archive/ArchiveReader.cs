using System.Text.Json;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Decisions;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry.Retention;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Archive;

/// <summary>Gathers what a case's package holds. What lies in Fond as fields is written out as JSON; files are as they came.</summary>
internal sealed class ArchiveReader(FondDb db, Clock clock, MinutesArchive minutes)
{
    public async Task<ArchiveCase> ReadAsync(Application application, CancellationToken ct)
    {
        var fund = await db.Set<Fund>().AsNoTracking().SingleAsync(f => f.Id == application.FundId, ct);
        var board = await db.Set<Body>().Where(b => b.Id == fund.BoardBodyId).Select(b => b.Name).SingleOrDefaultAsync(ct);
        var entries = await db.Set<CaseDocument>().AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderBy(d => d.Number).ToListAsync(ct);
        var disposals = await DisposalsAsync(entries, ct);
        var documents = new List<ArchiveDocument>();
        foreach (var entry in entries)
            documents.Add(disposals.TryGetValue(entry.Id, out var at) ? new(entry, null, at) : new(entry, await FileAsync(entry, ct), null));
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

    private async Task<ArchiveFile?> FileAsync(CaseDocument entry, CancellationToken ct)
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

        if (await db.Set<DocumentFile>().AsNoTracking().SingleOrDefaultAsync(f => f.DocumentId == entry.Id, ct) is { } own)
            return new(PathOf(entry, own.FileName), own.ContentType, own.Size, own.Sha256, own.UploadedAt);
        return await WrittenAsync(entry, ct) is { } content ? ArchiveFile.Of(PathOf(entry, $"{entry.Kind.Title().Sv.ToLowerInvariant()}.json"), "application/json", content, entry.RegisteredAt) : null;
    }

    private async Task<string?> WrittenAsync(CaseDocument entry, CancellationToken ct) => entry.Kind switch
    {
        DocumentKind.Idea or DocumentKind.Application or DocumentKind.Supplement => Json(await OneAsync<ApplicationVersion>(entry, ct)),
        DocumentKind.Assessment => Json(await OneAsync<Assessment>(entry, ct)),
        DocumentKind.JointProposal => Json(await OneAsync<JointProposal>(entry, ct)),
        DocumentKind.Consultation or DocumentKind.Statement or DocumentKind.Compilation => Json(await OneAsync<Consultation>(entry, ct)),
        DocumentKind.Decision or DocumentKind.Proposal or DocumentKind.Dispatch => Json(await OneAsync<Decision>(entry, ct)),
        DocumentKind.Agreement or DocumentKind.DisbursementRequest or DocumentKind.FinalReport or DocumentKind.WriteDown when entry.TargetId is not null => Json(await OneAsync<Project>(entry, ct)),
        DocumentKind.Endorsement => Json(await OneAsync<Endorsement>(entry, ct)),
        DocumentKind.Observation => await VersionsAsync<Observation>(entry, ct),
        DocumentKind.ChangeStory => await VersionsAsync<ChangeStory>(entry, ct),
        DocumentKind.Attainment => await VersionsAsync<AttainmentJudgement>(entry, ct),
        DocumentKind.ReleaseDecision => Json(await OneAsync<ReleaseRequest>(entry, ct)),
        _ => null,
    };

    private Task<T?> OneAsync<T>(CaseDocument entry, CancellationToken ct) where T : Entity => db.Set<T>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == entry.TargetId, ct);

    /// <summary>The entry points at the version that stood when the project ended; those that it had taken the place of go with it.</summary>
    private async Task<string?> VersionsAsync<T>(CaseDocument entry, CancellationToken ct) where T : QualitativeRecord
    {
        var versions = await (from standing in db.Set<T>()
                              where standing.Id == entry.TargetId
                              join version in db.Set<T>() on new { standing.ProjectId, standing.Number } equals new { version.ProjectId, version.Number }
                              orderby version.Revision
                              select version).AsNoTracking().ToListAsync(ct);
        return JsonSerializer.Serialize(versions, Written);
    }

    private static string? Json<T>(T? value) where T : Entity => value is null ? null : JsonSerializer.Serialize(value, Written);

    private static string PathOf(CaseDocument entry, string name) => $"representations/rep1/data/{entry.Number:0000}/{name}";

    private static readonly JsonSerializerOptions Written = new(Columns.Json) { WriteIndented = true };
}
