using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;
using MathNet.Numerics.Distributions;

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

    /// <summary>The phases of Parker, Vannest and Davis (2011), with limits by Newcombe's method 5 as the manual of SingleCaseES prints them, which solves for them to no more than four decimals.</summary>
    [Fact]
    public void A_published_chance_of_lying_above_is_found_again()
    {
        var chance = Found(MannWhitney.Of([28, 25, 24, 27, 30, 30, 29], [20, 20, 26, 25, 22, 23]));
        Assert.Equal((0.9166667, 0.5973, 0.9860), (Math.Round(chance.Value, 7), Math.Round(chance.Lower!.Value, 4), Math.Round(chance.Upper!.Value, 4)));
    }

    /// <summary>Rothman, Epidemiology: an introduction: breast cancer after fluoroscopy, 41 in 28 010 and 15 in 19 017 years; ratio 1.86, with its exact limits as Stata's iri prints them.</summary>
    [Fact]
    public void A_published_ratio_of_rates_is_found_again()
    {
        var ratio = Found(RateRatio.Of(new(41, 28_010, 41), new(15, 19_017, 15)));
        Assert.Equal((1.855759, 1.005684, 3.6093), (Math.Round(ratio.Value, 6), Math.Round(ratio.Lower!.Value, 6), Math.Round(ratio.Upper!.Value, 4)));
    }

    /// <summary>The example of R's own page on poisson.test: 11 in 800 and 21 in 3011.</summary>
    [Fact]
    public void The_ratio_of_rates_of_Rs_manual_is_found_again()
    {
        var ratio = Found(RateRatio.Of(new(11, 800, 11), new(21, 3011, 21)));
        Assert.Equal((1.971488, 0.8584264, 4.2772659, 0.07967), (Math.Round(ratio.Value, 6), Math.Round(ratio.Lower!.Value, 7), Math.Round(ratio.Upper!.Value, 7), Math.Round(ratio.PValue!.Value, 5)));
    }

    /// <summary>The score limits of one rate, from which those of differences are made, as R's DescTools has them for 15 events in 400.</summary>
    [Fact]
    public void The_limits_of_one_rate_are_those_of_another_program()
    {
        var rate = Found(Rates.Contrast([new(new(15, 400, 15), 1)]));
        Assert.Equal((0.0227264749, 0.0618771721), (Math.Round(rate.Lower!.Value, 10), Math.Round(rate.Upper!.Value, 10)));
    }

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

    /// <summary>
    /// Newcombe (1998), Improved confidence intervals for the difference between binomial proportions based on paired data, Statistics in Medicine 17, 2635–2650, method 10; the last row is
    /// that of Fagerland, Lydersen and Laake (2017), Statistical analysis of contingency tables, chapter 8: response before and after consolidation therapy.
    /// </summary>
    [Theory]
    [InlineData(36, 2, 12, 0, 0.0569, 0.3404)]
    [InlineData(18, 2, 12, 18, 0.0562, 0.3290)]
    [InlineData(53, 0, 0, 1, -0.0729, 0.0729)]
    [InlineData(0, 0, 30, 0, 0.8395, 1.0000)]
    [InlineData(59, 16, 6, 80, -0.1186, -0.0046)]
    public void A_published_interval_of_a_change_of_a_share_is_found_again(int both, int before, int after, int neither, double lower, double upper)
    {
        var change = Found(PairedShares.Of(new(both, before, after, neither)));
        Assert.Equal((lower, upper), (Math.Round(change.Lower!.Value, 4), Math.Round(change.Upper!.Value, 4)));
    }

    /// <summary>
    /// Newcombe (2001), Estimating the difference between differences: measurement of additive scale interaction for proportions, Statistics in Medicine 20, 2885–2893, section 4.1: women whose problem
    /// could have been seen earlier, by antenatal care and whether it was their first child.
    /// </summary>
    [Fact]
    public void A_published_difference_between_differences_of_shares_is_found_again()
    {
        var interaction = Found(Shares.Contrast([new(new(17, 65), 1), new(new(17, 75), -1), new(new(18, 72), -1), new(new(16, 65), 1)]));
        Assert.Equal((0.031, -0.1687, 0.2343), (Math.Round(interaction.Value, 3), Math.Round(interaction.Lower!.Value, 4), Math.Round(interaction.Upper!.Value, 4)));
    }

    /// <summary>Card and Krueger (1994), Minimum wages and employment, American Economic Review 84, table 3, row 4: employees at each store in New Jersey and Pennsylvania, before and after.</summary>
    [Fact]
    public void Published_changes_of_stores_and_their_difference_are_found_again_by_store_and_as_whole_units()
    {
        var stores = OracleTable.Row("stores", 1);
        (double Before, double After)[] newJersey = [.. stores.Numbers("before").Zip(stores.Numbers("after"))], pennsylvania = [.. stores.Numbers("before2").Zip(stores.Numbers("after2"))];
        Assert.Equal((0.47, 0.48), Printed(PairedChange.Of(newJersey), 308));
        Assert.Equal((-2.28, 1.25), Printed(PairedChange.Of(pennsylvania), 74));
        Assert.Equal((2.75, 1.34), Printed(Means.OfChanges(newJersey, pennsylvania), freedom: 96.884)); // Welch's
        Assert.Equal((2.75, 1.34), Printed(ClusterRobust.Contrast([
            new(Each("NJ", newJersey.Select(s => s.After)), 1), new(Each("NJ", newJersey.Select(s => s.Before)), -1),
            new(Each("PA", pennsylvania.Select(s => s.After)), -1), new(Each("PA", pennsylvania.Select(s => s.Before)), 1)]), freedom: 112.687)); // Bell and McCaffrey's

        static IReadOnlyList<Cluster> Each(string state, IEnumerable<double> employees) => [.. employees.Select((e, i) => new Cluster($"{state} {i}", 1, 1, e))];
    }

    /// <summary>An estimate and its standard error, to the two decimals that are printed. The table tells no degrees of freedom.</summary>
    private static (double Value, double Error) Printed(Answer answer, double freedom)
    {
        var found = Found(answer);
        return (Math.Round(found.Value, 2), Math.Round((found.Upper - found.Lower)!.Value / 2 / StudentT.InvCDF(0, 1, freedom, 0.975), 2));
    }

    /// <summary>Bergelson and Crawley (1992), American Naturalist 139, 870–882: fruit of 20 plants left alone and 20 clipped, at the same root; 36.103, standard error 3.357 of 37 degrees of freedom, p 6.11e-13, as courses in R print it.</summary>
    [Fact]
    public void A_published_difference_at_the_same_baseline_is_found_again()
    {
        Course[] plants = [
            .. new[] { (6.225, 59.77), (6.487, 60.98), (4.919, 14.73), (5.13, 19.28), (5.417, 34.25), (5.359, 35.53), (7.614, 87.73), (6.352, 63.21), (4.975, 24.25), (6.93, 64.34), (6.248, 52.92), (5.451, 32.35),
                (6.013, 53.61), (5.928, 54.86), (6.264, 64.81), (7.181, 73.24), (7.001, 80.64), (4.426, 18.89), (7.302, 75.49), (5.836, 46.73) }.Select(p => new Course(true, p.Item1, p.Item2)),
            .. new[] { (10.253, 116.05), (6.958, 38.94), (8.001, 60.77), (9.039, 84.37), (8.91, 70.11), (6.106, 14.95), (7.691, 70.7), (8.988, 80.31), (8.975, 82.35), (9.844, 105.07), (8.508, 73.79), (7.354, 50.08),
                (8.643, 78.28), (7.916, 41.48), (9.351, 98.47), (7.066, 40.15), (8.158, 52.26), (7.382, 46.64), (8.515, 71.01), (8.53, 83.03) }.Select(p => new Course(false, p.Item1, p.Item2))];
        var difference = Found(Ancova.Of(plants));
        var error = (difference.Upper - difference.Lower)!.Value / 2 / StudentT.InvCDF(0, 1, 37, 0.975);
        Assert.Equal((36.103, 3.357, 6.11), (Math.Round(difference.Value, 3), Math.Round(error, 3), Math.Round(difference.PValue!.Value * 1e13, 2)));
    }

    /// <summary>Ten p values and what Bioconductor's multtest makes of them, as statsmodels keeps them.</summary>
    [Fact]
    public void Many_questions_are_adjusted_for_as_by_another_program() => Assert.Equal(
        [1, 1, 1, 1, 1, 1, 0.00052366, 0.14191288, 0.00253265, 0.11990185],
        Holm.Adjusted([0.838541367553, 0.642193923795, 0.680845947633, 0.967833824309, 0.71626938238, 0.177096952723, 5.23656777208e-5, 0.0202732688798, 0.00028140506198, 0.0149877310796]).Select(p => Math.Round(p, 8)));

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

    /// <summary>Fagerland, Lydersen and Laake (2017), chapter 4: high and standard dose of epinephrine, 7 and 1 of 34, with the limits of Katz; and XFS by genotype, 0 of 16 and 15 of 72, by Fisher's test.</summary>
    [Fact]
    public void A_published_interval_of_a_ratio_of_risks_and_an_exact_p_are_found_again()
    {
        var risks = Found(Ratios.Risk(new(7, 34), new(1, 34)));
        Assert.Equal((7.0000, 0.9096, 53.8695), (Math.Round(risks.Value, 4), Math.Round(risks.Lower!.Value, 4), Math.Round(risks.Upper!.Value, 4)));
        Assert.Equal(0.06287, Math.Round(Found(Shares.Difference(new(0, 16), new(15, 72))).PValue!.Value, 5));
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
