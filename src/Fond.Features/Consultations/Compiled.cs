using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>What a compilation as a file is written from.</summary>
/// <param name="Names">The bodies' names, by key.</param>
/// <param name="Files">Of statements, by request.</param>
/// <param name="Comments">Of the public; none for those who do not handle the matter.</param>
internal sealed record Compiled(Consultation Consultation, IReadOnlyDictionary<long, string> Names, ILookup<long, StatementFile> Files, IReadOnlyList<PublicComment> Comments, DateOnly Today, Language Language)
{
    /// <param name="comments">Those that the reader may see, of whichever consultation.</param>
    /// <param name="files">The same.</param>
    /// <param name="today">By which it is told who has not answered in time.</param>
    public static async Task<Compiled> ReadAsync(FondDb db, Consultation consultation, IQueryable<PublicComment> comments, IQueryable<StatementFile> files, DateOnly today, Language language, CancellationToken ct)
    {
        var asked = consultation.Requests.Select(r => r.BodyId).ToArray();
        var names = await db.Set<Body>().Where(b => asked.Contains(b.Id)).Select(b => new { b.Id, b.Name }).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        var said = await comments.Where(c => c.ConsultationId == consultation.Id).OrderBy(c => c.Id).ToListAsync(ct);
        var sent = await files.Where(f => f.ConsultationId == consultation.Id).OrderBy(f => f.Id).ToListAsync(ct);
        return new(consultation, names, sent.ToLookup(f => f.ReferralRequestId), said, today, language);
    }
}
