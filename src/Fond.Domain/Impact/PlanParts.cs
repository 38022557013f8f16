using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Catalogue;
using Fond.Domain.Impact.Series;

namespace Fond.Domain.Impact;

/// <summary>A measurement plan whole, as it is set.</summary>
/// <param name="Design">How the effect is told from what would have happened anyway.</param>
/// <param name="Indicators">What is measured, or judged.</param>
/// <param name="Waves">When, the baseline first.</param>
/// <param name="Sizes">How many are to be measured in each wave.</param>
/// <param name="LogicModel">What is to lead to what.</param>
/// <param name="DesignNote">Why the design claims more than it did when the first measurement was logged.</param>
/// <param name="WholeUnits">Whether the groups are to be made of whole schools or other units.</param>
public sealed record PlanContent(StudyDesign Design, IReadOnlyList<PlannedIndicator> Indicators, IReadOnlyList<PlannedWave> Waves, PlannedSizes? Sizes = null, IReadOnlyList<LogicEntry>? LogicModel = null, string? DesignNote = null, bool WholeUnits = false)
{
    /// <summary>Units that begin one after another are whole.</summary>
    internal bool GoesByUnits => MeasurementPlan.ByUnits(Design, WholeUnits);
}

/// <summary>What is to be measured.</summary>
/// <param name="Code">Short and unique in the plan; measurements name it.</param>
/// <param name="Name">In Swedish.</param>
/// <param name="Unit">In what: points, days, per cent. Left out for one of the catalogue, whose own it has.</param>
/// <param name="Kind">What kind of figure it is; as with the unit.</param>
/// <param name="Direction">What is wished for; as with the unit.</param>
/// <param name="Baseline">The value expected before, where one is known.</param>
/// <param name="Target">The value aimed at.</param>
/// <param name="IsPrimary">Whether the project is to be judged by it; p values are adjusted for how many such there are.</param>
/// <param name="TargetOn">The day by which the target is to be reached.</param>
/// <param name="Catalogue">The code of the fund's indicator that it is; left out: the project's own.</param>
/// <param name="Instrument">What it is measured with, such as a questionnaire; as with the unit.</param>
/// <param name="SourceSystem">The register or system that it is read from; as with the unit.</param>
/// <param name="Owner">The organisation or function that answers for it; as with the unit.</param>
/// <param name="NameEn">The name in English, for reports in English, which fall back on the Swedish one. Left out for one of the catalogue, its name there.</param>
/// <param name="Series">A key figure of the fund that its change is set beside; only where the design is a historical or a register comparison.</param>
/// <param name="UnitEn">The unit in English; as with the name.</param>
public sealed record PlannedIndicator(string Code, string Name, string? Unit, IndicatorKind? Kind, Direction? Direction, decimal? Baseline = null, decimal? Target = null, bool IsPrimary = false, DateOnly? TargetOn = null, string? Catalogue = null, string? Instrument = null, string? SourceSystem = null, string? Owner = null, string? NameEn = null, NamedSeries? Series = null, string? UnitEn = null);

/// <summary>How many are to be measured in each wave.</summary>
/// <param name="Comparison">In the comparison group, where the design has one.</param>
public sealed record PlannedSizes(int Intervention, int? Comparison = null);

/// <summary>A time at which everybody is measured.</summary>
/// <param name="Code">Short and unique in the plan; measurements name it.</param>
/// <param name="Name">In Swedish.</param>
/// <param name="From">The first day on which a measurement belongs to it.</param>
/// <param name="To">The last day.</param>
/// <param name="IsBaseline">Whether it is the time before; exactly one is, and it comes first.</param>
/// <param name="NameEn">The name in English, for reports in English, which fall back on the Swedish one.</param>
public sealed record PlannedWave(string Code, string Name, DateOnly From, DateOnly To, bool IsBaseline = false, string? NameEn = null);

/// <summary>What is measured.</summary>
public sealed class PlanIndicator : Entity
{
    private PlanIndicator() { }

    internal PlanIndicator(string code, bool plannedLater) => (Code, PlannedLater) = (code, plannedLater);

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? NameEn { get; private set; }

    /// <summary>English falls back on Swedish.</summary>
    public Text NameIn => new(Name, NameEn ?? Name);

    public string Unit { get; private set; } = "";

    public string? UnitEn { get; private set; }

    /// <inheritdoc cref="NameIn"/>
    public Text UnitIn => new(Unit, UnitEn ?? Unit);

    public IndicatorKind Kind { get; private set; }

    public Direction Direction { get; private set; }

    public string? Instrument { get; private set; }

    public string? SourceSystem { get; private set; }

    public string? Owner { get; private set; }

    public decimal? Baseline { get; private set; }

    public decimal? Target { get; private set; }

    /// <summary>The day by which the target is to be reached.</summary>
    public DateOnly? TargetOn { get; private set; }

    public bool IsPrimary { get; private set; }

    /// <summary>Whether it came into the plan after the first measurement, when answers might have been seen.</summary>
    public bool PlannedLater { get; private set; }

    /// <summary>As it is planned.</summary>
    internal PlannedIndicator Planned => new(Code, Name, Unit, Kind, Direction, Baseline, Target, IsPrimary, TargetOn, CatalogueCode, Instrument, SourceSystem, Owner, NameEn, Series, UnitEn);

    /// <summary>The version of the fund's catalogue that it was taken from; null: the project's own.</summary>
    public long? CatalogueId { get; private set; }

    /// <summary>Its code there.</summary>
    public string? CatalogueCode { get; private set; }

    /// <summary>A key figure that its change is set beside.</summary>
    public NamedSeries? Series { get; private set; }

    /// <summary>Whether that was chosen after the first measurement, when answers might have been seen.</summary>
    public bool SeriesLater { get; private set; }

    internal void Set(TakenIndicator taken, bool isFrozen)
    {
        var planned = taken.Planned;
        SeriesLater |= isFrozen && planned.Series?.Trimmed != Series;
        Series = planned.Series?.Trimmed;
        (Name, NameEn, Unit, UnitEn, Kind, Direction) = (planned.Name.Trim(), planned.NameEn?.Trim(), planned.Unit!.Trim(), planned.UnitEn?.Trim(), planned.Kind!.Value, planned.Direction!.Value);
        (Baseline, Target, TargetOn, IsPrimary) = (planned.Baseline, planned.Target, planned.TargetOn, planned.IsPrimary);
        (Instrument, SourceSystem, Owner) = (planned.Instrument?.Trim(), planned.SourceSystem?.Trim(), planned.Owner?.Trim());
        (CatalogueId, CatalogueCode) = (taken.Entry?.Id, taken.Entry?.Code);
    }
}

/// <summary>When it is measured.</summary>
public sealed class PlanWave : Entity
{
    private PlanWave() { }

    internal PlanWave(string code) => Code = code;

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? NameEn { get; private set; }

    /// <summary>English falls back on Swedish.</summary>
    public Text NameIn => new(Name, NameEn ?? Name);

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public bool IsBaseline { get; private set; }

    /// <summary>As it is planned.</summary>
    internal PlannedWave Planned => new(Code, Name, From, To, IsBaseline, NameEn);

    internal void Set(PlannedWave planned) => (Name, NameEn, From, To, IsBaseline) = (planned.Name.Trim(), planned.NameEn?.Trim(), planned.From, planned.To, planned.IsBaseline);
}
