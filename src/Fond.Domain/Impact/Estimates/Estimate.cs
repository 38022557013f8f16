using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

public enum EffectMethod
{
    /// <summary>The intervention group's change since the baseline.</summary>
    BeforeAfter,

    /// <summary>The intervention group against the comparison group in the same wave.</summary>
    GroupDifference,

    /// <summary>The intervention group's change since the baseline, less the comparison group's.</summary>
    DifferenceInDifferences,
}

/// <summary>How far the number can be taken for the project's doing.</summary>
public enum DesignStrength
{
    /// <summary>Other causes cannot be told apart.</summary>
    Weak,

    /// <summary>If the groups would otherwise have changed alike.</summary>
    Moderate,

    /// <summary>Drawn by lot: other causes strike both groups alike.</summary>
    Strong,
}

/// <summary>What the project seems to have changed, by one indicator, in one wave.</summary>
/// <param name="PValue">Two-sided; null where the technique gives an interval alone.</param>
/// <param name="Baseline">How many in the intervention group were measured at the baseline, where it is used.</param>
/// <param name="ComparisonBaseline">The same of the comparison group.</param>
/// <param name="Design">How the groups and times came about; <paramref name="Strength"/> is what it carries.</param>
/// <param name="Sentence">The result in words, with what cannot be said.</param>
public sealed record Estimate(
    string IndicatorCode, string WaveCode, EffectMethod Method, Technique Technique, double Value, double Lower, double Upper, double? PValue,
    int Intervention, int? Comparison, int? Baseline, int? ComparisonBaseline, StudyDesign Design, DesignStrength Strength, Text Sentence)
{
    /// <summary>The p value adjusted for how many primary indicators the plan has (<see cref="Holm"/>); null for other indicators, for subgroups, and where there is no p value.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>Whether people count as independent though units that they belong to are known.</summary>
    public bool OverlooksUnits { get; init; }

    /// <summary>Why no verdict goes by it; null where one may.</summary>
    public Refusal? Doubt { get; init; }
}
