using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Impact.Series;

/// <summary>The series that a plan may name: the key figures of its fund, in the fund's areas.</summary>
/// <param name="units">At least those of the key figures that the plan names, by code.</param>
/// <param name="areas">At least the codes of the areas that it names.</param>
public sealed class FundSeries(IReadOnlyDictionary<string, string> units, IReadOnlySet<string> areas)
{
    public static readonly FundSeries None = new(new Dictionary<string, string>(), new HashSet<string>());

    /// <summary>A series of a whole area may speak for a comparison that was counted by others, at another time or of others.</summary>
    private static bool SpeaksFor(StudyDesign design) => MeasurementPlan.Compares(design) && !MeasurementPlan.Measures(design);

    internal IEnumerable<Refusal> Faults(StudyDesign design, IReadOnlyList<PlannedIndicator> indicators)
    {
        for (var i = 0; i < indicators.Count; i++)
        {
            if (indicators[i] is not { Series: { } named } indicator) continue;
            var series = named.Trimmed;
            if (!SpeaksFor(design)) yield return new PlanSeriesNotOfDesign { Path = PlanRules.In("indicators", i, "series") };
            if (indicator.Kind is IndicatorKind.Ordinal or IndicatorKind.Qualitative) yield return new PlanSeriesNeedsNumbers { Path = PlanRules.In("indicators", i, "series") };
            if (!areas.Contains(series.Area)) yield return new PlanSeriesUnknown(series.Area) { Path = [.. PlanRules.In("indicators", i, "series"), "area"] };
            if (!units.TryGetValue(series.KeyFigure, out var unit)) yield return new PlanSeriesUnknown(series.KeyFigure) { Path = [.. PlanRules.In("indicators", i, "series"), "keyFigure"] };
            else if (indicator is { Kind: { } kind, Unit: { } own } && SeriesUnit.FactorOf(kind, own, unit) is null) yield return new PlanSeriesUnitDiffers(own, unit) { Path = [.. PlanRules.In("indicators", i, "series"), "keyFigure"] };
            else if (indicator.Kind is { } counted && SeriesUnit.IsTotal(counted, unit)) yield return new PlanSeriesIsTotal(unit) { Path = [.. PlanRules.In("indicators", i, "series"), "keyFigure"] };
        }
    }
}

/// <summary>How a key figure is brought to the unit in which an indicator is measured.</summary>
internal static class SeriesUnit
{
    private static readonly string[] PerCent = ["%", "procent", "per cent", "percent", "andel (%)", "andel i procent"];

    /// <summary>Those that something is counted by, word by word: per a time, a school or a municipality it is still the sum of an area.</summary>
    private static readonly HashSet<string> People =
    [
        "inv", "inv.", "invånare", "befolkning", "befolkningen", "capita", "person", "personer", "individ", "individer", "medborgare", "elev", "elever", "studerande", "studenter", "personår", "barn", "ungdom", "ungdomar", "ung", "unga", "vuxen", "vuxna", "äldre",
        "flicka", "flickor", "pojke", "pojkar", "kvinna", "kvinnor", "man", "män", "född", "födda", "brukare", "patient", "patienter", "klient", "klienter", "deltagare", "anställd", "anställda", "lärare", "hushåll", "familj", "familjer",
        "inhabitant", "inhabitants", "resident", "residents", "citizen", "citizens", "people", "individual", "individuals", "pupil", "pupils", "student", "students", "child", "children", "youth", "youths", "adult", "adults",
        "girl", "girls", "boy", "boys", "woman", "women", "men", "born", "user", "users", "patients", "client", "clients", "participant", "participants", "employee", "employees", "teacher", "teachers", "household", "households", "family", "families",
    ];

    /// <summary>How Swedish words for some of them end: grundskoleelev, kommuninvånare.</summary>
    private static readonly string[] Compounds = ["elev", "elever", "barn", "invånare"];

    /// <summary>Whether it may sum up a whole area, as "antal" and "kr per kvartal" do and "antal per 1 000 invånare" does not: what is counted or paid is told per person in estimates.</summary>
    public static bool IsTotal(IndicatorKind kind, string keyFigureUnit)
    {
        var unit = keyFigureUnit.Trim().ToLowerInvariant();
        return kind is IndicatorKind.Count or IndicatorKind.Money && !PerCent.Contains(unit)
            && !unit.Replace("/", " per ", StringComparison.Ordinal).Split(" per ").Skip(1).SelectMany(per => per.Split(null as char[])).Select(word => word.Trim(',', '(', ')')).Any(word => People.Contains(word) || Array.Exists(Compounds, end => word.EndsWith(end, StringComparison.Ordinal)));
    }

    /// <summary>Shares are measured from 0 to 1 and published in per cent; all else must be in the same unit, letter for letter but for capitals.</summary>
    /// <returns>What the key figure is multiplied by; null: the units cannot be compared.</returns>
    public static double? FactorOf(IndicatorKind kind, string unit, string keyFigureUnit)
    {
        if (kind == IndicatorKind.Share && PerCent.Contains(keyFigureUnit.Trim(), StringComparer.OrdinalIgnoreCase)) return 0.01;
        return string.Equals(unit.Trim(), keyFigureUnit.Trim(), StringComparison.OrdinalIgnoreCase) ? 1 : null;
    }
}
