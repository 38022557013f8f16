using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Domain.Workflows;
using Fond.Features.Platform;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry;

/// <summary>Registers a case's documents in the same transaction in which they come in, are drawn up or go out.</summary>
internal sealed class CaseRegistry(FondDb db, AuditTrail trail, Clock clock)
{
    /// <param name="target">What the document is; saved here when it is new, since the entry holds its key.</param>
    /// <param name="by">Who registers it by hand; null: Fond.</param>
    public async Task<CaseDocument> AddAsync(Application application, DocumentEntry entry, CancellationToken ct, Entity? target = null, long? by = null)
    {
        if (target is { Id: 0 }) await trail.SaveAsync(ct);
        var document = new CaseDocument(application, await LastAsync(application, ct), entry, target?.Id, by, clock.Now);
        await AddAsync(application, [document], ct);
        return document;
    }

    /// <summary>Many at once, which are there already.</summary>
    public async Task AddAsync(Application application, IReadOnlyList<(DocumentEntry Entry, Entity Target)> documents, CancellationToken ct)
    {
        if (documents.Count == 0) return;
        var last = await LastAsync(application, ct);
        await AddAsync(application, documents.Select((d, i) => new CaseDocument(application, last + i, d.Entry, d.Target.Id, null, clock.Now)).ToList(), ct);
    }

    /// <summary>Under the mark of what the case is called after, where they tell that.</summary>
    private async Task AddAsync(Application application, IReadOnlyList<CaseDocument> documents, CancellationToken ct)
    {
        if (application.NameMark() is not null)
        {
            var titles = await TitlesAsync(application.Id, ct);
            foreach (var document in documents) document.Follow(application, null, titles);
        }
        db.AddRange(documents);
    }

    /// <summary>A version that was handed in, the files that came with it, and what partners' managers said of it before the case had a number.</summary>
    public async Task AddAsync(Application application, ApplicationVersion version, CancellationToken ct)
    {
        var kind = application.Phase switch { Phase.Idea => DocumentKind.Idea, Phase.Draft => DocumentKind.Application, _ => DocumentKind.Supplement };
        await AddAsync(application, DocumentEntry.In(kind, application.Organisation, version.Title), ct, version);
        var files = await db.Set<Attachment>().Where(a => a.ApplicationId == application.Id && a.FirstVersion == version.Number && a.RemovedAt == null).OrderBy(a => a.Id).ToListAsync(ct);
        foreach (var file in files)
            await AddAsync(application, DocumentEntry.In(DocumentKind.Attachment, application.Organisation, file.FileName) with { Secrecy = file.Secrecy }, ct, file);
        var answered = await db.Set<Endorsement>().Where(e => e.ApplicationId == application.Id && !db.Set<CaseDocument>().Any(d => d.ApplicationId == application.Id && d.Kind == DocumentKind.Endorsement && d.TargetId == e.Id)).OrderBy(e => e.Id).ToListAsync(ct);
        foreach (var endorsement in answered) await AddAsync(application, endorsement, ct);
    }

    /// <summary>What a partner's manager has said; nothing while they have not.</summary>
    public async Task AddAsync(Application application, Endorsement endorsement, CancellationToken ct)
    {
        if (endorsement.Answer is not { } answer) return;
        await AddAsync(application, DocumentEntry.In(DocumentKind.Endorsement, endorsement.Organisation, application.Title) with { On = answer.On }, ct, endorsement);
    }

    /// <summary>What a court has said of the decision, or that it has been asked.</summary>
    /// <param name="courtCase">The court's number of the case.</param>
    public Task<CaseDocument> AddReviewAsync(Application application, Minutes minutes, string courtCase, CancellationToken ct) =>
        AddAsync(application, DocumentEntry.In(DocumentKind.LegalityReview, "Allmän förvaltningsdomstol", $"{courtCase}: {application.Title}"), ct, minutes);

    /// <summary>What was working material until the case was settled: assessments that were handed in, and what was proposed.</summary>
    public async Task AddWorkAsync(Application application, CancellationToken ct)
    {
        foreach (var assessment in await db.Set<Assessment>().Where(a => a.ApplicationId == application.Id && a.State == AssessmentState.Submitted).OrderBy(a => a.Id).ToListAsync(ct))
            await AddAsync(application, DocumentEntry.DrawnUp(DocumentKind.Assessment, application.Title), ct, assessment);
        foreach (var proposal in await db.Set<JointProposal>().Where(p => p.ApplicationId == application.Id).OrderBy(p => p.Id).ToListAsync(ct))
            await AddAsync(application, DocumentEntry.DrawnUp(DocumentKind.JointProposal, application.Title), ct, proposal);
    }

    /// <summary>Entries that tell what the case is called after are marked as that is; a mark that was put on one of them by hand stays.</summary>
    /// <param name="before">By which mark that was, before.</param>
    public async Task MarkAsync(Application application, SecrecyMark? before, CancellationToken ct)
    {
        if (application.NameMark() == before) return;
        var titles = await TitlesAsync(application.Id, ct);
        foreach (var document in await db.Set<CaseDocument>().Where(d => d.ApplicationId == application.Id).ToListAsync(ct)) document.Follow(application, before, titles);
    }

    /// <summary>The file's entry is marked as the file is, or as the name that it tells.</summary>
    public async Task MarkAsync(Attachment file, Application application, CancellationToken ct)
    {
        foreach (var document in await db.Set<CaseDocument>().Where(d => d.ApplicationId == file.ApplicationId && d.Kind == DocumentKind.Attachment && d.TargetId == file.Id).ToListAsync(ct))
        {
            document.Mark(file.Secrecy);
            document.Follow(application, null, await TitlesAsync(application.Id, ct));
        }
    }

    /// <summary>Those that it has been handed in under.</summary>
    private Task<List<string>> TitlesAsync(long applicationId, CancellationToken ct) =>
        db.Set<ApplicationVersion>().Where(v => v.ApplicationId == applicationId).Select(v => v.Title).Distinct().ToListAsync(ct);

    private Task<int> LastAsync(Application application, CancellationToken ct) => db.LastNumberAsync<CaseDocument>(d => d.ApplicationId == application.Id, ct);
}
