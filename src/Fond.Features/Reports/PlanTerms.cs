using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;

namespace Fond.Features.Reports;

/// <summary>What reports call the parts of a plan.</summary>
internal static class PlanTerms
{
    public static Text Of(PlanPart part) => part switch
    {
        PlanPart.Design => new("Design", "Design"),
        PlanPart.PlannedIntervention => new("Planerat antal som projektet når", "Planned number whom the project reaches"),
        PlanPart.PlannedComparison => new("Planerat antal att jämföra med", "Planned number to compare with"),
        PlanPart.Indicator => new("Indikator", "Indicator"),
        PlanPart.Unit => new("Enhet", "Unit"),
        PlanPart.Kind => new("Slag av mått", "Kind of figure"),
        PlanPart.Direction => new("Önskad riktning", "Desired direction"),
        PlanPart.Baseline => new("Väntat värde före", "Value expected before"),
        PlanPart.Target => new("Mål", "Target"),
        PlanPart.TargetOn => new("Dag då målet ska vara nått", "Day by which the target is to be reached"),
        PlanPart.Instrument => new("Mätinstrument", "Instrument"),
        PlanPart.SourceSystem => new("Källsystem", "Source system"),
        PlanPart.Owner => new("Ansvarig för måttet", "Who answers for the figure"),
        PlanPart.Series => new("Nyckeltal att jämföra med", "Key figure to compare with"),
        PlanPart.SmallestDetectable => new("Minsta effekt som kan upptäckas", "Smallest effect that can be detected"),
        PlanPart.Wave => new("Mätomgång", "Wave"),
        PlanPart.WaveFrom => new("Mätomgångens första dag", "First day of the wave"),
        PlanPart.WaveTo => new("Mätomgångens sista dag", "Last day of the wave"),
        PlanPart.WholeUnits => new("Grupper av hela enheter", "Groups of whole units"),
        PlanPart.BaselineWave => new("Baslinje", "Baseline"),
        PlanPart.LogicModel => new("Effektkedja", "Logic model"),
        PlanPart.DesignNote => new("Skälet till upplägget", "The reason for the design"),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>A value that is one of several, for programs and for people; null: it is a text, a number or a day.</summary>
    public static (string Code, Text Name)? Of(object? value) => value switch
    {
        StudyDesign design => (design.Code(), ReportTerms.Of(design)),
        Direction direction => (direction.Code(), ReportTerms.Of(direction)),
        IndicatorKind kind => (kind.Code(), Of(kind)),
        _ => null,
    };

    public static Text Of(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Mean => new("medelvärde", "mean"),
        IndicatorKind.Share => new("andel", "share"),
        IndicatorKind.Count => new("antal", "count"),
        IndicatorKind.Duration => new("tid", "duration"),
        IndicatorKind.Money => new("pengar", "money"),
        IndicatorKind.Rate => new("frekvens", "rate"),
        IndicatorKind.Ordinal => new("skalsteg", "steps of a scale"),
        IndicatorKind.Qualitative => new("bedömning", "judgement"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
