using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Tests.Impact;

/// <summary>Published worked examples, and the reasons for having no number.</summary>
public sealed class StatisticsTests
{
    private static Finding Found(Answer answer) => answer.Finding ?? throw new InvalidOperationException(answer.Reason!.Code);

    private static void Has<T>(Answer answer) where T : Refusal
    {
        Assert.IsType<T>(answer.Reason);
        Assert.Null(answer.Finding);
    }

    /// <summary>Borenstein, Hedges, Higgins and Rothstein (2009), chapter 4.</summary>
    [Fact]
    public void A_published_Hedges_g_is_found_again()
    {
        var g = Found(HedgesG.Of(new(50, 103, 5.5), new(50, 100, 4.5)));
        Assert.Equal(0.5924, g.Value, 4);
        Assert.Equal(0.2028, (g.Upper - g.Lower)!.Value / 2 / 1.959964, 4);
    }

    /// <summary>Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 873–890, table II, method 10, (a) to (h).</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void A_published_difference_of_shares_is_found_again(int events, int n, int otherEvents, int otherN, double lower, double upper)
    {
        var difference = Found(Shares.Difference(new(events, n), new(otherEvents, otherN)));
        Assert.Equal((lower, upper), (Math.Round(difference.Lower!.Value, 4), Math.Round(difference.Upper!.Value, 4)));
    }

