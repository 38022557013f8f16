using Fond.Domain.Common;

namespace Fond.Domain.Assessments;

/// <summary>What is wrong with scores as they were sent, each fault with its place.</summary>
internal static class ScoreRules
{
    public static IEnumerable<Refusal> Faults(IReadOnlyList<ScoreGiven> given, IReadOnlyList<CriterionRule> criteria) =>
        given.SelectMany((score, i) => Faults(
            score, i, criteria.FirstOrDefault(c => c.Id == score.CriterionId), given.Take(i).Any(s => s.CriterionId == score.CriterionId)));

    private static IEnumerable<Refusal> Faults(ScoreGiven score, int i, CriterionRule? criterion, bool repeated)
    {
        IReadOnlyList<string> At(string field) => ["scores", $"{i}", field];

        if (criterion is null)
        {
            yield return new AssessmentCriterionUnknown { Path = At("criterionId") };
            yield break;
        }

        if (repeated) yield return new AssessmentCriterionRepeated(criterion.Code) { Path = At("criterionId") };
        if (score.Value < 0 || score.Value > criterion.Scale)
            yield return new AssessmentScoreOutOfRange(criterion.Code, score.Value, criterion.Scale) { Path = At("value") };
        if (string.IsNullOrWhiteSpace(score.Reason)) yield return new AssessmentReasonMissing(criterion.Code) { Path = At("reason") };
    }
}
