using Fond.Domain.Common;

namespace Fond.Domain.KeyFigures;

/// <summary>By which way values came.</summary>
public enum KeyFigureOrigin
{
    /// <summary>Sent through the API.</summary>
    Entered,

    /// <summary>Sent as a file.</summary>
    File,

    /// <summary>Fetched from Kolada.</summary>
    Kolada,
}

/// <summary>Values that came together: when, and by whom. It stands for them in the audit trail, with a checksum over what it added.</summary>
public sealed class KeyFigureLoad : Aggregate
{
    private KeyFigureLoad() { }

    /// <param name="byId">Null: Fond itself.</param>
    public KeyFigureLoad(long keyFigureId, KeyFigureOrigin origin, long? byId, DateTimeOffset at, LoadVerdict verdict) =>
        (KeyFigureId, Origin, ById, At, Added, Revised, Sha256) = (keyFigureId, origin, byId, at, verdict.Added, verdict.Revised, KeyFigureRow.ChecksumOf(verdict.Fresh.Select(f => f.Row)));

    public long KeyFigureId { get; private set; }

    public KeyFigureOrigin Origin { get; private set; }

    public long? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>How many values had nothing before them.</summary>
    public int Added { get; private set; }

    /// <summary>How many took the place of another, which is kept.</summary>
    public int Revised { get; private set; }

    /// <summary>See <see cref="KeyFigureRow.ChecksumOf"/>.</summary>
    public string Sha256 { get; private set; } = "";
}
