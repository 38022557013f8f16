using Fond.Domain.Impact.Estimates;
using static Fond.Domain.Tests.Impact.DisclosureTests;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>A linear solver that reckons from all that is given out at once.</summary>
public sealed class DisclosureAttackTests
{
    [Fact]
    public void No_solver_tells_how_small_a_small_group_is_or_that_all_or_none_of_a_hidden_one_have_the_property()
    {
        var attacked = 0;
        foreach (var given in Enumerable.Range(0, 1_500).Select(seed => new Attacked(seed)))
        {
            var cells = given.Results(given.Threshold);
            Assert.Empty(Breaches(cells, given));
            if (cells.Exists(c => c is { Subgroup: null, Cell: not null })) attacked += given.Small.Count();
        }
        Assert.True(attacked > 500, $"Only {attacked} small groups were hidden beside something to reckon from.");
    }

    /// <summary>Else the solver would be too weak to tell anything of the rules.</summary>
    [Fact]
    public void With_only_the_small_groups_hidden_the_same_solver_gets_inside()
    {
        var givens = Enumerable.Range(0, 300).Select(seed => new Attacked(seed)).Where(g => g.Small.Any()).ToList();
        var inside = givens.Count(given => Breaches([.. given.Results(1).Select(given.WithoutSmall)], given).Count > 0);
        Assert.True(inside > givens.Count / 10, $"{inside} of {givens.Count}");
    }

    /// <summary>A group in parts, some of them small, measured by two indicators.</summary>
    private sealed class Attacked
    {
        private readonly List<Reading> _readings;

        public Attacked(int seed)
        {
            var random = new Random(seed);
            Seed = seed;
            Threshold = random.Next(3, 9);
            Sizes = Enumerable.Range(0, random.Next(1, 6)).ToDictionary(i => "abcdef"[i].ToString(), _ => random.Next(1, random.Next(2, 30)));
            if (random.Next(2) == 0) Sizes[""] = random.Next(1, 12);
            var events = Sizes.ToDictionary(s => s.Key, s => random.Next(s.Value + 1));
            _readings = [.. Sizes.SelectMany(s => new[] { People(s.Value, Named(s.Key)), Share(s.Value, events[s.Key], Named(s.Key)) })];
        }

        public int Seed { get; }

        public int Threshold { get; }

        public Dictionary<string, int> Sizes { get; }

        public IEnumerable<string> Small => Sizes.Where(s => s.Key.Length > 0 && s.Value < Threshold).Select(s => s.Key);

        public List<ShownCell> Results(int threshold) => [.. new Results(Plan(), _readings, threshold).Shown()];

        /// <summary>Primary suppression alone.</summary>
        public ShownCell WithoutSmall(ShownCell cell) => cell.Cell is { } shown && (shown.N < Threshold
            || (shown.Events is { } events && (events < Threshold || shown.N - events < Threshold))) ? cell with { Cell = null } : cell;

        private static string? Named(string part) => part.Length > 0 ? part : null;
    }

    /// <summary>What an attacker gets to know who knows the rules, which parts there are, and that both indicators were measured of the same people.</summary>
    private static List<string> Breaches(List<ShownCell> cells, Attacked given)
    {
        var breaches = new List<string>();
        var parts = cells.Select(c => c.Subgroup).OfType<string>().Distinct().Append("").ToList();
        var solver = SolverOf(cells, parts);
        foreach (var part in given.Small)
        {
            var p = parts.IndexOf(part);
            if (solver.Least((p, 1)) > 1.000001) breaches.Add($"seed {given.Seed}: {part} is known to be at least {solver.Least((p, 1))}");
            if (solver.Most((p, 1)) < given.Threshold - 1.000001) breaches.Add($"seed {given.Seed}: {part} is known to be at most {solver.Most((p, 1))}, threshold {given.Threshold}");
        }
        foreach (var cell in cells.Where(c => c is { Subgroup: not null, Indicator.Code: "BEHORIG", Cell: null }))
        {
            var p = parts.IndexOf(cell.Subgroup!);
            if (solver.Most((parts.Count + p, 1)) <= 0.5) breaches.Add($"seed {given.Seed}: nobody of {cell.Subgroup} has the property");
            if (solver.Least((parts.Count + p, 1), (p, -1)) >= -0.5) breaches.Add($"seed {given.Seed}: all of {cell.Subgroup} have the property");
        }
        return breaches;
    }

    /// <summary>Of each part first how many, then how many of them have the property.</summary>
    private static Simplex SolverOf(List<ShownCell> cells, List<string> parts)
    {
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
        return solver;
    }
}
