using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

public sealed class VerdictTests
{
    private static readonly DateOnly Later = Day(2024, 1, 1);

    [Fact]
    public void One_of_two_primary_indicators_is_no_success_by_a_p_value_that_does_not_stand_beside_the_other()
    {
        var verdicts = Of(StudyDesign.BeforeAfter, Mean(11, 3.0m), Mean(12, 3.46m), Share(11, 20), Share(12, 21));
        var trust = verdicts.Latest()[0];
        Assert.True(trust.Estimate!.Lower > 0 && trust.Estimate.PValue < 0.05 && trust.Estimate.AdjustedPValue > 0.05);
        Assert.Equal(Outcome.NotShown, trust.Outcome);
        Assert.StartsWith("Ingen skillnad är visad när man räknar med att flera huvudindikatorer prövas", trust.Sentence.Sv, StringComparison.Ordinal);
        Assert.Equal(Outcome.NotShown, verdicts.Latest()[1].Outcome);
    }

    /// <summary>Steps of a scale are judged by the groups of one wave, means by the change beyond the comparison group's.</summary>
    [Fact]
    public void Primary_indicators_that_are_judged_by_unlike_methods_are_one_family_all_the_same()
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.MatchedComparison, [Trust with { IsPrimary = true }, Mood with { IsPrimary = true }], [Before, First]));
        WithIds(plan);
        Reading[] readings = [Mean(11, 3.0m), Mean(12, 3.7m), Mean(11, 3.0m) with { Group = Comparison }, Mean(12, 3.0m) with { Group = Comparison }];
        var effects = new Results(plan, readings, 1).Effects();
        var trust = new Verdicts(plan, effects, Later).Latest()[0];
        Assert.True(trust.Estimate!.Lower > 0 && trust.Estimate.PValue < 0.05);
        Assert.Equal((2 * trust.Estimate.PValue, Outcome.NotShown), (trust.Estimate.AdjustedPValue, trust.Outcome));
        Assert.All(effects.Select(e => e.Estimate).OfType<Estimate>(), e => Assert.Equal(Math.Min(1, 2 * e.PValue!.Value), e.AdjustedPValue));
    }

    [Fact]
    public void It_stands_beside_one_that_is_clear()
    {
        var verdicts = Of(StudyDesign.BeforeAfter, Mean(11, 3.0m), Mean(12, 3.46m), Share(11, 8), Share(12, 36));
        Assert.Equal([Outcome.AsHoped, Outcome.AsHoped], verdicts.Latest().Select(v => v.Outcome));
        Assert.All(verdicts.Latest(), v => Assert.Contains("cannot be said that the project is why", v.Summary.En, StringComparison.Ordinal));
    }

    [Fact]
    public void Interval_and_p_value_that_do_not_agree_claim_nothing()
    {
        var plan = Plan(StudyDesign.BeforeAfter);
        Reading[] shares = [new(2, 11, Intervention, null, 10, null, null, 2), new(2, 12, Intervention, null, 10, null, null, 7)];
        var verdict = new Verdicts(plan, new Results(plan, shares, 1).Effects(), Later).All().Single(v => v.Indicator.Code == "BEHORIG" && v.Wave.Code == "V1");
        Assert.True(verdict.Estimate!.Lower > 0 && verdict.Estimate.PValue > 0.05);
        Assert.Equal((Outcome.NotShown, "Ingen skillnad är visad: intervallet och p-värdet stämmer inte överens, och då påstås ingenting."), (verdict.Outcome, verdict.Summary.Sv));
    }

    [Fact]
    public void Only_primary_indicators_judge_unless_there_is_none()
    {
        Assert.Equal(["TILLIT", "BEHORIG"], Of(StudyDesign.BeforeAfter).Judged.Select(i => i.Code));
        var plan = Plan(StudyDesign.BeforeAfter);
        var verdicts = new Verdicts(plan, new Results(plan, (Reading[])[], 1).Effects(), Later);
        Assert.False(verdicts.HasPrimary);
        Assert.Equal(["TILLIT", "BEHORIG", "INCIDENT"], verdicts.Judged.Select(i => i.Code));
        Assert.Equal(6, verdicts.All().Count); // two later waves each
    }

    [Fact]
    public void A_missing_comparison_group_is_not_replaced_by_a_weaker_comparison()
    {
        var verdict = Of(StudyDesign.MatchedComparison, Mean(11, 3.0m), Mean(12, 4.0m)).Latest()[0];
        Assert.Equal((Outcome.Unknown, "ESTIMATE_GROUP_MISSING"), (verdict.Outcome, verdict.Reason!.Code));
        Assert.StartsWith("Det går inte att säga. Jämförelsegruppen saknas", verdict.Sentence.Sv, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_success_does_not_stand_for_a_later_wave_that_no_verdict_can_go_by()
    {
        var plan = Plan(StudyDesign.BeforeAfter);
        Reading At(long wave, string? school, decimal mean) => Mean(wave, mean) with { SiteKey = school };
        string[] schools = ["a", "b", "c", "d"];
        Reading[] readings = [
            .. schools.Select((s, i) => At(11, s, 3 + i / 100m)), .. schools.Select((s, i) => At(12, s, 5 + i / 50m)),
            .. schools.Select((s, i) => At(13, s == "d" ? null : s, 2 + i / 100m))];
        var latest = new Verdicts(plan, new Results(plan, readings, 1).Effects(), Later);
        Assert.Equal(Outcome.AsHoped, latest.All()[0].Outcome);
        Assert.Equal(("V2", Outcome.Unknown, "ESTIMATE_NEEDS_SITES"), (latest.Latest()[0].Wave.Code, latest.Latest()[0].Outcome, latest.Latest()[0].Reason!.Code));
    }

    [Fact]
    public void What_is_still_to_be_measured_cannot_be_told_yet()
    {
        var plan = Wide(StudyDesign.BeforeAfter);
        var verdicts = new Verdicts(plan, new Results(plan, (Reading[])[], 1).Effects(), First.From);
        Assert.All(verdicts.All(), v => Assert.Equal("Det går inte att säga än.", v.Summary.Sv));
        Assert.All(Of(StudyDesign.BeforeAfter).All(), v => Assert.Equal("Det går inte att säga.", v.Summary.Sv));
    }

    [Fact]
    public void One_that_is_added_later_does_not_judge()
    {
        var plan = Plan(StudyDesign.BeforeAfter);
        plan.Freeze();
        var late = new PlannedIndicator("SENARE", "Senare", "poäng", Fond.Domain.Applications.IndicatorKind.Mean, Fond.Domain.Applications.Direction.HigherIsBetter);
        plan.Change(plan.Content with { Indicators = [.. plan.Content.Indicators, late] }, "Ny fråga", new([], []));
        Assert.DoesNotContain("SENARE", new Verdicts(plan, new Results(plan, (Reading[])[], 1).Effects(), Later).Judged.Select(i => i.Code));
    }

    private static Reading Mean(long wave, decimal mean) => new(1, wave, Intervention, null, 40, mean, 1, null);

    private static Reading Share(long wave, int events) => new(2, wave, Intervention, null, 40, null, null, events);

    private static Verdicts Of(StudyDesign design, params Reading[] readings)
    {
        var plan = Wide(design);
        return new(plan, new Results(plan, readings, 1).Effects(), Later);
    }
}
