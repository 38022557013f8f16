using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>Rows that were logged together. It stands for them in the audit trail, with a checksum over them all.</summary>
public sealed class MeasurementBatch : Aggregate
{
    private MeasurementBatch() { }

    public MeasurementBatch(long planId, long loggedById, DateTimeOffset at, RowChecksum rows) =>
        (PlanId, LoggedById, At, Rows, Sha256) = (planId, loggedById, at, rows.Rows, rows.ToString());

    public long PlanId { get; private set; }

    public long LoggedById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>How many rows it added or corrected.</summary>
    public int Rows { get; private set; }

    /// <summary>See <see cref="RowChecksum"/>.</summary>
    public string Sha256 { get; private set; } = "";
}
