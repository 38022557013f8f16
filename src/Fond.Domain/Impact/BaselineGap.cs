using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>Who stand measured in the baseline wave, by an indicator, of a group.</summary>
/// <param name="N">How many.</param>
/// <param name="InTime">How many of them on or before the project's first day.</param>
public sealed record BaselineCount(long IndicatorId, MeasurementGroup Group, int N, int InTime)
{
    /// <param name="count">Null where nobody is.</param>
    /// <param name="half">Of those who are planned; 0 where no size is.</param>
    /// <param name="threshold">The fewest of whom anything is told.</param>
    internal static BaselineFault? FaultOf(BaselineCount? count, int half, int threshold) =>
        count is null or { N: 0 } ? BaselineFault.NotMeasured
        : count.N < half && half >= threshold ? BaselineFault.TooFew
        : count.N < threshold ? BaselineFault.BelowThreshold // though half of those planned be fewer: else it would tell how many they are
        : count.InTime < Math.Max(half, threshold) ? BaselineFault.Late : null;
}

/// <summary>Why a baseline does not say how things were before.</summary>
public enum BaselineFault
{
    /// <summary>Nobody is measured.</summary>
    NotMeasured,

    /// <summary>Fewer are measured than half of those planned, though that is as many as the fund tells of, or more.</summary>
    TooFew,

    /// <summary>Fewer are measured than the fund tells of, where the plan asks for no more.</summary>
    BelowThreshold,

    /// <summary>Enough are measured, but not on or before the project's first day.</summary>
    Late,
}

/// <summary>Where the baseline is wanting.</summary>
/// <param name="Indicator">The plan's code; null: there is no plan with a baseline.</param>
public sealed record BaselineGap(string? Indicator, MeasurementGroup Group, BaselineFault Fault)
{
    public static readonly BaselineGap OfPlan = new(null, MeasurementGroup.Intervention, BaselineFault.NotMeasured);

    /// <summary>Whether the fund may take it for what it is, with a reason.</summary>
    internal bool CanBeAccepted => Fault is BaselineFault.Late or BaselineFault.BelowThreshold;

    public Text Words => Indicator is null
        ? new("en mätplan med baslinje", "a measurement plan with a baseline")
        : new($"{Indicator}, {InGroup.Sv}: {Why.Sv}", $"{Indicator}, {InGroup.En}: {Why.En}");

    private Text InGroup => Group == MeasurementGroup.Intervention ? new("insatsgruppen", "the intervention group") : new("jämförelsegruppen", "the comparison group");

    private Text Why => Fault switch
    {
        BaselineFault.NotMeasured => new("ingen är mätt", "nobody is measured"),
        BaselineFault.TooFew => new("för få är mätta", "too few are measured"),
        BaselineFault.BelowThreshold => new("färre är mätta än fonden visar resultat av", "fewer are measured than the fund shows results of"),
        BaselineFault.Late => new("mätt när projektet redan hade börjat", "measured when the project had already begun"),
        _ => throw new ArgumentOutOfRangeException(nameof(Fault)),
    };
}
