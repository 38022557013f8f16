using Fond.Domain.Common;

namespace Fond.Domain.Assessments;

/// <summary>A score as an assessor sends it.</summary>
/// <param name="Value">0 to the criterion's highest; for a gate 1 (met) or 0 (not met).</param>
public sealed record ScoreGiven(long CriterionId, int Value, string Reason);

/// <summary>What an assessor thinks of an application by one criterion, and why.</summary>
public sealed class Score : Entity
{
    private Score() { }

    internal Score(long criterionId) => CriterionId = criterionId;

    public long CriterionId { get; private set; }

    public int Value { get; private set; }

    public string Reason { get; private set; } = "";

    internal void Set(int value, string reason)
    {
        Value = value;
        Reason = reason.Trim();
    }
}
