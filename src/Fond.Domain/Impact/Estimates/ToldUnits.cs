using Fond.Domain.Applications;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Whether it may be told how the schools or other units of a group differ. An interval by them is one equation more of what each of them has, beside all that is shown: with what is known of those in shown parts it
/// might tell what one or two at a school have, and beside that of another day what those have who came, or were corrected, in between. So those of a unit who share a part, shown or none, and have always been told
/// together must be as many, and as unlike, as could be shown.
/// </summary>
internal sealed class ToldUnits(IReadOnlyDictionary<CellKey, Cell> shown, int threshold)
{
    /// <summary>To whoever logged them.</summary>
    public static readonly ToldUnits All = new(new Dictionary<CellKey, Cell>(), 1);

    public int Threshold => threshold;

    public bool In(IndicatorKind kind, CellKey key, Cell cell)
    {
        if (threshold <= 1) return true;
        var (whole, rule) = (key with { Subgroup = null }, new DisclosureRule(kind, threshold));
        return shown.GetValueOrDefault(whole, cell).AtUnits
            .GroupBy(a => (a.Portion.SiteKey, a.Told, Part: shown.ContainsKey(whole with { Subgroup = a.Portion.Subgroup }) ? a.Portion.Subgroup : null), (_, alike) => alike.Aggregate(default(Weight), (sum, a) => sum + a.Portion.Weight))
            .All(rule.IsShowable);
    }
}
