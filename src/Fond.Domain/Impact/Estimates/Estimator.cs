using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Estimates effects from cells. Waves count as independent samples also where the same people are measured twice: the pairs are
/// not needed, and the interval is then wider than it could be, never narrower, as long as a person's values go together.
/// </summary>
public static class Estimator
{
    /// <summary>What a design allows to be estimated, the most telling first.</summary>
    public static IReadOnlyList<EffectMethod> MethodsOf(StudyDesign design) => design == StudyDesign.BeforeAfter
        ? [EffectMethod.BeforeAfter]
        : [EffectMethod.DifferenceInDifferences, EffectMethod.GroupDifference, EffectMethod.BeforeAfter];

    /// <param name="wave">A wave after the baseline.</param>
    /// <exception cref="RefusedException">A group or wave that the method needs is missing, or too little is known of it.</exception>
    public static Estimate Of(EffectMethod method, MeasurementPlan plan, PlanIndicator indicator, PlanWave wave, IReadOnlyDictionary<CellKey, Cell> cells)
    {
        var needed = Needed(method, plan, indicator, wave);
        foreach (var key in needed) Demand(key, cells);
        var terms = needed.Select(key => new Term<Cell>(cells[key], SignOf(key, wave))).ToList();
        var answer = AnswerOf(indicator.Kind, needed, terms);
        var found = answer.Finding ?? throw new RefusedException(answer.Reason!);
        var strength = StrengthOf(method, plan.Design);
        return new(indicator.Code, wave.Code, method, found.Value, found.Lower!.Value, found.Upper!.Value, found.PValue,
            Size(wave, MeasurementGroup.Intervention)!.Value, Size(wave, MeasurementGroup.Comparison),
            Size(plan.Baseline!, MeasurementGroup.Intervention), Size(plan.Baseline!, MeasurementGroup.Comparison),
            strength, Sentences.For(method, indicator, wave, found, strength));

        int? Size(PlanWave at, MeasurementGroup group) => needed.Find(k => k.Wave == at.Code && k.Group == group) is { } key ? cells[key].N : null;
    }

    /// <summary>The cells that a method stands on, the one of interest first.</summary>
    internal static List<CellKey> Needed(EffectMethod method, MeasurementPlan plan, PlanIndicator indicator, PlanWave wave)
    {
        List<CellKey> keys = [new(indicator.Code, wave.Code, MeasurementGroup.Intervention)];
        if (method != EffectMethod.GroupDifference) keys.Add(new(indicator.Code, plan.Baseline!.Code, MeasurementGroup.Intervention));
        if (method != EffectMethod.BeforeAfter) keys.Add(new(indicator.Code, wave.Code, MeasurementGroup.Comparison));
        if (method == EffectMethod.DifferenceInDifferences) keys.Add(new(indicator.Code, plan.Baseline!.Code, MeasurementGroup.Comparison));
        return keys;
    }

    /// <summary>Later counts up and the baseline down; for the comparison group the other way round.</summary>
    private static int SignOf(CellKey key, PlanWave wave) => key.Wave == wave.Code == (key.Group == MeasurementGroup.Intervention) ? 1 : -1;

    private static void Demand(CellKey key, IReadOnlyDictionary<CellKey, Cell> cells)
    {
        if (cells.ContainsKey(key)) return;
        var other = key.Group == MeasurementGroup.Intervention ? MeasurementGroup.Comparison : MeasurementGroup.Intervention;
        Refusal refusal = cells.ContainsKey(key with { Group = other }) ? new EstimateGroupMissing(key.Wave, key.Group) : new EstimateWaveMissing(key.Wave);
        throw new RefusedException(refusal);
    }

    private static Answer AnswerOf(IndicatorKind kind, List<CellKey> keys, List<Term<Cell>> terms)
    {
        if (kind == IndicatorKind.Share) return OfShares([.. terms.Select(t => new Term<Share>(t.Of.AsShare, t.Sign))]);
        if (kind == IndicatorKind.Count && terms.Exists(t => t.Of.StandardDeviation is null)) return Rates.Contrast([.. terms.Select(t => new Term<Rate>(t.Of.AsRate, t.Sign))]);
        var few = terms.FindIndex(t => t.Of.N < 2 || t.Of.StandardDeviation is null);
        return few >= 0 ? new EstimateTooFew(keys[few].Wave) : Means.Contrast([.. terms.Select(t => new Term<Sample>(t.Of.AsSample, t.Sign))]);
    }

    private static Answer OfShares(List<Term<Share>> terms) => terms.Count == 2 ? Shares.Difference(terms[0].Of, terms[1].Of) : Shares.Contrast(terms);

    /// <summary>A lot makes groups alike; a change in one group alone, or groups that may have differed from the start, proves little.</summary>
    private static DesignStrength StrengthOf(EffectMethod method, StudyDesign design) => (method, design) switch
    {
        (EffectMethod.BeforeAfter, _) or (_, StudyDesign.BeforeAfter or StudyDesign.HistoricalComparison) => DesignStrength.Weak,
        (_, StudyDesign.Randomised) => DesignStrength.Strong,
        (EffectMethod.DifferenceInDifferences, _) => DesignStrength.Moderate,
        _ => DesignStrength.Weak,
    };
}
