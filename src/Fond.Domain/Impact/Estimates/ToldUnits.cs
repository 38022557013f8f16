namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Whether it may be told how the schools or other units of a group differ. An interval by them is one equation more of what each of them has, beside all that is shown: with what is known of those in shown parts it
/// might tell what one or two at a school have. So those of a unit, those of it who are in each shown part, and those who are in none, must be nobody or as many as the threshold, for the whole and its parts alike.
/// </summary>
internal sealed class ToldUnits(IReadOnlyDictionary<CellKey, Cell> shown, int threshold)
{
    /// <summary>To whoever logged them.</summary>
    public static readonly ToldUnits All = new(new Dictionary<CellKey, Cell>(), 1);

    public int Threshold => threshold;

    public bool In(CellKey key, Cell cell)
    {
        if (threshold <= 1) return true;
        var whole = key with { Subgroup = null };
        var parts = shown.Where(s => s.Key.Subgroup is not null && s.Key with { Subgroup = null } == whole).Select(s => s.Value.Units).ToList();
        return shown.GetValueOrDefault(whole, cell).Units.All(unit => IsMany(unit.Value.N) && AreMany(parts.ConvertAll(p => (long)p.GetValueOrDefault(unit.Key).N), unit.Value.N));
    }

    private bool AreMany(List<long> parts, long whole) => parts.TrueForAll(IsMany) && IsMany(whole - parts.Sum());

    private bool IsMany(long people) => people == 0 || people >= threshold;
}
