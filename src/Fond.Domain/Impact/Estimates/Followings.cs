using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Who of the baseline was measured again, as one reader may be told. Those who were kept, lost and joined are each nobody or as many as the threshold. Parts of a group are told all together or not at all: those
/// of none are the whole less the parts, and so must be as many, and so must those who were of one part first and of another later, whom the parts count as lost and joined and the whole does not.
/// </summary>
internal sealed class Followings(string baseline, IReadOnlyDictionary<CellKey, Cell?> cells, IReadOnlyDictionary<CellKey, Cell> shown, int threshold)
{
    public (Attrition? Attrition, Refusal? Reason) Of(CellKey later)
    {
        var (whole, first) = (later with { Subgroup = null }, later with { Wave = baseline });
        if (!cells.ContainsKey(first with { Subgroup = null })) return (null, new EstimateWaveMissing(baseline));
        if (!IsShown(whole) || !IsShown(whole with { Wave = baseline }) || !IsShown(later) || !IsShown(first)) return (null, new EstimateHidden(threshold));
        if (!AreIndividuals(whole) || !AreIndividuals(whole with { Wave = baseline })) return (null, new EstimateNeedsIndividuals());
        var attrition = Attrition.Of(Subjects(first), Subjects(later));
        var isTold = AreMany(attrition) && (later.Subgroup is null || AreAllMany(whole));
        return isTold ? (attrition, null) : (null, new EstimateHidden(threshold));
    }

    private bool AreAllMany(CellKey whole)
    {
        if (threshold <= 1) return true;
        var first = whole with { Wave = baseline };
        var parts = cells.Keys.Where(k => k.Subgroup is not null && (k with { Subgroup = null } == whole || k with { Subgroup = null } == first)).Select(k => k.Subgroup).Distinct().ToList();
        if (!parts.TrueForAll(p => IsShown(whole with { Subgroup = p }) && IsShown(first with { Subgroup = p }))) return false;
        List<Attrition> each = [.. parts.Select(p => Attrition.Of(Subjects(first with { Subgroup = p }), Subjects(whole with { Subgroup = p }))), Attrition.Of(OfNone(first, parts), OfNone(whole, parts))];
        var moved = Attrition.Of(Subjects(first), Subjects(whole)).Kept - each.Sum(a => a.Kept);
        return each.TrueForAll(AreMany) && IsMany(moved);
    }

    private HashSet<string> OfNone(CellKey whole, IEnumerable<string?> parts) => [.. Subjects(whole).Except(parts.SelectMany(p => Subjects(whole with { Subgroup = p })), StringComparer.Ordinal)];

    private HashSet<string> Subjects(CellKey key) => shown.TryGetValue(key, out var cell) ? cell.Individuals.Select(i => i.Subject).ToHashSet(StringComparer.Ordinal) : [];

    /// <summary>What was not measured at all hides nothing.</summary>
    private bool IsShown(CellKey key) => !cells.ContainsKey(key) || shown.ContainsKey(key);

    private bool AreIndividuals(CellKey key) => !shown.TryGetValue(key, out var cell) || cell.AreIndividuals;

    private bool AreMany(Attrition attrition) => IsMany(attrition.Kept) && IsMany(attrition.Joined) && IsMany(attrition.Baseline - attrition.Kept);

    private bool IsMany(int people) => people == 0 || people >= threshold;
}
