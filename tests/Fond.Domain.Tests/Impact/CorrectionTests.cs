using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>What others see of corrections: nothing that would tell one person's value.</summary>
public sealed class CorrectionTests
{
    private const int Threshold = 5;

    /// <summary>No two in a row have quite the same value: what is the same of all is hidden.</summary>
    private static Reading Person(long key, decimal value, long batch = 1, long? replacedBy = null, bool corrects = false, string? subgroup = null) =>
        new(1, 11, Intervention, value + key % 2 / 1_000_000m, null, null, null, null) { Key = $"{key}", SubjectKey = $"s{key}", BatchId = batch, ReplacedBy = replacedBy, Corrects = corrects, Subgroup = subgroup };

    private static IEnumerable<Reading> Corrected(long key, decimal before, decimal after, long batch) =>
        [Person(key, before, replacedBy: batch), Person(key, after, batch, corrects: true)];

    private static double? Mean(IEnumerable<Reading> readings, int threshold = Threshold) =>
        new Results(Plan(), readings, threshold).Shown().Single(c => c is { Subgroup: null }).Cell is { } cell ? Math.Round(cell.Mean, 5) : null;

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

    /// <summary>Else the other 29 would hide nobody, and the change of the mean be one person's.</summary>
    [Fact]
    public void Who_is_corrected_without_any_figure_being_another_does_not_count()
    {
        Reading[] rows = [.. Enumerable.Range(1, 30).SelectMany(i => Corrected(i, 10, i == 1 ? 40 : 10, batch: 2)).Select(r => r.Corrects ? r with { SiteKey = "skola" } : r)];
        Assert.Equal(10, Mean(rows));
        Assert.Equal(11, Mean(rows, threshold: 1));
        Assert.Equal(10, Mean([.. rows, .. Others(31, 40).Take(4).Select(r => r with { BatchId = 3 })]));
        Assert.Equal(10, Mean([.. Enumerable.Range(1, 9).SelectMany(i => Corrected(i, 10, i < 5 ? 20 : 10, batch: 2)), Person(10, 10)]));
        Assert.Equal(14, Mean([.. Enumerable.Range(1, 9).SelectMany(i => Corrected(i, 10, i < 5 ? 20 : 10, batch: 2)), .. Corrected(10, 10, 10, 2)], threshold: 1));
    }

    [Fact]
    public void Who_is_corrected_back_while_that_waits_does_not_count()
    {
        Reading[] back = [.. Enumerable.Range(1, 3).SelectMany(i => new[] { Person(i, 10, replacedBy: 2), Person(i, 20, 2, replacedBy: 3, corrects: true), Person(i, 10, 3, corrects: true) })];
        Assert.Equal(10, Mean([.. back, .. Corrected(4, 10, 20, batch: 3), .. Corrected(5, 10, 20, batch: 3), .. Others(6, 10)]));
        Assert.Equal(15, Mean([.. back, .. Enumerable.Range(4, 5).SelectMany(i => Corrected(i, 10, 20, batch: 3)), .. Others(9, 10)]));
    }

    [Theory]
    [InlineData(1_000, 10.1, 10)] // the four move by 0.1 each
    [InlineData(1_000, 20, 10)] // by 10 each: 30 beside the two that move the most, less than a tenth of 990
    [InlineData(100, 20, 23)]
    public void A_correction_that_makes_up_the_change_waits(double one, double others, double seen) => Assert.Equal(seen, Mean([
        .. Enumerable.Range(1, 5).SelectMany(i => Corrected(i, 10, (decimal)(i == 1 ? one : others), batch: 2)), .. Others(6, 10)]));

    /// <summary>What readers see is how much the sum moves, not what the values were before.</summary>
    [Fact]
    public void One_large_value_does_not_keep_back_small_corrections() => Assert.Equal(109, Mean([
        .. Enumerable.Range(1, 5).SelectMany(i => Corrected(i, i == 1 ? 900 : 0, i == 1 ? 910 : 10, batch: 2)), .. Others(6, 10).Select(r => r with { Value = r.Value + 18 })]));

    [Fact]
    public void A_large_correction_is_not_hidden_by_a_few_small_who_are_new()
    {
        Reading[] few = [.. Others(11, 15, batch: 3).Select(r => r with { Value = r.Value - 9 })];
        Assert.Equal(7, Mean([.. Corrected(1, 10, 1_000, batch: 2), .. Others(2, 10), .. few])); // the new are told, the correction is not
        Assert.Equal(73, Mean([.. Corrected(1, 10, 1_000, batch: 2), .. Others(2, 10), .. few], threshold: 1));
    }

    /// <summary>As it may be when it is read while others log.</summary>
    [Fact]
    public void A_correction_of_what_was_not_read_is_left_for_the_next_reading() => Assert.Equal(10, Mean([.. Others(1, 10), Person(11, 1_000, 2, corrects: true)]));

    [Fact]
    public void A_hundred_thousand_that_wait_are_corrected_in_no_time()
    {
        const int many = 100_000;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(11, Mean([.. Enumerable.Range(1, many).SelectMany(i => Corrected(i, 10, 11, batch: 2)), Person(0, 11, batch: 3)], threshold: many + 1)); // before they are told
        Assert.Equal(10, Mean([ // after
            Person(0, 10), .. Enumerable.Range(1, many).SelectMany(i => new[] { Person(i, 10, replacedBy: 2), Person(i, 11, 2, replacedBy: 3, corrects: true), Person(i, 12, 3, corrects: true) })], threshold: many + 1));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
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
