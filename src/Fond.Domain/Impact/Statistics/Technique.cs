namespace Fond.Domain.Impact.Statistics;

/// <summary>How a number was found. Formulas and sources: docs/impact.md.</summary>
public enum Technique
{
    /// <summary>Difference between independent means, variances unequal (Welch).</summary>
    MeanDifference,

    /// <summary>Mean change of the same individuals (paired t).</summary>
    PairedChange,

    /// <summary>Difference between groups, adjusted for each individual's baseline (analysis of covariance).</summary>
    Ancova,

    /// <summary>Difference or change of groups made of whole schools or units, which carry the uncertainty (cluster-robust, CR2).</summary>
    ClusterDifference,

    /// <summary>Difference between shares (Newcombe; p of two groups by Fisher).</summary>
    ShareDifference,

    /// <summary>One share divided by another (log interval).</summary>
    RiskRatio,

    /// <summary>Odds of one group divided by those of another (log interval).</summary>
    OddsRatio,

    /// <summary>How many must be reached for one more to have the wished-for outcome.</summary>
    NumberNeeded,

    /// <summary>Difference between numbers of events a person (score intervals).</summary>
    RateDifference,

    /// <summary>One rate divided by another (exact, conditional).</summary>
    RateRatio,

    /// <summary>Difference in standard deviations, corrected for small groups (Hedges' g).</summary>
    StandardisedDifference,

    /// <summary>The chance that one of the first group lies above one of the second (Mann-Whitney).</summary>
    Superiority,

    /// <summary>A share by itself (exact, Clopper-Pearson).</summary>
    Share,

    /// <summary>Change of a share among the same individuals (Newcombe for pairs; p by McNemar's exact test).</summary>
    PairedShareChange,

    /// <summary>The share who rose on a scale less the share who fell, of the same individuals (Newcombe for pairs; p by Wilcoxon's signed ranks).</summary>
    SignedRank,

    /// <summary>Difference between two groups' mean changes, of the same individuals (Welch).</summary>
    ChangeDifference,
}

public static class Techniques
{
    /// <summary>The number that means no difference.</summary>
    public static double NoDifference(this Technique technique) => technique switch
    {
        Technique.RiskRatio or Technique.OddsRatio or Technique.RateRatio => 1,
        Technique.Superiority => 0.5,
        _ => 0,
    };
}
