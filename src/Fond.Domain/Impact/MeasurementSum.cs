using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;

namespace Fond.Domain.Impact;

/// <summary>
/// The measurements of one batch by one indicator in one wave, of one group, part and unit, summed up, so that reading results need not go through them all. A batch without
/// any, such as one that corrects others or is corrected, is read row by row.
/// </summary>
public sealed class MeasurementSum : Entity, IRecordedInBulk
{
    private MeasurementSum() { }

    internal MeasurementSum(long planId, Portion first) =>
        (PlanId, BatchId, IndicatorId, WaveId, Group, Subgroup, SiteKey) = (planId, first.BatchId, first.IndicatorId, first.WaveId, first.Group, first.Subgroup, first.SiteKey);

    public long PlanId { get; private set; }

    public long BatchId { get; private set; }

    public long IndicatorId { get; private set; }

    public long WaveId { get; private set; }

    public MeasurementGroup Group { get; private set; }

    public string? Subgroup { get; private set; }

    public string? SiteKey { get; private set; }

    /// <summary>How many were measured.</summary>
    public long N { get; private set; }

    public double Mean { get; private set; }

    /// <summary>Squared deviations from the mean, summed.</summary>
    public double Squares { get; private set; }

    public double Events { get; private set; }

    public double Exposure { get; private set; }

    /// <summary>Whether the spread of some is not known.</summary>
    public bool TotalsOnly { get; private set; }

    /// <summary>All values, without their signs.</summary>
    public double Total { get; private set; }

    /// <summary>The largest of them.</summary>
    public double Largest { get; private set; }

    /// <summary>The next.</summary>
    public double Second { get; private set; }

    /// <summary>Chan, Golub and LeVeque (1983), as <see cref="CellSum"/>.</summary>
    internal void Add(Portion portion)
    {
        var (weight, n) = (Weight.Of(this) + portion.Weight, portion.Weight.N);
        var difference = portion.Mean - Mean;
        Squares += portion.Squares + difference * difference * N * n / weight.N;
        Mean += difference * n / weight.N;
        Exposure += portion.Exposure;
        TotalsOnly |= portion.TotalsOnly;
        (N, Events, Total, Largest, Second) = (weight.N, weight.Events, weight.Total, weight.Largest, weight.Second);
    }
}
