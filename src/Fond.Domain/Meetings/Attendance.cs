using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

/// <summary>Somebody at the table for a part of the meeting, or away from it all. Whoever leaves and comes back has one for each time, and so has a substitute who serves for one member after another.</summary>
/// <param name="ServesForId">The member for whom a substitute serves meanwhile (tjänstgörande ersättare).</param>
/// <param name="ServesInSeatId">The seat with nobody in it in which a substitute serves meanwhile.</param>
/// <param name="FromItem">The number of the first item that they took part in; null: from the beginning.</param>
/// <param name="UntilItem">The number of the first item that they no longer took part in; null: to the end.</param>
public sealed record AttendanceDraft(long PersonId, bool IsPresent, long? ServesForId, int? FromItem, int? UntilItem, long? ServesInSeatId = null)
{
    internal ItemSpan Span => new(FromItem, UntilItem);

    internal bool IsPresentAt(int item) => IsPresent && Span.Covers(item);
}

/// <summary>Somebody at the table in one item.</summary>
public readonly record struct Seating(long PersonId, long? ServesForId, long? ServesInSeatId)
{
    /// <summary>A substitute serves for nobody where the member is there, whatever the list says of other items.</summary>
    internal static HashSet<Seating> Of(IEnumerable<Seating> listed)
    {
        List<Seating> all = [.. listed];
        var there = all.ConvertAll(p => p.PersonId);
        return [.. all.Select(p => p.ServesForId is { } member && there.Contains(member) ? p with { ServesForId = null } : p)];
    }
}

/// <summary>Whether somebody with a seat in the body was there, and when.</summary>
public sealed class Attendance : Entity
{
    private Attendance() { }

    internal Attendance(AttendanceDraft draft) =>
        (PersonId, IsPresent, ServesForId, ServesInSeatId, FromItem, UntilItem) = (draft.PersonId, draft.IsPresent, draft.ServesForId, draft.ServesInSeatId, draft.FromItem, draft.UntilItem);

    public long PersonId { get; private set; }

    public bool IsPresent { get; private set; }

    public long? ServesForId { get; private set; }

    /// <summary>The seat with nobody in it in which a substitute serves.</summary>
    public long? ServesInSeatId { get; private set; }

    public int? FromItem { get; private set; }

    public int? UntilItem { get; private set; }

    public bool IsPresentAt(int item) => IsPresent && new ItemSpan(FromItem, UntilItem).Covers(item);

    internal bool IsWhole => IsPresent && FromItem is null && UntilItem is null;
}
