using Fond.Domain.Common;

namespace Fond.Domain.Impact;

public enum MeasurementGroup
{
    /// <summary>The intervention group: those whom the project reaches.</summary>
    Intervention,

    /// <summary>The comparison group.</summary>
    Comparison,
}

/// <summary>
/// What was measured: of one individual (<see cref="SubjectKey"/> and <see cref="Value"/>) or of several together (<see cref="N"/>
/// with a mean or a number of events).
/// </summary>
public interface IMeasured
{
    /// <summary>A pseudonym whose key the evaluator alone holds; null when several are measured together.</summary>
    string? SubjectKey { get; }

    decimal? Value { get; }

    /// <summary>How many were measured together.</summary>
    int? N { get; }

    decimal? Mean { get; }

    decimal? StandardDeviation { get; }

    int? Events { get; }

    /// <summary>For rates: time or other exposure that the events fell in.</summary>
    decimal? Exposure { get; }

    /// <summary>A part of the group that is followed by itself; null for those of no such part.</summary>
    string? Subgroup { get; }

    /// <summary>The school or other unit that they belong to.</summary>
    string? SiteKey { get; }

    DateOnly MeasuredOn { get; }

    MeasurementGroup Group { get; }
}

/// <summary>Numbers as they are kept.</summary>
public static class Measured
{
    public const int Decimals = 6;

    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>Whether the number is kept exactly by every database: below 10^12, six decimals.</summary>
    public static bool Fits(decimal number) => Math.Abs(number) < Largest && decimal.Round(number, Decimals) == number;
}

/// <summary>A row of measurement, never changed once logged: a corrected one is another version under the same key, and a <see cref="MeasurementCorrection"/> of the one before.</summary>
public sealed class Measurement : Entity, IRecordedInBulk, IMeasured
{
    private Measurement() { }

    /// <param name="revision">How often what the key names has been corrected, this time included.</param>
    public Measurement(long batchId, MeasurementPlan plan, MeasurementRow row, int revision = 0)
    {
        (BatchId, PlanId, RowKey, Revision) = (batchId, plan.Id, row.RowKey, revision);
        (IndicatorId, WaveId, Group) = (plan.Indicator(row.Indicator)!.Id, plan.Wave(row.Wave)!.Id, row.Group);
        (SubjectKey, Value, N, Mean, StandardDeviation, Events, MeasuredOn) =
            (row.SubjectKey, row.Value, row.N, row.Mean, row.StandardDeviation, row.Events, row.MeasuredOn);
        (Exposure, Subgroup, SiteKey) = (row.Exposure, row.Subgroup, row.SiteKey);
    }

    public long BatchId { get; private set; }

    public long PlanId { get; private set; }

    public long IndicatorId { get; private set; }

    public long WaveId { get; private set; }

    public MeasurementGroup Group { get; private set; }

    public string? SubjectKey { get; private set; }

    public decimal? Value { get; private set; }

    public int? N { get; private set; }

    public decimal? Mean { get; private set; }

    public decimal? StandardDeviation { get; private set; }

    public int? Events { get; private set; }

    public decimal? Exposure { get; private set; }

    public string? Subgroup { get; private set; }

    public string? SiteKey { get; private set; }

    public DateOnly MeasuredOn { get; private set; }

    /// <summary>The evaluator's name for the row, unique in the plan but for its versions.</summary>
    public string RowKey { get; private set; } = "";

    /// <summary>0 as first logged; one more with every correction.</summary>
    public int Revision { get; private set; }
}
