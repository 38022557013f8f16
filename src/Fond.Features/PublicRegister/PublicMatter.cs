using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister;

/// <summary>What anybody may read of a case that no application began.</summary>
/// <param name="CaseNumber">The registry's number.</param>
/// <param name="Municipality">Whose registry it is in.</param>
/// <param name="Title">Shortly, what it is about; null where the matter is marked as possibly secret.</param>
/// <param name="OpenedOn">The day on which it was entered.</param>
/// <param name="ClosedOn">The day on which it was closed; null while it is open.</param>
/// <param name="Programme">The programme that it is about.</param>
/// <param name="Body">The body whose own matter it is.</param>
/// <param name="Documents">Its registry, by number.</param>
internal sealed record PublicMatter(string CaseNumber, string Municipality, string? Title, DateOnly OpenedOn, DateOnly? ClosedOn, string? Programme, string? Body, IReadOnlyList<PublicDocument> Documents);

internal sealed class PublicMatters(FondDb db)
{
    /// <summary>What is marked is found by its case number alone, so that searching tells nothing that reading does not.</summary>
    public async Task<IQueryable<Matter>> MatchingAsync(string? municipality, string? text, CancellationToken ct)
    {
        IQueryable<Matter> matters = db.Set<Matter>().AsNoTracking();
        if (municipality is not null)
        {
            var funds = await db.FundsOfAsync(municipality, ct);
            matters = matters.Where(m => funds.Contains(m.FundId));
        }

        return matters.WithText(text, m => m.Secrecy == null ? m.Title : null, m => m.CaseNumber);
    }

    /// <returns>In the same order.</returns>
    public async Task<IReadOnlyList<PublicMatter>> OfAsync(IReadOnlyList<Matter> matters, CancellationToken ct)
    {
        var (ids, funds) = (matters.Select(m => m.Id).ToArray(), matters.Select(m => m.FundId).Distinct().ToArray());
        var (programmes, bodies) = (matters.Select(m => m.ProgrammeId).OfType<long>().Distinct().ToArray(), matters.Select(m => m.BodyId).OfType<long>().Distinct().ToArray());
        var places = await db.Set<Fund>().Where(f => funds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Municipality, ct);
        var titles = await db.Set<Programme>().Where(p => programmes.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, ct);
        var names = await db.Set<Body>().Where(b => bodies.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        var entries = await db.Set<MatterDocument>().AsNoTracking().Where(d => ids.Contains(d.MatterId)).OrderBy(d => d.MatterId).ThenBy(d => d.Number).ToListAsync(ct);
        var marked = matters.Where(m => m.Secrecy is not null).Select(m => m.Id).ToHashSet();
        var documents = entries.Zip(await PublicDocuments.OfAsync(db, entries, d => marked.Contains(d.MatterId), ct)).ToLookup(d => d.First.MatterId, d => d.Second);
        return [.. matters.Select(m => new PublicMatter(m.CaseNumber, places[m.FundId], m.Secrecy is null ? m.Title : null, m.OpenedOn, m.ClosedOn, titles.GetValueOrDefault(m.ProgrammeId ?? 0), names.GetValueOrDefault(m.BodyId ?? 0), [.. documents[m.Id]]))];
    }
}
