using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>A finding's numbers with unit and interval, as people read them.</summary>
public readonly record struct Figures(PlanIndicator Indicator, Finding Found)
{
    public static Figures Of(PlanIndicator indicator, Estimate estimate) =>
        new(indicator, new(estimate.Technique, estimate.Value, estimate.Lower, estimate.Upper, estimate.PValue, estimate.Intervention));

    private bool IsDifference => Found.Technique is Technique.MeanDifference or Technique.PairedChange or Technique.Ancova or Technique.ClusterDifference
        or Technique.ChangeDifference or Technique.ShareDifference or Technique.PairedShareChange or Technique.SignedRank or Technique.RateDifference or Technique.StandardisedDifference;

    /// <summary>What the numbers are multiplied by to be read: shares as per cent.</summary>
    public double Scale => Found.Technique is Technique.Superiority or Technique.SignedRank || (IsDifference && Indicator.Kind == IndicatorKind.Share) ? 100 : 1;

    /// <summary>The number that means no difference, before it is multiplied.</summary>
    public double NoDifference => Found.Technique.NoDifference();

    /// <summary>What the numbers are; empty of those that are nothing but numbers.</summary>
    public Text Unit => Found.Technique switch
    {
        Technique.RiskRatio or Technique.RateRatio => new("gånger", "times"),
        Technique.OddsRatio or Technique.NumberNeeded => new("", ""),
        Technique.Superiority => new("%", "%"),
        Technique.StandardisedDifference => new("standardavvikelser", "standard deviations"),
        Technique.SignedRank => new("procentenheter", "percentage points"),
        _ when Indicator.Kind == IndicatorKind.Share => new("procentenheter", "percentage points"),
        _ => Indicator.UnitIn,
    };

    public string Value(Language language) => Show(Found.Value, language);

    public string Range(Language language) => $"{Show(Found.Lower, language)} {new Text("till", "to").In(language)} {Show(Found.Upper, language)}";

    /// <summary>With its unit and, in brackets, its interval.</summary>
    public string WithRange(Language language) => $"{WithUnit(language)} ({Range(language)})";

    public string In(Language language) => $"{WithUnit(language)} ({new Text("95 % konfidensintervall", "95% confidence interval").In(language)} {Range(language)})";

    private string WithUnit(Language language) => $"{Value(language)} {Unit.In(language)}".TrimEnd();

    private string Show(double? number, Language language)
    {
        if (number is not { } some) return "∞";
        var decimals = Numbers.Decimals(Scale * Math.Max(Math.Abs(Found.Lower ?? 0), Math.Abs(Found.Upper ?? 0)));
        var shown = (Math.Round(Scale * some, decimals) + 0.0).ToString("F" + decimals, Numbers.Of(language));
        return IsDifference && Math.Round(Scale * some, decimals) > 0 ? "+" + shown : shown;
    }
}
