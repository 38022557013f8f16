using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Impact.Series;

/// <summary>The series that a plan may name: the key figures of its fund, in the fund's areas.</summary>
/// <param name="units">At least those of the key figures that the plan names, by code.</param>
/// <param name="areas">At least the codes of the areas that it names.</param>
public sealed class FundSeries(IReadOnlyDictionary<string, SeriesUnit> units, IReadOnlySet<string> areas)
{
    public static readonly FundSeries None = new(new Dictionary<string, SeriesUnit>(), new HashSet<string>());

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
            else if (indicator is { Kind: { } kind, Unit: { } own } && unit.FactorOf(kind, own) is null) yield return new PlanSeriesUnitDiffers(own, unit.Name) { Path = [.. PlanRules.In("indicators", i, "series"), "keyFigure"] };
            else if (indicator.Kind is { } counted && unit.IsTotal(counted)) yield return new PlanSeriesIsTotal(unit.Name) { Path = [.. PlanRules.In("indicators", i, "series"), "keyFigure"] };
        }
    }
}

/// <summary>In what a key figure is counted, and how it is brought to the unit in which an indicator is measured.</summary>
/// <param name="IsPerPerson">As whoever keeps the key figure says; null: as the unit says.</param>
public sealed record SeriesUnit(string Name, bool? IsPerPerson = null)
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

    /// <summary>Whether it may sum up a whole area: what is counted or paid is told per person in estimates.</summary>
    internal bool IsTotal(IndicatorKind kind) => kind is IndicatorKind.Count or IndicatorKind.Money && !(IsPerPerson ?? SaysPerPerson());

    /// <summary>"Antal" and "kr per kvartal" do not, "antal per 1 000 invånare" does.</summary>
    private bool SaysPerPerson()
    {
        var unit = Name.Trim().ToLowerInvariant();
        return PerCent.Contains(unit)
            || unit.Replace("/", " per ", StringComparison.Ordinal).Split(" per ").Skip(1).SelectMany(per => per.Split(null as char[])).Select(word => word.Trim(',', '(', ')')).Any(word => People.Contains(word) || Array.Exists(Compounds, end => word.EndsWith(end, StringComparison.Ordinal)));
    }

    /// <summary>Shares are measured from 0 to 1 and published in per cent; all else must be in the same unit, letter for letter but for capitals.</summary>
    /// <returns>What the key figure is multiplied by; null: the units cannot be compared.</returns>
    internal double? FactorOf(IndicatorKind kind, string unit)
    {
        if (kind == IndicatorKind.Share && PerCent.Contains(Name.Trim(), StringComparer.OrdinalIgnoreCase)) return 0.01;
        return string.Equals(unit.Trim(), Name.Trim(), StringComparison.OrdinalIgnoreCase) ? 1 : null;
    }
}
