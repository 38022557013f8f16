using Fond.Domain.Applications;
using Fond.Domain.Impact.Estimates;

namespace Fond.Domain.Impact;

/// <summary>Sums up the measurements of one batch as they come.</summary>
public sealed class BatchSums(MeasurementPlan plan)
{
    /// <summary>Below so many rows a sum, on average, the rows are read instead.</summary>
    private const int FewestRows = 4;

    private readonly Dictionary<long, IndicatorKind> _kinds = plan.Indicators.ToDictionary(i => i.Id, i => i.Kind);
    private readonly Dictionary<(long, long, MeasurementGroup, string?, string?), MeasurementSum> _sums = [];
    private int _rows;

    /// <summary>None where there would be about as many as rows.</summary>
    public IReadOnlyCollection<MeasurementSum> All => _sums.Count * FewestRows <= _rows ? _sums.Values : [];

    public BatchSums Add(IEnumerable<Measurement> rows)
    {
        foreach (var row in rows)
        {
            var portion = Portion.Of(Reading.Of(row), _kinds[row.IndicatorId]);
            var key = (row.IndicatorId, row.WaveId, row.Group, row.Subgroup, row.SiteKey);
            if (!_sums.TryGetValue(key, out var sum)) _sums.Add(key, sum = new(plan.Id, portion));
            sum.Add(portion);
            _rows++;
        }
        return this;
    }
}
