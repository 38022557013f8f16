using Fond.Domain.Common;

namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// How much of the way from baseline to target has been gone: 1 is all of it, below 0 is backwards, above 1 is past it. A definition and no estimate, so that no source is needed and no interval given: the gap that is closed, as a part of the gap
/// there was.
/// </summary>
public static class Attainment
{
    public static (double? Share, Refusal? Reason) Of(double baseline, double target, double actual) =>
        target == baseline ? (null, new EstimateTargetAtBaseline()) : ((actual - baseline) / (target - baseline), null);
}
