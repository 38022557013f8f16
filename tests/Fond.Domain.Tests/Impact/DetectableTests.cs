using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using Fond.Domain.Tests.Governance;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using static Fond.Domain.Impact.Estimates.EffectMethod;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>What planned sizes can find, by the comparison that will judge.</summary>
public sealed class DetectableTests
{
    [Fact]
    public void A_plan_tells_what_its_sizes_can_find()
    {
        var found = DetectableEffects.Of(Wide()).ToDictionary(d => d.Indicator.Code);
        var (alone, ofTwo) = (new DetectableEffect(0.025), new DetectableEffect(0.0125));
        Assert.Equal((DifferenceInDifferences, ofTwo.OfMeans(40, 40, 50, 50).Smallest), (found["TILLIT"].Method, found["TILLIT"].Smallest));
        Assert.Equal(ofTwo.OfShares(40, 50, 0.5, rise: true, changes: true).Smallest, found["BEHORIG"].Smallest);
        Assert.Equal(alone.OfMeans(40, 40, 50, 50).Smallest, found["INCIDENT"].Smallest);
        Assert.Equal((GroupDifference, alone.OfRanks(40, 50, rise: true).Smallest), (found["TRIVSEL"].Method, found["TRIVSEL"].Smallest));
        Assert.IsType<EstimateNotForeseen>(found["FRANVARO"].Unavailable);
        Assert.Equal((BeforeAfter, ofTwo.OfMeans(40, 40).Smallest), DetectableEffects.Of(Wide(StudyDesign.BeforeAfter)).Select(d => (d.Method, d.Smallest)).First());
        Assert.Equal(
            "Räknat för ändring utöver jämförelsegruppens ändring, med mätomgångarna som oberoende urval och den strängaste av Holms gränser för 2 huvudindikatorer. Består grupperna av hela enheter behöver effekten vara större för att upptäckas.",
            found["TILLIT"].Sentence!.Sv);
        Assert.Empty(DetectableEffects.Of(Plan()));
    }

    /// <summary>Eight hundred in each group and wave: 0.198 standard deviations, not the 0.140 of two groups in one wave, which such a plan finds every other time.</summary>
    [Fact]
    public void What_can_be_found_is_what_the_judging_comparison_finds_four_times_of_five()
    {
        var smallest = new DetectableEffect().OfMeans(800, 800, 800, 800).Smallest!.Value;
        Assert.Equal(0.198, smallest, 3);
        Assert.InRange(Found(smallest), 0.77, 0.83);
        Assert.InRange(Found(0.140), 0.47, 0.55);

        static double Found(double effect) => Enumerable.Range(0, 1_000).Count(seed =>
        {
            var random = new MersenneTwister(seed);
            double Mean(double mean) => Normal.Sample(random, mean, 1 / Math.Sqrt(800));
            return Means.Contrast([new(new(800, Mean(effect), 1), 1), new(new(800, Mean(0), 1), -1), new(new(800, Mean(0), 1), -1), new(new(800, Mean(0), 1), 1)]).Finding!.PValue < 0.05;
        }) / 1_000.0;
    }

    [Theory]
    [InlineData(StudyDesign.BeforeAfter, 40, 40)]
    [InlineData(StudyDesign.Randomised, 40, null)]
    [InlineData(StudyDesign.Randomised, 40, 0)]
    public void Sizes_are_planned_for_the_groups_that_the_design_has(StudyDesign design, int intervention, int? comparison) => Assert.Equal(["sizes", "comparison"],
        Refused.By<PlanSizeInvalid>(() => new MeasurementPlan(5).Set(new(design, [Trust], [Before, First], new(intervention, comparison)))).Path);
}
