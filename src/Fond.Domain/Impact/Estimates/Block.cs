using Fond.Domain.Applications;

namespace Fond.Domain.Impact.Estimates;

/// <summary>What was measured by one indicator in one wave in one group, in parts (the subgroups, and those of none), and how much of it is told so far.</summary>
internal sealed class Block(PlanIndicator indicator, PlanWave wave, MeasurementGroup group)
{
    private readonly List<Reading> _told = [], _waiting = [];
    private readonly Dictionary<string, Weight> _toldParts = new(StringComparer.Ordinal), _waitingParts = new(StringComparer.Ordinal);

    /// <summary>The part of those who are of no subgroup; it is never told by itself.</summary>
    public const string OfNone = "";

    public IReadOnlyDictionary<string, Weight> Told => _toldParts;

    public IReadOnlyDictionary<string, Weight> Waiting => _waitingParts;

    /// <summary>Told or not.</summary>
    public IEnumerable<string> Subgroups => _toldParts.Keys.Union(_waitingParts.Keys).Where(p => p != OfNone);

    public void Add(Reading reading)
    {
        _waiting.Add(reading);
        Weigh(_waitingParts, PartOf(reading), Weight.Of(reading));
    }

    public void Tell()
    {
        _told.AddRange(_waiting);
        foreach (var (part, weight) in _waitingParts) Weigh(_toldParts, part, weight);
        _waiting.Clear();
        _waitingParts.Clear();
    }

    public Dictionary<string, Weight> IfTold()
    {
        var parts = new Dictionary<string, Weight>(_toldParts, StringComparer.Ordinal);
        foreach (var (part, weight) in _waitingParts) Weigh(parts, part, weight);
        return parts;
    }

    /// <summary>Whether a figure may be shown: of no fewer than the threshold, and for a share with no fewer on either side, so that neither a few nor all are told to have a property.</summary>
    public bool IsShowable(Weight weight, int threshold) => weight.N >= threshold
        && (indicator.Kind != IndicatorKind.Share || (Math.Round(weight.Events) >= threshold && Math.Round(weight.N - weight.Events) >= threshold));

    public CellKey Key(string? subgroup = null) => new(indicator.Code, wave.Code, group, subgroup);

    /// <summary>Null where nothing is told.</summary>
    public Cell? Cell(string? subgroup = null) => subgroup is null
        ? (_told.Count > 0 ? Estimates.Cell.Of(indicator.Kind, _told) : null)
        : _toldParts.ContainsKey(subgroup) ? Estimates.Cell.Of(indicator.Kind, _told.Where(r => r.Subgroup == subgroup)) : null;

    private static string PartOf(Reading reading) => reading.Subgroup ?? OfNone;

    private static void Weigh(Dictionary<string, Weight> parts, string part, Weight weight) => parts[part] = parts.GetValueOrDefault(part) + weight;
}
