using Fond.Domain.Applications;

namespace Fond.Domain.Impact.Estimates;

/// <summary>When a figure of one kind may be shown by itself (primary suppression).</summary>
/// <param name="Threshold">The smallest group.</param>
internal readonly record struct DisclosureRule(IndicatorKind Kind, int Threshold)
{
    /// <summary>Nobody, or no fewer than the threshold: what tells of so many tells of no few.</summary>
    public bool IsMany(long people) => people == 0 || people >= Threshold;

    /// <summary>Of enough, not the same of all, and with no value that makes up most of it.</summary>
    public bool IsShowable(Weight weight) => IsOfEnough(weight) && !weight.IsAlike && !IsDominated(weight);

    /// <summary>
    /// No fewer than the threshold; and where single values are whole steps, no fewer steps above the lowest and below the highest, so that neither a few nor all are told to have a property:
    /// for a share that is how many have it and how many lack it.
    /// </summary>
    public bool IsOfEnough(Weight weight) => Margin(weight) >= Threshold;

    /// <summary>How many they are, or for whole steps how many steps above the lowest or below the highest, whichever is least.</summary>
    public double Margin(Weight weight) => weight.N > 0 && EndsOf(weight) is (var lowest, var highest)
        ? Math.Min(weight.N, Math.Min(Math.Round(weight.Events - lowest * weight.N), Math.Round(highest * weight.N - weight.Events)))
        : weight.N;

    /// <summary>What makes up a share is 0 or 1, and none of it more than the rest.</summary>
    public bool IsDominated(Weight weight) => Kind != IndicatorKind.Share && weight.IsDominated;

    /// <summary>What single values lie between; null where they are no whole steps.</summary>
    private (double Lowest, double Highest)? EndsOf(Weight weight) => Kind switch
    {
        IndicatorKind.Share => (0, 1),
        IndicatorKind.Count or IndicatorKind.Rate => (0, weight.High),
        IndicatorKind.Ordinal => (weight.Low, weight.High),
        _ => null,
    };
}
