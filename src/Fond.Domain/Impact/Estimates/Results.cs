using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>The results of a plan as one reader may see them.</summary>
public sealed class Results
{
    private readonly MeasurementPlan _plan;
    private readonly Dictionary<CellKey, Cell?> _cells;
    private readonly Dictionary<CellKey, Cell> _shown;
    private readonly List<string?> _subgroups;
    private readonly ToldPairs _pairs;
    private readonly ToldUnits _units;
    private readonly int _threshold;

    /// <summary>From every measurement, so that each individual is known.</summary>
    /// <param name="threshold">The smallest group that is shown; 1 for those who logged the measurements.</param>
    public Results(MeasurementPlan plan, IEnumerable<Reading> readings, int threshold) : this(plan, Portions(plan, readings), threshold) { }

    /// <summary>From sums, too, which is enough for all but what needs individuals: further techniques, steps of a scale, who was followed.</summary>
    public Results(MeasurementPlan plan, IEnumerable<Portion> portions, int threshold)
    {
        (_plan, _threshold, _cells) = (plan, threshold, Disclosure.Of(plan, portions, threshold));
        _shown = _cells.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!);
        (_pairs, _units) = (new(plan, _shown, threshold), new(_shown, threshold));
        _subgroups = [null, .. _cells.Keys.Select(k => k.Subgroup).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }

    public MeasurementPlan Plan => _plan;

    public static IEnumerable<Portion> Portions(MeasurementPlan plan, IEnumerable<Reading> readings)
    {
        var kinds = plan.Indicators.ToDictionary(i => i.Id, i => i.Kind);
        return readings.Select(r => Portion.Of(r, kinds[r.IndicatorId]));
    }

    /// <summary>Every estimate that the design allows, by indicator and wave, of the whole groups and of the subgroups that were measured.</summary>
    public IReadOnlyList<Effect> Effects()
    {
        var effects = (
            from indicator in _plan.Measurable
            from wave in _plan.FollowUps
            from method in Estimator.MethodsOf(_plan.Design, indicator.Kind)
            from subgroup in _subgroups
            where subgroup is null || _cells.ContainsKey(new(indicator.Code, wave.Code, MeasurementGroup.Intervention, subgroup))
            select EffectOf(new(method, indicator, wave, subgroup))).ToList();
        var adjusted = Adjusted(effects);
        return [.. effects.Select(e => e.Estimate is { Doubt: null, PValue: not null } && adjusted.TryGetValue(e, out var p) ? e with { Estimate = e.Estimate with { AdjustedPValue = p } } : e)];
    }

    /// <summary>The cells that hold measurements.</summary>
    public IEnumerable<ShownCell> Shown() =>
        from indicator in _plan.Indicators
        from wave in _plan.Waves.OrderBy(w => w.From)
        from intervention in Enum.GetValues<MeasurementGroup>()
        from subgroup in _subgroups
        let key = new CellKey(indicator.Code, wave.Code, intervention, subgroup)
        where _cells.ContainsKey(key)
        let cell = _cells[key]
        select new ShownCell(indicator, wave, intervention, subgroup, cell, cell is null ? new EstimateHidden(_threshold) : null);

    /// <summary>How far the intervention group has come, by each indicator with a target and each later wave that was measured.</summary>
    /// <param name="planned">Whose targets are meant, and whose expected baselines where none is measured; null: the plan's as it stands.</param>
    public IEnumerable<Attained> Attained(PlanContent? planned = null) =>
        from indicator in _plan.Indicators
        where indicator.Kind != Applications.IndicatorKind.Ordinal
        let aim = planned is null ? indicator.Planned : planned.Indicators.FirstOrDefault(p => p.Code == indicator.Code)
        where aim?.Target is not null
        from wave in _plan.FollowUps
        let key = new CellKey(indicator.Code, wave.Code, MeasurementGroup.Intervention)
        where _cells.ContainsKey(key)
        select AttainedBy(aim, indicator, wave, key);

    /// <summary>How many were measured again, by indicator, later wave, group and part of it, where individuals were logged.</summary>
    public IEnumerable<Followed> Followed() =>
        from indicator in _plan.Indicators
        from wave in _plan.FollowUps
        from intervention in Enum.GetValues<MeasurementGroup>()
        from subgroup in _subgroups
        let key = new CellKey(indicator.Code, wave.Code, intervention, subgroup)
        let first = key with { Wave = _plan.Baseline!.Code }
        where _cells.ContainsKey(key with { Subgroup = null }) && (_cells.ContainsKey(key) || _cells.ContainsKey(first)) // a part that was lost whole is told of too
        select FollowedBy(indicator, wave, key);

