using Fond.Domain.Applications;

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
internal sealed class Block(PlanIndicator indicator, PlanWave wave, MeasurementGroup group)
{
    private readonly List<Portion> _told = [];
    private readonly HashSet<Portion> _fresh = [], _gone = [];

    /// <summary>What waits to be corrected: the newest version, and that which is told.</summary>
    private readonly Dictionary<Portion, Portion> _corrections = [];

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

    public void Tell(bool fresh, bool corrections)
    {
        _parts = IfTold(fresh, corrections);
        if (fresh)
        {
            _told.AddRange(_fresh);
            _fresh.Clear();
        }
        if (!corrections) return;
        _gone.UnionWith(_corrections.Values);
        _told.AddRange(_corrections.Keys);
        _corrections.Clear();
    }

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

    /// <summary>Whether a figure may be shown: of enough, and with no value that makes up most of it.</summary>
    public bool IsShowable(Weight weight, int threshold) => IsOfEnough(weight, threshold) && !IsDominated(weight);

    /// <summary>No fewer than the threshold; for a share with no fewer on either side, so that neither a few nor all are told to have a property.</summary>
    public bool IsOfEnough(Weight weight, int threshold) => weight.N >= threshold
        && (indicator.Kind != IndicatorKind.Share || (Math.Round(weight.Events) >= threshold && Math.Round(weight.N - weight.Events) >= threshold));

    /// <summary>What makes up a share is 0 or 1, and none of it more than the rest.</summary>
    public bool IsDominated(Weight weight) => indicator.Kind != IndicatorKind.Share && weight.IsDominated;

    public CellKey Key(string? subgroup = null) => new(indicator.Code, wave.Code, group, subgroup);

    /// <summary>Null where nothing is told.</summary>
    public Cell? Cell(string? subgroup = null)
    {
        if (subgroup is null ? _told.Count == 0 : !_parts.ContainsKey(subgroup)) return null;
        return Estimates.Cell.Of(indicator.Kind, subgroup is null ? Standing : Standing.Where(p => p.Subgroup == subgroup));
    }

    private IEnumerable<Portion> Standing => _gone.Count == 0 ? _told : _told.Where(p => !_gone.Contains(p));

    private static string PartOf(Portion portion) => portion.Subgroup ?? OfNone;

    private static Dictionary<string, Weight> Weigh(Dictionary<string, Weight> parts, IEnumerable<Portion> portions)
    {
        foreach (var portion in portions) parts[PartOf(portion)] = parts.GetValueOrDefault(PartOf(portion)) + portion.Weight;
        return parts;
    }
}
