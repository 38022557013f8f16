namespace Fond.Domain.Impact.Estimates;

/// <summary>What is asked of the measurements: an indicator, a later wave, a way of comparing, and a part of the groups.</summary>
/// <param name="Subgroup">Null for the whole groups.</param>
internal sealed record Question(EffectMethod Method, PlanIndicator Indicator, PlanWave Wave, string? Subgroup = null)
{
    /// <summary>The cells that an answer stands on, the one of interest first.</summary>
    public List<CellKey> Needed(MeasurementPlan plan)
    {
        List<CellKey> keys = [Key(Wave, MeasurementGroup.Intervention)];
        if (Method != EffectMethod.GroupDifference) keys.Add(Key(plan.Baseline!, MeasurementGroup.Intervention));
        if (Method != EffectMethod.BeforeAfter) keys.Add(Key(Wave, MeasurementGroup.Comparison));
        if (Method == EffectMethod.DifferenceInDifferences) keys.Add(Key(plan.Baseline!, MeasurementGroup.Comparison));
        return keys;
    }

    /// <summary>Later counts up and the baseline down; for the comparison group the other way round.</summary>
    public int SignOf(CellKey key) => key.Wave == Wave.Code == (key.Group == MeasurementGroup.Intervention) ? 1 : -1;

    private CellKey Key(PlanWave wave, MeasurementGroup group) => new(Indicator.Code, wave.Code, group, Subgroup);
}
