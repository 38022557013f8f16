using Fond.Domain.Applications;

namespace Fond.Domain.Impact.Estimates;

/// <summary>What is told or withheld as one: a measurement in one of its versions, or those of one batch that are of the same part and unit, summed up.</summary>
public sealed class Portion
{
    private Portion() { }

    internal long IndicatorId { get; private init; }

    internal long WaveId { get; private init; }

    internal MeasurementGroup Group { get; private init; }

    internal string? Subgroup { get; private init; }

    internal string? SiteKey { get; private init; }

    internal long BatchId { get; private init; }

    /// <summary>What names it in all its versions; null where there is one alone, and for sums.</summary>
    internal string? Key { get; private init; }

    /// <summary>The batch that corrected it; null for what stands.</summary>
    internal long? ReplacedBy { get; private init; }

    /// <summary>Whether it corrects an earlier version.</summary>
    internal bool Corrects { get; private init; }

    /// <summary>The mean; for events by person the number each.</summary>
    internal double Mean { get; private init; }

    /// <summary>Squared deviations from the mean, summed.</summary>
    internal double Squares { get; private init; }

    internal double Exposure { get; private init; }

    /// <summary>Whether only the number of events is known, not how they are spread: that of one person, and none of anybody, tell it.</summary>
    internal bool TotalsOnly { get; private init; }

    internal Individual? Individual { get; private init; }

    internal Weight Weight { get; private init; }

    /// <summary>Whether what is published is the same of both; a correction of its unit alone, say, changes nothing of that.</summary>
    internal bool TellsAs(Portion other) => (Weight, Mean, Squares, Exposure) == (other.Weight, other.Mean, other.Squares, other.Exposure);

    internal static Portion Of(Reading reading, IndicatorKind kind)
    {
        var weight = Weight.Of(reading);
        var together = reading.Value is null;
        var counts = kind is IndicatorKind.Share or IndicatorKind.Count or IndicatorKind.Rate;
        return new()
        {
            IndicatorId = reading.IndicatorId,
            WaveId = reading.WaveId,
            Group = reading.Group,
            Subgroup = reading.Subgroup,
            SiteKey = reading.SiteKey,
            BatchId = reading.BatchId,
            Key = reading.Key,
            ReplacedBy = reading.ReplacedBy,
            Corrects = reading.Corrects,
            Weight = weight,
            Mean = together && counts ? weight.Events / weight.N : (double)(reading.Value ?? reading.Mean ?? 0),
            Squares = together && !counts ? Math.Pow((double)(reading.StandardDeviation ?? 0), 2) * (weight.N - 1) : 0,
            Exposure = (double)(reading.Exposure ?? 0),
            TotalsOnly = together && counts && weight is { N: > 1, Events: > 0 },
            Individual = reading.Value is { } value ? new(reading.SubjectKey ?? "", (double)value) : null,
        };
    }

    /// <summary>Without the individuals that it sums up.</summary>
    public static Portion Of(MeasurementSum sum) => new()
    {
        IndicatorId = sum.IndicatorId,
        WaveId = sum.WaveId,
        Group = sum.Group,
        Subgroup = sum.Subgroup,
        SiteKey = sum.SiteKey,
        BatchId = sum.BatchId,
        Weight = Weight.Of(sum),
        Mean = sum.Mean,
        Squares = sum.Squares,
        Exposure = sum.Exposure,
        TotalsOnly = sum.TotalsOnly,
    };
}
