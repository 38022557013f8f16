using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Who of the baseline was measured again, as one reader may be told. Those who were kept, lost and joined, and who became so since it could last be told, are each nobody or as many as the threshold; till then it waits. Parts of a group are told all together or not at all: those
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
        var isTold = AreMany(Subjects(first), Subjects(later), Start(whole)) && (later.Subgroup is null || AreAllMany(whole));
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
        return each.TrueForAll(e => AreMany(e.First, e.Later, Start(whole))) && AreMany(moved, before, after, Start(whole));
    }

    private Dictionary<string, long> OfNone(CellKey whole, IEnumerable<string?> parts) => Subjects(whole).ExceptBy(parts.SelectMany(p => Subjects(whole with { Subgroup = p }).Keys), s => s.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>With the batch since which it is told that they were measured.</summary>
    private Dictionary<string, long> Subjects(CellKey key) => shown.TryGetValue(key, out var cell) ? cell.Individuals.ToDictionary(i => i.Subject, i => i.Since, StringComparer.Ordinal) : [];

    /// <summary>What was not measured at all hides nothing.</summary>
    private bool IsShown(CellKey key) => !cells.ContainsKey(key) || shown.ContainsKey(key);

    private bool AreIndividuals(CellKey key) => !shown.TryGetValue(key, out var cell) || cell.AreIndividuals;

    /// <summary>The first batch with which both waves were told: before it there was nobody to tell of, and what came earlier counts as one.</summary>
    private long Start(CellKey whole)
    {
        long[] waves = [.. new[] { whole, whole with { Wave = baseline } }.Select(w => Subjects(w).Values.DefaultIfEmpty().Min())];
        return waves.Max();
    }

    private bool AreMany(Dictionary<string, long> first, Dictionary<string, long> later, long start) => AreMany(first.Keys.Union(later.Keys, StringComparer.Ordinal), first, later, start);

    /// <summary>Those who came, or of whom it was told that they were lost or kept, in between two days are told by subtraction, and so must be as many too.</summary>
    private bool AreMany(IEnumerable<string> people, Dictionary<string, long> first, Dictionary<string, long> later, long start)
    {
        var courses = people.Select(p => (First: In(first, p), Later: In(later, p))).ToList();
        var (told, last) = (true, long.MinValue);
        foreach (var time in courses.SelectMany(c => new[] { c.First, c.Later }).Where(t => t < long.MaxValue).Distinct().Order())
        {
            told = courses.CountBy(c => (c.First <= last, c.Later <= last, c.First <= time, c.Later <= time)).All(c => IsSame(c.Key) || new DisclosureRule(default, threshold).IsMany(c.Value));
            if (told) last = time;
        }
        return told;

        long In(Dictionary<string, long> wave, string person) => wave.TryGetValue(person, out var since) ? Math.Max(since, start) : long.MaxValue;

        static bool IsSame((bool WasInFirst, bool WasInLater, bool IsInFirst, bool IsInLater) course) => (course.WasInFirst, course.WasInLater) == (course.IsInFirst, course.IsInLater);
    }
}
