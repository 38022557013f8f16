using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>Attacks on what is given out: by subtraction, and by comparing what was given out at different times.</summary>
public sealed class DisclosureTests
{
    internal const long Trust = 1, Passed = 2;

    internal static Reading People(int n, string? subgroup = null, long wave = 11, long batch = 1, decimal mean = 3) =>
        new(Trust, wave, Intervention, null, n, mean, 1, null) { Subgroup = subgroup, BatchId = batch };

    internal static Reading Share(int n, int events, string? subgroup = null) => new(Passed, 11, Intervention, null, n, null, null, events) { Subgroup = subgroup, BatchId = 1 };

    /// <summary>What is shown, as "V0 girls" or "V0" for the whole, with its number.</summary>
    private static Dictionary<string, int?> Shown(IEnumerable<Reading> readings, int threshold = 5) => new Results(Plan(), readings, threshold).Shown()
        .ToDictionary(c => $"{c.Indicator.Code} {c.Wave.Code} {c.Subgroup}".Trim(), c => c.Cell?.N);

    [Fact]
    public void A_small_subgroup_is_hidden_with_another_so_that_it_is_not_the_total_less_the_rest()
    {
        var shown = Shown([People(3, "flickor"), People(20, "pojkar"), People(9, "okänt")]);
        Assert.Equal((32, null, 20, null), (shown["TILLIT V0"], shown["TILLIT V0 flickor"], shown["TILLIT V0 pojkar"], shown["TILLIT V0 okänt"]));
    }

    [Fact]
    public void Those_of_no_subgroup_are_what_is_left_and_so_a_part_too() =>
        Assert.Equal((23, null), Shown([People(3), People(20, "pojkar")]) is var shown ? (shown["TILLIT V0"], shown["TILLIT V0 pojkar"]) : default);

    [Fact]
    public void A_subgroup_that_is_small_in_one_wave_is_hidden_in_all()
    {
        var shown = Shown([People(6, "flickor"), People(20, "pojkar"), People(4, "flickor", wave: 12), People(19, "pojkar", wave: 12)]);
        Assert.Equal(["TILLIT V0", "TILLIT V1"], shown.Where(c => c.Value is not null).Select(c => c.Key));
    }

    [Fact]
    public void Where_every_part_is_alone_the_total_goes_too() => Assert.All(Shown([.. "abcdef".Select(c => People(1, c.ToString()))]).Values, Assert.Null);

    [Theory]
    [InlineData(20, 0)]
    [InlineData(20, 20)]
    [InlineData(20, 3)]
    [InlineData(20, 17)]
    public void A_share_that_tells_of_a_few_or_of_all_is_hidden(int n, int events) => Assert.Null(Shown([Share(n, events)])["BEHORIG V0"]);

    [Fact]
    public void A_share_with_enough_on_either_side_is_shown() => Assert.Equal(20, Shown([Share(20, 5)])["BEHORIG V0"]);

    [Fact]
    public void A_single_late_row_waits_for_others_and_the_evaluator_sees_it_at_once()
    {
        Reading[] rows = [People(20), People(1, batch: 2, mean: 5)];
        Assert.Equal(20, Shown(rows)["TILLIT V0"]);
        Assert.Equal(21, Shown(rows, threshold: 1)["TILLIT V0"]);
        Assert.Equal(25, Shown([.. rows, People(4, batch: 3)])["TILLIT V0"]);
    }

    /// <summary>All eleven girls, less the nine by whom the whole grew, would be the two of the first day; where enough others came as well, it is not known who of them the whole grew by.</summary>
    [Theory]
    [InlineData(0, null, 50)]
    [InlineData(2, null, 52)]
    [InlineData(5, 11, 55)]
    public void A_subgroup_that_was_hidden_is_shown_when_that_tells_of_no_few_who_came_before(int others, int? girls, int all)
    {
        Reading[] rows = [People(2, "flickor"), People(30, "pojkar"), People(9), People(9, "flickor", batch: 2), .. others > 0 ? new[] { People(others, batch: 2) } : []];
        Assert.Equal((girls, all), (Shown(rows)["TILLIT V0 flickor"], Shown(rows)["TILLIT V0"]));
    }

