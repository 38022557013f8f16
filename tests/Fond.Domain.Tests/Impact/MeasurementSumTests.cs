using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>Results read from sums are those read from each measurement.</summary>
public sealed class MeasurementSumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Sums_tell_what_the_measurements_tell(int threshold)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var (plan, batches) = (Plan(), Batches(new Random(seed), Plan()).ToList());
            var every = new Results(plan, Results.Portions(plan, batches.SelectMany(b => b).Select(ReadingOf)), threshold);
            var summed = batches.Select(b => (Rows: b, Sums: new BatchSums(plan).Add(b).All)).ToList();
            Assert.Contains(summed, b => b.Sums.Count > 0);
            var read = new Results(plan, summed.SelectMany(b => b.Sums.Count > 0 ? b.Sums.Select(Portion.Of) : Results.Portions(plan, b.Rows.Select(ReadingOf))), threshold);
            Assert.Equal(every.Shown().Select(Told), read.Shown().Select(Told));
            Assert.Equal(every.Effects().Select(Told), read.Effects().Select(Told));
        }
    }

    public static TheoryData<string, MeasurementRow> Alike => new()
    {
        { "one value each", Row("INCIDENT") with { SubjectKey = "s", Value = 1 } },
        { "a total of one each", Row("INCIDENT") with { N = 1, Events = 1 } },
        { "a share of one each", Row("BEHORIG") with { N = 1, Events = 1 } },
        { "nothing in any", Row("INCIDENT") with { N = 3, Events = 0 } },
        { "means without spread", Row() with { N = 3, Mean = 4, StandardDeviation = 0 } },
    };

    /// <summary>All are the same, and the mean tells it of each of them.</summary>
    [Theory, MemberData(nameof(Alike))]
    public void The_same_data_are_judged_alike_however_they_were_logged_and_are_read(string what, MeasurementRow alike)
    {
        var plan = Plan();
        List<Measurement> rows = [.. Enumerable.Range(0, 40).Select(i => new Measurement(1, plan, alike with { RowKey = $"{i}", SubjectKey = alike.SubjectKey is null ? null : $"s{i}" }))];
        var sums = new BatchSums(plan).Add(rows).All;
        Assert.NotEmpty(sums);
        var (singly, summed) = (new Results(plan, rows.Select(ReadingOf), 5).Shown(), new Results(plan, sums.Select(Portion.Of), 5).Shown());
        Assert.True(singly.All(c => c.Cell is null), what);
        Assert.True(summed.All(c => c.Cell is null), what);
    }

    [Fact]
    public void Totals_of_one_each_are_spread_as_values_are()
    {
        var plan = Plan();
        List<MeasurementRow> values = [.. Enumerable.Range(0, 40).Select(i => Row("INCIDENT") with { RowKey = $"{i}", SubjectKey = $"s{i}", Value = i % 4 })];
        var totals = values.Select(r => r with { SubjectKey = null, Value = null, N = 1, Events = (int)r.Value! });
        Assert.Equal(Cells(values), Cells(totals));

        List<(int?, double?, double?)> Cells(IEnumerable<MeasurementRow> rows) => [.. new Results(plan, new BatchSums(plan).Add(rows.Select(r => new Measurement(1, plan, r))).All.Select(Portion.Of), 5).Shown().Select(c => (c.Cell?.N, c.Cell?.Mean, c.Cell?.StandardDeviation))];
    }

    [Fact]
    public void Where_there_would_be_about_as_many_as_rows_there_are_none() =>
        Assert.Empty(new BatchSums(Plan()).Add(Enumerable.Range(0, 40).Select(i => new Measurement(1, Plan(), Row() with { RowKey = $"{i}", SubjectKey = $"{i}", Value = i, SiteKey = $"{i}" }))).All);

    private static IEnumerable<List<Measurement>> Batches(Random random, MeasurementPlan plan)
    {
        for (var batch = 1; batch <= 4; batch++)
        {
            var rows = new List<Measurement>();
            for (var (i, n) = (0, batch == 1 ? 500 : random.Next(1, 400)); i < n; i++)
            {
                var row = Row(wave: $"V{random.Next(3)}", group: (MeasurementGroup)random.Next(2)) with { RowKey = $"{batch}-{i}", Subgroup = random.Next(3) == 0 ? "a" : null, SiteKey = random.Next(2) == 0 ? null : "skola" };
                rows.Add(new(batch, plan, random.Next(8) switch
                {
                    0 => row with { N = 3, Mean = random.Next(100), StandardDeviation = 2 },
                    1 => row with { Indicator = "BEHORIG", N = 20, Events = random.Next(21) },
                    2 => row with { Indicator = "INCIDENT", SubjectKey = $"{batch}-{i}", Value = random.Next(4) },
                    3 => row with { Indicator = "INCIDENT", N = 1, Events = random.Next(3) },
                    4 => row with { Indicator = "INCIDENT", N = 4, Events = random.Next(2) * 3 },
                    5 => row with { N = random.Next(1, 4), Mean = 50, StandardDeviation = 0 },
                    _ => row with { SubjectKey = $"{batch}-{i}", Value = random.Next(1_000_000) / 1_000m },
                }));
            }
            yield return rows;
        }
    }

    private static Reading ReadingOf(Measurement m) => new(m.IndicatorId, m.WaveId, m.Group, m.Value, m.N, m.Mean, m.StandardDeviation, m.Events)
    {
        BatchId = m.BatchId,
        Subgroup = m.Subgroup,
        SubjectKey = m.SubjectKey,
        SiteKey = m.SiteKey,
    };

    /// <summary>To seven digits: sums are added in another order.</summary>
    private static string Told(ShownCell cell) => FormattableString.Invariant($"{cell.Indicator.Code} {cell.Wave.Code} {cell.Group} {cell.Subgroup} {cell.Cell?.N} {Off(cell.Cell?.Mean):G7} {Off(cell.Cell?.StandardDeviation):G7} {cell.Cell?.Events:G7}");

    private static string Told(Effect effect) => FormattableString.Invariant($"{effect.Indicator.Code} {effect.Wave.Code} {effect.Method} {effect.Subgroup} {Off(effect.Estimate?.Value):F6} {Off(effect.Estimate?.Lower):F6} {Off(effect.Estimate?.PValue):F6} {effect.Unavailable?.Code}");

    /// <summary>Away from halves, which would be rounded either way.</summary>
    private static double? Off(double? number) => number * (1 + 3.3e-10);
}
