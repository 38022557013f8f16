using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>Where verified savings say more than what was measured, as far as the reader is told of it.</summary>
internal static class SavingsDoubts
{
    public static IEnumerable<Refusal> Of(SavingsCase stated, Sight sight) => stated.Basis == SavingsBasis.Verified
        ? stated.Savings.SelectMany(s => Of(s, sight.EffectOf((s.Indicator!, s.Wave!)))).DistinctBy(d => (d.Code, d.Message)) : [];

    private static IEnumerable<Refusal> Of(StatedSaving saving, Effect? effect)
    {
        var outcome = effect is null ? Outcome.Unknown : Verdicts.OutcomeOf(effect);
        if (effect?.Estimate is not { } estimate || outcome == Outcome.Unknown) yield return new SavingsEffectUnknown(saving.Indicator!, saving.Wave!);
        else if (outcome != Outcome.AsHoped) yield return new SavingsEffectNotShown(saving.Indicator!, saving.Wave!);
        else if (effect.Indicator.Kind == IndicatorKind.Share && saving.Derivation is null && IsBeyond(estimate, effect.Indicator.Direction, (double)saving.Prevented)) yield return new SavingsOutsideInterval(saving.Indicator!, saving.Wave!);
    }

    /// <summary>Fewer cases are the way that was wished: a rise of the share where higher is better, a fall where lower is. Less than the interval reaches to is cautious.</summary>
    private static bool IsBeyond(Estimate estimate, Direction desired, double prevented) =>
        estimate.Technique.NoDifference() == 0 && prevented > (desired == Direction.HigherIsBetter ? estimate.Upper : -estimate.Lower);
}
