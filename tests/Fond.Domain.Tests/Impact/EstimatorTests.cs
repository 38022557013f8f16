using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Impact.Estimates.EffectMethod;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>Expected numbers are published ones, or worked out outside this code from the formulas that it names.</summary>
public sealed class EstimatorTests
{
    private static readonly Dictionary<CellKey, Cell> Nothing = [];

    private static Dictionary<CellKey, Cell> Cells(string indicator, Cell? after, Cell? before = null, Cell? comparisonAfter = null, Cell? comparisonBefore = null)
    {
        var cells = new Dictionary<CellKey, Cell>();
        void Put(string wave, MeasurementGroup group, Cell? cell)
        {
            if (cell is not null) cells[new(indicator, wave, group)] = cell;
        }
        Put("V1", Intervention, after);
        Put("V0", Intervention, before);
        Put("V1", Comparison, comparisonAfter);
        Put("V0", Comparison, comparisonBefore);
        return cells;
    }

    private static Estimate Of(EffectMethod method, string indicator, Dictionary<CellKey, Cell> cells, StudyDesign design = StudyDesign.MatchedComparison)
    {
        var plan = Plan(design);
        return Estimator.Of(method, plan, plan.Indicator(indicator)!, plan.Wave("V1")!, cells);
    }

    private static void Is(Estimate estimate, double value, double lower, double upper, double p)
    {
        Assert.Equal(value, estimate.Value, 6);
        Assert.Equal(lower, estimate.Lower, 6);
        Assert.Equal(upper, estimate.Upper, 6);
        Assert.Equal(p, estimate.PValue!.Value, 6);
    }

    [Fact]
    public void Two_means_are_compared_as_Welch_does() =>
        Is(Of(GroupDifference, "TILLIT", Cells("TILLIT", Cell.OfMeans(15, 20.5, 3.1), comparisonAfter: Cell.OfMeans(12, 17.25, 5.4))), 3.25, -0.45293491, 6.95293491, 0.08143453);

    [Fact]
    public void A_change_is_later_less_earlier()
    {
        var estimate = Of(BeforeAfter, "TILLIT", Cells("TILLIT", Cell.OfMeans(15, 20.5, 3.1), before: Cell.OfMeans(12, 17.25, 5.4)));
        Is(estimate, 3.25, -0.45293491, 6.95293491, 0.08143453);
        Assert.Equal((15, 12, null, null), (estimate.Intervention, estimate.Baseline, estimate.Comparison, estimate.ComparisonBaseline));
    }

    [Fact]
    public void A_difference_in_differences_weighs_four_means()
    {
        var estimate = Of(DifferenceInDifferences, "TILLIT", Cells("TILLIT",
            Cell.OfMeans(40, 14.2, 3.5), Cell.OfMeans(45, 11.0, 3.2), Cell.OfMeans(38, 12.1, 4.1), Cell.OfMeans(41, 11.4, 3.9)));
        Is(estimate, 2.5, 0.20630292, 4.79369708, 0.03287096);
        Assert.Equal((40, 38, 45, 41), (estimate.Intervention, estimate.Comparison, estimate.Baseline, estimate.ComparisonBaseline));
    }

    /// <summary>Card and Krueger (1994), Minimum wages and employment: changes of 0.4667 and -2.2833 differ by 2.75.</summary>
    [Fact]
    public void A_published_difference_in_differences_is_found_again()
    {
        var estimate = Of(DifferenceInDifferences, "TILLIT", Cells("TILLIT",
            Cell.OfMeans(319, 20.44 + 28 / 60.0, 9.3), Cell.OfMeans(321, 20.44, 9.1), Cell.OfMeans(77, 23.33 - 137 / 60.0, 8.3), Cell.OfMeans(77, 23.33, 11.9)));
        Is(estimate, 2.75, -0.81283198, 6.31283198, 0.12955135);
    }

    /// <summary>Newcombe (1998), table II, method 10, (a) to (h), to the digits that he has; the rest, p and the last row, one in each group, by the formulas.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.2, 0.05243147, 0.33387265, 0.01252113)]
    [InlineData(9, 10, 3, 10, 0.6, 0.17052272, 0.80901797, 0.01976661)]
    [InlineData(6, 7, 2, 7, 0.57142857, 0.05822793, 0.80624964, 0.1025641)]
    [InlineData(5, 56, 0, 29, 0.08928571, -0.03813715, 0.19256001, 0.16062144)]
    [InlineData(0, 10, 0, 20, 0, -0.16112516, 0.2775328, 1)]
    [InlineData(0, 10, 0, 10, 0, -0.2775328, 0.2775328, 1)]
    [InlineData(10, 10, 0, 20, 1, 0.67908604, 1, 0.00000003)]
    [InlineData(10, 10, 0, 10, 1, 0.60750935, 1, 0.00001083)]
    [InlineData(1, 1, 0, 1, 1, -0.12210872, 1, 1)]
    public void Two_shares_are_compared_as_Newcombe_and_Fisher_do(int events, int n, int otherEvents, int otherN, double value, double lower, double upper, double p) =>
        Is(Of(GroupDifference, "BEHORIG", Cells("BEHORIG", Cell.OfEvents(n, events), comparisonAfter: Cell.OfEvents(otherN, otherEvents))), value, lower, upper, p);