    /// <summary>All 23 less those by whom the total grew would be the three, and that none of them has it.</summary>
    [Fact]
    public void A_few_without_the_property_are_not_nobody_when_their_part_has_grown()
    {
        Reading[] rows = [Share(3, 0, "flickor"), Share(20, 10), Share(20, 10, "flickor") with { BatchId = 2 }];
        Assert.Equal((43, null), (Shown(rows)["BEHORIG V0"], Shown(rows)["BEHORIG V0 flickor"]));
    }

    /// <summary>Four parts that were hidden for another wave's sake: two of them, less the first batch, are those of them who came later less the two others' first ones.</summary>
    [Theory]
    [InlineData(4, 1, null)]
    [InlineData(3, 2, 5)]
    public void Parts_are_shown_together_only_where_no_two_of_them_tell_of_few(int more, int fewer, int? shown)
    {
        Reading[] Parts(long wave, long batch, params int[] sizes) => [.. sizes.Select((n, i) => People(n, "abcd"[i].ToString(), wave, batch))];
        Reading[] before = [.. Parts(12, 1, 3, 3, 3, 3), .. Parts(11, 1, more, more, fewer, fewer), .. Parts(11, 2, fewer, fewer, more, more)];
        Assert.Equal((20, null), (Shown(before)["TILLIT V0"], Shown(before)["TILLIT V0 a"]));
        var after = Shown([.. before, .. Parts(12, 3, 20, 20, 20, 20)]);
        Assert.Equal((20, 92), (after["TILLIT V0"], after["TILLIT V1"]));
        Assert.All("abcd", part => Assert.Equal(shown, after[$"TILLIT V0 {part}"]));
    }

    [Fact]
    public void What_is_hidden_gives_no_estimate_and_what_is_shown_does()
    {
        var effects = new Results(Plan(StudyDesign.BeforeAfter),
            [People(3, "flickor"), People(20, "pojkar"), People(9, "okänt"), People(3, "flickor", wave: 12), People(18, "pojkar", wave: 12), People(9, "okänt", wave: 12)], 5).Effects()
            .Where(e => e is { Indicator.Code: "TILLIT", Wave.Code: "V1" }).ToDictionary(e => e.Subgroup ?? "");
        Assert.NotNull(effects[""].Estimate);
        Assert.NotNull(effects["pojkar"].Estimate);
        Assert.All(["flickor", "okänt"], (string s) => Assert.IsType<EstimateHidden>(effects[s].Unavailable));
    }

    [Fact]
    public void A_mean_that_one_value_makes_up_is_hidden_and_so_is_a_subgroup_that_would_give_it_away()
    {
        Reading[] few = [.. Enumerable.Range(0, 8).Select(i => Person(i == 0 ? 1_000 : 1 + i))];
        Assert.Null(Shown(few)["TILLIT V0"]);
        Assert.Equal(8, Shown([.. few.Skip(1), Person(40)])["TILLIT V0"]);
        var parted = Shown([.. few.Select(r => r with { Subgroup = "ett" }), .. few.Skip(1).Select(r => r with { Value = 900 + r.Value, Subgroup = "två" }), .. few.Skip(1).Select(r => r with { Value = 800 + r.Value, Subgroup = "tre" })]);
        Assert.Equal((22, null, 1), (parted["TILLIT V0"], parted["TILLIT V0 ett"], parted.Count(c => c.Key != "TILLIT V0 ett" && c.Value is null)));
    }

