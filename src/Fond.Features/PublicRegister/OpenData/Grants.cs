using System.Runtime.CompilerServices;
using Fond.Domain.Decisions;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister.OpenData;

/// <summary>All grants but those that a court has repealed, for which the standard has no word, oldest decision first, a page at a time: however many there are, only a page is in memory.</summary>
internal sealed class Grants(FondDb db, PublicCases cases)
{
    private const int PageSize = 200;

    public async IAsyncEnumerable<Grant> AllAsync(string address, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var last = 0L; ;)
        {
            var decisions = await db.Set<Decision>().AsNoTracking().Where(d => d.Id > last && d.Kind == DecisionKind.Decision && d.Outcome != DecisionOutcome.Rejected)
                .OrderBy(d => d.Id).Take(PageSize).ToListAsync(ct);
            foreach (var granted in (await cases.OfAsync(decisions, ct)).Where(c => !c.IsRepealed)) yield return Grant.Of(granted, address);
            if (decisions.Count < PageSize) yield break;
            last = decisions[^1].Id;
        }
    }
}
