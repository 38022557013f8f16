using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;

namespace Fond.Domain.Impact;

/// <summary>What of a plan can change.</summary>
public enum PlanPart
{
    Design,

    /// <summary>How many of those whom the project reaches are to be measured in each wave.</summary>
    PlannedIntervention,

    /// <summary>How many are to be measured beside them.</summary>
    PlannedComparison,

    /// <summary>An indicator by its name: added, taken out, or called something else.</summary>
    Indicator,

    Unit,
    Kind,
    Direction,
    Baseline,
    Target,

    /// <summary>The day by which the target is to be reached.</summary>
    TargetOn,

    /// <summary>What an indicator of the project's own is measured with.</summary>
    Instrument,

    /// <summary>What it is read from.</summary>
    SourceSystem,

    /// <summary>Who answers for it.</summary>
    Owner,

    /// <summary>The key figure that its change is set beside.</summary>
    Series,

    /// <summary>The smallest effect that the planned sizes can find.</summary>
    SmallestDetectable,

    /// <summary>A wave by its name: added, taken out, or called something else.</summary>
    Wave,

    WaveFrom,
    WaveTo,

    /// <summary>Whether the groups are made of whole units.</summary>
    WholeUnits,

    /// <summary>Which wave is the time before.</summary>
    BaselineWave,

    /// <summary>What is to lead to what; only that it has changed is told.</summary>
    LogicModel,

    /// <summary>Why the design claims more than it did; only that it has changed is told.</summary>
    DesignNote,
}

/// <summary>One thing that a version of a plan has otherwise than the one before.</summary>
/// <param name="Code">Of the indicator or wave; null: it is of the plan as a whole.</param>
/// <param name="Name">The indicator or wave in words.</param>
/// <param name="From">Text, number, day or code; null: there was none.</param>
/// <param name="By">The version that brought it, with its day and reason.</param>
public sealed record PlanChange(PlanPart Part, string? Code, string? Name, object? From, object? To, PlanVersion By);

/// <summary>What has been changed in a plan since the first measurement, which settled the version that held then.</summary>
public static class PlanChanges
{
    /// <param name="versions">All of one plan.</param>
    /// <returns>Oldest first.</returns>
    public static IReadOnlyList<PlanChange> Of(IEnumerable<PlanVersion> versions)
    {
        List<PlanVersion> all = [.. versions.OrderBy(v => v.Number)], settled = all[Math.Max(0, all.FindLastIndex(IsOfPlanning))..];
        return [.. settled.Zip(settled.Skip(1)).SelectMany(pair => Between(pair.First.Content, pair.Second))];
    }

    /// <summary>The last version that was set before anything was measured.</summary>
    public static PlanVersion? SettledOf(IEnumerable<PlanVersion> versions) => versions.Where(IsOfPlanning).MaxBy(v => v.Number);

    private static bool IsOfPlanning(PlanVersion version) => version.Reason is null;

    private static IEnumerable<PlanChange> Between(PlanContent before, PlanVersion after)
    {
        var (was, names) = (Facts(before).ToDictionary(f => (f.Part, f.Code)), Facts(before).Concat(Facts(after.Content)).Where(f => IsName(f.Part)).ToLookup(f => f.Code, f => (string)f.Value!));
        var now = Facts(after.Content).ToDictionary(f => (f.Part, f.Code));
        return
            from key in was.Keys.Union(now.Keys)
            let values = (From: was.GetValueOrDefault(key)?.Value, To: now.GetValueOrDefault(key)?.Value)
            where !Equals(values.From, values.To) && (IsName(key.Part) || (was.ContainsKey(key) && now.ContainsKey(key)))
            select key.Part is PlanPart.LogicModel or PlanPart.DesignNote ? new PlanChange(key.Part, null, null, null, null, after)
                : new PlanChange(key.Part, key.Code, names[key.Code].LastOrDefault(), values.From, values.To, after);
    }

    /// <summary>What is there in one version alone is told by its name, and not by each thing that it holds.</summary>
    private static bool IsName(PlanPart part) => part is PlanPart.Indicator or PlanPart.Wave;

    private static IEnumerable<Fact> Facts(PlanContent content) =>
    [
        new(PlanPart.Design, null, content.Design), new(PlanPart.WholeUnits, null, content.GoesByUnits), new(PlanPart.PlannedIntervention, null, content.Sizes?.Intervention), new(PlanPart.PlannedComparison, null, content.Sizes?.Comparison),
        .. content.Indicators.SelectMany(i => Facts(i, content)), .. content.Waves.SelectMany(Facts),
        new(PlanPart.BaselineWave, null, content.Waves.FirstOrDefault(w => w.IsBaseline)?.Code.Trim()), new(PlanPart.DesignNote, null, content.DesignNote?.Trim()),
        new(PlanPart.LogicModel, null, string.Join('\n', content.LogicModel?.Select(Line) ?? [])),
    ];

    private static IEnumerable<Fact> Facts(PlannedIndicator indicator, PlanContent content) =>
    [
        new(PlanPart.Indicator, indicator.Code, Named(indicator.Name, indicator.NameEn)), new(PlanPart.Unit, indicator.Code, indicator.Unit is { } unit ? Named(unit, indicator.UnitEn) : null), new(PlanPart.Kind, indicator.Code, indicator.Kind), new(PlanPart.Direction, indicator.Code, indicator.Direction),
        new(PlanPart.Baseline, indicator.Code, indicator.Baseline), new(PlanPart.Target, indicator.Code, indicator.Target), new(PlanPart.TargetOn, indicator.Code, indicator.TargetOn),
        new(PlanPart.Series, indicator.Code, indicator.Series?.Trimmed is { } series ? $"{series.KeyFigure}, {series.Area}" : null),
        .. indicator.Catalogue is null ? OwnFacts(indicator) : [],
        new(PlanPart.SmallestDetectable, indicator.Code, DetectableEffects.SmallestOf(indicator, content)),
    ];

    /// <summary>Of one of the catalogue its version says them, which a plan keeps.</summary>
    private static IEnumerable<Fact> OwnFacts(PlannedIndicator indicator) =>
        [new(PlanPart.Instrument, indicator.Code, indicator.Instrument?.Trim()), new(PlanPart.SourceSystem, indicator.Code, indicator.SourceSystem?.Trim()), new(PlanPart.Owner, indicator.Code, indicator.Owner?.Trim())];

    private static IEnumerable<Fact> Facts(PlannedWave wave) => [new(PlanPart.Wave, wave.Code, Named(wave.Name, wave.NameEn)), new(PlanPart.WaveFrom, wave.Code, wave.From), new(PlanPart.WaveTo, wave.Code, wave.To)];

    private static string Named(string name, string? english) => string.IsNullOrWhiteSpace(english) ? name.Trim() : $"{name.Trim()} / {english.Trim()}";

    private static string Line(LogicEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}\t{entry.Step}\t{entry.Text}\t{string.Join(',', entry.LeadsTo)}\t{string.Join(',', entry.Indicators)}");

    private sealed record Fact(PlanPart Part, string? Code, object? Value);
}
