using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>Who stand measured in the baseline wave, by an indicator, of a group.</summary>
/// <param name="N">How many.</param>
/// <param name="InTime">How many of them on or before the project's first day.</param>
public sealed record BaselineCount(long IndicatorId, MeasurementGroup Group, int N, int InTime)
{
    /// <param name="count">Null where nobody is.</param>
    internal static BaselineFault? FaultOf(BaselineCount? count, int enough) =>
        count is null or { N: 0 } ? BaselineFault.NotMeasured
        : count.N < enough ? BaselineFault.TooFew
        : count.InTime < enough ? BaselineFault.Late : null;
}

/// <summary>Why a baseline does not say how things were before.</summary>
public enum BaselineFault
{
    /// <summary>Nobody is measured.</summary>
    NotMeasured,

    /// <summary>Fewer than two are measured, or than half of those planned.</summary>
    TooFew,

    /// <summary>Enough are measured, but not on or before the project's first day.</summary>
    Late,
}

/// <summary>Where the baseline is wanting.</summary>
/// <param name="Indicator">The plan's code; null: there is no plan with a baseline.</param>
public sealed record BaselineGap(string? Indicator, MeasurementGroup Group, BaselineFault Fault)
{
    public static readonly BaselineGap OfPlan = new(null, MeasurementGroup.Intervention, BaselineFault.NotMeasured);

    public Text Words => Indicator is null
        ? new("en mätplan med baslinje", "a measurement plan with a baseline")
        : new($"{Indicator}, {InGroup.Sv}: {Why.Sv}", $"{Indicator}, {InGroup.En}: {Why.En}");

    private Text InGroup => Group == MeasurementGroup.Intervention ? new("insatsgruppen", "the intervention group") : new("jämförelsegruppen", "the comparison group");

    private Text Why => Fault switch
    {
        BaselineFault.NotMeasured => new("ingen är mätt", "nobody is measured"),
        BaselineFault.TooFew => new("för få är mätta", "too few are measured"),
        BaselineFault.Late => new("mätt när projektet redan hade börjat", "measured when the project had already begun"),
        _ => throw new ArgumentOutOfRangeException(nameof(Fault)),
    };
}
