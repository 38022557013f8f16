using Fond.Domain.Assessments;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Assessments.GivenCase;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Assessments;

public sealed class AssessmentTests
{
    [Fact]
    public void Scores_are_saved_piece_by_piece_and_may_be_changed()
    {
        var assessment = Assigned();
        assessment.SaveScores([Score(Need, 1)], Criteria);
        assessment.SaveScores([Score(Budget, 1), Score(Need, 4, " Bättre efter omläsning ")], Criteria);
        Assert.Equal([(2L, 4, "Bättre efter omläsning"), (1L, 1, "Väl underbyggt")], assessment.Scores.Select(s => (s.CriterionId, s.Value, s.Reason)));
        Assert.Equal(AssessmentState.Assigned, assessment.State);
    }

    [Theory]
    [InlineData(2, -1)]
    [InlineData(2, 5)]
    [InlineData(3, 4)]
    [InlineData(1, 2)]
    [InlineData(1, -1)]
    public void A_value_outside_the_scale_is_refused(long criterion, int value)
    {
        var assessment = Assigned();
        var refusal = Refused.By<AssessmentScoreOutOfRange>(() => assessment.SaveScores([new ScoreGiven(criterion, value, "Skäl")], Criteria));
        Assert.Equal(["scores", "0", "value"], refusal.Path);
        Assert.Empty(assessment.Scores);
    }

    [Fact]
    public void One_fault_keeps_the_faultless_scores_beside_it_from_being_saved()
    {
        var assessment = Assigned();
        Refused.By<AssessmentScoreOutOfRange>(() => assessment.SaveScores([Score(Need, 1), Score(Method, 4)], Criteria));
        Assert.Empty(assessment.Scores);
    }

    [Fact]
    public void The_ends_of_each_scale_are_allowed()
    {
        Assert.Equal(0, Submitted(0, 0, 0).WeightedScore);
        Assert.Equal(100, Submitted(1, 4, 3).WeightedScore);
    }

    [Fact]
    public void A_score_without_a_reason_is_refused() => Assert.Equal("NEED",
        Refused.By<AssessmentReasonMissing>(() => Assigned().SaveScores([Score(Need, 1, " ")], Criteria)).Criterion);

    [Fact]
    public void Unknown_and_repeated_criteria_are_refused_together()
    {
        var assessment = Assigned();
        var refusals = Refused.ByAll(() => assessment.SaveScores([new(99, 1, "Skäl"), Score(Need, 1), Score(Need, 2)], Criteria));
        Assert.Equal(["ASSESSMENT_CRITERION_UNKNOWN", "ASSESSMENT_CRITERION_REPEATED"], refusals.Select(r => r.Code));
        Assert.Equal(["scores/0/criterionId", "scores/2/criterionId"], refusals.Select(r => string.Join('/', r.Path)));
        Assert.Empty(assessment.Scores);
    }

    [Fact]
    public void Submitting_with_criteria_unscored_names_them()
    {
        var assessment = Assigned();
        assessment.SaveScores([Score(Need, 2)], Criteria);
        Assert.Equal(["BUDGET", "METHOD"], Refused.By<AssessmentIncomplete>(() => assessment.Submit(Criteria, Now)).Criteria);
        Assert.Equal(AssessmentState.Assigned, assessment.State);
        Assert.Null(assessment.SubmittedAt);
    }

    [Fact]
    public void Submitting_fixes_the_weighted_score()
    {
        var assessment = Submitted(1, 3, 3);
        Assert.Equal((AssessmentState.Submitted, true, 85m), (assessment.State, assessment.Counts, assessment.WeightedScore));
        Assert.Equal(Now, assessment.SubmittedAt);
    }

    [Fact]
    public void A_conflict_needs_its_reason()
    {
        var assessment = Assigned();
        Refused.By<AssessmentConflictReasonMissing>(() => assessment.DeclareConflict(" ", Now));
        Assert.Equal(AssessmentState.Assigned, assessment.State);
        assessment.DeclareConflict(" Närstående till projektledaren ", Now);
        Assert.Equal((AssessmentState.ConflictDeclared, "Närstående till projektledaren"), (assessment.State, assessment.ConflictReason));
    }

    [Fact]
    public void A_conflict_declared_after_submission_voids_the_scores()
    {
        var assessment = Submitted(1, 4, 3);
        assessment.DeclareConflict("Upptäckt i efterhand", Now);
        Assert.False(assessment.Counts);
        Assert.Null(assessment.WeightedScore);
        Assert.Equal(0, AssessmentSummary.Of([assessment], Criteria).Assessors);
    }

    public static TheoryData<AssessmentState, AssessmentTrigger, bool> EveryStateAndTrigger => new()
    {
        { AssessmentState.Assigned, AssessmentTrigger.SaveScores, true },
        { AssessmentState.Assigned, AssessmentTrigger.Submit, true },
        { AssessmentState.Assigned, AssessmentTrigger.DeclareConflict, true },
        { AssessmentState.Submitted, AssessmentTrigger.SaveScores, false },
        { AssessmentState.Submitted, AssessmentTrigger.Submit, false },
        { AssessmentState.Submitted, AssessmentTrigger.DeclareConflict, true },
        { AssessmentState.ConflictDeclared, AssessmentTrigger.SaveScores, false },
        { AssessmentState.ConflictDeclared, AssessmentTrigger.Submit, false },
        { AssessmentState.ConflictDeclared, AssessmentTrigger.DeclareConflict, false },
    };

    [Theory]
    [MemberData(nameof(EveryStateAndTrigger))]
    public void Each_state_permits_what_it_should(AssessmentState state, AssessmentTrigger trigger, bool permitted)
    {
        var assessment = state switch
        {
            AssessmentState.Assigned => Scored(1, 2, 2),
            AssessmentState.Submitted => Submitted(1, 2, 2),
            AssessmentState.ConflictDeclared => Conflicted(),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        void Act()
        {
            if (trigger == AssessmentTrigger.SaveScores) assessment.SaveScores([Score(Need, 1)], Criteria);
            else if (trigger == AssessmentTrigger.Submit) assessment.Submit(Criteria, Now);
            else assessment.DeclareConflict("Jäv", Now);
        }

        if (permitted) Act();
        else Assert.Equal(state, Refused.By<AssessmentWrongState>(Act).State);
    }

    [Fact]
    public void The_diagram_is_the_documented_one() => Assert.Equal(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "machines", "assessment.mmd")).Trim(),
        AssessmentLife.Diagram().ReplaceLineEndings("\n").Trim());
}
