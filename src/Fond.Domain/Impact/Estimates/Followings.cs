using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Who of the baseline was measured again, as one reader may be told. Those who were kept, lost and joined, and were told of at the same times, are each nobody or as many as the threshold. Parts of a group are told all together or not at all: those
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
        var isTold = AreMany(Subjects(first), Subjects(later)) && (later.Subgroup is null || AreAllMany(whole));
        return isTold ? (Attrition.Of(Subjects(first).Keys.ToHashSet(StringComparer.Ordinal), Subjects(later).Keys.ToHashSet(StringComparer.Ordinal)), null) : (null, new EstimateHidden(threshold));
    }

    private bool AreAllMany(CellKey whole)
    {
        if (threshold <= 1) return true;
        var first = whole with { Wave = baseline };
        var parts = cells.Keys.Where(k => k.Subgroup is not null && (k with { Subgroup = null } == whole || k with { Subgroup = null } == first)).Select(k => k.Subgroup).Distinct().ToList();
        if (!parts.TrueForAll(p => IsShown(whole with { Subgroup = p }) && IsShown(first with { Subgroup = p }))) return false;
        var each = parts.ConvertAll(p => (First: Subjects(first with { Subgroup = p }), Later: Subjects(whole with { Subgroup = p })));
        each.Add((OfNone(first, parts), OfNone(whole, parts)));
        var (before, after) = (Subjects(first), Subjects(whole));
        var moved = before.Keys.Where(after.ContainsKey).Except(each.SelectMany(e => e.First.Keys.Where(e.Later.ContainsKey)), StringComparer.Ordinal);
        return each.TrueForAll(e => AreMany(e.First, e.Later)) && AreMany(moved, before, after);
    }

    private Dictionary<string, string> OfNone(CellKey whole, IEnumerable<string?> parts) => Subjects(whole).ExceptBy(parts.SelectMany(p => Subjects(whole with { Subgroup = p }).Keys), s => s.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>With the time since which it is told that they were measured.</summary>
    private Dictionary<string, string> Subjects(CellKey key) => shown.TryGetValue(key, out var cell) ? cell.Individuals.ToDictionary(i => i.Subject, i => i.Since, StringComparer.Ordinal) : [];

    /// <summary>What was not measured at all hides nothing.</summary>
    private bool IsShown(CellKey key) => !cells.ContainsKey(key) || shown.ContainsKey(key);

    private bool AreIndividuals(CellKey key) => !shown.TryGetValue(key, out var cell) || cell.AreIndividuals;

    private bool AreMany(Dictionary<string, string> first, Dictionary<string, string> later) => AreMany(first.Keys.Union(later.Keys, StringComparer.Ordinal), first, later);

    /// <summary>Those who came in between two days are told by subtraction, and so must be as many too.</summary>
    private bool AreMany(IEnumerable<string> people, Dictionary<string, string> first, Dictionary<string, string> later) =>
        people.CountBy(p => (first.GetValueOrDefault(p), later.GetValueOrDefault(p))).All(course => new DisclosureRule(default, threshold).IsMany(course.Value));
}
