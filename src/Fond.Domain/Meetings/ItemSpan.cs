namespace Fond.Domain.Meetings;

/// <summary>From one item on the agenda to before another, by their numbers.</summary>
/// <param name="From">Null: from the beginning.</param>
/// <param name="Until">Null: to the end.</param>
internal readonly record struct ItemSpan(int? From, int? Until)
{
    public bool IsReversed => From < 1 || Until <= (From ?? 1);

    public bool Covers(int item) => (From is null || item >= From) && (Until is null || item < Until);

    public bool Overlaps(ItemSpan other) => (From ?? 1) < (other.Until ?? int.MaxValue) && (other.From ?? 1) < (Until ?? int.MaxValue);
}
