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
        if (plan.Content.Sizes is not { } sizes) return [];
        return plan.Measurable.Select(i =>
        {
            var (smallest, reason) = Of(i.Planned, sizes.Intervention, sizes.Comparison ?? sizes.Intervention);
            return new Detectable(i, smallest, reason);
        });
    }

    /// <summary>By an indicator as it was planned once; null where that cannot be told.</summary>
    internal static double? SmallestOf(PlannedIndicator indicator, PlannedSizes? sizes) =>
        sizes is null || indicator.Kind == IndicatorKind.Qualitative ? null : Of(indicator, sizes.Intervention, sizes.Comparison ?? sizes.Intervention).Smallest;

    private static (double? Smallest, Refusal? Reason) Of(PlannedIndicator indicator, int n, int m) => indicator.Kind switch
    {
        IndicatorKind.Share when indicator.Baseline is { } expected => DetectableEffect.OfShares(n, m, (double)expected, indicator.Direction == Direction.HigherIsBetter),
        IndicatorKind.Share or IndicatorKind.Rate or IndicatorKind.Ordinal => (null, new EstimateNotForeseen()),
        _ => DetectableEffect.OfMeans(n, m),
    };
}