    /// <summary>Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 857–872, table I, method 5.</summary>
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0578, 0.1617)]
    [InlineData(0, 20, 0.0000, 0.1684)]
    [InlineData(1, 29, 0.0009, 0.1776)]
    public void A_published_exact_interval_of_one_share_is_found_again(int events, int n, double lower, double upper)
    {
        var share = Found(ClopperPearson.Of(new(events, n)));
        Assert.Equal((lower, upper), (Math.Round(share.Lower!.Value, 4), Math.Round(share.Upper!.Value, 4)));
    }

    /// <summary>Hollander and Wolfe (1973), 69f, permeability of membranes: one-sided p 0.1272, which is 382 of the 3003 ways in which the ranks can fall.</summary>
    [Fact]
    public void A_published_test_of_ranks_is_found_again()
    {
        var chance = Found(MannWhitney.Of([0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.90, 0.74, 1.21]));
        Assert.Equal((0.7, 0.1272), (chance.Value, Math.Round(chance.PValue!.Value / 2, 4)));
    }

    /// <summary>Rothman, Epidemiology: an introduction: breast cancer after fluoroscopy, 41 in 28 010 and 15 in 19 017 years; ratio 1.86.</summary>
    [Fact]
    public void A_published_ratio_of_rates_is_found_again() => Assert.Equal(1.86, Found(RateRatio.Of(new(41, 28_010, 41), new(15, 19_017, 15))).Value, 2);

    /// <summary>Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd edition, chapter 2: so many in each group for 80 %, two-sided 5 %.</summary>
    [Theory]
    [InlineData(0.5, 64)]
    [InlineData(0.8, 26)]
    public void Published_sizes_are_the_least_that_find_their_effect(double effect, int each)
    {
        Assert.True(new DetectableEffect().OfMeans(each, each).Smallest <= effect);
        Assert.True(new DetectableEffect().OfMeans(each - 1, each - 1).Smallest > effect);
    }

    /// <summary>Agresti, Categorical data analysis, 2nd edition, 10.1: approval fell from 944 to 880 of 1600. His interval is Wald's and ours Newcombe's: of so many they meet at three digits.</summary>
    [Fact]
    public void A_published_change_of_a_share_is_found_again()
    {
        var change = Found(PairedShares.Of(new(794, 150, 86, 570)));
        Assert.Equal((-0.04, -0.059, -0.021), (Math.Round(change.Value, 4), Math.Round(change.Lower!.Value, 3), Math.Round(change.Upper!.Value, 3)));
    }

    /// <summary>Hollander and Wolfe (1973), 29f, Hamilton depression scale factor: two-sided p 0.0391.</summary>
    [Fact]
    public void A_published_signed_rank_test_is_found_again() => Assert.Equal(0.0391, Math.Round(Found(SignedRank.Of(
        [(1.83, 0.878), (0.50, 0.647), (1.62, 0.598), (2.48, 2.05), (1.68, 1.06), (1.88, 1.29), (1.55, 1.06), (3.06, 3.14), (1.30, 1.29)])).PValue!.Value, 4));

    /// <summary>Agresti, Categorical data analysis: aspirin and heart attacks, odds ratio 1.83 (1.44 to 2.33); ratio of risks 1.82.</summary>
    [Fact]
    public void Published_ratios_are_found_again()
    {
        var odds = Found(Ratios.Odds(new(189, 11034), new(104, 11037)));
        Assert.Equal((1.83, 1.44, 2.33), (Math.Round(odds.Value, 2), Math.Round(odds.Lower!.Value, 2), Math.Round(odds.Upper!.Value, 2)));
        Assert.Equal(1.82, Found(Ratios.Risk(new(189, 11034), new(104, 11037))).Value, 2);
    }

    /// <summary>Fisher (1935): the lady who told three of four cups; p 0.4857.</summary>
    [Fact]
    public void The_tea_lady_proves_nothing() => Assert.Equal(34 / 70.0, FisherExact.PValue(new(3, 4), new(1, 4)), 12);

    /// <summary>Student (1908): two soporifics, mean difference 1.58, t 4.0621, p 0.002833.</summary>
    [Fact]
    public void Students_own_pairs_are_found_again()
    {
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2], second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        var change = Found(PairedChange.Of([.. first.Zip(second)]));
        Assert.Equal((1.58, 0.002833), (Math.Round(change.Value, 6), Math.Round(change.PValue!.Value, 6)));
    }

    [Theory]
    [InlineData(30, 100, 10, 100, false)]
    [InlineData(10, 100, 30, 100, false)]
    [InlineData(12, 100, 10, 100, true)]
    [InlineData(9, 100, 10, 100, true)]
    public void A_number_needed_is_the_difference_turned_over_limits_and_all(int events, int n, int otherEvents, int otherN, bool throughInfinity)
    {
        var (difference, needed) = (Found(Shares.Difference(new(events, n), new(otherEvents, otherN))), Found(NumberNeeded.Of(new(events, n), new(otherEvents, otherN))));
        Assert.Equal((1 / difference.Value, throughInfinity), (needed.Value, needed.ThroughInfinity));
        Assert.Equal([1 / difference.Lower!.Value, 1 / difference.Upper!.Value], new[] { needed.Lower!.Value, needed.Upper!.Value }.OrderByDescending(limit => throughInfinity ? -limit : limit));
        Assert.Equal(throughInfinity, needed.Value <= needed.Lower || needed.Value >= needed.Upper);
    }

    [Fact]
    public void One_or_none_in_a_group_gives_a_reason_for_means_and_ranks()
    {
        Sample one = new(1, 5, 0), two = new(2, 5, 1);
        foreach (var answer in new[] { Means.Difference(one, two), Means.Difference(two, default), HedgesG.Of(one, two), PairedChange.Of([(1, 2)]), MannWhitney.Of([1], [1, 2]), Means.OfChanges([(1, 2)], [(1, 2), (2, 4)]), PairedShares.Of(default), SignedRank.Of([]), Ancova.Of([new(true, 1, 2), new(false, 1, 2), new(false, 2, 3)]) })
            Has<EstimateNeedsMore>(answer);
        Has<EstimateUnitsFew>(KnownStudies.OfSchools([(30, 1)], [(30, 2), (30, 3)]));
        foreach (var answer in new[] { Shares.Difference(new(0, 0), new(1, 2)), Ratios.Risk(new(1, 2), new(0, 0)), ClopperPearson.Of(default), RateRatio.Of(new(1, 0, 0), new(1, 1, 1)) })
            Has<EstimateNeedsMore>(answer);
    }

    [Fact]
    public void Where_nothing_varies_no_uncertainty_is_made_up()
    {
        Sample still = new(10, 5, 0);
        foreach (var answer in new[]
        {
            Means.Difference(still, still), HedgesG.Of(still, still with { Mean = 6 }), PairedChange.Of([(1, 2), (2, 3)]), SignedRank.Of([(1, 1), (3, 3)]), Means.OfChanges([(1, 2), (2, 3)], [(1, 1), (5, 5)]), MannWhitney.Of([1, 1], [1, 1, 1]),
            KnownStudies.OfSchools([(5, 1), (6, 1)], [(5, 2), (9, 2)]), Ancova.Of([new(true, 1, 2), new(true, 2, 3), new(false, 1, 1), new(false, 2, 2)]),
        }) Has<EstimateNoVariation>(answer);
        Term<IReadOnlyList<Cluster>> Wave(double gain, int sign) => new([.. Enumerable.Range(1, 4).Select(i => new Cluster($"{i}", 30, 30, 0.1 * i + gain))], sign);
        Has<EstimateNoVariation>(ClusterRobust.Contrast([Wave(0.3, 1), Wave(0, -1)])); // all schools change alike, but for rounding
        Has<EstimateBaselineAlike>(Ancova.Of([new(true, 4, 2), new(true, 4, 3), new(false, 3, 1), new(false, 3, 2)]));
    }

    [Fact]
    public void A_ratio_needs_something_to_divide_by()
    {
        Has<EstimateNoEvents>(Ratios.Risk(new(0, 5), new(0, 6)));
        Has<EstimateNoEvents>(Ratios.Odds(new(0, 5), new(0, 6)));
        Has<EstimateAllEvents>(Ratios.Odds(new(5, 5), new(6, 6)));
        Has<EstimateNoEvents>(RateRatio.Of(new(5, 5, 5), new(0, 6, 6)));
        Has<EstimateNoDifference>(NumberNeeded.Of(new(1, 2), new(2, 4)));
        Assert.Equal(1, Found(Ratios.Risk(new(5, 5), new(6, 6))).Value, 0.1);
    }

    [Fact]
    public void A_rate_that_never_happened_has_an_upper_limit_alone()
    {
        var ratio = Found(RateRatio.Of(new(0, 10, 10), new(3, 10, 10)));
        Assert.Equal((0, 0), (ratio.Value, ratio.Lower));
        Assert.InRange(ratio.Upper!.Value, 1, 5);
    }

    [Fact]
    public void Numbers_that_overflow_are_no_result() => Has<EstimateBeyondNumbers>(Means.Difference(new(2, 1e300, 1e200), new(2, 1, 1)));

    [Theory]
    [InlineData(3, 5, 4, 0.5)]
    [InlineData(3, 5, 2, -0.5)]
    [InlineData(10, 4, 1, 1.5)]
    public void Attainment_is_the_share_of_the_way_gone(double baseline, double target, double actual, double share) => Assert.Equal(share, Attainment.Of(baseline, target, actual).Share);

    [Fact]
    public void There_is_no_way_to_go_from_a_target_that_is_the_baseline() => Assert.IsType<EstimateTargetAtBaseline>(Attainment.Of(3, 3, 4).Reason);

    [Fact]
    public void Groups_too_small_to_find_anything_say_so()
    {
        Assert.IsType<EstimateUndetectable>(new DetectableEffect().OfShares(3, 3, 0.5, rise: true).Reason);
        Assert.IsType<EstimateNeedsMore>(new DetectableEffect().OfMeans(1, 30).Reason);
        Assert.IsType<EstimateUndetectable>(new DetectableEffect().OfRanks(4, 4, rise: true).Reason);
        Assert.IsType<EstimateUndetectable>(new DetectableEffect().OfRates(1, 1, 0.5, rise: false).Reason);
    }

    [Fact]
    public void Attrition_counts_who_was_measured_again()
    {
        var attrition = Attrition.Of(new HashSet<string> { "a", "b", "c", "d" }, new HashSet<string> { "b", "c", "d", "e" });
        Assert.Equal((4, 3, 1, 0.25), (attrition.Baseline, attrition.Kept, attrition.Joined, attrition.Lost));
        Assert.Null(Attrition.Of(new HashSet<string>(), new HashSet<string> { "a" }).Lost);
    }
}
