using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using static Fond.Domain.Impact.Estimates.EffectMethod;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>Where the groups are made of whole schools, schools carry the uncertainty, and the verdict with it.</summary>
public sealed class UnitsTests
{
    private const string Caveat = "Intervallet tar inte hänsyn till att de som hör till samma enhet liknar varandra, och kan därför vara för smalt.";

    /// <summary>Of 200 at each school who are well off, before and after.</summary>
    private static IEnumerable<Reading> Schools(MeasurementGroup group, params (int Before, int After)[] schools) =>
        schools.SelectMany((s, i) => new[] { Row(group, 11, s.Before, $"{group} {i}"), Row(group, 12, s.After, $"{group} {i}") });

    private static Reading Row(MeasurementGroup group, long wave, int events, string? school) => new(2, wave, group, null, 200, null, null, events) { SiteKey = school };

    private static readonly Reading[] Four = [.. Schools(Intervention, (120, 170), (118, 128), (122, 172), (120, 124)), .. Schools(Comparison, (120, 121), (119, 122), (121, 120), (120, 121))];

    private static Effect EffectOf(IEnumerable<Reading> readings, EffectMethod method = DifferenceInDifferences, string? subgroup = null) =>
        new Results(Plan(), readings, 5).Effects().Single(e => e.Indicator.Code == "BEHORIG" && e.Wave.Code == "V1" && e.Method == method && e.Subgroup == subgroup);

    private static Verdict VerdictOf(IEnumerable<Reading> readings)
    {
        var plan = Plan();
        return new Verdicts(plan, new Results(plan, readings, 5).Effects(), Day(2024, 1, 1)).All().Single(v => v.Indicator.Code == "BEHORIG" && v.Wave.Code == "V1");
    }

