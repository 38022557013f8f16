using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>What others see of corrections: nothing that would tell one person's value.</summary>
public sealed class CorrectionTests
{
    private const int Threshold = 5;

    private static Reading Person(long key, decimal value, long batch = 1, long? replacedBy = null, bool corrects = false, string? subgroup = null) =>
        new(1, 11, Intervention, value, null, null, null, null) { Key = $"{key}", SubjectKey = $"s{key}", BatchId = batch, ReplacedBy = replacedBy, Corrects = corrects, Subgroup = subgroup };

    private static IEnumerable<Reading> Corrected(long key, decimal before, decimal after, long batch) =>
        [Person(key, before, replacedBy: batch), Person(key, after, batch, corrects: true)];

    private static double? Mean(IEnumerable<Reading> readings, int threshold = Threshold) =>
        new Results(Plan(), readings, threshold).Shown().Single(c => c is { Subgroup: null }).Cell is { } cell ? Math.Round(cell.Mean, 9) : null;

    private static IEnumerable<Reading> Others(int from, int to, long batch = 1) => Enumerable.Range(from, to - from + 1).Select(i => Person(i, 10, batch));

    [Fact]
    public void One_correction_waits_and_the_evaluator_sees_it_at_once()
    {
        Reading[] rows = [.. Corrected(1, 10, 20, batch: 2), .. Others(2, 10)];
        Assert.Equal(10, Mean(rows));
        Assert.Equal(11, Mean(rows, threshold: 1));
    }

    [Fact]
    public void As_many_as_could_be_shown_are_told_together() => Assert.Equal(15, Mean([.. Enumerable.Range(1, 5).SelectMany(i => Corrected(i, 10, 20, batch: i < 3 ? 2 : 3)), .. Others(6, 10)]));

    [Fact]
    public void A_correction_goes_along_with_enough_who_are_new() =>
        Assert.Equal(11, Mean([.. Corrected(1, 10, 25, batch: 2), .. Others(2, 10), .. Others(11, 15, batch: 3)]));

    [Fact]
    public void What_was_not_told_yet_is_as_if_it_had_been_right_from_the_start() => Assert.Equal(12, Mean([.. Others(2, 4), .. Corrected(1, 10, 20, batch: 2), Person(5, 10, batch: 3)]));

    [Fact]
    public void A_correction_of_a_correction_counts_once()
    {
        Reading[] twice = [Person(1, 10, replacedBy: 2), Person(1, 1_000, 2, replacedBy: 3, corrects: true), Person(1, 20, 3, corrects: true)];
        Assert.Equal(10, Mean([.. twice, .. Others(2, 10)]));
        Assert.Equal(11, Mean([.. twice, .. Others(2, 10)], threshold: 1));
        Assert.Equal(15, Mean([.. twice, .. Enumerable.Range(2, 4).SelectMany(i => Corrected(i, 10, 20, batch: 3)), .. Others(6, 10)]));
    }

    [Fact]
    public void A_correction_never_changes_what_is_told_by_fewer_than_the_threshold()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (readings, last, waiting) = (new List<Reading>(), new Dictionary<long, int>(), 0);
            Cell? before = null;
            for (var batch = 1L; batch <= 12; batch++)
            {
                var news = 0;
                for (var i = random.Next(0, 7); i > 0; i--) Change(i, random.Next(3) == 0 || last.Count == 0);
                var now = new Results(Plan(), readings, Threshold).Shown().FirstOrDefault(c => c is { Subgroup: null })?.Cell;
                if (before is not null && now!.N == before.N && now.Mean != before.Mean) Assert.True(waiting >= Threshold, $"seed {seed}, batch {batch}: {waiting} corrected");
                if (before is not null && now!.N != before.N) Assert.True(now.N - before.N >= Threshold, $"seed {seed}, batch {batch}: {news} new");
                if (before is null || now!.Mean != before.Mean) waiting = 0;
                before = now;

                void Change(int i, bool isNew)
                {
                    var key = isNew ? 1_000 * batch + i : last.Keys.ElementAt(random.Next(last.Count));
                    if (!isNew && readings[last[key]].BatchId == batch) return;
                    if (!isNew) readings[last[key]] = readings[last[key]] with { ReplacedBy = batch };
                    readings.Add(Person(key, 10 + random.Next(1_000_000) / 1e6m, batch, corrects: !isNew));
                    last[key] = readings.Count - 1;
                    if (isNew) news++;
                    else waiting++;
                }
            }
        }
    }
}
