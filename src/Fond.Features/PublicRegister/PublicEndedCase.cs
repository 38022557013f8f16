using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Workflows;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister;

/// <summary>What anybody may read of a case that ended without a decision on money: dismissed, withdrawn, or with a no to its idea. Its registry is in publicDocuments.</summary>
/// <param name="CaseNumber">The registry's number.</param>
/// <param name="Municipality">Whose fund it is.</param>
/// <param name="Fund">The fund's name.</param>
/// <param name="IsMarked">Whether the application is marked as possibly secret: what it says is then left out.</param>
/// <param name="Title">The project's name; null under a mark.</param>
/// <param name="Organisation">Who applied; null under a mark.</param>
/// <param name="Phase">How it ended.</param>
internal sealed record PublicEndedCase(string CaseNumber, string Municipality, string Fund, bool IsMarked, string? Title, string? Organisation, Phase Phase);

/// <summary>Beside the decided cases, those that have a page in the register.</summary>
internal sealed class PublicEndedCases(FondDb db)
{
    /// <summary>By what their pages tell alone: what is marked is found by its case number only.</summary>
    public async Task<IQueryable<Application>> MatchingAsync(string? municipality, string? text, CancellationToken ct)
    {
        var cases = db.EndedCases();
        if (municipality is not null)
        {
            var funds = await db.FundsOfAsync(municipality, ct);
            cases = cases.Where(a => funds.Contains(a.FundId));
        }

        return cases.WithText(text,
            a => a.Secrecy == null && !a.FieldMarks.Any(m => m.LiftedAt == null && m.Field == ApplicationFields.Title) ? a.Title : null,
            a => a.Secrecy == null && !a.FieldMarks.Any(m => m.LiftedAt == null && m.Field == ApplicationFields.Organisation) ? a.Organisation : null,
            a => a.CaseNumber);
    }

    /// <returns>In the same order.</returns>
    public async Task<IReadOnlyList<PublicEndedCase>> OfAsync(IReadOnlyList<Application> cases, CancellationToken ct)
    {
        var ids = cases.Select(a => a.FundId).Distinct().ToArray();
        var funds = await db.Set<Fund>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        return [.. cases.Select(a => new PublicEndedCase(a.CaseNumber!, funds[a.FundId].Municipality, funds[a.FundId].Name, a.Secrecy is not null,
            a.MarkOf(ApplicationFields.Title) is null ? a.Title : null, a.MarkOf(ApplicationFields.Organisation) is null ? a.Organisation : null, a.Phase))];
    }
}
