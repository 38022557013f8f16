using Fond.Domain.Applications;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>How far the 95 % confidence interval of an effect reaches, as factors on its estimate; an interval that goes past no effect is cut off there, as a saving that did not come is none.</summary>
/// <param name="Deviation">The effect's standard error as a part of it, not cut off: what a simulation draws by, so that an effect that is not shown can come to nothing or to harm as often as its interval says.</param>
public sealed record EffectRange(decimal Low, decimal High, decimal Deviation)
{
    /// <summary>More says nothing: the estimate is next to none.</summary>
    private const double Most = 100;

    /// <summary>Half of a 95 % interval in standard errors, of a normal distribution.</summary>
    private const double HalfInterval = 1.959964;

    /// <returns>Null where there is no estimate, or no difference to take a part of, or it lies in the direction that nobody wished, which no saving rests on.</returns>
    public static EffectRange? Of(Effect effect)
    {
        if (effect.Estimate is not { } estimate) return null;
        var (value, ends) = (estimate.Value, new[] { estimate.Lower, estimate.Upper });
        if (value == 0 || value > 0 != (effect.Indicator.Direction == Direction.HigherIsBetter) || estimate.Technique.NoDifference() != 0 || !ends.All(double.IsFinite)) return null;
        return new((decimal)Math.Clamp(ends.Min(e => e / value), 0, 1), (decimal)Math.Clamp(ends.Max(e => e / value), 1, Most),
            (decimal)Math.Min((estimate.Upper - estimate.Lower) / (2 * HalfInterval * Math.Abs(value)), Most));
    }
}
