using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>Once answers may have been seen, the question stands.</summary>
public sealed class PlanChangeTests
{
    private static readonly MeasuredParts Measured = new(new HashSet<string> { "TILLIT" }, new HashSet<string> { "V0" });
    private static readonly PlannedIndicator Judged = Trust with { IsPrimary = true };

    private static MeasurementPlan Frozen(StudyDesign design = StudyDesign.BeforeAfter)
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(design, [Judged, Passed], [Before, First]));
        plan.Freeze();
        return plan;
    }

    private static IEnumerable<string> Refusals(PlanContent content, string? reason = "Fler skolor", StudyDesign design = StudyDesign.BeforeAfter) =>
        Refused.ByAll(() => Frozen(design).Change(content, reason, Measured)).Select(r => $"{r.Code} {string.Join('.', r.Path)}");

    private static PlanContent With(params PlannedIndicator[] indicators) => new(StudyDesign.BeforeAfter, indicators, [Before, First]);

    [Fact]
    public void A_change_has_a_reason() => Assert.Equal(["PLAN_REASON_MISSING reason"], Refusals(With(Judged, Passed), " "));

    [Fact]
    public void What_has_measurements_or_is_primary_stays()
    {
        Assert.Equal(["PLAN_PART_STAYS indicators"], Refusals(With(Passed)));
        Assert.Equal(["PLAN_PART_STAYS waves", "PLAN_BASELINE_INVALID waves"], Refusals(With(Judged) with { Waves = [First] }).OrderDescending());
        var plan = Frozen();
        plan.Change(With(Judged), "Behörigheten mäts inte", Measured);
        Assert.Single(plan.Indicators);
    }

    [Fact]
    public void What_has_measurements_is_not_asked_otherwise()
    {
        Assert.Equal(["PLAN_PART_MEASURED indicators.0.unit", "PLAN_PART_MEASURED indicators.0.kind", "PLAN_PART_MEASURED indicators.0.direction"],
            Refusals(With(Judged with { Unit = "dagar", Kind = IndicatorKind.Duration, Direction = Direction.LowerIsBetter }, Passed)));
        var plan = Frozen();
        plan.Change(With(Judged with { Name = "Tillit till andra" }, Passed with { Unit = "procent" }), "Tydligare", Measured);
        Assert.Equal("procent", plan.Indicator("BEHORIG")!.Unit);
    }

    [Fact]
    public void What_the_project_is_judged_by_is_settled_before()
    {
        Assert.Equal(["PLAN_PRIMARY_FIXED indicators.0.isPrimary"], Refusals(With(Trust, Passed)));
        Assert.Equal(["PLAN_PRIMARY_FIXED indicators.1.isPrimary"], Refusals(With(Judged, Passed with { IsPrimary = true })));
        Assert.Equal(["PLAN_PRIMARY_FIXED indicators.2.isPrimary"], Refusals(With(Judged, Passed, Incidents with { IsPrimary = true })));
    }

    [Fact]
    public void What_is_added_says_that_it_came_later()
    {
        var plan = Frozen();
        plan.Change(With(Judged, Passed, Incidents), "Skolorna för statistik", Measured);
        Assert.Equal([("TILLIT", false), ("BEHORIG", false), ("INCIDENT", true)], plan.Indicators.Select(i => (i.Code, i.PlannedLater)));
    }

    [Fact]
    public void A_measured_wave_is_extended_never_shrunk()
    {
        Assert.Equal(["PLAN_WAVE_SHRUNK waves.0.to"], Refusals(With(Judged, Passed) with { Waves = [Before with { To = Before.To.AddDays(-1) }, First] }));
        Assert.Equal(["PLAN_WAVE_SHRUNK waves.0.from"], Refusals(With(Judged, Passed) with { Waves = [Before with { From = Before.From.AddDays(1) }, First] }));
        var plan = Frozen();
        plan.Change(With(Judged, Passed) with { Waves = [Before with { To = Before.To.AddDays(30) }, Second] }, "Sjukdom", Measured);
        Assert.Equal((Before.To.AddDays(30), "V2"), (plan.Baseline!.To, plan.FollowUps.Single().Code));
    }

    [Theory]
    [InlineData(StudyDesign.BeforeAfter, StudyDesign.MatchedComparison, true)]
    [InlineData(StudyDesign.MatchedComparison, StudyDesign.Randomised, true)]
    [InlineData(StudyDesign.BeforeAfter, StudyDesign.HistoricalComparison, true)]
    [InlineData(StudyDesign.Randomised, StudyDesign.BeforeAfter, true)]
    [InlineData(StudyDesign.Randomised, StudyDesign.MatchedComparison, false)]
    [InlineData(StudyDesign.MatchedComparison, StudyDesign.RegisterComparison, false)]
    public void A_design_that_claims_more_or_compares_otherwise_says_what_it_rests_on(StudyDesign from, StudyDesign to, bool asksOtherwise)
    {
        var content = With(Judged, Passed) with { Design = to };
        if (asksOtherwise) Assert.Equal(["PLAN_DESIGN_NOTE_MISSING designNote"], Refusals(content, design: from));
        var plan = Frozen(from);
        plan.Change(asksOtherwise ? content with { DesignNote = "Grannskolan mättes samtidigt" } : content, "Grannskolan är med", Measured);
        Assert.Equal((to, asksOtherwise ? "Grannskolan mättes samtidigt" : null), (plan.Design, plan.DesignNote));
        plan.Change(content with { DesignNote = " " }, "Något annat", Measured);
        Assert.Equal(asksOtherwise ? "Grannskolan mättes samtidigt" : null, plan.DesignNote); // what was said once stays
    }

    [Theory]
    [InlineData(StudyDesign.MatchedComparison, true, true)]
    [InlineData(StudyDesign.BeforeAfter, true, true)]
    [InlineData(StudyDesign.Stepped, false, true)]
    [InlineData(StudyDesign.MatchedComparison, false, false)]
    public void A_project_is_not_to_be_judged_by_steps_of_a_scale_where_its_groups_are_whole_units(StudyDesign design, bool wholeUnits, bool isRefused)
    {
        var content = new PlanContent(design, [Judged, Mood with { IsPrimary = true }], [Before, First], WholeUnits: wholeUnits);
        if (isRefused) Assert.Equal(["PLAN_PRIMARY_STEPS_BY_UNITS indicators.1.isPrimary"], Refused.ByAll(() => new MeasurementPlan(5).Set(content)).Select(r => $"{r.Code} {string.Join('.', r.Path)}"));
        else new MeasurementPlan(5).Set(content);
        new MeasurementPlan(5).Set(content with { Indicators = [Judged, Mood] });
    }

    [Fact]
    public void Where_nothing_is_primary_steps_alone_are_not_what_a_project_of_whole_units_is_judged_by()
    {
        var content = new PlanContent(StudyDesign.MatchedComparison, [Mood], [Before, First], WholeUnits: true);
        Assert.Equal(["PLAN_PRIMARY_STEPS_BY_UNITS"], Refused.ByAll(() => new MeasurementPlan(5).Set(content)).Select(r => r.Code));
        new MeasurementPlan(5).Set(content with { Indicators = [Mood, Trust] });
    }

    [Fact]
    public void What_is_primary_does_not_become_steps_of_a_scale_once_other_things_are_measured()
    {
        var plan = new MeasurementPlan(5);
        var content = new PlanContent(StudyDesign.MatchedComparison, [Judged, Passed], [Before, First], WholeUnits: true);
        plan.Set(content);
        plan.Freeze();
        var steps = content with { Indicators = [Judged with { Kind = IndicatorKind.Ordinal, Baseline = null, Target = null }, Passed] };
        Assert.Contains("PLAN_PRIMARY_STEPS_BY_UNITS indicators.0.isPrimary", Refused.ByAll(() => plan.Change(steps, "Enkäten byttes", new([], []))).Select(r => $"{r.Code} {string.Join('.', r.Path)}"));
    }

    [Fact]
    public void What_is_known_of_the_groups_only_later_leaves_what_is_primary()
    {
        var plan = new MeasurementPlan(5);
        var content = new PlanContent(StudyDesign.MatchedComparison, [Mood with { IsPrimary = true }], [Before, First]);
        plan.Set(content);
        plan.Freeze();
        plan.Change(content with { WholeUnits = true }, "Hela skolor kom med", new([], []));
        Assert.True(plan is { WholeUnits: true, Content.WholeUnits: true } && plan.Indicators.Single().IsPrimary);
    }

    [Fact]
    public void A_logic_model_runs_from_resources_to_effects()
    {
        static LogicEntry Entry(string key, LogicStep step, string[]? to = null, string[]? indicators = null) => new(key, step, "Text", to ?? [], indicators ?? []);
        var plan = new MeasurementPlan(5);
        plan.Set(With(Trust) with { LogicModel = [Entry("r", LogicStep.Resource, ["a"]), Entry("a", LogicStep.Activity, ["o"]), Entry("o", LogicStep.Outcome, ["o2"], ["TILLIT"]), Entry("o2", LogicStep.Outcome)] });
        Assert.Equal(4, plan.LogicModel.Count);
        var refusals = Refused.ByAll(() => new MeasurementPlan(5).Set(With(Trust) with
        {
            LogicModel = [Entry("a", LogicStep.Activity, ["r", "x", "a"], ["TILLIT"]), Entry("r", LogicStep.Resource), Entry("a", LogicStep.Effect, [], ["OKAND"]) with { Text = " " }],
        }));
        Assert.Equal(["LOGIC_BACKWARDS logicModel.0.leadsTo.0", "LOGIC_KEY_UNKNOWN logicModel.0.leadsTo.1", "LOGIC_BACKWARDS logicModel.0.leadsTo.2", "LOGIC_INDICATOR_MISPLACED logicModel.0.indicators",
            "PLAN_CODE_REPEATED logicModel.2.key", "PLAN_FIELD_INVALID logicModel.2.text", "LOGIC_INDICATOR_UNKNOWN logicModel.2.indicators.0"], refusals.Select(r => $"{r.Code} {string.Join('.', r.Path)}"));
    }
}
