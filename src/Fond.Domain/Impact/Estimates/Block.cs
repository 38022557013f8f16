using System.Globalization;

namespace Fond.Domain.Impact.Estimates;

/// <summary>How one part of a block changes when what waits is told.</summary>
/// <param name="Fresh">What is added.</param>
/// <param name="Before">What is corrected, as it was told.</param>
/// <param name="After">The same as it is to be.</param>
/// <param name="Moved">What readers see of it all: the values that are added, and by how much those that are corrected move.</param>
internal readonly record struct Change(Weight Fresh, Weight Before, Weight After, Weight Moved)
{
    public static Change Of(Portion fresh) => new(fresh.Weight, default, default, fresh.Weight);

    public static Change Of(Portion before, Portion after) => new(default, before.Weight, after.Weight, Weight.Between(before, after));

    public static Change operator +(Change a, Change b) => new(a.Fresh + b.Fresh, a.Before + b.Before, a.After + b.After, a.Moved + b.Moved);
}

/// <summary>What was measured by one indicator in one wave in one group, in parts (the subgroups, and those of none), and how much of it is told so far.</summary>
/// <param name="comparedSince">See <see cref="Estimates.Cell.ComparedSince"/>.</param>
internal sealed class Block(PlanIndicator indicator, PlanWave wave, MeasurementGroup group, int threshold, long comparedSince)
{
    private readonly DisclosureRule _rule = new(indicator.Kind, threshold);

    /// <summary>With the batches with which it was told and, where it corrects, what it corrects was: those of the same times are told together always.</summary>
    private readonly Dictionary<Portion, string> _told = [];

    private readonly HashSet<Portion> _fresh = [];

    /// <summary>What was told and has been corrected, with the batch with which that was told; with its own where nobody could see it.</summary>
    private readonly Dictionary<Portion, long> _gone = [];

    /// <summary>What waits to be corrected: the newest version, and that which is told.</summary>
    private readonly Dictionary<Portion, Portion> _corrections = [];

    /// <summary>What came, by part and time, of those that have not been told by themselves since.</summary>
    private readonly List<Dictionary<string, Weight>> _together = [];

    private Dictionary<string, Weight> _parts = new(StringComparer.Ordinal);

    /// <summary>The part of those who are of no subgroup; it is never told by itself.</summary>
    public const string OfNone = "";

    public IReadOnlyDictionary<string, Weight> Told => _parts;

    public bool HasFresh => _fresh.Count > 0;

    public bool HasCorrections => _corrections.Count > 0;

    /// <summary>Told or not.</summary>
    public IEnumerable<string> Subgroups => _parts.Keys.Union(_fresh.Select(PartOf)).Where(p => p != OfNone);

    public void Add(Portion portion) => _fresh.Add(portion);

    /// <summary>What was not told yet is as if it had been right from the start; what was told waits, with its correction, until enough are corrected.</summary>
    public void Replace(Portion before, Portion after)
    {
        if (_fresh.Remove(before)) _fresh.Add(after);
        else _corrections.Add(after, _corrections.Remove(before, out var told) ? told : before);
    }

    public void Tell(bool fresh, bool corrections, long batch)
    {
        _parts = IfTold(fresh, corrections);
        var time = batch.ToString(CultureInfo.InvariantCulture);
        if (fresh)
        {
            foreach (var portion in _fresh) _told.Add(portion, time);
            _together.Add(Weigh([], _fresh));
            _fresh.Clear();
        }
        if (!corrections) return;
        foreach (var (after, before) in _corrections)
        {
            var isSame = after.TellsAs(before) && after.SiteKey == before.SiteKey;
            _gone.Add(before, isSame ? Came(_told[before]) : batch);
            _told.Add(after, isSame ? _told[before] : $"{_told[before]},{time}");
        }
        _corrections.Clear();
    }

    /// <summary>Those parts are told by themselves now.</summary>
    public void Apart(Func<string, bool> isHidden)
    {
        foreach (var came in _together) foreach (var part in came.Keys.Where(p => !isHidden(p)).ToList()) came.Remove(part);
        _together.RemoveAll(came => came.Count == 0);
    }

