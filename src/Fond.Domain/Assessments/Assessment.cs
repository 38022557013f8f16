using Fond.Domain.Common;
using Stateless;

namespace Fond.Domain.Assessments;

/// <summary>One assessor's view of one application. A declared conflict of interest ends it, whatever was scored before.</summary>
public sealed class Assessment : Aggregate
{
    private readonly List<Score> _scores = [];

    private Assessment() { }

    internal Assessment(long applicationId, long assessorId, DateTimeOffset now)
    {
        ApplicationId = applicationId;
        AssessorId = assessorId;
        AssignedAt = now;
    }

    public long ApplicationId { get; private set; }

    public long AssessorId { get; private set; }

    public AssessmentState State { get; private set; }

    public DateTimeOffset AssignedAt { get; private set; }

    public string? ConflictReason { get; private set; }

    public DateTimeOffset? ConflictDeclaredAt { get; private set; }

    /// <summary>Stays when a conflict is declared later.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The weighted score, 0 to 100, to four decimals, from submission on; null again when a conflict voids it.</summary>
    public decimal? WeightedScore { get; private set; }

    /// <summary>All that was saved, also what a conflict has voided: see <see cref="Counts"/>.</summary>
    public IReadOnlyList<Score> Scores => _scores;

    /// <summary>Whether the scores are part of the application's result.</summary>
    public bool Counts => State == AssessmentState.Submitted;

    /// <summary>Saves or replaces the given scores and leaves the others as they are.</summary>
    public void SaveScores(IReadOnlyList<ScoreGiven> given, IReadOnlyList<CriterionRule> criteria)
    {
        var life = Permitted(AssessmentTrigger.SaveScores);
        Refuse.WhenAny(ScoreRules.Faults(given, criteria));
        foreach (var score in given) ScoreFor(score.CriterionId).Set(score.Value, score.Reason);
        life.Fire(AssessmentTrigger.SaveScores);
    }

    /// <summary>Hands in the assessment; every criterion of the call must be scored.</summary>
    public void Submit(IReadOnlyList<CriterionRule> criteria, DateTimeOffset now)
    {
        var life = Permitted(AssessmentTrigger.Submit);
        var missing = criteria.Where(c => !_scores.Exists(s => s.CriterionId == c.Id)).Select(c => c.Code).ToList();
        Refuse.When(missing.Count > 0, new AssessmentIncomplete(missing));
        WeightedScore = decimal.Round(Marks().WeightedScore(criteria), 4);
        SubmittedAt = now;
        life.Fire(AssessmentTrigger.Submit);
    }

    /// <summary>Shuts the assessor out of the case (jäv, kommunallagen 6 kap. 28 §). Possible also after submission: the scores then no longer count.</summary>
    public void DeclareConflict(string reason, DateTimeOffset now)
    {
        var life = Permitted(AssessmentTrigger.DeclareConflict);
        Refuse.When(string.IsNullOrWhiteSpace(reason), new AssessmentConflictReasonMissing { Path = ["reason"] });
        ConflictReason = reason.Trim();
        ConflictDeclaredAt = now;
        WeightedScore = null;
        life.Fire(AssessmentTrigger.DeclareConflict);
    }

    internal IReadOnlyCollection<Mark> Marks() => [.. _scores.Select(s => new Mark(s.CriterionId, s.Value))];

    private Score ScoreFor(long criterionId)
    {
        var score = _scores.Find(s => s.CriterionId == criterionId);
        if (score is null) _scores.Add(score = new Score(criterionId));
        return score;
    }

    private StateMachine<AssessmentState, AssessmentTrigger> Permitted(AssessmentTrigger trigger)
    {
        var life = AssessmentLife.For(() => State, s => State = s);
        Refuse.When(!life.CanFire(trigger), new AssessmentWrongState(State));
        return life;
    }
}
