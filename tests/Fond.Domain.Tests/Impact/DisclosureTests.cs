using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>Attacks on what is given out: by subtraction, by a solver over all of it, and by comparing what was given out at different times.</summary>
public sealed class DisclosureTests
{
    private const long Trust = 1, Passed = 2;

    private static Reading People(int n, string? subgroup = null, long wave = 11, long batch = 1, decimal mean = 3) =>
        new(Trust, wave, Intervention, null, n, mean, 1, null) { Subgroup = subgroup, BatchId = batch };

    private static Reading Share(int n, int events, string? subgroup = null) => new(Passed, 11, Intervention, null, n, null, null, events) { Subgroup = subgroup, BatchId = 1 };

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
    public void No_solver_tells_how_small_a_small_group_is_or_that_all_or_none_of_a_hidden_one_have_the_property()
    {
        var attacked = 0;
        for (var seed = 0; seed < 1_500; seed++)
        {
            var random = new Random(seed);
            var threshold = random.Next(3, 9);
            var sizes = Enumerable.Range(0, random.Next(1, 6)).ToDictionary(i => "abcdef"[i].ToString(), _ => random.Next(1, random.Next(2, 30)));
            if (random.Next(2) == 0) sizes[""] = random.Next(1, 12);
            var events = sizes.ToDictionary(s => s.Key, s => random.Next(s.Value + 1));
            var readings = sizes.SelectMany(s => new[] { People(s.Value, Named(s.Key)), Share(s.Value, events[s.Key], Named(s.Key)) });
            var cells = new Results(Plan(), readings, threshold).Shown().ToList();
            attacked += Attack(cells, sizes, threshold, seed);
        }
        Assert.True(attacked > 500, $"Only {attacked} small groups were hidden beside something to reckon from.");

        static string? Named(string part) => part.Length > 0 ? part : null;
    }

    /// <summary>The attacker knows the rules, which parts there are, and that both indicators were measured of the same people.</summary>
    private static int Attack(List<ShownCell> cells, Dictionary<string, int> sizes, int threshold, int seed)
    {
        var parts = cells.Select(c => c.Subgroup).OfType<string>().Distinct().Append("").ToList();
        var solver = new Simplex(2 * parts.Count);
        for (var p = 0; p < parts.Count; p++)
        {
            solver.AtLeast([(p, 1), (parts.Count + p, -1)], 0);
            if (parts[p].Length > 0) solver.AtLeast([(p, 1)], 1);
        }
        foreach (var cell in cells.Where(c => c.Cell is not null))
        {
            var of = Enumerable.Range(0, parts.Count).Where(p => cell.Subgroup is null || parts[p] == cell.Subgroup).ToList();
            solver.Equal(of.Select(p => (p, 1.0)), cell.Cell!.N);
            if (cell.Cell.Events is { } events) solver.Equal(of.Select(p => (parts.Count + p, 1.0)), events);
        }
        var small = parts.Where(p => p.Length > 0 && sizes[p] < threshold).ToList();
        foreach (var part in small)
        {
            var p = parts.IndexOf(part);
            Assert.True(solver.Least((p, 1)) <= 1.000001, $"seed {seed}: {part} is known to be at least {solver.Least((p, 1))}");
            Assert.True(solver.Most((p, 1)) >= threshold - 1.000001, $"seed {seed}: {part} is known to be at most {solver.Most((p, 1))}, threshold {threshold}");
        }
        foreach (var cell in cells.Where(c => c is { Subgroup: not null, Indicator.Code: "BEHORIG", Cell: null }))
        {
            var p = parts.IndexOf(cell.Subgroup!);
            Assert.True(solver.Most((parts.Count + p, 1)) > 0.5, $"seed {seed}: nobody of {cell.Subgroup} has the property");
            Assert.True(solver.Least((parts.Count + p, 1), (p, -1)) < -0.5, $"seed {seed}: all of {cell.Subgroup} have the property");
        }
        return cells.Exists(c => c is { Subgroup: null, Cell: not null }) ? small.Count : 0;
    }

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
