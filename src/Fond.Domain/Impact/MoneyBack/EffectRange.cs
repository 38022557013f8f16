using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>How far the 95 % confidence interval of an effect reaches, as factors on its estimate; an interval that goes past no effect is cut off there, as a saving that did not come is none.</summary>
public sealed record EffectRange(decimal Low, decimal High)
{
    /// <summary>More says nothing: the estimate is next to none.</summary>
    private const double Most = 100;

    /// <returns>Null where there is no difference to take a part of.</returns>
    internal static EffectRange? Of(Estimate estimate)
    {
        var (value, ends) = (estimate.Value, new[] { estimate.Lower, estimate.Upper });
        if (value == 0 || estimate.Technique.NoDifference() != 0 || !ends.All(double.IsFinite)) return null;
        return new((decimal)Math.Clamp(ends.Min(e => e / value), 0, 1), (decimal)Math.Clamp(ends.Max(e => e / value), 1, Most));
    }
}
