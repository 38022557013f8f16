using System.Globalization;
using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>A step of a logic model (effektkedja), in its order.</summary>
public enum LogicStep
{
    /// <summary>What is put in: money, staff, premises.</summary>
    Resource,

    /// <summary>What is done.</summary>
    Activity,

    /// <summary>What comes out of it directly (prestation).</summary>
    Output,

    /// <summary>What changes for those whom it reaches (utfall).</summary>
    Outcome,

    /// <summary>What that leads to in the long run, for them and for society (effekt).</summary>
    Effect,
}

/// <summary>An entry of a logic model.</summary>
/// <param name="Key">Short and unique in the model.</param>
/// <param name="LeadsTo">The keys of what it is to lead to: entries of a later step, or further down of the same.</param>
/// <param name="Indicators">The codes of the plan's indicators that it is followed by; of outcomes and effects alone.</param>
public sealed record LogicEntry(string Key, LogicStep Step, string Text, IReadOnlyList<string> LeadsTo, IReadOnlyList<string> Indicators);

/// <summary>What must hold of a logic model as a whole; every fault is named.</summary>
internal static class LogicRules
{
    private const int MostEntries = 200, MostLinks = 50, LongestKey = 50, LongestText = 1_000;

    public static IEnumerable<Refusal> Faults(IReadOnlyList<LogicEntry> model, IReadOnlySet<string> indicators)
    {
        if (model.Count > MostEntries) yield return new LogicTooMany(MostEntries) { Path = ["logicModel"] };
        var places = model.Select((entry, i) => (entry.Key, i)).DistinctBy(e => e.Key).ToDictionary(e => e.Key, e => e.i);
        for (var i = 0; i < model.Count; i++)
            foreach (var fault in In(model, i, places, indicators)) yield return fault;
    }

    private static IEnumerable<Refusal> In(IReadOnlyList<LogicEntry> model, int index, Dictionary<string, int> places, IReadOnlySet<string> indicators)
    {
        var entry = model[index];
        if (entry.Key.IsBlankOrLongerThan(LongestKey)) yield return new PlanFieldInvalid(LongestKey) { Path = At("key") };
        if (places[entry.Key] != index) yield return new PlanCodeRepeated(entry.Key) { Path = At("key") };
        if (entry.Text.IsBlankOrLongerThan(LongestText)) yield return new PlanFieldInvalid(LongestText) { Path = At("text") };
        if (entry.LeadsTo.Count > MostLinks) yield return new LogicTooMany(MostLinks) { Path = At("leadsTo") };
        if (entry.Indicators.Count > MostLinks) yield return new LogicTooMany(MostLinks) { Path = At("indicators") };
        for (var i = 0; i < entry.LeadsTo.Count; i++)
        {
            if (!places.TryGetValue(entry.LeadsTo[i], out var next)) yield return new LogicKeyUnknown(entry.LeadsTo[i]) { Path = At("leadsTo", i) };
            else if ((model[next].Step, next).CompareTo((entry.Step, index)) <= 0) yield return new LogicBackwards(entry.Key, entry.LeadsTo[i]) { Path = At("leadsTo", i) };
        }
        if (entry.Indicators.Count > 0 && entry.Step is not (LogicStep.Outcome or LogicStep.Effect)) yield return new LogicIndicatorMisplaced { Path = At("indicators") };
        for (var i = 0; i < entry.Indicators.Count; i++)
            if (!indicators.Contains(entry.Indicators[i])) yield return new LogicIndicatorUnknown(entry.Indicators[i]) { Path = At("indicators", i) };

        string[] At(string field, int? item = null) => item is { } one ? ["logicModel", Text(index), field, Text(one)] : ["logicModel", Text(index), field];
    }

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}

public sealed record LogicTooMany(int Most) : Refusal("LOGIC_TOO_MANY", new($"Högst {Most}.", $"At most {Most}."));

public sealed record LogicKeyUnknown(string Sought) : Refusal("LOGIC_KEY_UNKNOWN", new(
    $"Effektkedjan har ingen post {Sought}.", $"The logic model has no entry {Sought}."));

public sealed record LogicBackwards(string From, string To) : Refusal("LOGIC_BACKWARDS", new(
    $"{From} kan inte leda till {To}: kedjan går från resurser till effekter.", $"{From} cannot lead to {To}: the chain runs from resources to effects."));

public sealed record LogicIndicatorMisplaced() : Refusal("LOGIC_INDICATOR_MISPLACED", new(
    "Bara utfall och effekter följs med indikatorer.", "Only outcomes and effects are followed by indicators."));

public sealed record LogicIndicatorUnknown(string Sought) : Refusal("LOGIC_INDICATOR_UNKNOWN", new(
    $"Mätplanen har ingen indikator {Sought}.", $"The measurement plan has no indicator {Sought}."));
