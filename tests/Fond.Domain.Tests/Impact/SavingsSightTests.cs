using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>Savings tell no more of those who were measured than the results do.</summary>
public sealed class SavingsSightTests
{
    private static Reading Group(MeasurementGroup group, long wave, int n, int events) => new(2, wave, group, null, n, null, null, events);

    private static bool Tells(decimal without, int sample, params Reading[] readings) => Tells(5, without, sample, readings);

    private static bool Tells(int threshold, decimal without, int sample, params Reading[] readings)
    {
        var saving = new StatedSaving("plats", 1, 40, without, 0.25m, "Jämförelsegruppen", "BEHORIG", "V1", sample, 40);
        return saving.IsShowable(SavingsBasis.Verified, new(threshold, new Results(Plan(), readings, threshold).Told()));
    }

    [Fact]
    public void Nothing_is_told_beside_a_hidden_comparison_group_or_a_hidden_baseline()
    {
        var reached = Group(Intervention, 12, 40, 10);
        Assert.True(Tells(0.5m, 40, reached, Group(Comparison, 12, 40, 20)));
        Assert.False(Tells(0.75m, 40, reached, Group(Comparison, 12, 4, 3)));
        Assert.False(Tells(0.75m, 40, reached, Group(Comparison, 12, 40, 20), Group(Comparison, 11, 4, 3)));
        Assert.False(Tells(0.75m, 40, reached, Group(Intervention, 11, 4, 3)));
        Assert.True(Tells(1, 0.75m, 40, reached, Group(Comparison, 12, 4, 3)));
    }

    [Fact]
    public void A_share_without_the_project_that_few_or_all_of_the_measured_can_have_is_not_told()
    {
        Reading[] measured = [Group(Intervention, 12, 40, 10), Group(Comparison, 12, 20, 10)];
        Assert.Equal((false, true, true, false), (Tells(0.2m, 40, measured), Tells(0.25m, 40, measured), Tells(0.75m, 40, measured), Tells(0.8m, 40, measured)));
        Assert.True(Tells(0.02m, 40, measured[0])); // from a source outside the project
    }

    [Fact]
    public void But_for_one_that_is_said_to_be_from_elsewhere()
    {
        Reading[] measured = [Group(Intervention, 12, 40, 10), Group(Comparison, 12, 20, 10)];
        var sight = new Sight(5, new Results(Plan(), measured, 5).Told());
        var rare = Of(10, 40) with { ShareWithout = 0.98m };
        Assert.Equal((false, true), (rare.IsShowable(SavingsBasis.Verified, sight), (rare with { FromElsewhere = true }).IsShowable(SavingsBasis.Verified, sight)));
        bool IsTold(bool fromElsewhere)
        {
            List<SavingsCase> cases = [.. new[] { 0.5m, 0.6m }.Select((without, i) => VerifiedCase(i + 1, Of(10, 40) with { ShareWithout = without, FromElsewhere = fromElsewhere }))];
            return cases[1].IsShowable(sight.After(cases));
        }
        Assert.Equal((false, true), (IsTold(false), IsTold(true))); // two of twenty, or another year's average
    }

    /// <summary>Of forty with ten cases one is corrected, which waits: what is stated of eleven, beside the ten that are told, would be the one's.</summary>
    [Theory]
    [InlineData(10, 40, Telling.Told)]
    [InlineData(11, 40, Telling.Waits)]
    [InlineData(30, 40, Telling.Told)] // of those without what is measured
    [InlineData(29, 40, Telling.Waits)]
    [InlineData(9, 35, Telling.Waits)] // one of five
    [InlineData(10, 35, Telling.Told)]
    public void What_rests_on_a_correction_that_waits_waits_with_it(int cases, int sample, Telling telling)
    {
        Assert.Equal(telling, Told(Of(cases, sample), Forty(Intervention, corrected: 10..11)));
        Assert.Equal(Telling.Told, Told(Of(cases, sample), Forty(Intervention, corrected: 0..0)));
        Assert.Equal(Telling.Told, Told(Of(cases, sample), Forty(Intervention, corrected: 5..15))); // which have been told
    }

