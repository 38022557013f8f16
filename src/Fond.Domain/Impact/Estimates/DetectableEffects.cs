using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// What a plan can find with the sizes that it states, by the comparison that judges: each group as large in every wave, waves as independent samples, and among several primary indicators by the strictest of
/// Holm's limits, which is what one of them meets when the others show nothing.
/// </summary>
public static class DetectableEffects
{
    /// <summary>From where a share's uncertainty is largest.</summary>
    private const double UnknownShare = 0.5;

    /// <summary>By indicator; none when no sizes are planned.</summary>
    public static IEnumerable<Detectable> Of(MeasurementPlan plan)
    {
        if (plan.Content is not { Sizes: { } sizes } content) return [];
        return plan.Measurable.Select(i =>
        {
            var (smallest, reason) = Of(i.Planned, content, sizes);
            var method = MethodOf(i.Planned, content);
            return new Detectable(i, method, smallest, reason, smallest is null ? null : DetectableSentence.Of(i.Planned, method, Tested(i.Planned, content)));
        });
    }

    /// <summary>By an indicator as it was planned once; null where that cannot be told.</summary>
    internal static double? SmallestOf(PlannedIndicator indicator, PlanContent content) =>
        content.Sizes is not { } sizes || indicator.Kind == IndicatorKind.Qualitative ? null : Of(indicator, content, sizes).Smallest;

    private static (double? Smallest, Refusal? Reason) Of(PlannedIndicator indicator, PlanContent content, PlannedSizes sizes)
    {
        var (method, detectable) = (MethodOf(indicator, content), new DetectableEffect(Distributions.Tail / Tested(indicator, content)));
        var (n, rise, changes) = (sizes.Intervention, indicator.Direction == Direction.HigherIsBetter, method == EffectMethod.DifferenceInDifferences);
        var m = method == EffectMethod.BeforeAfter ? n : sizes.Comparison ?? n;
        return indicator.Kind switch
        {
            IndicatorKind.Share => detectable.OfShares(n, m, (double?)indicator.Baseline ?? UnknownShare, rise, changes),
            IndicatorKind.Rate when indicator.Baseline is { } expected => detectable.OfRates(n, m, (double)expected, rise, changes),
            IndicatorKind.Rate => (null, new EstimateNotForeseen()),
            IndicatorKind.Ordinal => detectable.OfRanks(n, m, rise),
            _ => changes ? detectable.OfMeans(n, n, m, m) : detectable.OfMeans(n, m),
        };
    }

    private static EffectMethod MethodOf(PlannedIndicator indicator, PlanContent content) => Estimator.MethodsOf(content.Design, indicator.Kind ?? IndicatorKind.Mean)[0];

    /// <summary>Among how many it is tested.</summary>
    private static int Tested(PlannedIndicator indicator, PlanContent content) =>
        indicator.IsPrimary ? content.Indicators.Count(i => i is { IsPrimary: true, Kind: not IndicatorKind.Qualitative }) : 1;
}
