namespace Fond.Domain.Impact.Statistics;

/// <summary>Who of the baseline was measured again.</summary>
/// <param name="Baseline">How many individuals were measured at the baseline.</param>
/// <param name="Kept">How many of them later.</param>
/// <param name="Joined">How many later who were not measured at the baseline.</param>
public sealed record Attrition(int Baseline, int Kept, int Joined)
{
    /// <summary>Lost of those measured at the baseline, 0 to 1; null without a baseline.</summary>
    public double? Lost => Baseline > 0 ? (double)(Baseline - Kept) / Baseline : null;

    public static Attrition Of(IReadOnlySet<string> baseline, IReadOnlySet<string> later)
    {
        var kept = later.Count(baseline.Contains);
        return new(baseline.Count, kept, later.Count - kept);
    }
}
