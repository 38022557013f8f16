using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>Rows that were logged together. It stands for them in the audit trail, with a checksum over them all.</summary>
public sealed class MeasurementBatch : Aggregate
{
    private MeasurementBatch() { }

    public MeasurementBatch(long planId, long loggedById, DateTimeOffset at, RowChecksum rows) =>
        (PlanId, LoggedById, At, Rows, Salt, Sha256) = (planId, loggedById, at, rows.Rows, rows.Salt, rows.ToString());

    public long PlanId { get; private set; }

    public long LoggedById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>How many rows it added or corrected.</summary>
    [NotInTrail]
    public int Rows { get; private set; }

    /// <summary>What the checksum begins with; empty in batches from before there was any.</summary>
    [NotInTrail]
    public string Salt { get; private set; } = "";

    /// <summary>See <see cref="RowChecksum"/>.</summary>
    public string Sha256 { get; private set; } = "";
}
