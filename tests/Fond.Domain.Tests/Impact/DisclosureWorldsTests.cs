using System.Globalization;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>
/// An attacker who tries every world: each value that those of hidden parts might have, with the values of all others known, which is more than is told, and who was measured when, in which part and at which school. Worlds in which
/// everything would have been given out just as it was, each time that something came, are possible; what is the same in all of them is known.
/// </summary>
public sealed class DisclosureWorldsTests
{
    private const int Seeds = 900, MostWorlds = 1_100;

    private static readonly Lazy<List<Course>> Tried = new(() => [.. Enumerable.Range(0, Seeds).Select(seed => new Course(seed)).Where(c => c.CanBeTried)]);

    [Fact]
    public void Nothing_that_is_given_out_leaves_but_one_possibility_for_anybody_or_any_few_who_are_hidden()
    {
        Assert.True(Tried.Value.Count > Seeds / 10, $"Only {Tried.Value.Count} can be tried.");
        Assert.Empty(Tried.Value.SelectMany(course => course.Breaches(Told)));
    }

    /// <summary>Else the attacker would be too weak to tell anything of the rules.</summary>
    [Fact]
    public void Whoever_is_told_of_small_schools_as_well_gets_inside() => Assert.True(Inside(own => own.Effects()
        .Select(e => e.Estimate).OfType<Estimate>().Where(e => e.Technique == Technique.ClusterDifference).Select(e => Numbers("units", e.Value, e.Lower, e.Upper))) > 0.1);

    [Fact]
    public void Whoever_is_told_of_small_parts_as_well_gets_inside() => Assert.True(Inside(own => own.Shown().Select(c => Numbers($"{c.Wave.Code} {c.Group} {c.Subgroup}", c.Cell!.Mean))) > 0.5);

    /// <summary>In how large a part of all.</summary>
    private static double Inside(Func<Results, IEnumerable<string>> besides) =>
        Tried.Value.Count(course => course.Breaches((told, own) => Told(told, own).Concat(besides(own))).Count > 0) / (double)Tried.Value.Count;

    /// <summary>All that others than the evaluator are given; worked out as far as it is asked for.</summary>
    private static IEnumerable<string> Told(Results told, Results own) => told.Shown().Select(c => Numbers($"{c.Indicator.Code} {c.Wave.Code} {c.Group} {c.Subgroup} {c.Hidden?.Code}", c.Cell?.N, c.Cell?.Mean, c.Cell?.StandardDeviation, c.Cell?.Events))
        .Concat(told.Followed().Select(f => Numbers($"{f.Wave.Code} {f.Group} {f.Subgroup} {f.Unavailable?.Code}", f.Attrition?.Baseline, f.Attrition?.Kept, f.Attrition?.Joined)))
        .Concat(told.Attained().Select(a => Numbers($"{a.Wave.Code} {a.Unavailable?.Code}", a.Share)))
        .Concat(Found(told));

    private static IEnumerable<string> Found(Results told)
    {
        foreach (var effect in told.Effects())
        {
            var estimate = effect.Estimate;
            yield return Numbers($"{effect.Wave.Code} {effect.Method} {effect.Subgroup} {estimate?.Technique} {effect.Unavailable?.Code}", estimate?.Value, estimate?.Lower, estimate?.Upper, estimate?.PValue);
            foreach (var further in effect.Further)
                yield return Numbers($"{further.Technique} {further.Unavailable?.Code}", further.Finding?.Value, further.Finding?.Lower, further.Finding?.Upper, further.Finding?.PValue, further.Finding?.N);
        }
    }

    private static string Numbers(string name, params double?[] numbers) => $"{name}: {string.Join(' ', numbers.Select(n => n?.ToString("G8", CultureInfo.InvariantCulture)))}";

    /// <summary>A group in one or two large parts, a small one and some of none, beside another group; at two or three schools, in one or two waves, that came and were corrected, once or again, in two or three batches.</summary>
    private sealed class Course
    {
        private const int Threshold = 3;

        private readonly int _seed, _indicator, _highest, _schools, _batches;
        private readonly bool _isLate;
        private readonly List<Reading> _rows = [];

        /// <summary>Of those whose part has been hidden after any batch, or who are of none beside such: no figure tells of the former alone as they were then.</summary>
        private readonly List<int> _hidden;

