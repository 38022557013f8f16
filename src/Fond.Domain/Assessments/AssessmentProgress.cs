namespace Fond.Domain.Assessments;

public static class AssessmentProgress
{
    /// <summary>How many must have assessed without a conflict before a joint proposal can be made.</summary>
    public const int FewestAssessors = 2;

    /// <summary>Enough have submitted, and nobody without a conflict is outstanding.</summary>
    public static bool AllScored(IEnumerable<Assessment> assessments) => AllScored(assessments.Select(a => a.State));

    public static bool AllScored(IEnumerable<AssessmentState> states)
    {
        var counts = states.CountBy(s => s).ToDictionary();
        return counts.GetValueOrDefault(AssessmentState.Submitted) >= FewestAssessors && !counts.ContainsKey(AssessmentState.Assigned);
    }
}