    /// <summary>Oracles/contrasts.R, the first of shares4.</summary>
    [Fact]
    public void A_difference_in_differences_of_shares_adds_four_squares() => Is(
        Of(DifferenceInDifferences, "BEHORIG", Cells("BEHORIG", Cell.OfEvents(50, 30), Cell.OfEvents(48, 20), Cell.OfEvents(51, 22), Cell.OfEvents(52, 21))),
        0.15580694, -0.11303308, 0.41291384, 0.26276374);

    /// <summary>Oracles/contrasts.R, the first of rates.</summary>
    [Theory]
    [InlineData(12, 40, 30, 50, -0.3, -0.58685881, -0.01250279, 0.04162476)]
    [InlineData(0, 40, 0, 50, 0, -0.07682918, 0.09603647, 1)]
    public void Totals_of_events_are_compared_as_rates(int events, int n, int otherEvents, int otherN, double value, double lower, double upper, double p) =>
        Is(Of(GroupDifference, "INCIDENT", Cells("INCIDENT", Cell.OfEvents(n, events), comparisonAfter: Cell.OfEvents(otherN, otherEvents))), value, lower, upper, p);

    [Fact]
    public void Counts_of_individuals_are_compared_as_means() => Is(
        Of(GroupDifference, "INCIDENT", Cells("INCIDENT", new Cell(15, 20.5, 3.1, 307.5), comparisonAfter: new Cell(12, 17.25, 5.4, 207))), 3.25, -0.45293491, 6.95293491, 0.08143453);

    [Fact]
    public void Two_in_a_group_is_the_least_for_means()
    {
        Is(Of(GroupDifference, "TILLIT", Cells("TILLIT", Cell.OfMeans(2, 5, 1), comparisonAfter: Cell.OfMeans(2, 3, 2))), 2, -7.78426882, 11.78426882, 0.37008668);
        Assert.Equal("V1", Refused.By<EstimateTooFew>(() => Of(GroupDifference, "TILLIT", Cells("TILLIT", Cell.OfMeans(1, 5, null), comparisonAfter: Cell.OfMeans(2, 3, 2)))).Wave);
        Assert.Equal("V0", Refused.By<EstimateTooFew>(() => Of(BeforeAfter, "TILLIT", Cells("TILLIT", Cell.OfMeans(2, 5, 1), Cell.OfMeans(1, 3, null)))).Wave);
    }

    [Fact]
    public void A_group_that_does_not_vary_leaves_the_other_to_tell_the_uncertainty() => Is(
        Of(GroupDifference, "TILLIT", Cells("TILLIT", Cell.OfMeans(10, 5, 0), comparisonAfter: Cell.OfMeans(12, 4, 1.5))), 1, 0.04694547, 1.95305453, 0.04134227);

    [Fact]
    public void Where_nothing_varies_no_interval_is_made_up() => Refused.By<EstimateNoVariation>(
        () => Of(GroupDifference, "TILLIT", Cells("TILLIT", Cell.OfMeans(10, 5, 0), comparisonAfter: Cell.OfMeans(12, 4, 0))));

    [Fact]
    public void A_missing_wave_or_group_is_named()
    {
        var cell = Cell.OfMeans(10, 5, 1);
        Assert.Equal("V1", Refused.By<EstimateWaveMissing>(() => Of(BeforeAfter, "TILLIT", Nothing)).Wave);
        Assert.Equal("V0", Refused.By<EstimateWaveMissing>(() => Of(BeforeAfter, "TILLIT", Cells("TILLIT", cell))).Wave);
        Assert.Equal(("V1", Comparison), Facts(() => Of(GroupDifference, "TILLIT", Cells("TILLIT", cell))));
        Assert.Equal(("V1", Intervention), Facts(() => Of(GroupDifference, "TILLIT", Cells("TILLIT", null, comparisonAfter: cell))));
        Assert.Equal(("V0", Comparison), Facts(() => Of(DifferenceInDifferences, "TILLIT", Cells("TILLIT", cell, cell, cell))));
        Refused.By<EstimateWaveMissing>(() => Of(BeforeAfter, "TILLIT", Cells("BEHORIG", cell, cell)));

        static (string, MeasurementGroup) Facts(Action action) => Refused.By<EstimateGroupMissing>(action) is var refusal ? (refusal.Wave, refusal.Group) : default;
    }

