using Fond.Domain.Impact;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

public sealed class MeasurementBatchTests
{
    private static readonly MeasurementRow One = Row() with { SubjectKey = "e1", Value = 3.5m };

    [Fact]
    public void A_batch_counts_its_rows_and_knows_them_by_checksum()
    {
        var batch = new MeasurementBatch(9, 4, Now, new RowChecksum().Add([One, One with { RowKey = "r2" }]));
        Assert.Equal((2, 64), (batch.Rows, batch.Sha256.Length));
        Assert.Equal(batch.Sha256, Sum([One with { Value = 3.50m }, One with { RowKey = "r2" }]));
    }

    [Fact]
    public void Another_value_order_or_column_gives_another_checksum()
    {
        var other = One with { RowKey = "r2" };
        MeasurementRow[][] batches =
        [
            [One, other], [other, One], [One], [One with { Value = 3.6m }, other], [One with { Wave = "V1" }, other],
            [One with { Group = MeasurementGroup.Comparison }, other], [One with { SubjectKey = "e2" }, other], [One with { MeasuredOn = Before.To }, other],
            [One with { Value = null, Mean = 3.5m }, other], [One with { N = 1 }, other], [One with { Events = 1 }, other], [One with { StandardDeviation = 1 }, other], [One with { Exposure = 1 }, other], [One with { Subgroup = "a" }, other], [One with { SiteKey = "a" }, other],
        ];
        Assert.Equal(batches.Length, batches.Select(Sum).Distinct().Count());
    }

    [Fact]
    public void A_measurement_points_at_the_plans_parts()
    {
        var measurement = new Measurement(3, Plan(), Row("INCIDENT", "V2", MeasurementGroup.Comparison) with { N = 4, Events = 2 });
        Assert.Equal((3L, 9L, 3L, 13L, "r1"), (measurement.BatchId, measurement.PlanId, measurement.IndicatorId, measurement.WaveId, measurement.RowKey));
        Assert.Equal((4, 2, Second.From), (measurement.N, measurement.Events, measurement.MeasuredOn));
    }

    private static string Sum(MeasurementRow[] rows)
    {
        using var sum = new RowChecksum();
        return sum.Add(rows).ToString();
    }
}
