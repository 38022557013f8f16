namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Whether it may be told how the schools or other units of a group differ. An interval by them is one equation more of what each of them has, beside all that is shown: with what is known of those in shown parts it
/// might tell what one or two at a school have. So those of a unit, and those of it who are in no shown part, must be nobody or as many as the threshold.
/// </summary>
internal sealed class ToldUnits(IReadOnlyDictionary<CellKey, Cell> shown, int threshold)
{
    /// <summary>To whoever logged them.</summary>
    public static readonly ToldUnits All = new(new Dictionary<CellKey, Cell>(), 1);

    public int Threshold => threshold;

    public bool In(CellKey key, Cell cell)
    {
        if (threshold <= 1) return true;
        var parts = key.Subgroup is not null ? [] : shown.Where(s => s.Key.Subgroup is not null && s.Key with { Subgroup = null } == key).Select(s => s.Value.Units).ToList();
        return cell.Units.All(unit => IsMany(unit.Value.N) && IsMany(unit.Value.N - parts.Sum(p => p.GetValueOrDefault(unit.Key).N)));
    }

    private bool IsMany(long people) => people == 0 || people >= threshold;
}
