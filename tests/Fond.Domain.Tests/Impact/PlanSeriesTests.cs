using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
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
    public void The_sum_of_an_area_is_not_set_beside_what_is_counted_per_person(string unit) =>
        Assert.Equal(["indicators", "0", "series", "keyFigure"], Refused.By<PlanSeriesIsTotal>(() => PlanOf(IndicatorKind.Count, unit)).Path);

    [Theory]
    [InlineData(IndicatorKind.Count, "antal per 1 000 invånare")]
    [InlineData(IndicatorKind.Count, "antal/elev och år")]
    [InlineData(IndicatorKind.Count, "antal per år och 1 000 barn")]
    [InlineData(IndicatorKind.Count, "procent")]
    [InlineData(IndicatorKind.Money, "kr per invånare")]
    [InlineData(IndicatorKind.Duration, "dagar")]
    public void What_says_per_what_is(IndicatorKind kind, string unit) => PlanOf(kind, unit);

    private static void PlanOf(IndicatorKind kind, string unit) => new MeasurementPlan(5).Set(
        new(StudyDesign.HistoricalComparison, [new("ORO", "Orosanmälningar", unit, kind, Direction.LowerIsBetter, Series: new("oro", "norr"))], [Before, First]),
        series: new FundSeries(new Dictionary<string, string> { ["oro"] = unit }, new HashSet<string> { "norr" }));
}
