using Fond.Domain.Impact;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>What counts as having measured how things were before.</summary>
public sealed class BaselineTests
{
    /// <summary>40 are planned; indicators 1 and 2 are primary.</summary>
    [Theory]
    [InlineData(20, 20, true)]
    [InlineData(19, 20, false)]
    [InlineData(20, 0, false)]
    [InlineData(200, 1, false)]
    public void Half_of_the_planned_are_measured_by_each_primary_indicator(int first, int second, bool isThere) =>
        Assert.Equal(isThere, Wide().HasBaseline(new Dictionary<long, int> { [1] = first, [2] = second }));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Where_no_size_is_planned_and_none_is_primary_two_by_any_are_enough(int measured, bool isThere) =>
        Assert.Equal(isThere, Plan().HasBaseline(new Dictionary<long, int> { [3] = measured }));

    [Fact]
    public void A_baseline_that_is_measured_when_the_project_has_begun_is_warned_of()
    {
        IEnumerable<string> Warnings(DateOnly start, MeasurementRow row) => BatchRules.Judge([row], Plan(), [], Before.To, start).Warnings.Select(w => $"{w.Column} {w.Refusal.Code}");
        var row = Row() with { SubjectKey = "e1", Value = 3 };
        Assert.Equal(["measuredOn MEASUREMENT_BASELINE_AFTER_START"], Warnings(Before.From, row));
        Assert.Empty(Warnings(Before.From.AddDays(1), row));
        Assert.Empty(Warnings(Before.From, row with { Group = MeasurementGroup.Comparison }));
        Assert.Empty(BatchRules.Judge([Row(wave: "V1") with { SubjectKey = "e1", Value = 3 }], Plan(), [], First.To, Before.From).Warnings);
    }

    [Fact]
    public void Results_say_that_the_baseline_came_late_and_that_something_was_measured_before_the_plan()
    {
        var (start, planned) = (Day(2019, 1, 1), Day(2018, 11, 1));
        Assert.Empty(PlanCaveats.Of(new(planned, start.AddDays(-1)), start, planned));
        Assert.Empty(PlanCaveats.Of(new(null, null), start, null));
        Assert.StartsWith("The baseline was measured, in whole or in part, when the project had already begun (2019-01-01)", Assert.Single(PlanCaveats.Of(new(planned, start), start, planned)).En, StringComparison.Ordinal);
        Assert.StartsWith("Något mättes före den dag då mätplanen lades in i Fond (2018-11-01)", Assert.Single(PlanCaveats.Of(new(planned.AddDays(-1), null), start, planned)).Sv, StringComparison.Ordinal);
    }
}
