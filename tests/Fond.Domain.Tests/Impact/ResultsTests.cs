using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using static Fond.Domain.Impact.Estimates.EffectMethod;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

public sealed class ResultsTests
{
    [Fact]
    public void Sentences_in_English_have_the_unit_in_English()
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.BeforeAfter, [Trust with { UnitEn = "points" }], [Before, First]));
        WithIds(plan);
        Reading[] readings = [new(1, 11, MeasurementGroup.Intervention, null, 40, 3, 1, null), new(1, 12, MeasurementGroup.Intervention, null, 40, 3.5m, 1, null)];
        var results = new Results(plan, readings, 5);
        Text[] told = [Assert.Single(results.Effects()).Estimate!.Sentence, Assert.Single(results.Attained()).Sentence!];
        Assert.All(told, t => Assert.Contains(" points", t.En, StringComparison.Ordinal));
        Assert.All(told, t => Assert.DoesNotContain("poäng", t.En, StringComparison.Ordinal));
        Assert.All(told, t => Assert.Contains(" poäng", t.Sv, StringComparison.Ordinal));
    }

    private static Reading Individual(long indicator, long wave, decimal value, MeasurementGroup group = Intervention) => new(indicator, wave, group, value, null, null, null, null);

    private static Reading Together(long indicator, int n, decimal? mean, decimal? deviation, int? events, long wave = 11) => new(indicator, wave, Intervention, null, n, mean, deviation, events);

    private static Cell Summed(params Reading[] readings) => Assert.Single(new Results(Plan(), readings, 1).Shown()).Cell!;

    [Fact]
    public void Individuals_sum_up_to_mean_and_deviation()
    {
        var cell = Summed([.. new[] { 27.5m, 21, 19, 23.6m, 17, 17.9m }.Select(v => Individual(1, 11, v))]);
        Assert.Equal((6, null), (cell.N, cell.Events));
        Assert.Equal(21.0, cell.Mean, 9);
        Assert.Equal(3.965349921507559, cell.StandardDeviation!.Value, 9);
    }

    [Fact]
    public void Groups_and_individuals_of_a_cell_sum_up_as_if_all_were_individuals()
    {
        var all = Summed([.. new[] { 1m, 2, 3, 10, 20 }.Select(v => Individual(1, 11, v))]);
        var mixed = Summed(Together(1, 3, 2, 1, null), Individual(1, 11, 10), Individual(1, 11, 20));
        Assert.Equal(all.N, mixed.N);
        Assert.Equal(all.Mean, mixed.Mean, 9);
        Assert.Equal(all.StandardDeviation!.Value, mixed.StandardDeviation!.Value, 9);
    }

    [Fact]
    public void Far_from_zero_the_deviation_keeps_its_digits() =>
        Assert.Equal(1, Summed(Individual(1, 11, 999_999_999_999m), Individual(1, 11, 999_999_999_998m), Individual(1, 11, 999_999_999_997m)).StandardDeviation!.Value, 9);

    [Fact]
    public void Shares_sum_up_by_events_or_by_share()
    {
        var cell = Summed(Together(2, 20, null, null, 12), Together(2, 10, 0.3m, null, null), Individual(2, 11, 1), Individual(2, 11, 0));
        Assert.Equal((32, null), (cell.N, cell.StandardDeviation));
        Assert.Equal(16, cell.Events!.Value, 9);
        Assert.Equal(0.5, cell.Mean, 9);
    }

    [Fact]
    public void A_share_that_is_shown_has_its_exact_interval_and_one_that_is_hidden_has_none()
    {
        Reading[] rows = [Together(2, 20, null, null, 8), Together(2, 20, null, null, 2, wave: 12), Together(1, 20, 3, 1, null)];
        var cells = new Results(Plan(), rows, 5).Shown().ToDictionary(c => (c.Indicator.Code, c.Wave.Code));
        var shown = cells[("BEHORIG", "V0")].Share!;
        Assert.Equal((0.4, 0.1911901, 0.6394574), (shown.Value, Math.Round(shown.Lower!.Value, 7), Math.Round(shown.Upper!.Value, 7))); // binom.test(8, 20)
        Assert.Null(cells[("BEHORIG", "V1")].Share);
        Assert.Null(cells[("TILLIT", "V0")].Share);
    }

    [Fact]
    public void Counts_have_a_deviation_only_when_every_individual_is_known()
    {
        Assert.Equal(Math.Sqrt(2), Summed(Individual(3, 11, 1), Individual(3, 11, 3)).StandardDeviation!.Value, 9);
        var totals = Summed(Individual(3, 11, 1), Individual(3, 11, 3), Together(3, 8, null, null, 16));
        Assert.Equal((10, null), (totals.N, totals.StandardDeviation));
        Assert.Equal((20, 2), (totals.Events!.Value, totals.Mean));
    }

    [Fact]
    public void Cells_are_told_apart_by_indicator_wave_and_group() => Assert.Equal(
        ["BEHORIG V0 Intervention", "TILLIT V0 Comparison", "TILLIT V0 Intervention", "TILLIT V1 Intervention"],
        new Results(Plan(), [Individual(1, 11, 1), Individual(1, 11, 1, Comparison), Individual(1, 12, 1), Individual(2, 11, 1)], 1).Shown()
            .Select(c => $"{c.Indicator.Code} {c.Wave.Code} {c.Group}").Order(StringComparer.Ordinal));

    private static Results Given(StudyDesign design, int threshold, int baseline = 10, int comparison = 10) => new(Plan(design),
    [
        Together(1, baseline, 3, 1, null), Together(1, 10, 4, 1, null, wave: 12), Together(1, comparison, 3.5m, 1, null, wave: 12) with { Group = Comparison },
    ], threshold);

    [Fact]
    public void Every_indicator_wave_and_method_gets_an_estimate_or_a_reason()
    {
        var effects = Given(StudyDesign.MatchedComparison, 5).Effects().ToList();
        Assert.Equal(3 * 2 * 3, effects.Count);
        Assert.All(effects, e => Assert.True(e.Estimate is null != e.Unavailable is null));
        Assert.Equal([BeforeAfter, GroupDifference], effects.Where(e => e.Estimate is not null).Select(e => e.Method).Order());
        Assert.IsType<EstimateGroupMissing>(effects.Single(e => (e.Indicator.Code, e.Wave.Code, e.Method) == ("TILLIT", "V1", DifferenceInDifferences)).Unavailable);
        Assert.IsType<EstimateWaveMissing>(effects.First(e => e.Wave.Code == "V2").Unavailable);
    }

    [Fact]
    public void A_design_of_one_group_is_estimated_by_its_change_alone() =>
        Assert.Equal([BeforeAfter], Given(StudyDesign.BeforeAfter, 5).Effects().Select(e => e.Method).Distinct());

    [Fact]
    public void A_group_under_the_threshold_is_never_shown_nor_what_is_built_on_it()
    {
        var results = Given(StudyDesign.MatchedComparison, threshold: 5, comparison: 4);
        var hidden = Assert.Single(results.Shown(), c => c.Hidden is not null);
        Assert.Equal(("V1", Comparison, null, 5), (hidden.Wave.Code, hidden.Group, hidden.Cell, hidden.Hidden!.Threshold));
        var first = results.Effects().Where(e => e is { Indicator.Code: "TILLIT", Wave.Code: "V1" }).ToDictionary(e => e.Method);
        Assert.IsType<EstimateHidden>(first[GroupDifference].Unavailable);
        Assert.IsType<EstimateHidden>(first[DifferenceInDifferences].Unavailable);
        Assert.NotNull(first[BeforeAfter].Estimate);
    }

    [Fact]
    public void A_group_at_the_threshold_is_shown_and_the_evaluator_sees_all()
    {
        Assert.DoesNotContain(Given(StudyDesign.MatchedComparison, threshold: 5, comparison: 5).Shown(), c => c.Hidden is not null);
        var own = Given(StudyDesign.MatchedComparison, threshold: 1, comparison: 2);
        Assert.DoesNotContain(own.Shown(), c => c.Hidden is not null);
        Assert.Contains(own.Effects(), e => e.Method == GroupDifference && e.Estimate is not null);
    }
}