    [Fact]
    public void A_change_at_two_schools_of_four_is_no_success_however_many_pupils_they_have()
    {
        var (whole, unknown) = (EffectOf(Four).Estimate!, EffectOf(Four.Select(r => r with { SiteKey = null })).Estimate!);
        Assert.Equal((Technique.ClusterDifference, Technique.ShareDifference), (whole.Technique, unknown.Technique));
        Assert.Equal(unknown.Value, whole.Value, 12);
        Assert.True(unknown.PValue < 0.001 && whole.PValue > 0.05);
        Assert.Equal((Outcome.NotShown, Outcome.AsHoped), (VerdictOf(Four).Outcome, VerdictOf(Four.Select(r => r with { SiteKey = null })).Outcome));
        Assert.StartsWith("Behöriga till gymnasiet, ändring från baslinjen till år 1 utöver jämförelsegruppens ändring, med hänsyn till att de som hör till samma enhet liknar varandra: ", whole.Sentence.Sv, StringComparison.Ordinal);
        Assert.DoesNotContain(Caveat, whole.Sentence.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_at_all_schools_is_one() =>
        Assert.Equal(Outcome.AsHoped, VerdictOf([.. Schools(Intervention, (120, 150), (118, 149), (122, 151), (120, 148)), .. Four.Where(r => r.Group == Comparison)]).Outcome);

    [Theory]
    [InlineData(BeforeAfter)]
    [InlineData(GroupDifference)]
    public void Every_comparison_goes_by_schools(EffectMethod method)
    {
        var effect = EffectOf(Four, method);
        Assert.Equal(Technique.ClusterDifference, effect.Estimate!.Technique);
        Assert.DoesNotContain(Technique.ClusterDifference, effect.Further.Select(f => f.Technique));
        Assert.All(effect.Further, f => Assert.Contains(Caveat, f.Sentence!.Sv, StringComparison.Ordinal));
    }

    public static TheoryData<string, Reading[], string?> NotByWholeSchools => new()
    {
        { "two schools", [.. Four.Where(r => r.SiteKey![^1] is '0' or '1')], "ESTIMATE_UNITS_FEW" },
        { "two schools in one of the groups", [.. Four.Where(r => r.Group == Comparison || r.SiteKey![^1] is '0' or '1')], "ESTIMATE_UNITS_FEW" },
        { "one school of four in both groups", [.. Four.Select(r => r with { SiteKey = r.SiteKey!.EndsWith('0') ? "same" : r.SiteKey })], "ESTIMATE_SITES_MIXED" },
        { "a school in both groups beside one that is not named", [.. Four.Select(r => r with { SiteKey = r.SiteKey![^1] switch { '0' => "same", '1' => null, _ => r.SiteKey } })], "ESTIMATE_NEEDS_SITES" },
        { "the same schools in both groups", [.. Four.Select(r => r with { SiteKey = r.SiteKey![^1..] })], null },
        { "a school that is not named", [.. Four.Select(r => r with { SiteKey = r.SiteKey!.EndsWith('0') ? null : r.SiteKey })], "ESTIMATE_NEEDS_SITES" },
        { "one that is not named of two", [.. Four.Where(r => r.SiteKey![^1] is '0' or '1').Select(r => r with { SiteKey = r.SiteKey!.EndsWith('0') ? null : r.SiteKey })], "ESTIMATE_NEEDS_SITES" },
    };

    [Theory, MemberData(nameof(NotByWholeSchools))]
    public void Else_pupils_count_as_independent_which_is_said_and_no_verdict_goes_by_it(string what, Reading[] readings, string? doubt)
    {
        var verdict = VerdictOf(readings);
        Assert.Equal((doubt, doubt is null ? Outcome.AsHoped : Outcome.Unknown), (verdict.Reason?.Code, verdict.Outcome));
        var estimate = EffectOf(readings).Estimate!;
        Assert.True(estimate.Technique == Technique.ShareDifference, what);
        Assert.EndsWith(Caveat, estimate.Sentence.Sv, StringComparison.Ordinal);
        Assert.EndsWith("The interval does not allow for the likeness of those in the same unit, and may therefore be too narrow.", estimate.Sentence.En, StringComparison.Ordinal);
    }

    /// <summary>All stand high at two of the four schools that the project reaches; at the others, and before, as many as at the schools that it is compared with.</summary>
    [Fact]
    public void Steps_of_a_scale_at_whole_schools_judge_nothing_where_the_share_who_stand_high_judges_by_schools()
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.Randomised, [Mood, Passed], [Before, GivenPlan.First]));
        WithIds(plan);
        List<Reading> steps = [.. from wave in new[] { 11, 12 } from @group in Enum.GetValues<MeasurementGroup>() from school in Enumerable.Range(0, 4) from pupil in Enumerable.Range(0, 50)
            let high = wave == 12 && @group == Intervention && school < 2
            select new Reading(1, wave, @group, high ? 4 + pupil % 2 : 1 + pupil % 5, null, null, null, null) { SiteKey = $"{@group} {school}", SubjectKey = $"{@group} {school} {pupil}" }];
        Reading[] shares = [.. steps.GroupBy(r => (r.WaveId, r.Group, r.SiteKey)).Select(s => new Reading(2, s.Key.WaveId, s.Key.Group, null, s.Count(), null, null, s.Count(r => r.Value >= 4)) { SiteKey = s.Key.SiteKey })];
        var verdicts = VerdictsOf([.. steps, .. shares]);
        Assert.Equal(["TRIVSEL Unknown ESTIMATE_UNITS_OVERLOOKED", "BEHORIG NotShown "], verdicts.Select(v => $"{v.Indicator.Code} {v.Outcome} {v.Reason?.Code}"));
        Assert.All(new Results(plan, steps, 1).Effects().Where(e => e.Indicator.Code == "TRIVSEL"), e => Assert.True(e.Estimate is { Doubt: EstimateUnitsOverlooked, OverlooksUnits: true, PValue: < 0.001 }));
        Assert.Equal(Outcome.AsHoped, VerdictsOf([.. steps.Select(r => r with { SiteKey = null })])[0].Outcome);

        IReadOnlyList<Verdict> VerdictsOf(Reading[] readings) => new Verdicts(plan, new Results(plan, readings, 1).Effects(), Day(2024, 1, 1)).All();
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Units_that_begin_one_after_another_are_not_compared_once_one_has_crossed_over(long crossed)
    {
        var (stays, crosses) = (Stepped("none", crossed), Stepped("Intervention 0", crossed));
        Assert.All(new[] { DifferenceInDifferences, GroupDifference, BeforeAfter }, method => Assert.NotNull(stays.Single(e => e.Method == method).Estimate));
        Assert.IsType<EstimateSitesMixed>(crosses.Single(e => e.Method == DifferenceInDifferences).Unavailable);

        static List<Effect> Stepped(string unit, long wave) => [.. new Results(Plan(StudyDesign.Stepped), Four.Select(r => r.SiteKey == unit && r.WaveId == wave ? r with { Group = Comparison } : r), 5)
            .Effects().Where(e => e.Indicator.Code == "BEHORIG" && e.Wave.Code == "V1")];
    }

