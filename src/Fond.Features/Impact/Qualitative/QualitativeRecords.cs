using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Qualitative;

/// <summary>What is told of a project in words is working material while it goes on. When it has ended, the case's registry has it, each record once in all its versions, with its files.</summary>
internal sealed class QualitativeRecords(FondDb db, CaseRegistry registry)
{
    public async Task EndedAsync(Project project, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == project.ApplicationId, ct);
        await AddAsync<Observation>(project, application, DocumentKind.Observation, EvidenceOf.Observation, ct);
        await AddAsync<ChangeStory>(project, application, DocumentKind.ChangeStory, EvidenceOf.ChangeStory, ct);
        await AddAsync<AttainmentJudgement>(project, application, DocumentKind.Attainment, null, ct);
    }

    /// <summary>What is written of a project that has ended is registered at once, a corrected version as an entry of its own.</summary>
    /// <param name="record">One that is new.</param>
    public async Task WrittenAsync(Project project, QualitativeRecord record, CancellationToken ct)
    {
        if (project.ClosedOn is null) return;
        var application = await db.Set<Application>().SingleAsync(a => a.Id == project.ApplicationId, ct);
        await registry.AddAsync(application, Entry(record, KindOf(record), application), ct, record);
    }

    /// <summary>So is a file that comes with it.</summary>
    /// <param name="file">One that is new.</param>
    public async Task WrittenAsync(Project project, EvidenceFile file, CancellationToken ct)
    {
        if (project.ClosedOn is null) return;
        var application = await db.Set<Application>().SingleAsync(a => a.Id == project.ApplicationId, ct);
        await registry.AddAsync(application, Entry(file, project, application), ct, file);
    }

    private async Task AddAsync<T>(Project project, Application application, DocumentKind kind, EvidenceOf? of, CancellationToken ct) where T : QualitativeRecord
    {
        var files = (await db.Set<EvidenceFile>().Where(f => f.ProjectId == project.Id && f.Of == of).OrderBy(f => f.Id).ToListAsync(ct)).ToLookup(f => f.Number);
        var records = await db.Set<T>().Where(r => r.ProjectId == project.Id && !r.IsCorrected).OrderBy(r => r.Number).ToListAsync(ct);
        await registry.AddAsync(application,
        [
            .. from record in records
               from document in files[record.Number].Select(f => (Entry(f, project, application), (Entity)f)).Prepend((Entry(record, kind, application), record))
               select document,
        ], ct);
    }

    private static DocumentKind KindOf(QualitativeRecord record) => record switch
    {
        Observation => DocumentKind.Observation,
        ChangeStory => DocumentKind.ChangeStory,
        AttainmentJudgement => DocumentKind.Attainment,
        _ => throw new ArgumentOutOfRangeException(nameof(record)),
    };

    private static DocumentEntry Entry(QualitativeRecord record, DocumentKind kind, Application application) =>
        DocumentEntry.DrawnUp(kind, $"Nr {record.Number}: {application.Title}") with { On = MunicipalTime.Today(record.RecordedAt) };

    /// <summary>What the lead sends comes in; what the evaluator, who works for the fund, keeps is drawn up.</summary>
    private static DocumentEntry Entry(EvidenceFile file, Project project, Application application) => (file.UploadedById == project.LeadId
        ? DocumentEntry.In(DocumentKind.Evidence, project.Organisation, file.FileName)
        : DocumentEntry.DrawnUp(DocumentKind.Evidence, file.FileName)) with
    { On = MunicipalTime.Today(file.UploadedAt), Secrecy = application.Secrecy };
}
