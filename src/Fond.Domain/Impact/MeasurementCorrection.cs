using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>That a measurement no longer stands: the next version under its key was logged with the batch. What was logged is never changed.</summary>
public sealed class MeasurementCorrection : Entity, IRecordedInBulk
{
    private MeasurementCorrection() { }

    public MeasurementCorrection(Measurement corrected, long batchId) => (PlanId, MeasurementId, BatchId) = (corrected.PlanId, corrected.Id, batchId);

    public long PlanId { get; private set; }

    /// <summary>What is corrected.</summary>
    public long MeasurementId { get; private set; }

    /// <summary>What corrects it: who and when.</summary>
    public long BatchId { get; private set; }
}