    /// <summary>The rule with p = 10: what is left beside the two largest must be a tenth of the largest.</summary>
    [Theory]
    [InlineData(100, 50, 3.3, false)]
    [InlineData(100, 50, 3.4, true)]
    [InlineData(-100, 50, 3.4, true)]
    [InlineData(-100, 50, 3.3, false)]
    public void One_value_dominates_when_the_rest_is_less_than_a_tenth_of_it(double first, double second, double others, bool isShown) =>
        Assert.Equal(isShown, Shown([Person((decimal)first), Person((decimal)second), .. Enumerable.Range(0, 3).Select(_ => Person((decimal)others))])["TILLIT V0"] is not null);

    /// <summary>A mean of what all have, with a spread of nothing, is everybody's value.</summary>
    [Theory]
    [InlineData(Trust, "TILLIT", 0, 0, 20)]
    [InlineData(Trust, "TILLIT", 7, 7, 20)]
    [InlineData(Incidents, "INCIDENT", 0, 0, 20)]
    [InlineData(Incidents, "INCIDENT", 0, 1, 4)]
    [InlineData(Incidents, "INCIDENT", 0, 1, 16)]
    [InlineData(Mood, "TRIVSEL", 5, 4, 4)]
    [InlineData(Mood, "TRIVSEL", 1, 2, 4)]
    [InlineData(Mood, "TRIVSEL", 5, 5, 20)]
    public void A_value_that_all_or_nearly_all_have_is_hidden(long indicator, string code, int usual, int other, int others)
    {
        List<Reading> rows = [.. Enumerable.Range(0, 20).Select(i => new Reading(indicator, 11, Intervention, i < others ? other : usual, null, null, null, null) { SubjectKey = $"{i}", BatchId = 1 })];
        Assert.Null(Cells(rows)[code]);
        Assert.Equal(20, Cells(rows, threshold: 1)[code]);
        for (var i = 0; i < 12; i++) rows[i] = rows[i] with { Value = i % 2 == 0 ? 1 : 3 };
        Assert.Equal(20, Cells(rows)[code]);

        static Dictionary<string, int?> Cells(IEnumerable<Reading> rows, int threshold = 5) => new Results(Wide(), rows, threshold).Shown().ToDictionary(c => c.Indicator.Code, c => c.Cell?.N);
    }

    private const long Incidents = 3, Mood = 5;

    [Fact]
    public void Those_logged_together_with_no_spread_or_no_events_are_hidden_too()
    {
        Assert.Null(Shown([People(20) with { StandardDeviation = 0 }])["TILLIT V0"]);
        Reading Counted(int events) => new(Incidents, 11, Intervention, null, 20, null, null, events) { BatchId = 1 };
        Assert.Equal((null, null, 20), (Shown([Counted(0)])["INCIDENT V0"], Shown([Counted(4)])["INCIDENT V0"], Shown([Counted(5)])["INCIDENT V0"]));
    }

    private static Reading Person(decimal value) => new(Trust, 11, Intervention, value, null, null, null, null) { BatchId = 1, SubjectKey = "s" };

    [Fact]
    public void What_is_given_out_later_differs_by_nobody_or_by_no_fewer_than_the_threshold()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var threshold = random.Next(3, 8);
            var readings = new List<Reading>();
            Dictionary<string, int?> before = [];
            for (var batch = 1; batch <= 12; batch++)
            {
                for (var i = random.Next(1, 4); i > 0; i--)
                    readings.Add(People(random.Next(1, 9), random.Next(4) switch { 0 => "a", 1 => "b", 2 => "c", _ => null }, wave: random.Next(11, 13), batch: batch));
                var now = Shown(readings, threshold);
                foreach (var (cell, n) in now.Where(c => c.Value is not null && before.GetValueOrDefault(c.Key) is not null))
                    Assert.True(n - before[cell] is var more && (more == 0 || more >= threshold), $"seed {seed}: {cell} grew from {before[cell]} to {n}, threshold {threshold}");
                before = now;
            }
        }
    }
}
