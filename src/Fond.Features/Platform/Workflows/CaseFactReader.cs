using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Workflows;

/// <summary>Gathers what all features know about a case, and who in it answers to a role.</summary>
internal sealed class CaseFactReader(FondDb db, Clock clock, IEnumerable<ICaseFactSource> sources, IEnumerable<ICasePeople> people)
{
    public async Task<CaseFacts> ReadAsync(Application application, CancellationToken ct)
    {
        var facts = new CaseFacts();
        foreach (var source in sources) await source.AddAsync(application, facts, ct);
        return facts;
    }

    /// <summary>Guards in words; one with '!' in front asks that it does not hold.</summary>
    public Text Conditions(IEnumerable<string> guards)
    {
        var known = sources.SelectMany(s => s.Flags).ToDictionary();
        var texts = guards.Select(g => g.StartsWith('!') ? new Text($"inte: {known[g[1..]].Sv}", $"not: {known[g[1..]].En}") : known[g]).ToList();
        return new(string.Join("; ", texts.Select(t => t.Sv)), string.Join("; ", texts.Select(t => t.En)));
    }

    /// <summary>Whether somebody who holds the role answers to it in this case: by the case itself where a feature names who does, otherwise by office, but not in one's own case.</summary>
    public async Task<bool> IsInAsync(Application application, Role role, long personId, CancellationToken ct) => people.FirstOrDefault(p => p.Role == role) is { } named
        ? (await named.InAsync(application, ct)).Contains(personId)
        : !application.IsWorkOf(personId);

    /// <summary>The persons who answer to a role in the case: those that a feature names, otherwise all who hold it in the fund and have no conflict of interest.</summary>
    public async Task<IReadOnlyList<long>> PeopleAsync(Application application, Role role, CancellationToken ct)
    {
        if (people.FirstOrDefault(p => p.Role == role) is { } named) return await named.InAsync(application, ct);
        var today = clock.Today;
        var shut = db.ShutOutIn(application.Id);
        var holders = await db.Set<Person>()
            .Where(p => !shut.Contains(p.Id) && p.Roles.Any(r => r.Role == role && (r.FundId == null || r.FundId == application.FundId) && r.From <= today && (r.Until == null || r.Until > today)))
            .Select(p => p.Id).ToListAsync(ct);
        return holders.FindAll(id => !application.IsWorkOf(id));
    }
}