    [Theory]
    [InlineData(BeforeAfter, StudyDesign.Randomised, DesignStrength.Weak)]
    [InlineData(GroupDifference, StudyDesign.Randomised, DesignStrength.Strong)]
    [InlineData(DifferenceInDifferences, StudyDesign.Randomised, DesignStrength.Strong)]
    [InlineData(DifferenceInDifferences, StudyDesign.MatchedComparison, DesignStrength.Moderate)]
    [InlineData(DifferenceInDifferences, StudyDesign.Waitlist, DesignStrength.Moderate)]
    [InlineData(GroupDifference, StudyDesign.MatchedComparison, DesignStrength.Weak)]
    [InlineData(DifferenceInDifferences, StudyDesign.HistoricalComparison, DesignStrength.Weak)]
    [InlineData(DifferenceInDifferences, StudyDesign.Stepped, DesignStrength.Weak)]
    public void A_result_is_as_strong_as_its_design(EffectMethod method, StudyDesign design, DesignStrength strength)
    {
        var cell = Cell.OfMeans(10, 5, 1);
        Assert.Equal(strength, Of(method, "TILLIT", Cells("TILLIT", cell, cell, cell, cell), design).Strength);
    }

    [Theory]
    [InlineData(StudyDesign.Stepped, "när enheter har gått över till projektet visar skillnaden inte längre dess effekt.", "once units have crossed over to the project, the difference no longer shows its effect.")]
    [InlineData(StudyDesign.Waitlist, "när den har fått sin tur visar skillnaden inte längre projektets effekt.", "once it has had its turn, the difference no longer shows the project's effect.")]
    public void A_comparison_with_those_who_get_their_turn_says_that_it_ends_then(StudyDesign design, string sv, string en)
    {
        var cell = Cell.OfMeans(10, 5, 1);
        foreach (var method in new[] { DifferenceInDifferences, GroupDifference })
        {
            var sentence = Of(method, "TILLIT", Cells("TILLIT", cell, cell, cell, cell), design).Sentence;
            Assert.EndsWith(sv, sentence.Sv, StringComparison.Ordinal);
            Assert.EndsWith(en, sentence.En, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(sv, Of(BeforeAfter, "TILLIT", Cells("TILLIT", cell, cell, cell, cell), design).Sentence.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_says_what_was_found_and_what_it_presumes()
    {
        var sentence = Of(DifferenceInDifferences, "TILLIT", Cells("TILLIT",
            Cell.OfMeans(40, 14.2, 3.5), Cell.OfMeans(45, 11.0, 3.2), Cell.OfMeans(38, 12.1, 4.1), Cell.OfMeans(41, 11.4, 3.9))).Sentence;
        Assert.Equal(
            "Tillit, ändring från baslinjen till år 1 utöver jämförelsegruppens ändring: +2,50 poäng (95 % konfidensintervall +0,21 till +4,79). "
            + "Det är åt det önskade hållet. Att tillskriva projektet detta förutsätter att grupperna annars hade utvecklats lika.", sentence.Sv);
        Assert.Contains("+2.50 poäng (95% confidence interval +0.21 to +4.79). It is in the desired direction.", sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interval_that_holds_zero_claims_nothing()
    {
        var sentence = Of(GroupDifference, "BEHORIG", Cells("BEHORIG", Cell.OfEvents(10, 0), comparisonAfter: Cell.OfEvents(20, 0))).Sentence;
        Assert.Contains("0,0 procentenheter (95 % konfidensintervall −16,1 till +27,8). Intervallet rymmer noll: det går inte att säga", sentence.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_incidents_are_better_and_more_are_worse()
    {
        var (few, many) = (Cell.OfEvents(40, 12), Cell.OfEvents(50, 30));
        Assert.Contains("åt det önskade hållet", Of(GroupDifference, "INCIDENT", Cells("INCIDENT", few, comparisonAfter: many)).Sentence.Sv, StringComparison.Ordinal);
        Assert.Contains("motsatt håll", Of(GroupDifference, "INCIDENT", Cells("INCIDENT", many, comparisonAfter: few)).Sentence.Sv, StringComparison.Ordinal);
    }
}
