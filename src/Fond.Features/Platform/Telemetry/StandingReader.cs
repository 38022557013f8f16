using System.Diagnostics.Metrics;
using Fond.Domain.Funds;
using Fond.Domain.Impact.Imports;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Telemetry;

/// <summary>What the gauges tell, as it was when it was read. Ages are in seconds, money in öre.</summary>
internal sealed record Standing(long Unsent, double OldestUnsent, double OldestDue, double OldestImport, long Incidents, IReadOnlyList<Measurement<long>> Balances, IReadOnlyList<Measurement<long>> Imbalances);

internal sealed class StandingReader(FondDb db, Clock clock)
{
    private readonly DateTimeOffset _now = clock.Now;

    public async Task<Standing> ReadAsync(CancellationToken ct)
    {
        var unsent = db.Set<OutboxMessage>().Where(m => m.NextAttemptAt != null);
        var timers = db.Set<WorkflowTimer>().Where(t => t.NextAttemptAt != null && t.DueAt <= _now).Select(t => (DateTimeOffset?)t.DueAt);
        var alarms = db.Set<Alarm>().Where(a => a.NextAttemptAt <= _now).Select(a => a.NextAttemptAt);
        var imports = db.Set<MeasurementImport>().Where(i => i.NextAttemptAt != null).Select(i => (DateTimeOffset?)i.At);
        var (balances, imbalances) = await LedgerAsync(ct);
        return new(await unsent.CountAsync(ct), Since(await unsent.MinAsync(m => (DateTimeOffset?)m.CreatedAt, ct)), Math.Max(Since(await timers.MinAsync(ct)), Since(await alarms.MinAsync(ct))), Since(await imports.MinAsync(ct)),
            await db.Set<Incident>().CountAsync(i => i.RetriedAt == null, ct), balances, imbalances);
    }

    private double Since(DateTimeOffset? first) => first is null ? 0 : (_now - first.Value).TotalSeconds;

    /// <summary>The postings of a fund sum to zero, and those of its available money to what it says that it has.</summary>
    private async Task<(IReadOnlyList<Measurement<long>> Balances, IReadOnlyList<Measurement<long>> Imbalances)> LedgerAsync(CancellationToken ct)
    {
        var available = await db.Set<Fund>().Select(f => new { f.Id, f.Name, f.Available }).ToListAsync(ct);
        var sums = await (from posting in db.Set<Posting>()
                          join transaction in db.Set<LedgerTransaction>() on EF.Property<long>(posting, "LedgerTransactionId") equals transaction.Id
                          group posting by new { transaction.FundId, posting.Account } into account
                          select new { account.Key.FundId, account.Key.Account, Ore = account.Sum(p => (long)(object)p.Amount) }).ToListAsync(ct);
        var (balances, imbalances) = (new List<Measurement<long>>(), new List<Measurement<long>>());
        foreach (var fund in available)
        {
            var accounts = sums.Where(s => s.FundId == fund.Id).ToList();
            balances.AddRange(accounts.Select(a => new Measurement<long>(a.Ore, new KeyValuePair<string, object?>("fund", fund.Name), new("account", a.Account.ToString()))));
            var said = accounts.Where(a => a.Account == LedgerAccount.Available).Sum(a => a.Ore);
            imbalances.Add(new(Math.Abs(accounts.Sum(a => a.Ore)) + Math.Abs(said - fund.Available.Ore), new KeyValuePair<string, object?>("fund", fund.Name)));
        }
        return (balances, imbalances);
    }
}
