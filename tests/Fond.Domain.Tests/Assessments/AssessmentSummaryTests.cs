using Fond.Domain.Assessments;
using static Fond.Domain.Tests.Assessments.GivenCase;

namespace Fond.Domain.Tests.Assessments;

public sealed class AssessmentSummaryTests
{
    [Fact]
    public void Mean_and_spread_come_from_the_weighted_scores()
    {
        var summary = AssessmentSummary.Of([Submitted(1, 4, 3), Submitted(1, 3, 3, assessor: 8)], Criteria);
        Assert.Equal((2, 92.5m, 15m), (summary.Assessors, summary.Mean, summary.Spread));
        Assert.Equal([0, 1, 0], summary.Criteria.Select(c => c.Spread));
        Assert.Equal([1m, 3.5m, 3m], summary.Criteria.Select(c => c.Mean));
    }

    [Fact]
    public void Conflicted_and_unsubmitted_assessments_do_not_count()
    {
        var summary = AssessmentSummary.Of([Submitted(1, 2, 0), Conflicted(), Scored(0, 4, 3, assessor: 9)], Criteria);
        Assert.Equal((1, 30m, 0m), (summary.Assessors, summary.Mean, summary.Spread));
        Assert.Empty(summary.UnmetGates);
    }

    [Fact]
    public void Without_assessments_there_is_nothing_to_sum_up()
    {
        var summary = AssessmentSummary.Of([Assigned()], Criteria);
        Assert.Equal((0, null, null), (summary.Assessors, summary.Mean, summary.Spread));
        Assert.All(summary.Criteria, c => Assert.Null(c.Spread));
        Assert.False(summary.NeedsDiscussion);
    }

    [Fact]
    public void A_third_weighs_to_four_decimals() => Assert.Equal(26.6667m, Submitted(1, 0, 2).WeightedScore);

    [Theory]
    [InlineData(4, 3, false)]
    [InlineData(4, 2, true)]
    [InlineData(0, 4, true)]
    public void Half_the_scale_between_assessors_calls_for_discussion(int one, int other, bool discuss)
    {
        var summary = AssessmentSummary.Of([Submitted(1, one, 2), Submitted(1, other, 2, assessor: 8)], Criteria);
        Assert.Equal(discuss, summary.NeedsDiscussion);
        Assert.Equal(discuss, summary.Criteria[1].NeedsDiscussion);
    }

    [Fact]
    public void An_odd_scale_is_halved_exactly()
    {
        Assert.False(AssessmentSummary.Of([Submitted(1, 4, 3), Submitted(1, 4, 2, assessor: 8)], Criteria).NeedsDiscussion);
        Assert.True(AssessmentSummary.Of([Submitted(1, 4, 3), Submitted(1, 4, 1, assessor: 8)], Criteria).NeedsDiscussion);
    }

    [Fact]
    public void A_gate_over_which_the_assessors_are_divided_is_discussed_and_one_that_most_find_unmet_is_unmet()
    {
        var divided = AssessmentSummary.Of([Submitted(1, 4, 3), Submitted(0, 4, 3, assessor: 8)], Criteria);
        Assert.Empty(divided.UnmetGates);
        Assert.True(divided.NeedsDiscussion);
        var most = AssessmentSummary.Of([Submitted(1, 4, 3), Submitted(0, 4, 3, assessor: 8), Submitted(0, 4, 3, assessor: 9)], Criteria);
        Assert.Equal(["BUDGET"], most.UnmetGates);
    }

    [Fact]
    public void Two_submitted_are_enough_when_the_third_is_conflicted()
    {
        Assert.True(AssessmentProgress.AllScored([Submitted(1, 1, 1), Submitted(1, 1, 1, 8), Conflicted()]));
        Assert.False(AssessmentProgress.AllScored([Submitted(1, 1, 1), Conflicted()]));
        Assert.False(AssessmentProgress.AllScored([Submitted(1, 1, 1), Submitted(1, 1, 1, 8), Scored(1, 1, 1, 9)]));
        Assert.False(AssessmentProgress.AllScored(Array.Empty<Assessment>()));
    }
}
