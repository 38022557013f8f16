using Fond.Domain.Common;

namespace Fond.Domain.Impact.Qualitative;

/// <summary>What the material of a project can be coded against.</summary>
/// <param name="Goals">The codes of the programme goals that its application serves.</param>
/// <param name="Plan">Null: it has none yet, and so no outcomes, indicators and waves.</param>
public sealed record CodeBook(IReadOnlySet<string> Goals, MeasurementPlan? Plan)
{
    private bool HasOutcome(string key) => Plan?.LogicModel.Any(e => e.Key == key && e.Step is LogicStep.Outcome or LogicStep.Effect) == true;

    /// <summary>What is wrong with a goal or an outcome that is named.</summary>
    internal IEnumerable<Refusal> Faults(string? goal, string? outcome, Func<string, string[]> at)
    {
        if (goal is not null && !Goals.Contains(goal)) yield return new QualitativeGoalUnknown(goal) { Path = at("goal") };
        if (outcome is not null && !HasOutcome(outcome)) yield return new QualitativeOutcomeUnknown(outcome) { Path = at("outcome") };
    }
}
