using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Fond.Features.Registry.Matters;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>What a consultation leaves in the registry of the case that it is about, or of the matter whose number it bears.</summary>
internal sealed class ConsultationRecords(FondDb db, CaseRegistry registry, MatterRegistry matters)
{
    public async Task SentAsync(Consultation consultation, CancellationToken ct)
    {
        var asked = consultation.Requests.Select(r => r.BodyId).ToArray();
        var names = await db.Set<Body>().Where(b => asked.Contains(b.Id)).OrderBy(b => b.Id).Select(b => b.Name).ToListAsync(ct);
        await AddAsync(consultation, DocumentEntry.Out(DocumentKind.Consultation, string.Join(", ", names), consultation.Title), ct);
    }

    /// <summary>The statement, and the files that came with it.</summary>
    public async Task AnsweredAsync(Consultation consultation, Body body, CancellationToken ct)
    {
        await AddAsync(consultation, DocumentEntry.In(DocumentKind.Statement, body.Name, consultation.Title), ct);
        var request = consultation.Requests.Single(r => r.BodyId == body.Id).Id;
        foreach (var file in await db.Set<StatementFile>().Where(f => f.ReferralRequestId == request).OrderBy(f => f.Id).ToListAsync(ct))
            await AddAsync(consultation, DocumentEntry.In(DocumentKind.StatementFile, body.Name, file.FileName), ct, file);
    }

    /// <summary>What came in, put together.</summary>
    public Task ClosedAsync(Consultation consultation, CancellationToken ct) => AddAsync(consultation, DocumentEntry.DrawnUp(DocumentKind.Compilation, consultation.Title), ct);

    private async Task AddAsync(Consultation consultation, DocumentEntry entry, CancellationToken ct, StatementFile? file = null)
    {
        Entity target = file is null ? consultation : file;
        if (consultation.ApplicationId is { } about) await registry.AddAsync(await db.Set<Application>().SingleAsync(a => a.Id == about, ct), entry, ct, target);
        else if ((await matters.OfAsync([consultation.Id], db.Set<Matter>(), ct)).GetValueOrDefault(consultation.Id) is { } matter) await matters.AddAsync(matter, entry, ct, target);
    }
}
