using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>What counts as having measured how things were before.</summary>
public sealed class BaselineTests
{
    private const int Threshold = 5;

    private static BaselineCount Count(long indicator, int n, int? inTime = null, MeasurementGroup group = MeasurementGroup.Intervention) => new(indicator, group, n, inTime ?? n);

    private static string Gaps(MeasurementPlan plan, params BaselineCount[] measured) => string.Join(", ", plan.BaselineGaps(measured, Threshold).Select(g => $"{g.Indicator} {g.Group} {g.Fault}"));

    /// <summary>40 are planned; indicators 1 and 2 are primary.</summary>
    [Theory]
    [InlineData(20, 20, "")]
    [InlineData(19, 20, "TILLIT Intervention TooFew")]
    [InlineData(20, 0, "BEHORIG Intervention NotMeasured")]
    [InlineData(200, 1, "BEHORIG Intervention TooFew")]
    public void Half_of_the_planned_are_measured_by_each_primary_indicator(int first, int second, string gaps) =>
        Assert.Equal(gaps, Gaps(Wide(StudyDesign.BeforeAfter), Count(1, first), Count(2, second)));

    [Theory]
    [InlineData(20, "")]
    [InlineData(19, "TILLIT Intervention Late")]
    public void They_are_measured_by_the_day_on_which_the_project_begins(int inTime, string gaps) =>
        Assert.Equal(gaps, Gaps(Wide(StudyDesign.BeforeAfter), Count(1, 40, inTime), Count(2, 20)));

    /// <summary>50 are planned of the comparison group.</summary>
    [Theory]
    [InlineData(StudyDesign.BeforeAfter, "")]
    [InlineData(StudyDesign.HistoricalComparison, "")]
    [InlineData(StudyDesign.RegisterComparison, "")]
    [InlineData(StudyDesign.MatchedComparison, "TILLIT Comparison TooFew, BEHORIG Comparison Late")]
    [InlineData(StudyDesign.Randomised, "TILLIT Comparison TooFew, BEHORIG Comparison Late")]
    [InlineData(StudyDesign.Stepped, "TILLIT Comparison TooFew, BEHORIG Comparison Late")]
    [InlineData(StudyDesign.Waitlist, "TILLIT Comparison TooFew, BEHORIG Comparison Late")]
    public void So_is_the_comparison_group_where_it_is_measured_in_the_projects_time(StudyDesign design, string gaps) => Assert.Equal(gaps, Gaps(
        Wide(design), Count(1, 20), Count(2, 20), Count(1, 24, group: MeasurementGroup.Comparison), Count(2, 25, 24, MeasurementGroup.Comparison)));

    [Theory]
    [InlineData(1, "INCIDENT Intervention BelowThreshold")]
    [InlineData(4, "INCIDENT Intervention BelowThreshold")]
    [InlineData(5, "")]
    public void Where_no_size_is_planned_and_none_is_primary_as_many_as_are_told_of_by_any_are_enough(int measured, string gaps) =>
        Assert.Equal(gaps, Gaps(Plan(), Count(3, measured), Count(3, 5, group: MeasurementGroup.Comparison)));

    /// <summary>Whatever is planned, whenever they were measured, and whatever was accepted: the one who asks sees that the group is hidden, and must not get closer.</summary>
    [Fact]
    public void What_lacks_of_a_hidden_group_is_the_same_whatever_its_size()
    {
        var accepted = new LateBaseline("Få deltar", Day(2020, 3, 1), [new("TILLIT", MeasurementGroup.Intervention)]);
        foreach (var threshold in new[] { 3, 5, 20 })
            foreach (var planned in Enumerable.Range(0, 50))
            {
                var plan = new MeasurementPlan(5);
                plan.Set(new(StudyDesign.BeforeAfter, [Trust with { IsPrimary = true }], [Before], planned > 0 ? new(planned) : null));
                WithIds(plan);
                var told = from n in Enumerable.Range(1, threshold - 1) from inTime in Enumerable.Range(0, n + 1) from taken in new[] { null, accepted } select string.Join(' ', plan.BaselineGaps([Count(1, n, inTime)], threshold, taken).Select(g => g.Words.En));
                Assert.Single(told.Distinct());
            }
    }

    [Fact]
    public void Where_none_is_primary_the_one_that_is_only_late_goes_before_those_that_are_not_measured() => Assert.Equal("INCIDENT Intervention Late", Gaps(Plan(StudyDesign.BeforeAfter), Count(3, 5, inTime: 0)));

    /// <summary>Both groups are late by indicator 3, which was accepted; of indicator 1 one group came late after that.</summary>
    [Fact]
    public void Where_none_is_primary_the_one_that_was_accepted_goes_before_one_that_lacks_less_and_was_not()
    {
        BaselineCount[] measured = [Count(3, 5, 0), Count(3, 5, 0, MeasurementGroup.Comparison), Count(1, 5), Count(1, 5, 0, MeasurementGroup.Comparison)];
        Assert.Equal("TILLIT Comparison Late", Gaps(Plan(), measured));
        var accepted = new LateBaseline("Enkäten dröjde", Day(2020, 3, 1), [new("INCIDENT", MeasurementGroup.Intervention), new("INCIDENT", MeasurementGroup.Comparison)]);
        Assert.Equal(["INCIDENT Intervention Late", "INCIDENT Comparison Late"], Plan().BaselineGaps(measured, Threshold, accepted).Select(g => $"{g.Indicator} {g.Group} {g.Fault}"));
    }

