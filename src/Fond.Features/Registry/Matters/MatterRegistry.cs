using Fond.Domain.Common;
using Fond.Domain.Consultations;
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

    /// <summary>The matter whose number a consultation bears: on a fund one of that fund, on a programme one about that programme; null where none has it, so that nobody writes in another fund's matter.</summary>
    public Task<Matter?> OfAsync(Consultation consultation, CancellationToken ct) => db.Set<Matter>()
        .Where(m => m.CaseNumber == consultation.CaseNumber && (m.FundId == consultation.FundId || (consultation.FundId == null && m.ProgrammeId == consultation.ProgrammeId)))
        .OrderBy(m => m.Id).FirstOrDefaultAsync(ct);
}
