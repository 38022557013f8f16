using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using static Fond.Domain.Impact.Estimates.EffectMethod;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenIndividuals;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>What each kind of indicator and design gives, from logged rows to sentences.</summary>
public sealed class FurtherTechniquesTests
{
    [Fact]
    public void Individuals_who_were_measured_twice_give_a_paired_change_and_a_difference_at_the_same_baseline()
    {
        var change = By(EffectOf(Individuals(1), "TILLIT", BeforeAfter, InSchool), Technique.PairedChange);
        Assert.Equal((3.5, 12), (change.Finding!.Value, change.Finding.N));
        Assert.StartsWith("Tillit, ändring från baslinjen till år 1 hos dem som mättes båda gångerna: +3,50 poäng (95 % konfidensintervall +3,17 till +3,83).", change.Sentence!.Sv, StringComparison.Ordinal);
        Assert.Equal(2, By(EffectOf(Individuals(1), "TILLIT", DifferenceInDifferences, InSchool), Technique.Ancova).Finding!.Value, 9);
    }

    [Fact]
    public void Fewer_pairs_than_the_threshold_are_hidden_though_each_wave_is_shown()
    {
        var strangers = Individuals(1).Select(r => r with { SiteKey = null }).Select(r => r.WaveId == 12 && r.SubjectKey![^1] is not ('1' or '2') ? r with { SubjectKey = r.SubjectKey + "b" } : r).ToList();
        Assert.IsType<EstimateHidden>(By(EffectOf(strangers, "TILLIT", BeforeAfter), Technique.PairedChange).Unavailable);
        Assert.NotNull(By(EffectOf(strangers, "TILLIT", BeforeAfter, threshold: 1), Technique.PairedChange).Finding);
    }