    [Theory]
    [InlineData(StudyDesign.MatchedComparison, true, "ESTIMATE_NEEDS_SITES")]
    [InlineData(StudyDesign.Stepped, false, "ESTIMATE_NEEDS_SITES")]
    [InlineData(StudyDesign.MatchedComparison, false, null)]
    public void Nothing_is_judged_by_people_where_the_plan_says_that_groups_are_whole_units_and_none_is_told(StudyDesign design, bool wholeUnits, string? doubt)
    {
        var plan = Plan(design);
        plan.Set(plan.Content with { WholeUnits = wholeUnits });
        var effects = new Results(plan, Four.Select(r => r with { SiteKey = null }), 5).Effects();
        Assert.All(effects.Where(e => e.Estimate is not null), e => Assert.Equal(doubt, e.Estimate!.Doubt?.Code));
        Assert.Contains(effects, e => e.Estimate is not null);
        Assert.Equal(doubt is null ? Outcome.AsHoped : Outcome.Unknown, new Verdicts(plan, effects, Day(2024, 1, 1)).All().Single(v => v.Indicator.Code == "BEHORIG" && v.Wave.Code == "V1").Outcome);
    }

    [Fact]
    public void Nothing_is_said_of_units_where_none_is_known() => Assert.DoesNotContain("samma enhet", EffectOf(Four.Select(r => r with { SiteKey = null })).Estimate!.Sentence.Sv, StringComparison.Ordinal);

    [Fact]
    public void Parts_of_groups_go_by_schools_too() => Assert.Equal(Technique.ClusterDifference, EffectOf(Four.Select(r => r with { Subgroup = "flickor" }), subgroup: "flickor").Estimate!.Technique);

    [Fact]
    public void Rates_of_schools_count_by_exposure_however_they_were_logged()
    {
        Reading[] rates = [.. from school in Enumerable.Range(1, 3) from intervention in Enum.GetValues<MeasurementGroup>() from half in new[] { 1, 2 }
            select new Reading(4, 12, intervention, null, 20, null, null, intervention == Intervention ? 3 * school : 20) { Exposure = half * school * 2, SiteKey = $"{intervention} {school}" }];
        var estimate = new Results(Wide(), rates, 5).Effects().Single(e => e.Indicator.Code == "FRANVARO" && e.Method == GroupDifference).Estimate!;
        Assert.Equal(Technique.ClusterDifference, estimate.Technique);
        Assert.Equal((36 / 36.0) - (120 / 36.0), estimate.Value, 12);
        Assert.Equal((-5.32446582, 0.65779915, 0.09177508), (Math.Round(estimate.Lower, 8), Math.Round(estimate.Upper, 8), Math.Round(estimate.PValue!.Value, 8))); // Oracles/means.R, the first of exposures
    }

    /// <summary>At three schools in each group, first and then as many more, or as many corrected, with each batch.</summary>
    private static string[] OverTime(Func<int, IEnumerable<Reading>> later, int batches) => [.. Enumerable.Range(1, batches).Select(last => new Results(Plan(), Enumerable.Range(2, last - 1).SelectMany(later).Concat(First), 5)
        .Effects().Single(e => e is { Indicator.Code: "TILLIT", Wave.Code: "V1", Method: GroupDifference, Subgroup: null }) is { Estimate: null } hidden ? hidden.Unavailable!.Code : "told")];

    private static readonly Reading[] First = [.. new[] { Intervention, Comparison }.SelectMany(group => Enumerable.Range(0, 30).Select(i => At(group, i % 3, i, 1)))];

    private static Reading At(MeasurementGroup group, int school, int person, long batch) =>
        new(1, 12, group, 10 + person * 7 % 11, null, null, null, null) { SiteKey = $"{group} {school}", SubjectKey = $"{group} {person}", BatchId = batch };

    [Fact]
    public void Few_who_come_late_at_each_school_hide_how_schools_differ_until_more_have_come() =>
        Assert.Equal(["told", "ESTIMATE_UNITS_HIDDEN", "told", "ESTIMATE_UNITS_HIDDEN"], OverTime(batch => Enumerable.Range(0, 9).Select(i => At(Intervention, i % 3, 100 * batch + i, batch)), 4));

    /// <summary>Two at the first school with five at the second, and then three with five at the third: the first seven less the second school's five would be the two's.</summary>
    [Fact]
    public void Few_at_a_school_who_came_with_enough_at_another_wait_on_though_the_school_has_enough_by_then() => Assert.Equal(["told", "ESTIMATE_UNITS_HIDDEN", "ESTIMATE_UNITS_HIDDEN"], OverTime(
        batch => Enumerable.Range(0, batch).Select(i => At(Intervention, 0, 100 * batch + i, batch)).Concat(Enumerable.Range(10, 5).Select(i => At(Intervention, batch - 1, 100 * batch + i, batch))), 3));
}
