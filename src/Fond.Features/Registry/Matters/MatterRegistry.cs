using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Matters;

/// <summary>Registers documents of matters in the same transaction in which they come in, are drawn up or go out.</summary>
internal sealed class MatterRegistry(FondDb db, AuditTrail trail, Clock clock)
{
    /// <param name="target">What the document is; saved here when it is new, since the entry holds its key.</param>
    /// <param name="by">Who registers it by hand; null: Fond.</param>
    public async Task<MatterDocument> AddAsync(Matter matter, DocumentEntry entry, CancellationToken ct, Entity? target = null, long? by = null)
    {
        if (target is { Id: 0 }) await trail.SaveAsync(ct);
        var document = new MatterDocument(matter, await db.LastNumberAsync<MatterDocument>(d => d.MatterId == matter.Id, ct), entry, target?.Id, by, clock.Now);
        db.Add(document);
        return document;
    }

    /// <summary>The matter that the consultation is registered in; null: in none.</summary>
    public async Task<Matter?> OfAsync(Consultation consultation, CancellationToken ct) => (await OfAsync([consultation.Id], db.Set<Matter>(), ct)).GetValueOrDefault(consultation.Id);

    /// <summary>The matter whose number each consultation bears, by consultation: on a fund one of that fund, on a programme one about that programme, or about none and of its municipality. Those on an application are in that one's case.</summary>
    /// <param name="among">The matters that are looked through.</param>
    public async Task<Dictionary<long, Matter?>> OfAsync(long[] consultations, IQueryable<Matter> among, CancellationToken ct)
    {
        var found = await (
            from consultation in db.Set<Consultation>()
            from matter in among
            where consultations.Contains(consultation.Id) && consultation.ApplicationId == null && matter.CaseNumber == consultation.CaseNumber
                && (consultation.FundId != null ? matter.FundId == consultation.FundId
                    : matter.ProgrammeId != null ? matter.ProgrammeId == consultation.ProgrammeId
                    : db.Set<Programme>().Any(p => p.Id == consultation.ProgrammeId && db.Set<Fund>().Any(f => f.Id == matter.FundId && f.Municipality == p.Municipality)))
            orderby matter.Id
            select new { consultation.Id, Matter = matter }).ToListAsync(ct);
        return found.GroupBy(f => f.Id).ToDictionary(g => g.Key, Matter? (g) => g.First().Matter);
    }
}
