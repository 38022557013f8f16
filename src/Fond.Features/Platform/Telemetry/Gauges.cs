using System.Diagnostics.Metrics;
using Fond.Domain.Funds;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Telemetry;

/// <summary>How things stand in the database: what waits, what has failed, and where the money is. An operator's alerts hang on these.</summary>
internal sealed class Gauges
{
    private readonly IServiceScopeFactory _scopes;
    private readonly Clock _clock;
    private readonly Gauge<long> _outbox, _incidents, _balance, _imbalance;
    private readonly Gauge<double> _outboxAge, _timerLag;

    public Gauges(IMeterFactory meters, IServiceScopeFactory scopes, Clock clock)
    {
        (_scopes, _clock) = (scopes, clock);
        var meter = meters.Create(WorkTelemetry.Source);
        _outbox = meter.CreateGauge<long>("fond.outbox.depth", "{message}", "E-mails that have yet to leave.");
        _outboxAge = meter.CreateGauge<double>("fond.outbox.age", "s", "How long the oldest of them has waited.");
        _timerLag = meter.CreateGauge<double>("fond.timer.lag", "s", "How long the timer that fell due first has waited.");
        _incidents = meter.CreateGauge<long>("fond.incidents.open", "{incident}", "Work that kept failing and waits for an administrator.");
        _balance = meter.CreateGauge<long>("fond.ledger.balance", "{öre}", "What stands on an account of a fund's ledger.");
        _imbalance = meter.CreateGauge<long>("fond.ledger.imbalance", "{öre}", "What a fund's ledger is off by: anything but zero is a fault.");
    }

    public async Task ReadAsync(CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FondDb>();
        await ReadWaitingAsync(db, ct);
        await ReadLedgerAsync(db, ct);
    }

    private async Task ReadWaitingAsync(FondDb db, CancellationToken ct)
    {
        var now = _clock.Now;
        var unsent = db.Set<OutboxMessage>().Where(m => m.NextAttemptAt != null);
        _outbox.Record(await unsent.CountAsync(ct));
        _outboxAge.Record(Since(await unsent.MinAsync(m => (DateTimeOffset?)m.CreatedAt, ct)));
        _timerLag.Record(Since(await db.Set<WorkflowTimer>().Where(t => t.NextAttemptAt != null && t.DueAt <= now).MinAsync(t => (DateTimeOffset?)t.DueAt, ct)));
        _incidents.Record(await db.Set<Incident>().CountAsync(i => i.RetriedAt == null, ct));

        double Since(DateTimeOffset? first) => first is null ? 0 : (now - first.Value).TotalSeconds;
    }

    /// <summary>The postings of a fund sum to zero, and those of its available money to what it says that it has.</summary>
    private async Task ReadLedgerAsync(FondDb db, CancellationToken ct)
    {
        var available = await db.Set<Fund>().Select(f => new { f.Id, f.Name, f.Available }).ToListAsync(ct);
        var sums = await (from posting in db.Set<Posting>()
                          join transaction in db.Set<LedgerTransaction>() on EF.Property<long>(posting, "LedgerTransactionId") equals transaction.Id
                          group posting by new { transaction.FundId, posting.Account } into account
                          select new { account.Key.FundId, account.Key.Account, Ore = account.Sum(p => (long)(object)p.Amount) }).ToListAsync(ct);
        foreach (var fund in available)
        {
            var accounts = sums.Where(s => s.FundId == fund.Id).ToList();
            foreach (var account in accounts) _balance.Record(account.Ore, new("fund", fund.Name), new("account", account.Account.ToString()));
            var said = accounts.Where(a => a.Account == LedgerAccount.Available).Sum(a => a.Ore);
            _imbalance.Record(Math.Abs(accounts.Sum(a => a.Ore)) + Math.Abs(said - fund.Available.Ore), new KeyValuePair<string, object?>("fund", fund.Name));
        }
    }
}