    [Theory]
    [InlineData(0.25, null, Telling.Told)]
    [InlineData(0.275, null, Telling.Waits)]
    [InlineData(0.275, true, Telling.Told)]
    public void And_so_does_what_rests_on_one_of_the_comparison_group(double without, bool? fromElsewhere, Telling telling) =>
        Assert.Equal(telling, Told(Of(10, 40) with { ShareWithout = (decimal)without, FromElsewhere = fromElsewhere }, [Group(Intervention, 12, 40, 10), .. Forty(Comparison, corrected: 10..11)]));

    /// <summary>Ten of them with what is measured.</summary>
    private static IEnumerable<Reading> Forty(MeasurementGroup group, Range corrected)
    {
        Reading[] people = [.. Enumerable.Range(0, 40).Select(i => new Reading(2, 12, group, i < 10 ? 1 : 0, null, null, null, null) { SubjectKey = $"{i}", Key = $"{i}", BatchId = 1 })];
        return people.Except(people[corrected]).Concat(people[corrected].SelectMany(r => new[] { r with { ReplacedBy = 2 }, r with { Value = 1 - r.Value, Corrects = true, BatchId = 2 } }));
    }

    private static Telling Told(StatedSaving saving, IEnumerable<Reading> measured)
    {
        var stated = VerifiedCase(1, saving);
        return new Sight(5, new Results(Plan(), measured, 5).Told()).After([stated]).Of(stated);
    }

    private static StatedSaving Of(int cases, int sample) => new("plats", 1, 40, 0.5m, (decimal)cases / sample, "Jämförelsegruppen", "BEHORIG", "V1", sample, 40);

    /// <summary>All but one of those who are told of would tell of the one.</summary>
    [Fact]
    public void What_was_read_from_all_but_a_few_of_those_told_of_is_not_told() =>
        Assert.Equal([true, false, false, true], new[] { 40, 39, 36, 35 }.Select(sample => Tells(0.5m, sample, Group(Intervention, 12, 40, 10))));

    /// <summary>Of forty with ten cases, what each later version says in turn, and whether the reader is told of it.</summary>
    [Theory]
    [InlineData(new[] { 40, 10, 35, 10 }, new[] { true, true })] // five without fewer
    [InlineData(new[] { 40, 10, 40, 11 }, new[] { true, false })] // one case more
    [InlineData(new[] { 35, 10, 34, 10 }, new[] { true, false })]
    [InlineData(new[] { 40, 10, 40, 11, 40, 10 }, new[] { true, false, false })] // the second may have been told on another day
    [InlineData(new[] { 40, 10, 35, 10, 35, 5 }, new[] { true, true, true })]
    [InlineData(new[] { 40, 10, 35, 10, 35, 9 }, new[] { true, true, false })]
    public void A_version_that_differs_by_a_few_from_one_that_was_told_is_not_told(int[] samplesAndCases, bool[] told)
    {
        Reading[] measured = [Group(Intervention, 12, 40, 10)];
        var cases = samplesAndCases.Chunk(2).Select((c, i) => VerifiedCase(i + 1, new StatedSaving("plats", 1, 40, 0.5m, (decimal)c[1] / c[0], "Rikets snitt", "BEHORIG", "V1", c[0], 40))).ToList();
        bool[] Told(int threshold)
        {
            var sight = new Sight(threshold, new Results(Plan(), measured, threshold).Told()).After(cases);
            return [.. cases.Select(c => c.IsShowable(sight))];
        }
        Assert.Equal(told, Told(5));
        Assert.All(Told(1), Assert.True); // to the evaluator
    }

    [Fact]
    public void Nor_are_two_savings_of_one_version_that_differ_by_a_few()
    {
        var one = new StatedSaving("plats", 1, 40, 0.5m, 0.25m, "Rikets snitt", "BEHORIG", "V1", 40, 40);
        var sight = new Sight(5, new Results(Plan(), [Group(Intervention, 12, 40, 10)], 5).Told());
        Assert.True(VerifiedCase(1, one, one).IsShowable(sight));
        Assert.False(VerifiedCase(1, one, one with { ShareWith = 0.275m }).IsShowable(sight));
    }