    /// <summary>As it was kept before it was written down whether a baseline was late or of few, and when.</summary>
    [Fact]
    public void What_was_accepted_for_one_or_the_other_goes_on_being_enough_and_is_told_as_late()
    {
        var kept = System.Text.Json.JsonSerializer.Deserialize<LateBaseline>("""{"Reason":"Enkäten dröjde","AcceptedOn":"2020-03-01","Accepted":[{"Indicator":"INCIDENT","Group":0}]}""")!;
        foreach (var (n, inTime) in new[] { (3, 3), (5, 0) })
        {
            BaselineCount[] measured = [Count(1, n, inTime), Count(3, n, inTime)];
            Assert.Equal("TILLIT", Assert.Single(Plan(StudyDesign.BeforeAfter).BaselineGaps(measured, Threshold)).Indicator);
            Assert.Equal("INCIDENT", Assert.Single(Plan(StudyDesign.BeforeAfter).BaselineGaps(measured, Threshold, kept)).Indicator);
        }

        var (start, planned) = (Day(2019, 1, 1), Day(2018, 11, 1));
        Assert.StartsWith("On 2020-03-01 the fund accepted that the baseline had not been measured in time", Assert.Single(PlanCaveats.Of(new(planned, start), start, planned, kept)).En, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_is_judged_there_is_no_baseline_to_wait_for()
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.BeforeAfter, [new("TAL", "Berättelser", "berättelse", IndicatorKind.Qualitative, Direction.HigherIsBetter)], [Before]));
        Assert.Empty(plan.BaselineGaps([], Threshold));
    }

    [Fact]
    public void A_plan_without_a_baseline_is_no_plan_of_one() => Assert.Equal([BaselineGap.OfPlan], new MeasurementPlan(5).BaselineGaps([], Threshold));

    [Fact]
    public void A_baseline_that_is_measured_when_the_project_has_begun_is_warned_of()
    {
        IEnumerable<string> Warnings(DateOnly start, MeasurementRow row) => BatchRules.Judge([row], Plan(), [], Before.To, start).Warnings.Select(w => $"{w.Column} {w.Refusal.Code}");
        var row = Row() with { SubjectKey = "e1", Value = 3 };
        Assert.Equal(["measuredOn MEASUREMENT_BASELINE_AFTER_START"], Warnings(Before.From.AddDays(-1), row));
        Assert.Empty(Warnings(Before.From, row));
        Assert.Equal(["measuredOn MEASUREMENT_BASELINE_AFTER_START"], Warnings(Before.From.AddDays(-1), row with { Group = MeasurementGroup.Comparison }));
        Assert.Empty(BatchRules.Judge([row with { Group = MeasurementGroup.Comparison }], Plan(StudyDesign.HistoricalComparison), [], Before.To, Before.From.AddDays(-1)).Warnings);
        Assert.Empty(BatchRules.Judge([Row(wave: "V1") with { SubjectKey = "e1", Value = 3 }], Plan(), [], First.To, Before.From).Warnings);
    }

    [Fact]
    public void Results_say_that_the_baseline_came_late_that_something_was_measured_before_the_plan_and_that_the_design_was_changed_since()
    {
        var (start, planned) = (Day(2019, 1, 1), Day(2018, 11, 1));
        Assert.Empty(PlanCaveats.Of(new(planned, start), start, planned));
        Assert.Empty(PlanCaveats.Of(new(null, null), start, null));
        Assert.StartsWith("The baseline was measured, in whole or in part, when the project had already begun: it does not", Assert.Single(PlanCaveats.Of(new(planned, start.AddDays(1)), start, planned)).En, StringComparison.Ordinal);
        Assert.StartsWith("On 2019-06-01 the fund accepted that the baseline had not been measured in time", Assert.Single(PlanCaveats.Of(new(planned, start), start, planned, new("Enkäten dröjde", Day(2019, 6, 1), [new("t", MeasurementGroup.Intervention), new("i", MeasurementGroup.Intervention)]))).En, StringComparison.Ordinal);
        var few = Assert.Single(PlanCaveats.Of(new(planned, start), start, planned, new("Få deltar", Day(2019, 7, 1), [new("t", MeasurementGroup.Intervention, BaselineFault.BelowThreshold, Day(2019, 6, 1))])));
        Assert.StartsWith("On 2019-06-01 the fund accepted that the baseline was of fewer than the fund shows results of", few.En, StringComparison.Ordinal);
        Assert.StartsWith("Något mättes före den dag då mätplanen lades in i Fond (2018-11-01)", Assert.Single(PlanCaveats.Of(new(planned.AddDays(-1), null), start, planned)).Sv, StringComparison.Ordinal);
        Assert.StartsWith("The design was changed after something had been measured", Assert.Single(PlanCaveats.Of(new(planned, start), start, planned, designChanged: true)).En, StringComparison.Ordinal);
    }
}
