using Fond.Domain.Common;

namespace Fond.Domain.Impact.Statistics;

/// <summary>How much of the way from baseline to target has been gone: 1 is all of it, below 0 is backwards, above 1 is past it.</summary>
public static class Attainment
{
    public static (double? Share, Refusal? Reason) Of(double baseline, double target, double actual) =>
        target == baseline ? (null, new EstimateTargetAtBaseline()) : ((actual - baseline) / (target - baseline), null);
}