    /// <summary>20 before, 19 after, 19 pairs: 20 times the one mean less 19 times the other less their change is what the lost one had.</summary>
    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(4, 0, false)]
    [InlineData(5, 0, true)]
    [InlineData(0, 1, false)]
    [InlineData(5, 5, true)]
    [InlineData(5, 4, false)]
    public void The_change_of_pairs_is_hidden_where_few_were_lost_or_joined(int lost, int joined, bool isTold)
    {
        var (told, own) = (By(EffectOf(Courses(lost, joined), "TILLIT", BeforeAfter), Technique.PairedChange), By(EffectOf(Courses(lost, joined), "TILLIT", BeforeAfter, threshold: 1), Technique.PairedChange));
        Assert.Equal((isTold, isTold), (told.Finding is not null, told.Unavailable is not EstimateHidden));
        Assert.Equal(20 - lost, own.Finding!.N);
        Assert.Equal(isTold, By(EffectOf(Courses(lost, joined), "TILLIT", DifferenceInDifferences), Technique.Ancova).Finding is not null);
    }

    private static IEnumerable<Reading> Courses(int lost, int joined) =>
        from wave in new[] { 11L, 12 }
        from who in Enum.GetValues<MeasurementGroup>()
        from i in Enumerable.Range(0, 20 + joined)
        let isThere = wave == 11 ? i < 20 : who == Comparison ? i < 20 : i >= lost
        where isThere
        select One(1, wave, who, $"{who}{i}", i % 7 + (wave == 12 ? i % 3 : 0));

    /// <summary>The parts' pairs and the whole's would tell a small part's.</summary>
    [Fact]
    public void Pairs_are_told_of_whole_groups_only_but_to_the_evaluator()
    {
        var parts = Courses(0, 0).Select(r => r with { Subgroup = r.SubjectKey![^1] % 2 == 0 ? "flickor" : "pojkar" }).ToList();
        FurtherFinding[] Told(int threshold) => [.. new Results(Wide(), parts, threshold).Effects().Where(e => e is { Indicator.Code: "TILLIT", Method: BeforeAfter or DifferenceInDifferences, Subgroup: not null }).SelectMany(e => e.Further)];
        Assert.Equal(6, Told(5).Length);
        Assert.All(Told(5), f => Assert.IsType<EstimateOfWholeGroupsOnly>(f.Unavailable));
        Assert.All(Told(1), f => Assert.NotNull(f.Finding));
        Assert.NotNull(By(EffectOf(parts, "TILLIT", BeforeAfter), Technique.PairedChange).Finding);
    }

    /// <summary>Five lost in the one wave, and one more in the next, are one by subtraction.</summary>
    [Fact]
    public void A_wave_whose_pairs_would_tell_of_one_beside_an_earlier_wave_is_left_out()
    {
        IEnumerable<Reading> Waves(int later) => Courses(0, 0).Where(r => r.Group == Intervention).SelectMany(r => r.WaveId == 11 ? [r] : new[] { r, r with { WaveId = 13, Value = r.Value + 1 + r.Value % 2 } })
            .Where(r => r.WaveId == 11 || int.Parse(r.SubjectKey![12..], System.Globalization.CultureInfo.InvariantCulture) >= (r.WaveId == 12 ? 5 : later));
        bool[] Told(int later) => [.. new Results(Plan(StudyDesign.BeforeAfter), Waves(later), 5).Effects().Where(e => e.Indicator.Code == "TILLIT").Select(e => By(e, Technique.PairedChange).Finding is not null)];
        Assert.Equal([true, true], Told(5));
        Assert.Equal([true, false], Told(6));
        Assert.Equal([true, true], Told(10));
    }

    /// <summary>A pair that comes with four who were never measured before is one by subtraction of yesterday's figure.</summary>
    [Fact]
    public void Who_comes_later_is_told_of_as_a_pair_when_as_many_come_as_could_be_shown()
    {
        IEnumerable<Reading> Later(int pairs) => Courses(10, 0).Where(r => r.Group == Intervention)
            .Concat(Enumerable.Range(0, pairs).Select(i => One(1, 12, Intervention, $"Intervention{i}", i + 3 + i % 2) with { BatchId = 1 }))
            .Concat(Enumerable.Range(0, 6).Select(i => One(1, 12, Intervention, $"ny{i}", i) with { BatchId = 1 }));
        bool Told(int pairs) => By(EffectOf(Later(pairs), "TILLIT", BeforeAfter), Technique.PairedChange).Finding is not null;
        Assert.Equal((true, false, false, true), (Told(0), Told(1), Told(4), Told(5)));
    }

    [Fact]
    public void Means_of_groups_of_schools_are_also_standardised_and_ranked()
    {
        var effect = EffectOf(Individuals(1), "TILLIT", GroupDifference, InSchool);
        Assert.Equal([Technique.ClusterDifference, Technique.StandardisedDifference, Technique.Superiority], effect.Further.Select(f => f.Technique).Prepend(effect.Estimate!.Technique));
        Assert.All(effect.Further, f => Assert.NotNull(f.Finding));
        Assert.Contains("chansen att en som projektet når ligger högre i år 1 än en i jämförelsegruppen (50 % är ingen skillnad): ", By(effect, Technique.Superiority).Sentence!.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public void Schools_that_are_unknown_or_in_both_groups_give_a_reason()
    {
        Assert.IsType<EstimateNeedsSites>(By(EffectOf(Individuals(1).Select(r => r with { SiteKey = null }), "TILLIT", GroupDifference), Technique.ClusterDifference).Unavailable);
        Assert.IsType<EstimateSitesMixed>(By(EffectOf(Individuals(1).Select(r => r with { SiteKey = "s" }), "TILLIT", GroupDifference), Technique.ClusterDifference).Unavailable);
    }

    [Fact]
    public void Events_are_not_taken_for_evenly_spread_where_it_is_known_how_they_are()
    {
        Assert.DoesNotContain(Technique.RateRatio, EffectOf(Individuals(3), "INCIDENT", GroupDifference, InSchool).Further.Select(f => f.Technique));
        Reading[] totals = [new(3, 12, Intervention, null, 40, null, null, 12), new(3, 12, Comparison, null, 50, null, null, 30)];
        var effect = EffectOf(totals, "INCIDENT", GroupDifference);
        const string Caveat = "Intervallet förutsätter att händelserna inträffar oberoende av varandra: står några få för många av dem är det för smalt.";
        Assert.EndsWith(Caveat, effect.Estimate!.Sentence.Sv, StringComparison.Ordinal);
        Assert.EndsWith(Caveat, By(effect, Technique.RateRatio).Sentence!.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_have_no_individuals_to_rank()
    {
        Reading[] sums = [.. from wave in new[] { 11L, 12 } from g in Enum.GetValues<MeasurementGroup>() select new Reading(1, wave, g, null, 20, wave, 2, null)];
        Assert.IsType<EstimateNeedsIndividuals>(By(EffectOf(sums, "TILLIT", GroupDifference), Technique.Superiority).Unavailable);
        Assert.IsType<EstimateNeedsIndividuals>(By(EffectOf(sums, "TILLIT", BeforeAfter), Technique.PairedChange).Unavailable);
    }

    [Fact]
    public void Shares_of_groups_have_ratios_and_a_number_needed_that_may_run_through_infinity()
    {
        Reading[] shares = [new(2, 12, Intervention, null, 100, null, null, 30), new(2, 12, Comparison, null, 100, null, null, 10)];
        var effect = EffectOf(shares, "BEHORIG", GroupDifference);
        Assert.Equal(3, By(effect, Technique.RiskRatio).Finding!.Value, 9);
        Assert.StartsWith("Behöriga till gymnasiet, i år 1 bland dem som projektet når jämfört med jämförelsegruppen: 3,00 gånger (95 % konfidensintervall 1,55 till 5,80). Det är åt det önskade hållet.", By(effect, Technique.RiskRatio).Sentence!.Sv, StringComparison.Ordinal);
        Assert.Equal((5, false), (Math.Round(By(effect, Technique.NumberNeeded).Finding!.Value, 9), By(effect, Technique.NumberNeeded).Finding!.ThroughInfinity));
        var unsure = By(EffectOf([shares[0] with { Events = 12 }, shares[1]], "BEHORIG", GroupDifference), Technique.NumberNeeded);
        Assert.True(unsure.Finding!.ThroughInfinity);
        Assert.Contains("via oändligheten", unsure.Sentence!.Sv, StringComparison.Ordinal);
        Assert.Contains("through infinity", unsure.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Rates_are_by_exposure()
    {
        Reading[] rates = [new(4, 12, Intervention, null, 10, null, null, 20) { Exposure = 5 }, new(4, 12, Comparison, 6, null, null, null, null) { Exposure = 2, SubjectKey = "a" }, new(4, 12, Comparison, null, 9, null, null, 34) { Exposure = 8 }];
        var effect = EffectOf(rates, "FRANVARO", GroupDifference);
        Assert.Equal((0, Technique.RateDifference), (effect.Estimate!.Value, effect.Estimate.Technique));
        Assert.Equal(1, Assert.Single(effect.Further).Finding!.Value, 9);
    }

    [Fact]
    public void Steps_of_a_scale_are_ranked_and_never_subtracted()
    {
        var effects = new Results(Wide(), Individuals(5), 5).Effects().Where(e => e.Indicator.Code == "TRIVSEL").ToList();
        Assert.Equal([GroupDifference, BeforeAfter], effects.Select(e => e.Method));
        Assert.All(effects, e => Assert.Equal(Technique.Superiority, e.Estimate!.Technique));
        Assert.Equal([Technique.SignedRank], effects.SelectMany(e => e.Further).Select(f => f.Technique));
        Assert.IsType<EstimateHidden>(effects[1].Further.Single().Unavailable); // nobody fell, which tells of all
        Assert.StartsWith("Trivsel, andelen som gick uppåt minus andelen som gick nedåt från baslinjen till år 1 bland dem som mättes båda gångerna: +100",
            By(EffectOf(Individuals(5), "TRIVSEL", BeforeAfter, threshold: 1), Technique.SignedRank).Sentence!.Sv, StringComparison.Ordinal);
    }

    /// <summary>Of thirty, five hold both times, so many before alone, so many after alone.</summary>
    private static Effect Answered(int fell, int rose, int threshold) => EffectOf(Enumerable.Range(0, 30).SelectMany(i => new[]
    {
        One(2, 11, Intervention, $"{i}", i < 5 + fell ? 1 : 0), One(2, 12, Intervention, $"{i}", i < 5 || (i >= 5 + fell && i < 5 + fell + rose) ? 1 : 0),
    }), "BEHORIG", BeforeAfter, threshold);

    [Fact]
    public void Answers_of_the_same_people_are_paired_unless_those_who_changed_are_few()
    {
        var change = By(Answered(5, 9, 5), Technique.PairedShareChange);
        Assert.Equal(PairedShares.Of(new(5, 5, 9, 11)).Finding, change.Finding);
        Assert.StartsWith("Behöriga till gymnasiet, ändring från baslinjen till år 1 hos dem som mättes båda gångerna: +13,3 procentenheter", change.Sentence!.Sv, StringComparison.Ordinal);
        Assert.IsType<EstimateHidden>(By(Answered(4, 9, 5), Technique.PairedShareChange).Unavailable);
        Assert.NotNull(By(Answered(4, 9, 1), Technique.PairedShareChange).Finding);
    }

    [Fact]
    public void Changes_of_the_same_people_are_compared_as_Welch_does()
    {
        var change = By(EffectOf(Individuals(1), "TILLIT", DifferenceInDifferences, InSchool), Technique.ChangeDifference);
        Assert.Equal((2, 24), (Math.Round(change.Finding!.Value, 9), change.Finding.N));
        Assert.StartsWith("Tillit, ändring från baslinjen till år 1 utöver jämförelsegruppens ändring, hos dem som mättes båda gångerna: +2,00 poäng", change.Sentence!.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public void Primary_indicators_p_values_are_adjusted_for_how_many_they_are_also_when_one_has_none()
    {
        var both = new Results(Wide(), [.. Individuals(1).Select(r => r with { SiteKey = null }), new(2, 12, Intervention, null, 100, null, null, 60), new(2, 12, Comparison, null, 100, null, null, 45)], 5).Effects().Where(e => e.Method == GroupDifference).ToDictionary(e => e.Indicator.Code, e => e.Estimate);
        var (trust, passed) = (both["TILLIT"]!, both["BEHORIG"]!);
        Assert.Equal((Math.Min(1, trust.PValue!.Value), 2 * passed.PValue!.Value), (trust.AdjustedPValue!.Value, passed.AdjustedPValue!.Value));
        var alone = EffectOf(Individuals(1), "TILLIT", GroupDifference, InSchool).Estimate!;
        Assert.Equal(Math.Min(1, 2 * alone.PValue!.Value), alone.AdjustedPValue!.Value, 12);
        Assert.Null(EffectOf(Individuals(3), "INCIDENT", GroupDifference, InSchool).Estimate!.AdjustedPValue);
    }

    [Fact]
    public void Subgroups_have_estimates_of_their_own()
    {
        var parts = Individuals(1).Select(r => r with { Subgroup = int.Parse(r.SubjectKey![^1..], System.Globalization.CultureInfo.InvariantCulture) % 2 == 0 ? "flickor" : "pojkar" });
        var effects = new Results(Wide(), parts, InSchool).Effects().Where(e => e.Indicator.Code == "TILLIT" && e.Method == BeforeAfter).ToList();
        Assert.Equal([null, "flickor", "pojkar"], effects.Select(e => e.Subgroup));
        Assert.Equal([3.5, 3, 4], effects.Select(e => e.Estimate!.Value));
        Assert.StartsWith("Tillit (flickor), ändring", effects[1].Estimate!.Sentence.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public void Attainment_is_told_from_the_measured_baseline_to_the_target()
    {
        Reading[] sums = [new(1, 11, Intervention, null, 20, 3.2m, 1, null), new(1, 12, Intervention, null, 20, 3.4m, 1, null)];
        var attained = Assert.Single(new Results(Wide(), sums, 5).Attained());
        Assert.Equal(0.5, attained.Share!.Value, 9);
        Assert.Equal("Tillit: i år 1 har gruppen nått 50 % av vägen från baslinjen till målet, från 3,20 poäng (20 mätta) till 3,40 poäng (20 mätta); målet är 3,60 poäng. Det säger inte varför.", attained.Sentence!.Sv);
        Assert.Equal(new Reach(20, 3.4, 3.2, 20, 3.6), attained.Reach);
        Assert.Contains("från 3,10 poäng (som planerat)", Assert.Single(new Results(Wide(), [sums[1]], 5).Attained()).Sentence!.Sv, StringComparison.Ordinal);
        Assert.Equal(0.6, Assert.Single(new Results(Wide(), [sums[1]], 5).Attained()).Share!.Value, 9);
        Assert.IsType<EstimateHidden>(Assert.Single(new Results(Wide(), [sums[0], sums[1] with { N = 4 }], 5).Attained()).Unavailable);
    }

    /// <summary>Of forty in each of two parts and ten of none: so many of each were lost, and so many were of the other part later.</summary>
    [Theory]
    [InlineData(5, 6, 0, 0, true)]
    [InlineData(0, 6, 0, 0, true)]
    [InlineData(5, 6, 5, 5, true)]
    [InlineData(4, 6, 0, 0, false)]
    [InlineData(5, 6, 1, 0, false)] // eleven of both, twelve of the whole
    [InlineData(5, 6, 0, 1, false)]
    public void Who_is_lost_is_counted_by_part_unless_anybody_s_course_could_be_had_by_subtraction(int girls, int boys, int none, int moved, bool isTold)
    {
        string? Part(int i) => i < 40 ? "flickor" : i < 80 ? "pojkar" : null;
        bool IsLost(int i) => i < girls || (i >= 40 && i < 40 + boys) || (i >= 80 && i < 80 + none);
        var rows = Enumerable.Range(0, 90).SelectMany(i => new[] { 11L, 12 }.Where(wave => wave == 11 || !IsLost(i)).Select(wave =>
            One(1, wave, Intervention, $"{i}", i % 7) with { Subgroup = wave == 12 && i >= 40 - moved && i < 40 ? "pojkar" : Part(i) })).ToList();
        var told = new Results(Plan(StudyDesign.BeforeAfter), rows, 5).Followed().Where(f => f.Subgroup is not null).ToList();
        Assert.Equal(["flickor", "pojkar"], told.Select(f => f.Subgroup));
        Assert.All(told, f => Assert.Equal((isTold, !isTold, null), (f.Attrition is not null, f.Unavailable is EstimateHidden, f.Planned)));
        var own = new Results(Plan(StudyDesign.BeforeAfter), rows, 1).Followed().Single(f => f.Subgroup == "flickor").Attrition!;
        Assert.Equal((40, 40 - girls - moved), (own.Baseline, own.Kept));
        if (isTold) Assert.Equal(own, told[0].Attrition);
    }

    /// <summary>Twelve were told to be lost; of six who come, so many had been measured before: yesterday's numbers less today's are how many.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(6, true)]
    public void Who_is_found_again_is_counted_unless_they_came_few_at_a_time(int again, bool isTold)
    {
        var rows = Courses(12, 0).Where(r => r.Group == Intervention)
            .Concat(Enumerable.Range(0, 6).Select(i => One(1, 12, Intervention, i < again ? $"Intervention{i}" : $"ny{i}", i) with { BatchId = 1 }));
        Assert.Equal(isTold, new Results(Plan(StudyDesign.BeforeAfter), rows, 5).Followed().Single(f => f.Wave.Code == "V1").Attrition is not null);
    }

    [Fact]
    public void Who_is_lost_is_counted_unless_they_are_few()
    {
        var lost = Individuals(1).Where(r => r.WaveId == 11 || r.SubjectKey is not ("Intervention1" or "Intervention2")).ToList();
        var own = new Results(Wide(), lost, 1).Followed().First();
        Assert.Equal((40, 12, 10, 0), (own.Planned!.Value, own.Attrition!.Baseline, own.Attrition.Kept, own.Attrition.Joined));
        Assert.IsType<EstimateHidden>(new Results(Wide(), lost, 5).Followed().First().Unavailable);
        Assert.Equal(0, new Results(Wide(), lost, 5).Followed().Last().Attrition!.Lost);
    }
}
