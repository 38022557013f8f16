using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Impact;

/// <summary>A plan with a mean, a share and a count, a baseline and two waves; its parts have keys as if saved.</summary>
internal static class GivenPlan
{
    public static readonly PlannedIndicator Trust = new("TILLIT", "Tillit", "poäng", IndicatorKind.Mean, Direction.HigherIsBetter, 3.1m, 3.6m);
    public static readonly PlannedIndicator Passed = new("BEHORIG", "Behöriga till gymnasiet", "andel", IndicatorKind.Share, Direction.HigherIsBetter);
    public static readonly PlannedIndicator Incidents = new("INCIDENT", "Incidenter", "per elev", IndicatorKind.Count, Direction.LowerIsBetter);

    public static readonly PlannedIndicator Absence = new("FRANVARO", "Frånvaro", "dagar per läsår", IndicatorKind.Rate, Direction.LowerIsBetter);
    public static readonly PlannedIndicator Mood = new("TRIVSEL", "Trivsel", "steg", IndicatorKind.Ordinal, Direction.HigherIsBetter);
    public static readonly PlannedIndicator Waiting = new("VANTETID", "Väntetid", "dagar", IndicatorKind.Duration, Direction.LowerIsBetter);

    public static readonly PlannedWave Before = new("V0", "baslinjen", Day(2020, 1, 1), Day(2020, 1, 31), IsBaseline: true);
    public static readonly PlannedWave First = new("V1", "år 1", Day(2021, 1, 1), Day(2021, 1, 31));
    public static readonly PlannedWave Second = new("V2", "år 2", Day(2022, 1, 1), Day(2022, 1, 31));

    public static MeasurementPlan Plan(StudyDesign design = StudyDesign.MatchedComparison)
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(design, [Trust, Passed, Incidents], [Before, First, Second]));
        return WithIds(plan);
    }

    /// <summary>More kinds of indicator, two of them primary, one later wave, and planned sizes.</summary>
    public static MeasurementPlan Wide(StudyDesign design = StudyDesign.MatchedComparison)
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(design, [Trust with { IsPrimary = true }, Passed with { IsPrimary = true, Baseline = 0.5m }, Incidents, Absence, Mood, Waiting], [Before, First],
            design == StudyDesign.BeforeAfter ? new(40) : new(40, 50)));
        return WithIds(plan);
    }

    /// <summary>As if saved.</summary>
    public static MeasurementPlan WithIds(MeasurementPlan plan)
    {
        for (var i = 0; i < plan.Indicators.Count; i++) plan.Indicators[i].WithId(i + 1);
        for (var i = 0; i < plan.Waves.Count; i++) plan.Waves[i].WithId(i + 11);
        return plan.WithId(9);
    }

    public static MeasurementRow Row(string indicator = "TILLIT", string wave = "V0", MeasurementGroup group = MeasurementGroup.Intervention) => new()
    {
        RowKey = "r1",
        Indicator = indicator,
        Wave = wave,
        Group = group,
        MeasuredOn = wave switch { "V0" => Before.From, "V1" => First.From, _ => Second.From },
    };
}
