using Fond.Domain.Common;

namespace Fond.Domain.KeyFigures;

/// <summary>A value of a key figure, or why there is none. What it says never changes: another value for the same place is another revision.</summary>
public sealed class KeyFigureValue : Entity, IRecordedInBulk
{
    private KeyFigureValue() { }

    public KeyFigureValue(KeyFigureLoad load, FreshValue fresh) =>
        (KeyFigureId, LoadId, AreaId, Year, Gender, Value, Missing, Revision) =
        (load.KeyFigureId, load.Id, fresh.AreaId, fresh.Row.Year, fresh.Row.Gender, fresh.Row.Value, fresh.Row.Missing, fresh.Revision);

    public long KeyFigureId { get; private set; }

    public long AreaId { get; private set; }

    /// <summary>What it came with.</summary>
    public long LoadId { get; private set; }

    public int Year { get; private set; }

    public KeyFigureGender Gender { get; private set; }

    public decimal? Value { get; private set; }

    public MissingReason? Missing { get; private set; }

    /// <summary>1 for the first of its place, 2 for what took its place, and so on.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether it is the latest of its place.</summary>
    public bool IsCurrent { get; private set; } = true;

    internal (long, int, KeyFigureGender) Place => (AreaId, Year, Gender);

    /// <summary>Another revision has come.</summary>
    public void GiveWay() => IsCurrent = false;
}
