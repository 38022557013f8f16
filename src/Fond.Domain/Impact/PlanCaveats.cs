using Fond.Domain.Common;
using Fond.Domain.Projects;

namespace Fond.Domain.Impact;

/// <summary>When those whom a project reaches were measured, and in the baseline those with whom they are compared too, where they are measured beside the project; null where nobody was.</summary>
/// <param name="First">The earliest.</param>
/// <param name="LastOfBaseline">The latest in the baseline wave.</param>
public sealed record MeasuredDays(DateOnly? First, DateOnly? LastOfBaseline);

/// <summary>What must be known beside results of when and how things were measured and planned, in words that anybody may read: days of single measurements and what people have written are not told.</summary>
public static class PlanCaveats
{
    /// <param name="start">The project's first day.</param>
    /// <param name="plannedOn">The day on which the plan was set as it stood when something was first measured, from which its indicators are settled; null where it is not known.</param>
    /// <param name="accepted">What the fund has accepted of a baseline that came late or is of few; null: nothing.</param>
    /// <param name="designChanged">Whether the design is another than when the first measurement was logged.</param>
    /// <param name="stepsByUnits">Whether anything is measured in steps of a scale where the groups are to be made of whole units.</param>
    public static IEnumerable<Text> Of(MeasuredDays days, DateOnly start, DateOnly? plannedOn, LateBaseline? accepted = null, bool designChanged = false, bool stepsByUnits = false)
    {
        if (days.LastOfBaseline > start) yield return new(
            "Baslinjen mättes helt eller delvis när projektet redan hade börjat: den visar inte säkert hur det var före.",
            "The baseline was measured, in whole or in part, when the project had already begun: it does not surely show how things were before.");
        foreach (var (fault, on) in accepted?.Faults ?? []) yield return new(
            $"Fonden godtog den {on:yyyy-MM-dd} att baslinjen {Accepted(fault).Sv}, så att mer kan betalas ut: förändringar ska läsas med det förbehållet.",
            $"On {on:yyyy-MM-dd} the fund accepted that the baseline {Accepted(fault).En}, so that payments may go on: read changes with that reservation.");
        if (days.First < plannedOn) yield return new(
            $"Något mättes före den dag då mätplanen lades in i Fond ({plannedOn:yyyy-MM-dd}): svaren kan ha varit kända när indikatorerna valdes.",
            $"Something was measured before the day on which the measurement plan was entered in Fond ({plannedOn:yyyy-MM-dd}): the answers may have been known when the indicators were chosen.");
        if (designChanged) yield return new(
            "Upplägget ändrades efter att något hade mätts: svaren kan ha varit kända när det valdes.",
            "The design was changed after something had been measured: the answers may have been known when it was chosen.");
        if (stepsByUnits) yield return new(
            "Grupperna består av hela skolor eller enheter. Det som mäts i steg på en skala jämförs då som om varje person stod för sig, och ingen slutsats dras av det.",
            "The groups are made of whole schools or units. What is measured in steps of a scale is then compared as if each person stood alone, and nothing is judged by it.");
    }

    private static (string Sv, string En) Accepted(BaselineFault fault) => fault == BaselineFault.Late
        ? ("inte var mätt i tid", "had not been measured in time")
        : ("var mätt på färre än fonden visar resultat av", "was of fewer than the fund shows results of");
}
