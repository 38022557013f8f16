using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>
/// An attacker who keeps all that was ever given out: means of waves, groups and parts, estimates and changes of pairs, after each batch; and who knows who was measured when, but not with what value. How each figure
/// depends on each value is found by trying.
/// </summary>
public sealed class DisclosureOverTimeTests
{
    private const int Seeds = 30;

    /// <summary>By how much a value is raised to see what depends on it; so little that nothing is told or hidden for it.</summary>
    private const decimal Step = 0.001m;

    [Fact]
    public void Nothing_is_told_of_fewer_than_the_threshold_by_all_that_was_ever_given_out()
    {
        var figures = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var course = new Course(seed);
            var span = course.Attack(Figures, _ => []);
            Assert.Empty(course.Breaches(span));
            figures += span.Rows.Count;
        }
        Assert.True(figures > 5 * Seeds, $"Only {figures} figures were told.");
    }

    /// <summary>Else the attacker would be too weak to tell anything of the rules.</summary>
    [Fact]
    public void Whoever_is_told_of_all_pairs_as_well_gets_inside()
    {
        var inside = Enumerable.Range(0, Seeds).Select(seed => new Course(seed)).Count(course => course.Breaches(course.Attack(Figures, Pairs)).Count > 0);
        Assert.True(inside > Seeds / 5, $"{inside} of {Seeds}");
    }

    private static IEnumerable<(string Name, double Value)> Figures(Results results) =>
    [
        .. results.Shown().Where(c => c.Cell is not null).Select(c => ($"{c.Wave.Code} {c.Group} {c.Subgroup}", c.Cell!.Mean)),
        .. results.Effects().Where(e => e.Estimate is not null).Select(e => ($"{e.Wave.Code} {e.Method} {e.Subgroup}", e.Estimate!.Value)),
        .. Pairs(results),
    ];

    private static IEnumerable<(string Name, double Value)> Pairs(Results results) =>
        from effect in results.Effects()
        from further in effect.Further
        where further is { Technique: Technique.PairedChange, Finding: not null }
        select ($"{effect.Wave.Code} pairs {effect.Subgroup}", further.Finding!.Value);

    /// <summary>Who was measured, when, and corrected, batch by batch.</summary>
    private sealed class Course
    {
        private readonly List<(Reading Reading, string Person)> _rows = [];
        private readonly int _threshold;
        private readonly string _seed;

        public Course(int seed)
        {
            var random = new Random(seed);
            (_seed, _threshold) = ($"seed {seed}", random.Next(3, 6));
            var people = Enumerable.Range(0, random.Next(14, 40)).Select(i => (Name: $"p{i}", Group: i % 3 == 0 ? Comparison : Intervention, Part: random.Next(3) switch { 0 => "a", 1 => "b", _ => null })).ToList();
            for (var batch = 1L; batch <= 5; batch++)
            {
                var wave = batch < 3 ? 11 : 11 + random.Next(3);
                foreach (var (name, group, part) in people.Where(_ => random.Next(batch is 1 or 3 ? 5 : 3) > 0)) Measure(name, group, part, wave, batch, random);
            }
        }

        /// <summary>Once a wave; whoever is there already is corrected now and then.</summary>
        private void Measure(string name, MeasurementGroup group, string? part, long wave, long batch, Random random)
        {
            var value = 10 + random.Next(1_000_000) / 100_000m;
            var there = _rows.FindLastIndex(r => r.Person == name && r.Reading.WaveId == wave);
            if (there >= 0 && (random.Next(3) > 0 || _rows[there].Reading.BatchId == batch)) return;
            if (there >= 0) _rows[there] = (_rows[there].Reading with { ReplacedBy = batch }, name);
            _rows.Add((new(1, wave, group, value, null, null, null, null) { SubjectKey = name, Key = $"{name} {wave}", Subgroup = part, BatchId = batch, Corrects = there >= 0 }, name));
        }

        public LinearSpan Attack(Func<Results, IEnumerable<(string Name, double Value)>> told, Func<Results, IEnumerable<(string Name, double Value)>> besides)
        {
            var span = new LinearSpan(_rows.Count);
            for (var batch = 1L; batch <= 5; batch++)
            {
                var (figures, known) = (Given(batch, -1), Enumerable.Range(0, _rows.Count).Where(u => _rows[u].Reading.BatchId <= batch).ToList());
                var rows = figures.Keys.ToDictionary(name => name, _ => new double[_rows.Count]);
                foreach (var unknown in known)
                    foreach (var (name, value) in Given(batch, unknown)) rows[name][unknown] = Math.Round((value - figures[name]) / (double)Step, 8);
                foreach (var row in rows.Values) span.Add(row);
            }
            return span;

            Dictionary<string, double> Given(long batch, int raised) => told(Read(batch, raised, _threshold)).Concat(besides(Read(batch, raised, 1))).DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Value);
        }

        /// <summary>As it was after a batch, had one value been a little higher.</summary>
        private Results Read(long batch, int raised, int threshold) => new(Plan(), [.. _rows.Select((r, u) => (r.Reading, Unknown: u)).Where(r => r.Reading.BatchId <= batch)
            .Select(r => r.Reading with { Value = r.Reading.Value + (r.Unknown == raised ? Step : 0), ReplacedBy = r.Reading.ReplacedBy <= batch ? r.Reading.ReplacedBy : null })], threshold);

        /// <summary>Sums that few people make up: as they come out when all is reckoned from all, and those of each small part.</summary>
        public List<string> Breaches(LinearSpan span)
        {
            var alone = span.Rows.Select(row => row.Select((times, u) => times == 0 ? null : _rows[u].Person).OfType<string>().Distinct().ToList()).Where(people => people.Count < _threshold)
                .Select(people => $"{_seed}, threshold {_threshold}: {string.Join(' ', people)}");
            var parts = _rows.Select((r, u) => (r.Reading, Unknown: u)).Where(r => r.Reading.Subgroup is not null).GroupBy(r => (r.Reading.WaveId, r.Reading.Group, r.Reading.Subgroup))
                .Where(part => part.Select(r => r.Reading.SubjectKey).Distinct().Count() < _threshold && span.Tells(Sum(part.Where(r => r.Reading.ReplacedBy is null).Select(r => r.Unknown))))
                .Select(part => $"{_seed}, threshold {_threshold}: all of {part.Key}");
            return [.. alone, .. parts];
        }

        private double[] Sum(IEnumerable<int> unknowns)
        {
            var sum = new double[_rows.Count];
            foreach (var unknown in unknowns) sum[unknown] = 1;
            return sum;
        }
    }
}
