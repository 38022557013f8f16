using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Estimates effects from cells, by the technique that goes first for the indicator's kind: by whole units where the groups are made of them, else by individuals. Waves count as independent samples also where the same people are measured twice: the pairs are
/// not needed, and the interval is then wider than it could be, never narrower, as long as a person's values go together.
/// </summary>
public static class Estimator
{
    /// <summary>What a design allows to be estimated, the most telling first. Steps of a scale cannot be taken from each other, and so have no difference in differences.</summary>
    public static IReadOnlyList<EffectMethod> MethodsOf(StudyDesign design, IndicatorKind kind = IndicatorKind.Mean) => (design, kind) switch
    {
        (StudyDesign.BeforeAfter, _) => [EffectMethod.BeforeAfter],
        (_, IndicatorKind.Ordinal) => [EffectMethod.GroupDifference, EffectMethod.BeforeAfter],
        _ => [EffectMethod.DifferenceInDifferences, EffectMethod.GroupDifference, EffectMethod.BeforeAfter],
    };

    /// <param name="wave">A wave after the baseline.</param>
    /// <exception cref="RefusedException">A group or wave that the method needs is missing, or too little is known of it.</exception>
    public static Estimate Of(EffectMethod method, MeasurementPlan plan, PlanIndicator indicator, PlanWave wave, IReadOnlyDictionary<CellKey, Cell> cells) =>
        Of(new Question(method, indicator, wave), plan, cells, ToldUnits.All);

    internal static Estimate Of(Question question, MeasurementPlan plan, IReadOnlyDictionary<CellKey, Cell> cells, ToldUnits units)
    {
        var (method, indicator, wave, _) = question;
        var needed = question.Needed(plan);
        foreach (var key in needed) Demand(key, cells);
        List<Term<Cell>> terms = [.. needed.Select(key => new Term<Cell>(cells[key], question.SignOf(key)))];
        List<Cell> used = [.. terms.Select(t => t.Of)];
        Refuse.When(plan.Design == StudyDesign.Stepped && Units.AreMixed(needed, used), new EstimateSitesMixed()); // a unit that has crossed over is no longer of the group that it began in
        var answer = Units.Judge(indicator.Kind, needed, used) ? Units.Answer(indicator.Kind, needed, terms, units) : OfIndividuals(indicator.Kind, needed, terms);
        var found = answer.Finding ?? throw new RefusedException(answer.Reason!);
        return new(indicator.Code, wave.Code, method, found.Technique, found.Value, found.Lower!.Value, found.Upper!.Value, found.PValue,
            Size(wave, MeasurementGroup.Intervention)!.Value, Size(wave, MeasurementGroup.Comparison),
            Size(plan.Baseline!, MeasurementGroup.Intervention), Size(plan.Baseline!, MeasurementGroup.Comparison),
            plan.Design, StrengthOf(method, plan.Design), Sentences.For(question, found, Caveats.Of(method, plan.Design, found.Technique, used)))
        {
            OverlooksUnits = Units.Overlooks(found.Technique, used),
            Doubt = found.Technique == Technique.ClusterDifference ? null : Units.Doubt(indicator.Kind, needed, used, MeasurementPlan.ByUnits(plan.Design, plan.WholeUnits)),
        };

        int? Size(PlanWave at, MeasurementGroup group) => needed.Find(k => k.Wave == at.Code && k.Group == group) is { } key ? cells[key].N : null;
    }

    private static void Demand(CellKey key, IReadOnlyDictionary<CellKey, Cell> cells)
    {
        if (cells.ContainsKey(key)) return;
        var other = key.Group == MeasurementGroup.Intervention ? MeasurementGroup.Comparison : MeasurementGroup.Intervention;
        Refusal refusal = cells.ContainsKey(key with { Group = other }) ? new EstimateGroupMissing(key.Wave, key.Group) : new EstimateWaveMissing(key.Wave);
        throw new RefusedException(refusal);
    }

    private static Answer OfIndividuals(IndicatorKind kind, List<CellKey> keys, List<Term<Cell>> terms) => kind switch
    {
        IndicatorKind.Share => OfShares([.. terms.Select(t => new Term<Share>(t.Of.AsShare, t.Sign))]),
        IndicatorKind.Ordinal => MannWhitney.Of([.. terms[0].Of.Individuals.Select(i => i.Value)], [.. terms[1].Of.Individuals.Select(i => i.Value)]),
        IndicatorKind.Rate => OfRates(terms),
        IndicatorKind.Count when terms.Exists(t => t.Of.StandardDeviation is null) => OfRates(terms),
        _ => OfMeans(keys, terms),
    };

    private static Answer OfShares(List<Term<Share>> terms) => terms.Count == 2 ? Shares.Difference(terms[0].Of, terms[1].Of) : Shares.Contrast(terms);

    private static Answer OfRates(List<Term<Cell>> terms) => Rates.Contrast([.. terms.Select(t => new Term<Rate>(t.Of.AsRate, t.Sign))]);

    private static Answer OfMeans(List<CellKey> keys, List<Term<Cell>> terms)
    {
        var few = terms.FindIndex(t => t.Of.N < 2 || t.Of.StandardDeviation is null);
        return few >= 0 ? new EstimateTooFew(keys[few].Wave) : Means.Contrast([.. terms.Select(t => new Term<Sample>(t.Of.AsSample, t.Sign))]);
    }

    /// <summary>
    /// A lot makes groups alike; a change in one group alone, or groups that may have differed from the start, proves little. Units that begin one after another are compared as fixed groups, since
    /// nothing tells when each began, and so prove as little.
    /// </summary>
    public static DesignStrength StrengthOf(EffectMethod method, StudyDesign design) => (method, design) switch
    {
        (EffectMethod.BeforeAfter, _) or (_, StudyDesign.BeforeAfter or StudyDesign.HistoricalComparison) => DesignStrength.Weak,
        (_, StudyDesign.Randomised) => DesignStrength.Strong,
        (_, StudyDesign.Stepped) => DesignStrength.Weak,
        (EffectMethod.DifferenceInDifferences, _) => DesignStrength.Moderate,
        _ => DesignStrength.Weak,
    };
}
