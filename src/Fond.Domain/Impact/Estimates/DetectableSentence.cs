using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Impact.Estimates;

/// <summary>What a smallest detectable effect is reckoned for, in words.</summary>
internal static class DetectableSentence
{
    /// <param name="tested">Among how many it is tested.</param>
    public static Text Of(PlannedIndicator indicator, EffectMethod method, int tested)
    {
        var (comparison, holm, baseline) = (Of(method), Among(tested), From(indicator));
        return new(
            $"Räknat för {comparison.Sv}, med mätomgångarna som oberoende urval{holm.Sv}{baseline.Sv}. Består grupperna av hela enheter behöver effekten vara större för att upptäckas.",
            $"Reckoned for {comparison.En}, with waves as independent samples{holm.En}{baseline.En}. Where the groups are made of whole units the effect must be larger to be detected.");
    }

    private static Text Of(EffectMethod method) => method switch
    {
        EffectMethod.BeforeAfter => new("ändring sedan baslinjen", "change since the baseline"),
        EffectMethod.GroupDifference => new("skillnad mellan grupperna i en mätomgång", "difference between the groups in one wave"),
        EffectMethod.DifferenceInDifferences => new("ändring utöver jämförelsegruppens ändring", "change beyond that of the comparison group"),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private static Text Among(int tested) => tested == 1 ? new("", "") : new(
        $" och den strängaste av Holms gränser för {tested} huvudindikatorer", $" and by the strictest of Holm's limits for {tested} primary indicators");

    private static Text From(PlannedIndicator indicator) => (indicator.Kind, indicator.Baseline) switch
    {
        (IndicatorKind.Share, null) => new(", från 50 % eftersom baslinjen inte är känd", ", from 50% as the baseline is not known"),
        (IndicatorKind.Rate, _) => new(
            ", om var och en följs under en enhet och händelserna är oberoende av varandra", ", if each is followed for one unit and events are independent of each other"),
        _ => new("", ""),
    };
}
