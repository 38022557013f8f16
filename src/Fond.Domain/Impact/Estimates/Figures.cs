using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>A finding's numbers with unit and interval.</summary>
internal readonly record struct Figures(PlanIndicator Indicator, Finding Found)
{
    private bool IsDifference => Found.Technique is Technique.MeanDifference or Technique.PairedChange or Technique.Ancova or Technique.ClusterDifference
        or Technique.ShareDifference or Technique.RateDifference or Technique.StandardisedDifference;

    private double Scale => Found.Technique == Technique.Superiority || (IsDifference && Indicator.Kind == IndicatorKind.Share) ? 100 : 1;

    public string In(NumberFormatInfo format, string points, string times, string deviations, string ofConfidence, string to) =>
        $"{Show(Found.Value, format)}{Unit(points, times, deviations)} ({ofConfidence} {Show(Found.Lower, format)} {to} {Show(Found.Upper, format)})";

    private string Unit(string points, string times, string deviations) => Found.Technique switch
    {
        Technique.RiskRatio or Technique.RateRatio => " " + times,
        Technique.OddsRatio or Technique.NumberNeeded => "",
        Technique.Superiority => " %",
        Technique.StandardisedDifference => " " + deviations,
        _ => " " + (Indicator.Kind == IndicatorKind.Share ? points : Indicator.Unit),
    };

    private string Show(double? number, NumberFormatInfo format)
    {
        if (number is not { } some) return "∞";
        var decimals = Decimals(Scale * Math.Max(Math.Abs(Found.Lower ?? 0), Math.Abs(Found.Upper ?? 0)));
        var rounded = Math.Round(Scale * some, decimals);
        return IsDifference && rounded > 0 ? "+" + rounded.ToString("F" + decimals, format) : (rounded + 0.0).ToString("F" + decimals, format);
    }

    /// <summary>Three digits of the larger limit; more would claim a precision that is not there.</summary>
    private static int Decimals(double largest) => largest > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 0, 6) : 0;
}
