using System.Runtime.CompilerServices;
using Fond.Domain.Decisions;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister.OpenData;

/// <summary>All grants but those that a court has repealed, for which the standard has no word, oldest decision first, a page at a time: however many there are, only a page is in memory.</summary>
internal sealed class Grants(FondDb db, PublicCases cases)
{
    private const int PageSize = 200;

    /// <summary>The first page is read at once: where the database cannot serve, nothing has been answered yet.</summary>
    public async Task<IAsyncEnumerable<Grant>> AllAsync(string address, CancellationToken ct) => FromAsync(await PageAsync(0, ct), address, ct);

    private async IAsyncEnumerable<Grant> FromAsync(Page page, string address, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            foreach (var granted in page.Granted.Where(c => !c.IsRepealed)) yield return Grant.Of(granted, address);
            if (page.Last is not { } last) yield break;
            page = await PageAsync(last, ct);
        }
    }

    private async Task<Page> PageAsync(long after, CancellationToken ct)
    {
        var decisions = await db.Set<Decision>().AsNoTracking().Where(d => d.Id > after && d.Kind == DecisionKind.Decision && d.Outcome != DecisionOutcome.Rejected)
            .OrderBy(d => d.Id).Take(PageSize).ToListAsync(ct);
        return new(await cases.OfAsync(decisions, ct), decisions.Count == PageSize ? decisions[^1].Id : null);
    }

    /// <param name="Last">The last decision of the page; null: there are no more.</param>
    private sealed record Page(IReadOnlyList<PublicCase> Granted, long? Last);
}