    /// <summary>How many are told of in whole groups, by indicator and later wave, where nothing that stands beside the intervention group is hidden.</summary>
    public IReadOnlyDictionary<(string Indicator, string Wave), ToldNumbers> Told() => (
        from indicator in _plan.Measurable
        from wave in _plan.FollowUps
        let reached = new CellKey(indicator.Code, wave.Code, MeasurementGroup.Intervention)
        where _shown.ContainsKey(reached)
        let others = Beside(reached).Where(_cells.ContainsKey).ToList()
        where others.TrueForAll(_shown.ContainsKey)
        select (Key: (indicator.Code, wave.Code), Numbers: new ToldNumbers(_shown[reached].N, others.Min(key => (int?)_shown[key].N))
        {
            Uncorrected = Uncorrected(indicator, reached),
            OthersUncorrected = [.. others.Select(key => Uncorrected(indicator, key)).OfType<Share>()],
        })).ToDictionary(t => t.Key, t => t.Numbers);

    private Share? Uncorrected(PlanIndicator indicator, CellKey key) => indicator.Kind == Applications.IndicatorKind.Share && _shown[key] is { IsCorrected: true } cell ? cell.AsShare : null;

    /// <summary>The effects that judge and are told, in whole groups, by indicator and later wave.</summary>
    public IReadOnlyDictionary<(string Indicator, string Wave), Effect> Judging() => Effects()
        .Where(e => e is { Subgroup: null, Estimate: not null } && e.Method == Estimator.MethodsOf(_plan.Design, e.Indicator.Kind)[0])
        .ToDictionary(e => (e.Indicator.Code, e.Wave.Code));

    private IEnumerable<CellKey> Beside(CellKey reached) => [
        reached with { Group = MeasurementGroup.Comparison }, .. Enum.GetValues<MeasurementGroup>().Select(group => reached with { Wave = _plan.Baseline!.Code, Group = group })];

    private Effect EffectOf(Question question)
    {
        var (method, indicator, wave, subgroup) = question;
        if (question.Needed(_plan).Exists(key => _cells.ContainsKey(key) && !_shown.ContainsKey(key))) return Without(new EstimateHidden(_threshold));
        try
        {
            var estimate = Estimator.Of(question, _plan, _shown, _units);
            return new(indicator, wave, method, subgroup, estimate, null, new FurtherTechniques(_plan, question, _shown, _pairs, _units, _threshold).All(estimate.Technique));
        }
        catch (RefusedException refused)
        {
            return Without(refused.Refusals[0]);
        }

        Effect Without(Refusal reason) => new(indicator, wave, method, subgroup, null, reason, []);
    }

    /// <summary>
    /// Each effect of a primary indicator in whole groups with its p value adjusted. A family is all primary indicators in one wave: those by which they are judged, whichever method that is of each; and beside them those by
    /// each other method. One that has no p value that a verdict may go by, or lacks the method, counts among those that were asked, so that the others are adjusted for it.
    /// </summary>
    private Dictionary<Effect, double> Adjusted(List<Effect> effects)
    {
        var asked = _plan.Measurable.Count(i => i.IsPrimary);
        return effects.FindAll(e => e is { Indicator.IsPrimary: true, Subgroup: null })
            .GroupBy(e => (e.Wave, Other: e.Method == Estimator.MethodsOf(_plan.Design, e.Indicator.Kind)[0] ? (EffectMethod?)null : e.Method), (_, alike) => alike.ToList())
            .SelectMany(family => family.Zip(Holm.Adjusted([.. family.Select(e => e.Estimate is { Doubt: null, PValue: { } p } ? p : 1), .. Enumerable.Repeat(1.0, asked - family.Count)])))
            .ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private Attained AttainedBy(PlannedIndicator aim, PlanIndicator indicator, PlanWave wave, CellKey key)
    {
        var first = key with { Wave = _plan.Baseline!.Code };
        var baseline = _shown.GetValueOrDefault(first)?.Mean ?? (double?)aim.Baseline;
        if (!_shown.TryGetValue(key, out var cell) || (baseline is null && _cells.ContainsKey(first))) return new(indicator, wave, null, new EstimateHidden(_threshold), null);
        if (baseline is null) return new(indicator, wave, null, new EstimateWaveMissing(first.Wave), null);
        var reach = new Reach(cell.N, cell.Mean, baseline.Value, _shown.GetValueOrDefault(first)?.N, (double)aim.Target!.Value);
        var (share, reason) = Attainment.Of(reach.Baseline, reach.Target, reach.Mean);
        return new(indicator, wave, share, reason, share is { } some ? Sentences.Attained(indicator, wave, some, reach) : null, reach);
    }

    private Followed FollowedBy(PlanIndicator indicator, PlanWave wave, CellKey key)
    {
        var (attrition, reason) = new Followings(_plan.Baseline!.Code, _cells, _shown, _threshold).Of(key);
        var planned = key.Group == MeasurementGroup.Intervention ? _plan.PlannedIntervention : _plan.PlannedComparison;
        return new(indicator, wave, key.Group, key.Subgroup, key.Subgroup is null ? planned : null, attrition, reason);
    }
}
