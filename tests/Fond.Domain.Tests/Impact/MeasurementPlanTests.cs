using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

public sealed class MeasurementPlanTests
{
    private static T RefusedPlan<T>(PlannedIndicator[] indicators, PlannedWave[] waves, params string[] path) where T : Refusal
    {
        var refusal = Refused.By<T>(() => new MeasurementPlan(5).Set(new(StudyDesign.BeforeAfter, indicators, waves)));
        Assert.Equal(path, refusal.Path);
        return refusal;
    }

    [Fact]
    public void A_plan_is_rewritten_and_keeps_the_parts_that_stay()
    {
        var plan = Plan();
        var kept = plan.Indicator("TILLIT");
        plan.Set(new(StudyDesign.BeforeAfter, [Trust with { Name = "Tillit till andra" }], [Before, Second]));
        Assert.Same(kept, Assert.Single(plan.Indicators));
        Assert.Equal("Tillit till andra", kept!.Name);
        Assert.Equal(["V0", "V2"], plan.Waves.Select(w => w.Code));
        Assert.False(plan.NeedsComparison);
    }

    [Fact]
    public void Only_a_design_of_one_group_needs_no_comparison() => Assert.Equal([StudyDesign.BeforeAfter],
        Enum.GetValues<StudyDesign>().Where(design => !Plan(design).NeedsComparison));

    [Fact]
    public void A_plan_stands_once_measurements_exist()
    {
        var plan = Plan();
        plan.Freeze();
        Refused.By<PlanReasonMissing>(() => plan.Set(new(StudyDesign.BeforeAfter, [Trust], [Before])));
        Assert.Equal(3, plan.Indicators.Count);
    }

    [Fact]
    public void Codes_are_unique() => RefusedPlan<PlanCodeRepeated>([Trust, Passed with { Code = " TILLIT " }], [Before, First], "indicators", "1", "code");

    [Fact]
    public void Wave_codes_are_unique() => RefusedPlan<PlanCodeRepeated>([Trust], [Before, First, Second with { Code = "V1" }], "waves", "2", "code");

    [Fact]
    public void A_wave_does_not_end_before_it_begins() => RefusedPlan<PlanWaveReversed>([Trust], [Before, First with { To = First.From.AddDays(-1) }], "waves", "1", "to");

    [Fact]
    public void A_wave_of_one_day_is_allowed() => new MeasurementPlan(5).Set(new(StudyDesign.BeforeAfter, [Trust], [Before, First with { To = First.From }]));

    [Fact]
    public void Waves_share_no_day()
    {
        var refusal = RefusedPlan<PlanWavesOverlap>([Trust], [Before, First with { From = Before.To }], "waves", "1", "from");
        Assert.Equal(("V0", "V1"), (refusal.First, refusal.Second));
        new MeasurementPlan(5).Set(new(StudyDesign.BeforeAfter, [Trust], [Before, First with { From = Before.To.AddDays(1) }]));
    }

    [Fact]
    public void Exactly_one_baseline_comes_first()
    {
        RefusedPlan<PlanBaselineInvalid>([Trust], [Before with { IsBaseline = false }, First], "waves");
        RefusedPlan<PlanBaselineInvalid>([Trust], [Before, First with { IsBaseline = true }], "waves");
        RefusedPlan<PlanBaselineInvalid>([Trust], [Before with { IsBaseline = false }, First with { IsBaseline = true }], "waves");
        new MeasurementPlan(5).Set(new(StudyDesign.BeforeAfter, [Trust], [First, Before]));
    }

    [Fact]
    public void A_number_beyond_what_is_kept_exactly_is_refused()
    {
        RefusedPlan<PlanNumberInvalid>([Trust with { Baseline = 0.0000001m }], [Before], "indicators", "0", "baseline");
        RefusedPlan<PlanNumberInvalid>([Trust with { Target = 1_000_000_000_000m }], [Before], "indicators", "0", "target");
    }

    [Fact]
    public void A_projects_own_indicator_may_say_what_it_is_measured_with_where_it_is_read_and_who_answers_for_it()
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.BeforeAfter, [Trust with { Instrument = " Enkät ", SourceSystem = "Procapita", Owner = "Skolan" }, Passed], [Before]));
        Assert.Equal([("Enkät", "Procapita", "Skolan"), (null, null, null)], plan.Indicators.Select(i => (i.Instrument, i.SourceSystem, i.Owner)));
        RefusedPlan<PlanFieldInvalid>([Trust with { Instrument = " " }], [Before], "indicators", "0", "instrument");
        RefusedPlan<PlanFieldInvalid>([Trust with { SourceSystem = new('x', 201) }], [Before], "indicators", "0", "sourceSystem");
        RefusedPlan<PlanFieldInvalid>([Trust with { Owner = "" }], [Before], "indicators", "0", "owner");
    }

    [Fact]
    public void Indicators_and_waves_may_have_a_name_in_English_which_falls_back_on_the_Swedish_one()
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.BeforeAfter, [Trust with { NameEn = " Trust " }, Passed], [Before with { NameEn = "the baseline" }, First]));
        Assert.Equal(["Tillit/Trust", "Behöriga till gymnasiet/Behöriga till gymnasiet", "baslinjen/the baseline", "år 1/år 1"], plan.Indicators.Select(i => i.NameIn).Concat(plan.Waves.Select(w => w.NameIn)).Select(n => $"{n.Sv}/{n.En}"));
        Assert.Equal(["Trust", null], plan.Content.Indicators.Select(i => i.NameEn));
        RefusedPlan<PlanFieldInvalid>([Trust with { NameEn = " " }], [Before], "indicators", "0", "nameEn");
        RefusedPlan<PlanFieldInvalid>([Trust], [Before with { NameEn = new('x', 201) }], "waves", "0", "nameEn");
    }

    [Fact]
    public void Indicators_may_have_a_unit_in_English_which_falls_back_on_the_Swedish_one()
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.BeforeAfter, [Trust with { UnitEn = " points " }, Passed], [Before]));
        Assert.Equal(["poäng/points", "andel/andel"], plan.Indicators.Select(i => i.UnitIn).Select(n => $"{n.Sv}/{n.En}"));
        Assert.Equal(["points", null], plan.Content.Indicators.Select(i => i.UnitEn));
        RefusedPlan<PlanFieldInvalid>([Trust with { UnitEn = " " }], [Before], "indicators", "0", "unitEn");
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var refusals = Refused.ByAll(() => new MeasurementPlan(5).Set(new(StudyDesign.BeforeAfter, [Trust with { Code = "", Name = " ", Unit = new string('x', 201) }], [])));
        Assert.Equal(["indicators.0.code", "indicators.0.name", "indicators.0.unit", "waves"], refusals.Select(r => string.Join('.', r.Path)));
    }

    [Fact]
    public void A_plan_without_indicators_is_refused() => Assert.Equal(100, RefusedPlan<PlanPartsInvalid>([], [Before], "indicators").Most);
}
