using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>What a plan can find with the sizes that it states, whole groups in one wave against each other, or two waves of one group.</summary>
public static class DetectableEffects
{
    /// <summary>By indicator; none when no sizes are planned.</summary>
    public static IEnumerable<Detectable> Of(MeasurementPlan plan)
    {
        if (plan.PlannedIntervention is not { } n) return [];
        var m = plan.PlannedComparison ?? n;
        return plan.Measurable.Select(i =>
        {
            var (smallest, reason) = SmallestOf(i, n, m);
            return new Detectable(i, smallest, reason);
        });
    }

    private static (double? Smallest, Refusal? Reason) SmallestOf(PlanIndicator indicator, int n, int m) => indicator.Kind switch
    {
        IndicatorKind.Share when indicator.Baseline is { } expected => DetectableEffect.OfShares(n, m, (double)expected, indicator.Direction == Direction.HigherIsBetter),
        IndicatorKind.Share or IndicatorKind.Rate or IndicatorKind.Ordinal => (null, new EstimateNotForeseen()),
        _ => DetectableEffect.OfMeans(n, m),
    };
}
