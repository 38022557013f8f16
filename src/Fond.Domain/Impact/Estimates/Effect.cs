using Fond.Domain.Common;

namespace Fond.Domain.Impact.Estimates;

/// <summary>What can be said of one indicator in one wave by one method, or why nothing can.</summary>
/// <param name="Subgroup">Of which part of the groups; null for the whole.</param>
/// <param name="Unavailable">Why there is no estimate; null when there is one.</param>
/// <param name="Further">The same by other techniques; none where there is no estimate.</param>
public sealed record Effect(PlanIndicator Indicator, PlanWave Wave, EffectMethod Method, string? Subgroup, Estimate? Estimate, Refusal? Unavailable, IEnumerable<FurtherFinding> Further);

/// <summary>One group in one wave by one indicator, as it may be shown.</summary>
/// <param name="Subgroup">Which part of it; null for the whole.</param>
/// <param name="Cell">Null when it may not be shown.</param>
/// <param name="Hidden">Why it may not.</param>
public sealed record ShownCell(PlanIndicator Indicator, PlanWave Wave, MeasurementGroup Group, string? Subgroup, Cell? Cell, EstimateHidden? Hidden)
{
    /// <summary>Of a share that is shown, its exact interval, individuals taken for independent; null for what is hidden and for other kinds.</summary>
    public Statistics.Finding? Share => Indicator.Kind == Applications.IndicatorKind.Share && Cell is { } cell ? Statistics.ClopperPearson.Of(cell.AsShare).Finding : null;
}

/// <summary>How far the intervention group has come towards an indicator's target.</summary>
/// <param name="Share">1 is all of the way; null when there is none to tell.</param>
/// <param name="Reach">What it is reckoned from; null where that may not be told, or is not there.</param>
public sealed record Attained(PlanIndicator Indicator, PlanWave Wave, double? Share, Refusal? Unavailable, Text? Sentence, Reach? Reach = null);

/// <summary>Where the intervention group stands between its baseline and its target.</summary>
/// <param name="N">How many were measured in the wave.</param>
/// <param name="Mean">Their mean, share or rate.</param>
/// <param name="Baseline">As measured, or else as planned.</param>
/// <param name="BaselineN">How many were measured at the baseline; null where it is as planned.</param>
/// <param name="Target">What is aimed at.</param>
public sealed record Reach(int N, double Mean, double Baseline, int? BaselineN, double Target);

/// <summary>How many of a group were measured again.</summary>
/// <param name="Subgroup">Which part of it; null for the whole.</param>
/// <param name="Planned">How many were to be measured; of whole groups.</param>
/// <param name="Attrition">Null when it cannot or may not be told.</param>
public sealed record Followed(PlanIndicator Indicator, PlanWave Wave, MeasurementGroup Group, string? Subgroup, int? Planned, Statistics.Attrition? Attrition, Refusal? Unavailable);

/// <summary>How many a reader is told of by one indicator in one later wave.</summary>
/// <param name="Reached">In the whole intervention group.</param>
/// <param name="Without">The fewest of those by whom it can be told how it would have been otherwise: the comparison group, and those of the baseline. Null where none are measured.</param>
public sealed record ToldNumbers(int Reached, int? Without)
{
    /// <summary>The share that is told of the intervention group while corrections of it wait; null where none do, and of other kinds.</summary>
    internal Statistics.Share? Uncorrected { get; init; }

    /// <summary>The same of those by whom it can be told how it would have been otherwise.</summary>
    internal IReadOnlyList<Statistics.Share> OthersUncorrected { get; init; } = [];
}

/// <summary>The smallest effect that the planned sizes can find.</summary>
/// <param name="Method">The comparison that judges.</param>
/// <param name="Smallest">For shares as a difference of shares, for rates in their unit, for steps of a scale as the distance of a chance from one half, else in standard deviations.</param>
/// <param name="Sentence">What it is reckoned for.</param>
public sealed record Detectable(PlanIndicator Indicator, EffectMethod Method, double? Smallest, Refusal? Unavailable, Text? Sentence);
