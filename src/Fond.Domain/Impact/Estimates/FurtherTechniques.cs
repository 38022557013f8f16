using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>The same question by another technique.</summary>
/// <param name="Sentence">In words; null where there is no finding.</param>
public sealed record FurtherFinding(Technique Technique, Finding? Finding, Refusal? Unavailable, StudyDesign Design, DesignStrength Strength, Text? Sentence)
{
    /// <inheritdoc cref="Estimate.OverlooksUnits"/>
    public bool OverlooksUnits { get; init; }
}

/// <summary>What else the kind of indicator and the comparison allow, beside the estimate that goes first.</summary>
internal sealed class FurtherTechniques(MeasurementPlan plan, Question question, IReadOnlyDictionary<CellKey, Cell> cells, ToldPairs pairs, ToldUnits units, int threshold)
{
    private readonly List<Cell> _cells = [.. question.Needed(plan).Select(key => cells[key])];

    /// <param name="first">That of the estimate beside which they stand.</param>
    public IEnumerable<FurtherFinding> All(Technique first) =>
        from technique in Allowed(question.Method, question.Indicator.Kind)
        where technique != first && Fits(technique)
        let answer = AnswerOf(technique)
        let strength = Estimator.StrengthOf(question.Method, plan.Design)
        select new FurtherFinding(technique, answer.Finding, answer.Reason, plan.Design, strength, answer.Finding is { } found ? Sentences.For(question, found, Caveats.Of(question.Method, plan.Design, technique, _cells)) : null)
        {
            OverlooksUnits = Units.Overlooks(technique, _cells),
        };

    /// <summary>
    /// How events are spread is not assumed where it is seen: where nobody is known by a total alone. Shares are mostly logged as totals, and paired only where they are not.
    /// </summary>
    private bool Fits(Technique technique) => technique switch
    {
        Technique.RateRatio => _cells.Exists(c => c.StandardDeviation is null),
        Technique.PairedShareChange => _cells.TrueForAll(c => c.AreIndividuals),
        _ => true,
    };

    private static IEnumerable<Technique> Allowed(EffectMethod method, IndicatorKind kind) => (method, kind) switch
    {
        (EffectMethod.BeforeAfter, IndicatorKind.Ordinal) => [Technique.SignedRank],
        (_, IndicatorKind.Ordinal) => [],
        (EffectMethod.BeforeAfter, IndicatorKind.Share) => [Technique.PairedShareChange],
        (EffectMethod.GroupDifference, IndicatorKind.Share) => [Technique.RiskRatio, Technique.OddsRatio, Technique.NumberNeeded, Technique.ClusterDifference],
        (EffectMethod.GroupDifference, IndicatorKind.Rate) => [Technique.RateRatio],
        (EffectMethod.GroupDifference, IndicatorKind.Count) => [Technique.RateRatio, Technique.ClusterDifference],
        (EffectMethod.GroupDifference, _) => [Technique.StandardisedDifference, Technique.Superiority, Technique.ClusterDifference],
        (_, IndicatorKind.Share or IndicatorKind.Rate) => [],
        (EffectMethod.BeforeAfter, _) => [Technique.PairedChange],
        _ => [Technique.Ancova, Technique.ChangeDifference],
    };

    private Answer AnswerOf(Technique technique) => technique switch
    {
        Technique.RiskRatio => Ratios.Risk(_cells[0].AsShare, _cells[1].AsShare),
        Technique.OddsRatio => Ratios.Odds(_cells[0].AsShare, _cells[1].AsShare),
        Technique.NumberNeeded => NumberNeeded.Of(_cells[0].AsShare, _cells[1].AsShare),
        Technique.RateRatio => RateRatio.Of(_cells[0].AsRate, _cells[1].AsRate),
        Technique.StandardisedDifference => HedgesG.Of(_cells[0].AsSample, _cells[1].AsSample),
        Technique.ClusterDifference => Units.Answer(question.Indicator.Kind, question.Needed(plan), [.. question.Needed(plan).Zip(_cells, (key, cell) => new Term<Cell>(cell, question.SignOf(key)))], units),
        Technique.Superiority => OfIndividuals(() => MannWhitney.Of([.. _cells[0].Individuals.Select(i => i.Value)], [.. _cells[1].Individuals.Select(i => i.Value)])),
        Technique.PairedChange => OfPairs(() => PairedChange.Of(Pairs(_cells[0], _cells[1])), MeasurementGroup.Intervention),
        Technique.PairedShareChange => OfPairs(() => Moved(Pairs(_cells[0], _cells[1]), OfPairedShares), MeasurementGroup.Intervention),
        Technique.SignedRank => OfPairs(() => Moved(Pairs(_cells[0], _cells[1]), moved => SignedRank.Of(moved)), MeasurementGroup.Intervention),
        Technique.Ancova => OfPairs(OfCourses, MeasurementGroup.Intervention, MeasurementGroup.Comparison),
        Technique.ChangeDifference => OfPairs(() => Means.OfChanges(Pairs(_cells[0], _cells[1]), Pairs(_cells[2], _cells[3])), MeasurementGroup.Intervention, MeasurementGroup.Comparison),
        _ => throw new ArgumentOutOfRangeException(nameof(technique)),
    };

    private Answer OfIndividuals(Func<Answer> answer) => _cells.TrueForAll(c => c.AreIndividuals) ? answer() : new EstimateNeedsIndividuals();

    private Answer OfCourses()
    {
        var (treated, compared) = (Pairs(_cells[0], _cells[1]), Pairs(_cells[2], _cells[3]));
        return Ancova.Of([.. treated.Select(p => new Course(true, p.Before, p.After)), .. compared.Select(p => new Course(false, p.Before, p.After))]);
    }

    private Answer OfPairs(Func<Answer> answer, params MeasurementGroup[] groups) => OfIndividuals(() =>
        threshold > 1 && question.Subgroup is not null ? new EstimateOfWholeGroupsOnly()
        : Array.TrueForAll(groups, g => pairs.In(question.Indicator, question.Wave.Code, g)) ? answer() : new EstimateHidden(threshold));

    /// <summary>Those who rose, or fell, can be few where those who were measured both times are many, and what tells how many they are tells of each of them.</summary>
    private Answer Moved(List<(double Before, double After)> both, Func<List<(double Before, double After)>, Answer> answer) =>
        threshold > 1 && Math.Min(both.Count(p => p.After > p.Before), both.Count(p => p.After < p.Before)) < threshold ? new EstimateHidden(threshold) : answer(both);

    /// <summary>Where nearly all of those who had it lost it, or of those who lacked it got it, it is told of each of them.</summary>
    private Answer OfPairedShares(List<(double Before, double After)> both)
    {
        var answers = PairedAnswers.Of(both);
        return threshold > 1 && Math.Min(answers.Both, answers.Neither) < threshold ? new EstimateHidden(threshold) : PairedShares.Of(answers);
    }

    private static List<(double Before, double After)> Pairs(Cell later, Cell baseline)
    {
        var before = baseline.Individuals.ToDictionary(i => i.Subject, i => i.Value, StringComparer.Ordinal);
        return [.. later.Individuals.Where(i => before.ContainsKey(i.Subject)).Select(i => (before[i.Subject], i.Value))];
    }
}