    /// <summary>Of 40 in each group 10 have it before and comparison later, and as many later as is said of those who were reached.</summary>
    [Theory]
    [InlineData(30, 0.5, new string[0])]
    [InlineData(30, 0.05, new string[0])] // cautious
    [InlineData(30, 0.99, new[] { "SAVINGS_OUTSIDE_INTERVAL" })]
    [InlineData(11, 0.1, new[] { "SAVINGS_EFFECT_NOT_SHOWN" })]
    [InlineData(2, 0.1, new[] { "SAVINGS_EFFECT_NOT_SHOWN" })]
    public void A_verified_saving_beyond_what_was_measured_says_so(int later, double prevented, string[] doubts)
    {
        var results = new Results(Plan(), [Group(Intervention, 11, 40, 10), Group(Comparison, 11, 40, 10), Group(Intervention, 12, 40, later), Group(Comparison, 12, 40, 10)], 1);
        var effects = results.Judging();
        var stated = VerifiedCase(1, new StatedSaving("plats", 1, 40, 1, 1 - (decimal)prevented, "Jämförelsegruppen", "BEHORIG", "V1", 40, 40));
        var reckoned = new Reckoned(stated, 5, 0, new(1, results.Told()) { EffectOf = key => effects.GetValueOrDefault(key) });
        Assert.Equal(doubts, reckoned.Doubts.Select(d => d.Code));
        Assert.All(reckoned.Doubts, d => Assert.EndsWith(d.Message.Sv, reckoned.Sentence!.Sv, StringComparison.Ordinal));
    }

    /// <summary>Which is not the same as that no effect is shown.</summary>
    [Theory]
    [InlineData(4, null)] // hidden
    [InlineData(40, "s")] // no verdict goes by it, as one school is no measure of how alike pupils are
    public void Where_the_effect_cannot_be_told_that_is_what_is_said(int compared, string? school)
    {
        Reading[] measured = [Group(Intervention, 11, 40, 10), Group(Comparison, 11, compared, compared / 4), Group(Intervention, 12, 40, 30), Group(Comparison, 12, compared, compared / 4)];
        var results = new Results(Plan(), measured.Select(r => r with { SiteKey = school }), 5);
        var effects = results.Judging();
        var stated = VerifiedCase(1, new StatedSaving("plats", 1, 40, 1, 0.5m, "Rikets snitt", "BEHORIG", "V1", 40, 40));
        var reckoned = new Reckoned(stated, 5, 0, new(1, results.Told()) { EffectOf = key => effects.GetValueOrDefault(key) });
        Assert.Equal(["SAVINGS_EFFECT_UNKNOWN"], reckoned.Doubts.Select(d => d.Code));
    }

    [Fact]
    public void A_saving_by_an_indicator_without_shares_says_how_they_come_from_it()
    {
        var saving = new StatedSaving("plats", 1, 40, 0.5m, 0.25m, "Jämförelsegruppen", "BEHORIG", "V1", 40, 40);
        var refused = Assert.Throws<RefusedException>(() => VerifiedCase(1, ["BEHORIG"], saving)).Refusals;
        Assert.Equal(("SAVINGS_DERIVATION_MISSING", "savings.0.derivation"), (Assert.Single(refused).Code, string.Join('.', refused[0].Path)));
        Assert.Equal("Under 10 poäng", VerifiedCase(1, ["BEHORIG"], saving with { Derivation = "Under 10 poäng" }).Savings[0].Derivation);
    }

    private static SavingsCase VerifiedCase(int number, params StatedSaving[] savings) => VerifiedCase(number, [], savings);

    private static SavingsCase VerifiedCase(int number, HashSet<string> withoutShare, params StatedSaving[] savings)
    {
        var ground = new SavingsGround(Day(2022, 1, 1), [new("plats", "Plats", new(Payer.Municipality), Money.Kronor(1_000), 2020, "Egen", new(Day(2020, 1, 1), null))], new PriceIndex(new Dictionary<int, decimal>()), [], new Dictionary<(string, string), int> { [("BEHORIG", "V1")] = 40 }) { WithoutShare = withoutShare };
        return new(new Project(new(7, 3, 11, 12, "Pilot", "Skolan", Day(2020, 1, 1), Day(2022, 12, 31), Day(2019, 12, 12), [Kronor(2020, 1)], [], [])), number, SavingsBasis.Verified, new(2020, savings, "Uppföljning"), ground, 1, default);
    }
}
