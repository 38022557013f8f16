namespace Fond.Domain.Impact.Estimates;

/// <summary>A measurement as far as sums need it.</summary>
public readonly record struct Reading(long IndicatorId, long WaveId, MeasurementGroup Group, decimal? Value, int? N, decimal? Mean, decimal? StandardDeviation, int? Events)
{
    /// <summary>Rises from batch to batch.</summary>
    public long BatchId { get; init; }

    public decimal? Exposure { get; init; }

    public string? Subgroup { get; init; }

    public string? SubjectKey { get; init; }

    public string? SiteKey { get; init; }
}

/// <summary>Which indicator, wave, group and part of the group a cell sums up.</summary>
/// <param name="Subgroup">Null for the whole group.</param>
public sealed record CellKey(string Indicator, string Wave, MeasurementGroup Group, string? Subgroup = null);
