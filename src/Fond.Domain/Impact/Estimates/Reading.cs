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

    /// <summary>What names it in all its versions; null where there is one alone.</summary>
    public string? Key { get; init; }

    /// <summary>The batch that corrected it; null for what stands.</summary>
    public long? ReplacedBy { get; init; }

    /// <summary>Whether it corrects an earlier version.</summary>
    public bool Corrects { get; init; }

    internal static Reading Of(Measurement m) => new(m.IndicatorId, m.WaveId, m.Group, m.Value, m.N, m.Mean, m.StandardDeviation, m.Events)
    {
        BatchId = m.BatchId,
        Exposure = m.Exposure,
        Subgroup = m.Subgroup,
        SubjectKey = m.SubjectKey,
        SiteKey = m.SiteKey,
    };
}

/// <summary>Which indicator, wave, group and part of the group a cell sums up.</summary>
/// <param name="Subgroup">Null for the whole group.</param>
public sealed record CellKey(string Indicator, string Wave, MeasurementGroup Group, string? Subgroup = null);
