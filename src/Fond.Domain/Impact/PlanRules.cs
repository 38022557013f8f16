using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Series;

namespace Fond.Domain.Impact;

/// <summary>What must hold of a measurement plan as a whole; every fault is named.</summary>
internal static class PlanRules
{
    private const int LongestCode = 50, LongestName = 200, MostParts = 100, LongestNote = 1_000;

    /// <param name="indicators">With what comes from the catalogue filled in.</param>
    public static IEnumerable<Refusal> Faults(PlanContent content, IReadOnlyList<PlannedIndicator> indicators, FundSeries? series)
    {
        var logic = LogicRules.Faults(content.LogicModel ?? [], indicators.Select(i => i.Code.Trim()).ToHashSet());
        var note = content.DesignNote is { Length: > LongestNote } ? [new PlanFieldInvalid(LongestNote) { Path = ["designNote"] }] : Array.Empty<Refusal>();
        return [.. InIndicators(indicators), .. InWaves(content.Waves), .. InOrder(content.Waves), .. InSizes(content.Sizes, content.Design), .. logic, .. note, .. (series ?? FundSeries.None).Faults(content.Design, indicators)];
    }

    private static IEnumerable<Refusal> InIndicators(IReadOnlyList<PlannedIndicator> indicators)
    {
        if (indicators.Count is 0 or > MostParts) yield return new PlanPartsInvalid(MostParts) { Path = ["indicators"] };
        for (var i = 0; i < indicators.Count; i++)
        {
            var one = indicators[i];
            if (one.Code.IsBlankOrLongerThan(LongestCode)) yield return new PlanFieldInvalid(LongestCode) { Path = In("indicators", i, "code") };
            if (one.Name.IsBlankOrLongerThan(LongestName)) yield return new PlanFieldInvalid(LongestName) { Path = In("indicators", i, "name") };
            if (one.Unit.IsNoUnit(LongestName)) yield return new PlanFieldInvalid(LongestName) { Path = In("indicators", i, "unit") };
            if (one.UnitEn is { } unitEn && unitEn.IsNoUnit(LongestName)) yield return new PlanFieldInvalid(LongestName) { Path = In("indicators", i, "unitEn") };
            foreach (var (field, text) in new[] { ("instrument", one.Instrument), ("sourceSystem", one.SourceSystem), ("owner", one.Owner), ("nameEn", one.NameEn) })
                if (text is not null && text.IsBlankOrLongerThan(LongestName)) yield return new PlanFieldInvalid(LongestName) { Path = In("indicators", i, field) };
            if (one.Kind is null) yield return new PlanKindMissing { Path = In("indicators", i, "kind") };
            if (one.Direction is null) yield return new PlanKindMissing { Path = In("indicators", i, "direction") };
            if (indicators.Take(i).Any(other => other.Code.Trim() == one.Code.Trim())) yield return new PlanCodeRepeated(one.Code) { Path = In("indicators", i, "code") };
            if (one.Baseline is { } baseline && !Measured.Fits(baseline)) yield return new PlanNumberInvalid { Path = In("indicators", i, "baseline") };
            if (one.Target is { } target && !Measured.Fits(target)) yield return new PlanNumberInvalid { Path = In("indicators", i, "target") };
            if (one is { TargetOn: not null, Target: null, Kind: not IndicatorKind.Qualitative }) yield return new PlanTargetMissing { Path = In("indicators", i, "target") };
            foreach (var field in NumbersOfJudged(one)) yield return new PlanQualitativeNumber { Path = In("indicators", i, field) };
        }
    }

    /// <summary>Steps of a scale have no technique by whole units, so that a project would be judged by what can never be told. What was primary in steps when something was first measured stands, whatever is known of the groups by then.</summary>
    /// <param name="measured">The plan as it stands, once something is measured.</param>
    public static IEnumerable<Refusal> StepsByUnits(PlanContent content, IReadOnlyList<PlannedIndicator> indicators, MeasurementPlan? measured = null) =>
        from one in indicators.Select((indicator, place) => (Indicator: indicator, Place: place))
        where content.GoesByUnits && one.Indicator.Kind == IndicatorKind.Ordinal && (one.Indicator.IsPrimary || IsJudgedByStepsAlone(indicators))
            && measured?.Indicator(one.Indicator.Code.Trim()) is not { Kind: IndicatorKind.Ordinal }
        select new PlanPrimaryStepsByUnits(one.Indicator.Code) { Path = In("indicators", one.Place, "isPrimary") };

    /// <summary>Where nothing is primary the project is judged by all that is measured.</summary>
    private static bool IsJudgedByStepsAlone(IReadOnlyList<PlannedIndicator> indicators) => indicators.All(i => i is { IsPrimary: false, Kind: IndicatorKind.Ordinal or IndicatorKind.Qualitative });

    private static IEnumerable<string> NumbersOfJudged(PlannedIndicator one)
    {
        if (one.Kind != IndicatorKind.Qualitative) yield break;
        if (one.Baseline is not null) yield return "baseline";
        if (one.Target is not null) yield return "target";
        if (one.IsPrimary) yield return "isPrimary";
    }

    private static IEnumerable<Refusal> InWaves(IReadOnlyList<PlannedWave> waves)
    {
        if (waves.Count is 0 or > MostParts) yield return new PlanPartsInvalid(MostParts) { Path = ["waves"] };
        for (var i = 0; i < waves.Count; i++)
        {
            var one = waves[i];
            if (one.Code.IsBlankOrLongerThan(LongestCode)) yield return new PlanFieldInvalid(LongestCode) { Path = In("waves", i, "code") };
            if (one.Name.IsBlankOrLongerThan(LongestName)) yield return new PlanFieldInvalid(LongestName) { Path = In("waves", i, "name") };
            if (one.NameEn is { } english && english.IsBlankOrLongerThan(LongestName)) yield return new PlanFieldInvalid(LongestName) { Path = In("waves", i, "nameEn") };
            if (waves.Take(i).Any(other => other.Code.Trim() == one.Code.Trim())) yield return new PlanCodeRepeated(one.Code) { Path = In("waves", i, "code") };
            if (one.To < one.From) yield return new PlanWaveReversed(one.Code) { Path = In("waves", i, "to") };
            else if (waves.Take(i).FirstOrDefault(other => other.From <= one.To && one.From <= other.To) is { } other)
                yield return new PlanWavesOverlap(other.Code, one.Code) { Path = In("waves", i, "from") };
        }
    }

    private static IEnumerable<Refusal> InOrder(IReadOnlyList<PlannedWave> waves)
    {
        if (waves.Count == 0) yield break;
        if (waves.Count(w => w.IsBaseline) != 1 || !waves.MinBy(w => w.From)!.IsBaseline) yield return new PlanBaselineInvalid { Path = ["waves"] };
    }

    private static IEnumerable<Refusal> InSizes(PlannedSizes? sizes, StudyDesign design)
    {
        if (sizes is null) yield break;
        if (sizes.Intervention is < 1 or > RowRules.LargestGroup) yield return new PlanSizeInvalid(RowRules.LargestGroup) { Path = ["sizes", "intervention"] };
        if (sizes.Comparison is < 1 or > RowRules.LargestGroup || sizes.Comparison is null == MeasurementPlan.Compares(design)) yield return new PlanSizeInvalid(RowRules.LargestGroup) { Path = ["sizes", "comparison"] };
    }

    internal static string[] In(string list, int index, string field) => [list, index.ToString(CultureInfo.InvariantCulture), field];
}
