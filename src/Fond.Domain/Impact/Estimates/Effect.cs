using Fond.Domain.Common;

namespace Fond.Domain.Impact.Estimates;

/// <summary>What can be said of one indicator in one wave by one method, or why nothing can.</summary>
/// <param name="Unavailable">Why there is no estimate; null when there is one.</param>
public sealed record Effect(PlanIndicator Indicator, PlanWave Wave, EffectMethod Method, Estimate? Estimate, Refusal? Unavailable);

/// <summary>One group in one wave by one indicator, as it may be shown.</summary>
/// <param name="Cell">Null when it may not be shown.</param>
/// <param name="Hidden">Why it may not.</param>
public sealed record ShownCell(PlanIndicator Indicator, PlanWave Wave, MeasurementGroup Group, Cell? Cell, EstimateHidden? Hidden);

/// <summary>The results of a plan as one reader may see them.</summary>
/// <param name="Threshold">The smallest group that is shown; 1 for those who logged the measurements.</param>
public sealed record Results(MeasurementPlan Plan, IReadOnlyDictionary<CellKey, Cell> Cells, int Threshold)
{
    /// <summary>Every estimate that the design allows, by indicator and wave.</summary>
    public IEnumerable<Effect> Effects() =>
        from indicator in Plan.Indicators
        from wave in Plan.FollowUps
        from method in Estimator.MethodsOf(Plan.Design)
        select Effect(method, indicator, wave);

    /// <summary>The cells that hold measurements.</summary>
    public IEnumerable<ShownCell> Shown() =>
        from indicator in Plan.Indicators
        from wave in Plan.Waves.OrderBy(w => w.From)
        from intervention in Enum.GetValues<MeasurementGroup>()
        let cell = Cells.GetValueOrDefault(new(indicator.Code, wave.Code, intervention))
        where cell is not null
        let hidden = cell.N < Threshold
        select new ShownCell(indicator, wave, intervention, hidden ? null : cell, hidden ? new EstimateHidden(Threshold) : null);

    private Effect Effect(EffectMethod method, PlanIndicator indicator, PlanWave wave)
    {
        if (Estimator.Needed(method, Plan, indicator, wave).Any(key => Cells.GetValueOrDefault(key) is { } cell && cell.N < Threshold))
            return new(indicator, wave, method, null, new EstimateHidden(Threshold));
        try
        {
            return new(indicator, wave, method, Estimator.Of(method, Plan, indicator, wave, Cells), null);
        }
        catch (RefusedException refused)
        {
            return new(indicator, wave, method, null, refused.Refusals[0]);
        }
    }
}
