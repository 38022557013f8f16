using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;

namespace Fond.Features.PublicRegister;

/// <summary>What anybody may read of what was measured by one indicator in one wave, in whole groups: no more than others than the evaluator see among the plan's effects.</summary>
/// <param name="Indicator">The indicator's code in the plan.</param>
/// <param name="Name">The indicator in words.</param>
/// <param name="Unit">In what it is measured.</param>
/// <param name="Direction">What is wished for.</param>
/// <param name="IsPrimary">Whether the plan calls it primary; where it calls none so, all that were planned from the start are told of, and are exploratory.</param>
/// <param name="Wave">The wave's code in the plan.</param>
/// <param name="WaveName">The wave in words.</param>
/// <param name="Outcome">Whether it did what was hoped for.</param>
/// <param name="Sentence">In plain words, with what cannot be said.</param>
/// <param name="Figures">The estimate with unit and 95 % interval, as people read it; null where there is none.</param>
/// <param name="Value">The estimate, in the indicator's unit; for a share 0 to 1. Null where there is none.</param>
/// <param name="Lower">The 95 % interval's lower end.</param>
/// <param name="Upper">The interval's upper end.</param>
/// <param name="PValue">Two-sided, of no difference; null also where the technique gives an interval alone.</param>
/// <param name="AdjustedPValue">The p value adjusted for how many primary indicators the plan has (Holm).</param>
/// <param name="Intervention">How many whom the project reaches were measured in the wave.</param>
/// <param name="Comparison">How many in the comparison group, where it is used.</param>
/// <param name="Method">The comparison that the design puts first.</param>
/// <param name="Technique">How the number was found.</param>
/// <param name="Design">How the effect is told from what would have happened anyway.</param>
/// <param name="Strength">How far the comparison can be taken for the project's doing.</param>
/// <param name="Unavailable">Why there is no estimate; null where there is one.</param>
internal sealed record PublicVerdict(
    string Indicator, string Name, string Unit, Direction Direction, bool IsPrimary, string Wave, string WaveName, Outcome Outcome, string Sentence, string? Figures, double? Value, double? Lower, double? Upper,
    double? PValue, double? AdjustedPValue, int? Intervention, int? Comparison, EffectMethod Method, Technique? Technique, StudyDesign Design, DesignStrength Strength, PublicReason? Unavailable)
{
    public static PublicVerdict Of(Verdict verdict, Language language)
    {
        var (indicator, wave, found) = (verdict.Indicator, verdict.Wave, verdict.Estimate);
        return new(
            indicator.Code, indicator.NameIn.In(language), indicator.UnitIn.In(language), indicator.Direction, indicator.IsPrimary, wave.Code, wave.NameIn.In(language), verdict.Outcome, verdict.Sentence.In(language),
            found is null ? null : Domain.Impact.Estimates.Figures.Of(indicator, found).WithRange(language), found?.Value, found?.Lower, found?.Upper, found?.PValue, found?.AdjustedPValue,
            found?.Intervention, found?.Comparison, verdict.Method, found?.Technique, verdict.Design, verdict.Strength, verdict.Reason is { } reason ? new(reason.Code, reason.Message.In(language)) : null);
    }
}

/// <summary>Why something is not told.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Message">For people.</param>
internal sealed record PublicReason(string Code, string Message);
