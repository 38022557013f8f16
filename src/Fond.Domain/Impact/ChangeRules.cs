using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;

namespace Fond.Domain.Impact;

/// <summary>What of a plan has been measured or judged, by code.</summary>
public sealed record MeasuredParts(HashSet<string> Indicators, HashSet<string> Waves);

/// <summary>What must hold of a change after the first measurement: nothing that was asked is dropped or asked otherwise, and nothing new is what the project is judged by.</summary>
internal static class ChangeRules
{
    public static IEnumerable<Refusal> Faults(MeasurementPlan plan, PlanContent content, string? reason, MeasuredParts measured)
    {
        if (reason.IsBlank()) yield return new PlanReasonMissing { Path = ["reason"] };
        if (AsksOtherwise(content.Design, plan.Design) && content.DesignNote.IsBlank()) yield return new PlanDesignNoteMissing { Path = ["designNote"] };
        foreach (var gone in plan.Indicators.Where(i => (i.IsPrimary || measured.Indicators.Contains(i.Code)) && !content.Indicators.Any(p => p.Code.Trim() == i.Code)))
            yield return new PlanPartStays(gone.Code) { Path = ["indicators"] };
        foreach (var gone in plan.Waves.Where(w => measured.Waves.Contains(w.Code) && !content.Waves.Any(p => p.Code.Trim() == w.Code)))
            yield return new PlanPartStays(gone.Code) { Path = ["waves"] };
        foreach (var fault in content.Indicators.SelectMany((p, i) => Faults(p, plan.Indicator(p.Code.Trim()), i, measured))) yield return fault;
        foreach (var fault in content.Waves.SelectMany((p, i) => Faults(p, plan.Wave(p.Code.Trim()), i, measured))) yield return fault;
    }

    private static IEnumerable<Refusal> Faults(PlannedIndicator planned, PlanIndicator? before, int index, MeasuredParts measured)
    {
        if (planned.IsPrimary != before?.IsPrimary && (before is not null || planned.IsPrimary)) yield return new PlanPrimaryFixed(planned.Code) { Path = PlanRules.In("indicators", index, "isPrimary") };
        if (before is null || !measured.Indicators.Contains(before.Code)) yield break;
        if (planned.Unit?.Trim() != before.Unit) yield return Measured("unit");
        if (before.UnitEn is not null && planned.UnitEn?.Trim() != before.UnitEn) yield return Measured("unitEn");
        if (planned.Kind != before.Kind) yield return Measured("kind");
        if (planned.Direction != before.Direction) yield return Measured("direction");
        if (planned.Catalogue?.Trim() != before.CatalogueCode) yield return Measured("catalogue");

        PlanPartMeasured Measured(string field) => new(before.Code) { Path = PlanRules.In("indicators", index, field) };
    }

    private static IEnumerable<Refusal> Faults(PlannedWave planned, PlanWave? before, int index, MeasuredParts measured)
    {
        if (before is null || !measured.Waves.Contains(before.Code)) yield break;
        if (planned.From > before.From || planned.To < before.To) yield return new PlanWaveShrunk(before.Code, before.From, before.To) { Path = PlanRules.In("waves", index, planned.From > before.From ? "from" : "to") };
        if (planned.IsBaseline != before.IsBaseline) yield return new PlanPartMeasured(before.Code) { Path = PlanRules.In("waves", index, "isBaseline") };
    }

    /// <summary>Whether more is claimed than before, or judged by another comparison: either may be chosen by what it gives.</summary>
    private static bool AsksOtherwise(StudyDesign design, StudyDesign before) => ClaimOf(design) > ClaimOf(before) || Estimator.MethodsOf(design)[0] != Estimator.MethodsOf(before)[0];

    /// <summary>The most that can be said by a design.</summary>
    private static DesignStrength ClaimOf(StudyDesign design) => Estimator.MethodsOf(design).Max(method => Estimator.StrengthOf(method, design));
}
