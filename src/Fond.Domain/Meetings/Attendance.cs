using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

/// <param name="ServesForId">The absent member for whom a substitute serves (tjänstgörande ersättare).</param>
/// <param name="FromItem">The number of the first item that they took part in; null: from the beginning.</param>
/// <param name="UntilItem">The number of the first item that they no longer took part in; null: to the end.</param>
public sealed record AttendanceDraft(long PersonId, bool IsPresent, long? ServesForId, int? FromItem, int? UntilItem);

/// <summary>Whether somebody with a seat in the body was there.</summary>
public sealed class Attendance : Entity
{
    private Attendance() { }

    internal Attendance(AttendanceDraft draft) =>
        (PersonId, IsPresent, ServesForId, FromItem, UntilItem) = (draft.PersonId, draft.IsPresent, draft.ServesForId, draft.FromItem, draft.UntilItem);

    public long PersonId { get; private set; }

    public bool IsPresent { get; private set; }

    public long? ServesForId { get; private set; }

    public int? FromItem { get; private set; }

    public int? UntilItem { get; private set; }

    public bool IsPresentAt(int item) => IsPresent && (FromItem is null || item >= FromItem) && (UntilItem is null || item < UntilItem);
}
