using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Catalogue;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact.Catalogue;

public sealed class CatalogueIndicatorTests
{
    private static readonly DateOnly Today = Day(2021, 12, 10);
    private static readonly Body SteeringGroup = new Body(new("Styrgruppen", BodyKind.SteeringGroup, "Motala", null, 2)).WithId(3);
    private static readonly IndicatorTerms Safe = new("Känner sig trygga", "andel", IndicatorKind.Share, Direction.HigherIsBetter, "Andel som svarar ja på fråga 4.", "Utbildningsförvaltningen", "Skolenkäten");

    private static CatalogueIndicator Proposed(IndicatorTerms? terms = null, params CatalogueIndicator[] earlier) => new CatalogueIndicator(7, "TRYGG", earlier, terms ?? Safe, 1, Now).WithId(20 + earlier.Length);

    private static CatalogueIndicator Adopted(IndicatorTerms? terms = null)
    {
        var indicator = Proposed(terms);
        indicator.Decide(new(true, Today, "§ 12", null), SteeringGroup, null, 2, Today);
        return indicator;
    }

    private static MeasurementPlan PlanWith(IndicatorCatalogue catalogue, params PlannedIndicator[] indicators)
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.BeforeAfter, indicators, [Before, First]), catalogue);
        return plan;
    }

    [Fact]
    public void An_adopted_indicator_gives_way_to_the_next_version_and_stays_readable()
    {
        var first = Adopted();
        var second = Proposed(Safe with { Definition = "Andel som svarar ja på fråga 5." }, first);
        second.Decide(new(true, Today, "§ 3", null), SteeringGroup, first, 2, Today);
        Assert.Equal((2, CatalogueState.Adopted), (second.Number, second.State));
        Assert.Equal((CatalogueState.Superseded, "Andel som svarar ja på fråga 4."), (first.State, first.Definition));
    }

    [Fact]
    public void What_is_turned_down_leaves_the_version_in_force_alone()
    {
        var first = Adopted();
        var second = Proposed(null, first);
        second.Decide(new(false, Today, "§ 3", "För dyr att mäta"), SteeringGroup, first, 2, Today);
        Assert.Equal((CatalogueState.Adopted, CatalogueState.Rejected), (first.State, second.State));
    }

    [Fact]
    public void A_decided_version_is_neither_changed_nor_decided_again()
    {
        var adopted = Adopted();
        Refused.By<CatalogueDecided>(() => adopted.Change(Safe));
        Refused.By<CatalogueDecided>(() => adopted.Decide(new(false, Today, "§ 1", "Nej"), SteeringGroup, null, 2, Today));
        var proposed = Proposed();
        proposed.Change(Safe with { Unit = "procent" });
        Assert.Equal("procent", proposed.Unit);
    }

    [Theory]
    [InlineData(BodyKind.Council)]
    [InlineData(BodyKind.PreparationGroup)]
    [InlineData(BodyKind.ExecutiveBoard)]
    public void Only_a_steering_group_decides(BodyKind kind)
    {
        var other = new Body(new("Rådet", kind, "Motala", null, 1, kind == BodyKind.Council ? "Öster" : null));
        Refused.By<DecisionBodyCannotDecide>(() => Proposed().Decide(new(true, Today, "§ 1", null), other, null, 2, Today));
    }

    [Fact]
    public void A_decision_names_day_paragraph_and_why_it_says_no()
    {
        var refusals = Refused.ByAll(() => Proposed().Decide(new(false, Today.AddDays(1), " ", null), SteeringGroup, null, 2, Today));
        Assert.Equal(["decidedOn", "paragraph", "reasons"], refusals.Select(r => Assert.Single(r.Path)));
        Refused.By<DecisionBeforeCase>(() => Proposed().Decide(new(true, Day(2021, 12, 8), "§ 1", null), SteeringGroup, null, 2, Today));
    }

    [Fact]
    public void Only_one_version_awaits_a_decision_at_a_time() => Refused.By<CatalogueProposalOpen>(() => Proposed(null, Proposed()));

    [Fact]
    public void Every_fault_is_named_at_once_and_one_source_is_enough()
    {
        var refusals = Refused.ByAll(() => new CatalogueIndicator(7, " ", [], Safe with { Name = "", Owner = new('x', 201), Instrument = null }, 1, Now));
        Assert.Equal(["indicator.name", "indicator.owner", "indicator.instrument", "code"], refusals.Select(r => string.Join('.', r.Path)));
        Proposed(Safe with { Instrument = null, SourceSystem = "Skolregistret" });
    }

    [Fact]
    public void What_is_of_the_catalogue_has_its_kind_unit_direction_instrument_source_and_owner()
    {
        var catalogue = new IndicatorCatalogue([Adopted()], Today);
        var indicator = Assert.Single(PlanWith(catalogue, new PlannedIndicator("t", "Trygga", null, null, null, Catalogue: "TRYGG")).Indicators);
        Assert.Equal(("andel", IndicatorKind.Share, Direction.HigherIsBetter, "TRYGG", 20L), (indicator.Unit, indicator.Kind, indicator.Direction, indicator.CatalogueCode, indicator.CatalogueId));
        Assert.Equal(("Trygga", "Safe"), (PlanWith(new([Adopted(Safe with { NameEn = "Safe" })], Today), new PlannedIndicator("t", "Trygga", null, null, null, Catalogue: "TRYGG")).Indicators[0].NameIn is var name ? (name.Sv, name.En) : default));
        Assert.Equal("share", PlanWith(new([Adopted(Safe with { UnitEn = "share" })], Today), new PlannedIndicator("t", "Trygga", null, null, null, Catalogue: "TRYGG")).Indicators[0].UnitIn.En);
        Assert.Equal("Safe pupils", PlanWith(new([Adopted(Safe with { NameEn = "Safe" })], Today), new PlannedIndicator("t", "Trygga", null, null, null, Catalogue: "TRYGG", NameEn: "Safe pupils")).Indicators[0].NameEn);
        Assert.Equal(("Skolenkäten", null, "Utbildningsförvaltningen"), (indicator.Instrument, indicator.SourceSystem, indicator.Owner));
        var refusals = Refused.ByAll(() => PlanWith(catalogue, new PlannedIndicator("t", "Trygga", "procent", IndicatorKind.Mean, Direction.LowerIsBetter, Catalogue: "TRYGG", Instrument: "Intervju", SourceSystem: "Procapita", Owner: "Skolan")));
        Assert.Equal(["indicators.0.unit", "indicators.0.instrument", "indicators.0.sourceSystem", "indicators.0.owner", "indicators.0.kind", "indicators.0.direction"], refusals.Select(r => string.Join('.', r.Path)));
        Assert.All(refusals, r => Assert.IsType<CatalogueDiffers>(r));
    }

    [Fact]
    public void No_new_plan_takes_what_is_not_in_force_and_old_plans_keep_what_they_took()
    {
        PlannedIndicator taken = new("t", "Trygga", null, null, null, Catalogue: "TRYGG");
        var refusal = Refused.By<CatalogueNotAdopted>(() => PlanWith(new([Proposed()], Today), taken));
        Assert.Equal(["indicators", "0", "catalogue"], refusal.Path);
        var adopted = Adopted();
        var plan = PlanWith(new([adopted], Today), taken);
        adopted.Retire(Day(2022, 1, 1), "Enkäten upphör");
        Assert.Single(PlanWith(new([adopted], Day(2021, 12, 31)), taken).Indicators);
        Refused.By<CatalogueNotAdopted>(() => PlanWith(new([adopted], Day(2022, 1, 1)), taken));
        plan.Set(new(StudyDesign.BeforeAfter, [taken with { Name = "Trygga elever" }], [Before, First]), new([adopted], Day(2022, 6, 1)));
        Assert.Equal(20, plan.Indicators[0].CatalogueId);
    }

    [Fact]
    public void What_is_not_adopted_is_not_retired_and_never_before_its_adoption()
    {
        Refused.By<CatalogueNotAdopted>(() => Proposed().Retire(Today, "Utgår"));
        Refused.By<CatalogueRetiredEarly>(() => Adopted().Retire(Today.AddDays(-1), "Utgår"));
        Refused.By<DecisionReasonsMissing>(() => Adopted().Retire(Today, " "));
    }

    [Fact]
    public void An_indicator_of_the_projects_own_says_its_kind_and_a_judged_one_has_no_numbers()
    {
        var own = Refused.ByAll(() => PlanWith(IndicatorCatalogue.Empty, new PlannedIndicator("t", "Trygga", null, null, null)));
        Assert.Equal(["unit", "kind", "direction"], own.Select(r => r.Path[^1]));
        var judged = new PlannedIndicator("m", "Möten", "skala -2 till 2", IndicatorKind.Qualitative, Direction.HigherIsBetter);
        var refusals = Refused.ByAll(() => PlanWith(IndicatorCatalogue.Empty, judged with { Baseline = 1, Target = 2, IsPrimary = true }));
        Assert.Equal(["baseline", "target", "isPrimary"], refusals.Select(r => r.Path[^1]));
        Assert.Empty(PlanWith(IndicatorCatalogue.Empty, judged).Measurable);
        Refused.By<PlanTargetMissing>(() => PlanWith(IndicatorCatalogue.Empty, Trust with { Target = null, TargetOn = Today }));
    }
}