    /// <summary>
    /// Whether parts that have been hidden can be told by themselves, each of them: what some of them have, less what all had together at some times, is of those of them who came at the other times and of the others who came at
    /// these. Nobody, or as many as could be shown; a few who all have or lack the property are not nobody.
    /// </summary>
    /// <param name="fresh">Whether what waits comes along.</param>
    public bool CanBeApart(IReadOnlySet<string> parts, bool fresh)
    {
        var sums = new Cuts<Known>();
        foreach (var (time, came) in _together.Concat(fresh ? [Weigh([], _fresh)] : []).Index())
            foreach (var (part, weight) in came.GroupBy(c => parts.Contains(c.Key) ? c.Key : OfNone, (part, all) => (part, all.Aggregate(default(Weight), (sum, c) => sum + c.Value))).Where(c => c.Item2.N > 0))
                sums.Join(new(part, null), new(null, time), _rule.Margin(weight));
        return sums.AreNoneBelow(threshold);
    }

    /// <summary>A sum that is known: of a part, with those that stay hidden as one, or of all who came together at a time.</summary>
    private readonly record struct Known(string? Part, int? Time);

    /// <summary>The parts as they would be.</summary>
    public Dictionary<string, Weight> IfTold(bool fresh, bool corrections)
    {
        var parts = corrections && HasCorrections ? Weigh([], Standing.Except(_corrections.Values).Concat(_corrections.Keys)) : new(_parts, StringComparer.Ordinal);
        return fresh ? Weigh(parts, _fresh) : parts;
    }

    /// <summary>By part, of those that would change. Who is corrected without anything that is published being another is not among them, and hides nobody.</summary>
    public Dictionary<string, Change> Changes(bool fresh, bool corrections)
    {
        var changes = new Dictionary<string, Change>(StringComparer.Ordinal);
        if (fresh) foreach (var portion in _fresh) Add(portion, Change.Of(portion));
        if (corrections) foreach (var (after, before) in _corrections.Where(c => !c.Key.TellsAs(c.Value))) Add(before, Change.Of(before, after));
        return changes;

        void Add(Portion portion, Change change) => changes[PartOf(portion)] = changes.GetValueOrDefault(PartOf(portion)) + change;
    }

    public bool IsShowable(Weight weight) => _rule.IsShowable(weight);

    public bool IsOfEnough(Weight weight) => _rule.IsOfEnough(weight);

    public bool IsDominated(Weight weight) => _rule.IsDominated(weight);

    public CellKey Key(string? subgroup = null) => new(indicator.Code, wave.Code, group, subgroup);

    /// <summary>Null where nothing is told.</summary>
    /// <param name="hidden">See <see cref="Estimates.Cell.HiddenParts"/>.</param>
    public Cell? Cell(string? subgroup, IReadOnlyList<HiddenParts> hidden)
    {
        if (subgroup is null ? _told.Count == 0 : !_parts.ContainsKey(subgroup)) return null;
        var told = _told.Where(t => subgroup is null || t.Key.Subgroup == subgroup);
        return Estimates.Cell.Of(indicator.Kind, told.Where(t => !_gone.ContainsKey(t.Key)).Select(t => (t.Key, t.Value))) with
        {
            AtUnits = told.Select(t => new ToldPortion(t.Key, Came(t.Value), _gone.GetValueOrDefault(t.Key, long.MaxValue))).Where(p => p.Gone > p.Came),
            ComparedSince = comparedSince,
            HiddenParts = hidden,
            IsCorrected = HasCorrections,
        };
    }

    private static long Came(string told) => long.Parse(told.AsSpan(told.LastIndexOf(',') + 1), CultureInfo.InvariantCulture);

    private IEnumerable<Portion> Standing => _gone.Count == 0 ? _told.Keys : _told.Keys.Where(p => !_gone.ContainsKey(p));

    private static string PartOf(Portion portion) => portion.Subgroup ?? OfNone;

    private static Dictionary<string, Weight> Weigh(Dictionary<string, Weight> parts, IEnumerable<Portion> portions)
    {
        foreach (var portion in portions) parts[PartOf(portion)] = parts.GetValueOrDefault(PartOf(portion)) + portion.Weight;
        return parts;
    }
}
