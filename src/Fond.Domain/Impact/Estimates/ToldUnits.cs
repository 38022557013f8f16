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

    private readonly Dictionary<CellKey, bool> _cells = [];

    public int Threshold => threshold;

    public bool In(IndicatorKind kind, CellKey key, Cell cell)
    {
        if (threshold <= 1) return true;
        if (!_cells.TryGetValue(key, out var isTold)) _cells[key] = isTold = IsTold(new(kind, threshold), key with { Subgroup = null }, cell);
        return isTold;
    }

    private bool IsTold(DisclosureRule rule, CellKey whole, Cell cell)
    {
        var (portions, since) = (shown.GetValueOrDefault(whole, cell).AtUnits, shown.GetValueOrDefault(whole, cell).ComparedSince);
        return portions.GroupBy(a => shown.ContainsKey(whole with { Subgroup = a.Portion.Subgroup }) ? a.Portion.Subgroup : null, (_, part) => new UnitsOverTime(rule, [.. part], since)).All(p => p.AreTold());
    }
}
