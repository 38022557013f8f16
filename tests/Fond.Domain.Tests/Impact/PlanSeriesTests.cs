using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Series;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>Which key figures a plan may set beside what is counted or paid per person.</summary>
public sealed class PlanSeriesTests
{
    [Theory]
    [InlineData("antal")]
    [InlineData("antal per år")]
    [InlineData("antal/år")]
    [InlineData("antal per kvartal")]
    [InlineData("antal per kommun och år")]
    [InlineData("antal per skola")]
    [InlineData("antal per ungdomsmottagning")]
    public void The_sum_of_an_area_is_not_set_beside_what_is_counted_per_person(string unit) =>
        Assert.Equal(["indicators", "0", "series", "keyFigure"], Refused.By<PlanSeriesIsTotal>(() => PlanOf(IndicatorKind.Count, unit)).Path);

    [Theory]
    [InlineData(IndicatorKind.Count, "antal per 1 000 invånare")]
    [InlineData(IndicatorKind.Count, "antal/elev och år")]
    [InlineData(IndicatorKind.Count, "antal per år och 1 000 barn")]
    [InlineData(IndicatorKind.Count, "antal per 100 000 i befolkningen")]
    [InlineData(IndicatorKind.Money, "kr/grundskoleelev")]
    [InlineData(IndicatorKind.Money, "kr per 1\u00a0000\u00a0invånare")]
    [InlineData(IndicatorKind.Count, "procent")]
    [InlineData(IndicatorKind.Money, "kr per invånare")]
    [InlineData(IndicatorKind.Duration, "dagar")]
    public void What_says_per_what_is(IndicatorKind kind, string unit) => PlanOf(kind, unit);

    [Fact]
    public void Whoever_keeps_the_key_figure_knows_better_than_its_unit()
    {
        PlanOf(IndicatorKind.Count, "antal", isPerPerson: true);
        Refused.By<PlanSeriesIsTotal>(() => PlanOf(IndicatorKind.Count, "antal per ungdom i hela länet", isPerPerson: false));
    }

    /// <summary>Which cannot be set any longer, but is kept where it was.</summary>
    [Theory]
    [InlineData("kr", "PLAN_SERIES_IS_TOTAL", null)]
    [InlineData("kr per invånare", null, -30.0)]
    public void A_plan_that_names_a_sum_all_the_same_gets_no_difference(string unit, string? reason, double? difference)
    {
        var plan = WithIds(PlanOf(IndicatorKind.Mean, unit));
        typeof(PlanIndicator).GetProperty(nameof(PlanIndicator.Kind))!.SetValue(plan.Indicators[0], IndicatorKind.Money);
        Reading[] paid = [new(1, 11, MeasurementGroup.Intervention, null, 40, 100, 20, null), new(1, 12, MeasurementGroup.Intervention, null, 40, 90, 20, null)];
        var known = new KnownSeries(new("Oro", "Concern"), "Norr", new(unit), "SCB", null, new Dictionary<int, decimal> { [2020] = 200, [2021] = 220 });
        var beside = Assert.Single(BesideSeries.Of(plan, new Results(plan, paid, 5).Effects(), new Dictionary<NamedSeries, KnownSeries> { [new("oro", "norr")] = known }));
        Assert.Equal((-10.0, reason, difference), (beside.Project.Estimate!.Value, beside.Unavailable?.Code, beside.Difference));
    }

    private static MeasurementPlan PlanOf(IndicatorKind kind, string unit, bool? isPerPerson = null)
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.HistoricalComparison, [new("ORO", "Orosanmälningar", unit, kind, Direction.LowerIsBetter, Series: new("oro", "norr"))], [Before, First]),
            series: new FundSeries(new Dictionary<string, SeriesUnit> { ["oro"] = new(unit, isPerPerson) }, new HashSet<string> { "norr" }));
        return plan;
    }
}
