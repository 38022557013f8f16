using Fond.Domain.Applications;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Whether it may be told how the schools or other units of a group differ. An interval by them is one equation more of what each of them has, beside all that is shown: with what is known of those in shown parts it
/// might tell what one or two at a school have, and beside that of another day what those have who came, or were corrected, in between. So it waits until those who have come, of a unit and a part, shown or none, since it
/// could last be told are as many, and as unlike, as could be shown.
/// </summary>
internal sealed class ToldUnits(IReadOnlyDictionary<CellKey, Cell> shown, int threshold)
{
    /// <summary>To whoever logged them.</summary>
    public static readonly ToldUnits All = new(new Dictionary<CellKey, Cell>(), 1);

    /// <summary>The parts that are told of by units, of each whole group, or of a part where that is hidden; null where none is, nor the whole.</summary>
    private readonly Dictionary<CellKey, IReadOnlySet<string>?> _groups = [];

    public int Threshold => threshold;

    public bool In(IndicatorKind kind, CellKey key, Cell cell)
    {
        if (threshold <= 1) return true;
        var group = shown.ContainsKey(key with { Subgroup = null }) ? key with { Subgroup = null } : key;
        if (!_groups.TryGetValue(group, out var parts)) _groups[group] = parts = Told(new(kind, threshold), shown.GetValueOrDefault(group, cell));
        return parts is not null && (key.Subgroup is null || parts.Contains(key.Subgroup));
    }

    private static IReadOnlySet<string>? Told(DisclosureRule rule, Cell cell) => new UnitsOverTime(rule, cell.AtUnits, cell.HiddenParts, cell.ComparedSince).Told();
}
