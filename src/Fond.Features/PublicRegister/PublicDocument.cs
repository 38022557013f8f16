using Fond.Domain.Consultations;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister;

/// <summary>What anybody may read of an entry in the registry of a case that is decided or has ended.</summary>
/// <param name="Number">1, 2, 3 ... in the case.</param>
/// <param name="On">The day that it came in, was drawn up or went out.</param>
/// <param name="Direction">Whether it came in, was drawn up or went out.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Correspondent">From whom or to whom; null for what was drawn up, for private persons and under a mark.</param>
/// <param name="Subject">What it is about; null for files and under a mark.</param>
/// <param name="IsMarked">Whether it, the application, its title or applicant, the matter, or the consultation that it answers is marked as possibly secret.</param>
internal sealed record PublicDocument(int Number, DateOnly On, DocumentDirection Direction, DocumentKind Kind, string? Correspondent, string? Subject, bool IsMarked);

internal sealed class PublicDocuments(FondDb db)
{
    /// <summary>None before the case is decided or has ended, nor of a case that there is not.</summary>
    public async Task<IReadOnlyList<PublicDocument>> OfAsync(string municipality, string caseNumber, CancellationToken ct)
    {
        var cases = await (await db.DecisionsOfAsync(municipality, caseNumber, ct)).Select(d => d.ApplicationId).Distinct().ToArrayAsync(ct);
        if (cases.Length == 0 && await db.EndedOfAsync(municipality, caseNumber, ct) is { } ended) cases = [ended.Id];
        var marked = await db.NamelessCases().Where(a => cases.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct);
        var documents = await db.Set<CaseDocument>().AsNoTracking().Where(d => cases.Contains(d.ApplicationId)).OrderBy(d => d.ApplicationId).ThenBy(d => d.Number).ToListAsync(ct);
        return await OfAsync(db, documents, d => marked.Contains(d.ApplicationId), ct);
    }

    /// <param name="hidden">Entries that a mark of their case keeps from everybody, beside those that have one of their own.</param>
    /// <returns>In the same order.</returns>
    public static async Task<IReadOnlyList<PublicDocument>> OfAsync<T>(FondDb db, IReadOnlyList<T> documents, Func<T, bool> hidden, CancellationToken ct) where T : RegistryEntry
    {
        var consultations = documents.Where(d => d.Kind == DocumentKind.Consultation && d.Secrecy is not null).Select(d => d.TargetId).OfType<long>().ToArray();
        var files = consultations is [] ? [] : await db.Set<StatementFile>().Where(f => consultations.Contains(f.ConsultationId)).Select(f => f.Id).ToListAsync(ct);
        return [.. documents.Select(d => Of(d, d.Secrecy is not null || hidden(d) || Follows(d)))];

        bool Follows(T d) => d.TargetId is { } target && d.Kind switch
        {
            DocumentKind.Consultation or DocumentKind.Statement or DocumentKind.Compilation => consultations.Contains(target),
            DocumentKind.StatementFile => files.Contains(target), // its sender is who was asked
            _ => false,
        };
    }

    private static PublicDocument Of(RegistryEntry d, bool marked) => new(
        d.Number, d.On, d.Direction, d.Kind, marked || d.IsPrivate ? null : d.Correspondent, marked || DocumentKinds.Named.Contains(d.Kind) ? null : d.Subject, marked);
}
