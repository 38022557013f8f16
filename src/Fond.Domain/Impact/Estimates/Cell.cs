using Fond.Domain.Applications;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>A measurement as far as sums need it.</summary>
public readonly record struct Reading(long IndicatorId, long WaveId, MeasurementGroup Group, decimal? Value, int? N, decimal? Mean, decimal? StandardDeviation, int? Events);

/// <summary>Which indicator, wave and group a cell sums up.</summary>
public sealed record CellKey(string Indicator, string Wave, MeasurementGroup Group);

/// <summary>One group in one wave by one indicator, summed up.</summary>
/// <param name="N">How many were measured.</param>
/// <param name="Mean">Their mean; for a share the share, for a count the number a person.</param>
/// <param name="StandardDeviation">Among them, divisor n - 1; null for shares, for one alone, and for counts of which only the total is known.</param>
/// <param name="Events">For shares and counts: how many.</param>
public sealed record Cell(int N, double Mean, double? StandardDeviation, double? Events)
{
    /// <summary>From a published mean and standard deviation.</summary>
    public static Cell OfMeans(int n, double mean, double? standardDeviation) => new(n, mean, n > 1 ? standardDeviation : null, null);

    /// <summary>From a number of events among <paramref name="n"/>.</summary>
    public static Cell OfEvents(int n, double events) => new(n, events / n, null, events);

    internal Sample AsSample => new(N, Mean, StandardDeviation ?? 0);

    /// <summary>A share that was logged rounded is of the nearest whole number of people.</summary>
    internal Share AsShare => new((int)Math.Round(Events ?? 0), N);

    internal Rate AsRate => new((long)(Events ?? 0), N, N);

    /// <summary>Sums up every cell of a plan.</summary>
    public static IReadOnlyDictionary<CellKey, Cell> Of(MeasurementPlan plan, IEnumerable<Reading> readings)
    {
        var indicators = plan.Indicators.ToDictionary(i => i.Id);
        var waves = plan.Waves.ToDictionary(w => w.Id, w => w.Code);
        return readings.GroupBy(r => (r.IndicatorId, r.WaveId, r.Group)).ToDictionary(
            g => new CellKey(indicators[g.Key.IndicatorId].Code, waves[g.Key.WaveId], g.Key.Group),
            g => Of(indicators[g.Key.IndicatorId].Kind, g));
    }

    private static Cell Of(IndicatorKind kind, IEnumerable<Reading> readings)
    {
        var sum = new Sum();
        foreach (var reading in readings) sum.Add(reading, kind);
        return sum.Cell(kind);
    }

    /// <summary>Adds up groups by their sizes, means and squared deviations (Chan, Golub and LeVeque 1983), which loses no digits where sums of squares would.</summary>
    private sealed class Sum
    {
        private long _n;
        private double _mean, _squares, _events;
        private bool _totalsOnly;

        public void Add(Reading reading, IndicatorKind kind)
        {
            if (reading.Value is { } value) Add(1, (double)value, 0);
            else if (kind == IndicatorKind.Mean) Add(reading.N!.Value, (double)reading.Mean!.Value, Math.Pow((double)(reading.StandardDeviation ?? 0), 2) * (reading.N.Value - 1));
            else
            {
                _totalsOnly = true;
                Add(reading.N!.Value, reading.Events is { } events ? (double)events / reading.N.Value : (double)reading.Mean!.Value, 0);
            }
        }

        public Cell Cell(IndicatorKind kind) => new(
            (int)Math.Min(_n, int.MaxValue), kind == IndicatorKind.Mean ? _mean : _events / _n,
            kind == IndicatorKind.Share || _totalsOnly || _n < 2 ? null : Math.Sqrt(_squares / (_n - 1)),
            kind == IndicatorKind.Mean ? null : _events);

        private void Add(int n, double mean, double squares)
        {
            var (difference, total) = (mean - _mean, _n + n);
            _squares += squares + difference * difference * _n * n / total;
            _mean += difference * n / total;
            (_n, _events) = (total, _events + mean * n);
        }
    }
}
