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
    public Task SentAsync(Consultation consultation, CancellationToken ct) => SentAsync(consultation, consultation.Requests, consultation.Title, ct);

    public Task WithdrawnAsync(Consultation consultation, CancellationToken ct) => SentAsync(consultation, consultation.Requests, $"Återkallelse: {consultation.Title}", ct);

    /// <param name="given">To whom.</param>
    /// <param name="lastDay">The new one.</param>
    public Task ExtendedAsync(Consultation consultation, IEnumerable<ReferralRequest> given, DateOnly lastDay, CancellationToken ct) =>
        SentAsync(consultation, given, $"Längre svarstid, till {lastDay:yyyy-MM-dd}: {consultation.Title}", ct);

    public Task DeclinedAsync(Consultation consultation, ReferralRequest request, CancellationToken ct) => SentAsync(consultation, [request], $"Längre svarstid ges inte: {consultation.Title}", ct);

    /// <summary>A letter to bodies that are asked, under the mark that one before it has.</summary>
    private async Task SentAsync(Consultation consultation, IEnumerable<ReferralRequest> to, string subject, CancellationToken ct)
    {
        var asked = to.Select(r => r.BodyId).ToArray();
        if (asked.Length == 0) return;
        var names = await db.Set<Body>().Where(b => asked.Contains(b.Id)).OrderBy(b => b.Id).Select(b => b.Name).ToListAsync(ct);
        await AddAsync(consultation, DocumentEntry.Out(DocumentKind.Consultation, string.Join(", ", names), subject) with { Secrecy = await LetterMarkAsync(consultation, ct) }, ct);
    }

    private async Task<SecrecyMark?> LetterMarkAsync(Consultation consultation, CancellationToken ct)
    {
        IQueryable<RegistryEntry> letters = consultation.ApplicationId is null ? db.Set<MatterDocument>() : db.Set<CaseDocument>();
        return (await letters.AsNoTracking().Where(d => d.Kind == DocumentKind.Consultation && d.TargetId == consultation.Id).OrderBy(d => d.Id).Select(d => d.Secrecy).ToListAsync(ct)).Find(mark => mark is not null);
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
        else if (await matters.OfAsync(consultation, ct) is { } matter) await matters.AddAsync(matter, entry, ct, target);
    }
}
