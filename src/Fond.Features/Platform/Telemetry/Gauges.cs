using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Telemetry;

/// <summary>
/// How things stand in the database: what waits, what has failed, and where the money is. An operator's alerts hang on these. Where they could not be
/// read they have no value, rather than one that was true once.
/// </summary>
internal sealed class Gauges
{
    private readonly IServiceScopeFactory _scopes;
    private volatile Standing? _standing;

    public Gauges(IMeterFactory meters, IServiceScopeFactory scopes)
    {
        _scopes = scopes;
        var meter = meters.Create(WorkTelemetry.Source);
        meter.CreateObservableGauge("fond.outbox.depth", () => Told(s => s.Unsent), "{message}", "E-mails that have yet to leave.");
        meter.CreateObservableGauge("fond.outbox.age", () => Told(s => s.OldestUnsent), "s", "How long the oldest of them has waited.");
        meter.CreateObservableGauge("fond.timer.lag", () => Told(s => s.OldestDue), "s", "How long the timer or alarm that fell due first has waited.");
        meter.CreateObservableGauge("fond.import.age", () => Told(s => s.OldestImport), "s", "How long ago the oldest file of measurements came that has not been worked through.");
        meter.CreateObservableGauge("fond.incidents.open", () => Told(s => s.Incidents), "{incident}", "Work that kept failing and waits for an administrator.");
        meter.CreateObservableGauge("fond.ledger.balance", () => _standing?.Balances ?? [], "{öre}", "What stands on an account of a fund's ledger.");
        meter.CreateObservableGauge("fond.ledger.imbalance", () => _standing?.Imbalances ?? [], "{öre}", "What a fund's ledger is off by: anything but zero is a fault.");
    }

    public async Task ReadAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            _standing = await ActivatorUtilities.CreateInstance<StandingReader>(scope.ServiceProvider).ReadAsync(ct);
        }
        catch
        {
            _standing = null;
            throw;
        }
    }

    private IEnumerable<Measurement<T>> Told<T>(Func<Standing, T> value) where T : struct => _standing is { } standing ? [new(value(standing))] : [];
}