        public Course(int seed)
        {
            var random = new Random(seed);
            (_seed, _indicator) = (seed, 1 + seed % 3);
            _highest = _indicator == 2 ? 1 : 2;
            (_isLate, _schools, _batches) = (random.Next(3) == 0, random.Next(2, 4), 2 + seed / 3 % 2);
            var hasSecond = random.Next(3) == 0;
            var (waves, few, none) = (random.Next(4) == 0 ? [11L, 12] : new[] { 12L }, random.Next(1, 3), random.Next(2, 4));
            foreach (var wave in waves)
            {
                Add(random, wave, Intervention, "a", random.Next(8, 12));
                if (hasSecond) Add(random, wave, Intervention, "c", random.Next(8, 12));
                Add(random, wave, Intervention, "b", few);
                Add(random, wave, Intervention, null, none);
                Add(random, wave, Comparison, null, random.Next(9, 13));
            }
            var hidden = Enumerable.Range(1, _batches).SelectMany(b => Read(_rows, Threshold, b).Shown()).Where(c => c.Cell is null).Select(c => (c.Wave.Code, c.Group, c.Subgroup)).ToHashSet();
            _hidden = [.. Enumerable.Range(0, _rows.Count).Where(i => IsHidden(_rows[i], hidden))];
        }

        /// <summary>Whether something is told beside which something is hidden, of which there are not too many possibilities.</summary>
        public bool CanBeTried => _hidden.Count > 0 && Math.Pow(_highest + 1, _hidden.Count) <= MostWorlds && Read(_rows, Threshold, _batches).Shown().Any(c => c is { Group: Intervention, Subgroup: null, Cell: not null });

        private void Add(Random random, long wave, MeasurementGroup group, string? part, int size)
        {
            for (var i = 0; i < size; i++)
            {
                var row = new Reading(_indicator, wave, group, random.Next(_highest + 1), null, null, null, null)
                {
                    SubjectKey = $"{group} {part} {i}",
                    SiteKey = $"{group} {i % _schools}",
                    Subgroup = part,
                    BatchId = _isLate && random.Next(3) == 0 ? random.Next(2, _batches + 1) : 1,
                };
                while (row.BatchId < _batches && random.Next(6) == 0)
                {
                    row = row with { Key = $"{wave} {row.SubjectKey}", ReplacedBy = random.Next((int)row.BatchId + 1, _batches + 1) };
                    _rows.Add(row);
                    row = row with { ReplacedBy = null, Corrects = true, BatchId = row.ReplacedBy.Value, Value = random.Next(_highest + 1) };
                }
                _rows.Add(row);
            }
        }

        private static bool IsHidden(Reading row, HashSet<(string, MeasurementGroup, string?)> hidden) =>
            row.Group == Intervention && (row.Subgroup is null || hidden.Contains((row.WaveId == 11 ? "V0" : "V1", row.Group, row.Subgroup)));

        private static Results Read(IEnumerable<Reading> rows, int threshold, int batches) => new(Plan(), [.. rows.Where(r => r.BatchId <= batches)], threshold);

        /// <summary>What those of hidden parts have in each world that agrees.</summary>
        private List<decimal[]> Possible(Func<Results, Results, IEnumerable<string>> told)
        {
            var (given, possible) = (Given(_rows).ToList(), new List<decimal[]>());
            foreach (var world in Worlds())
            {
                var rows = _rows.ToList();
                for (var i = 0; i < world.Length; i++) rows[_hidden[i]] = rows[_hidden[i]] with { Value = world[i] };
                if (Given(rows).SequenceEqual(given)) possible.Add(world);
            }
            return possible;

            IEnumerable<string> Given(List<Reading> rows) => Enumerable.Range(1, _batches).SelectMany(b => told(Read(rows, Threshold, b), Read(rows, 1, b)));
        }

        private IEnumerable<decimal[]> Worlds()
        {
            var world = new decimal[_hidden.Count];
            do yield return [.. world];
            while (Advance(world));
        }

        private bool Advance(decimal[] world)
        {
            for (var i = 0; i < world.Length; i++)
            {
                if (++world[i] <= _highest) return true;
                world[i] = 0;
            }
            return false;
        }

        /// <summary>Who is known by value, and few together by their sum: of a part, and of a part at a school.</summary>
        public List<string> Breaches(Func<Results, Results, IEnumerable<string>> told)
        {
            var possible = Possible(told);
            var few = Enumerable.Range(0, _hidden.Count).SelectMany(i => NamesOf(_rows[_hidden[i]]).Select(name => (Name: name, Place: i))).GroupBy(g => g.Name, g => g.Place).Where(g => g.Count() < Threshold);
            return [.. few.Where(g => possible.Select(world => g.Sum(i => world[i])).Distinct().Count() < 2).Select(g => $"seed {_seed}: {g.Key}")];
        }

        private static IEnumerable<string> NamesOf(Reading row) =>
            new[] { row.SubjectKey, $"part {row.Subgroup}", $"part {row.Subgroup} at {row.SiteKey}" }.Select(name => $"{row.WaveId} {name}{(row.Corrects ? $" as corrected in {row.BatchId}" : "")}");
    }
}
