using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>An estimate in words that claim no more than it shows.</summary>
internal static class Sentences
{
    private static readonly NumberFormatInfo Swedish = new() { NumberDecimalSeparator = ",", NegativeSign = "−" };
    private static readonly NumberFormatInfo English = new() { NegativeSign = "−" };

    public static Text For(EffectMethod method, PlanIndicator indicator, PlanWave wave, Finding found, DesignStrength strength)
    {
        var what = What(method, indicator.Name, wave.Name);
        var (direction, caveat) = (DirectionOf(found, indicator.Direction), Caveat(strength));
        return new(
            $"{what.Sv}: {Numbers(found, indicator, Swedish, "procentenheter", "95 % konfidensintervall", "till")}. {direction.Sv} {caveat.Sv}",
            $"{what.En}: {Numbers(found, indicator, English, "percentage points", "95% confidence interval", "to")}. {direction.En} {caveat.En}");
    }

    private static Text What(EffectMethod method, string name, string wave) => method switch
    {
        EffectMethod.BeforeAfter => new(
            $"{name}, ändring från baslinjen till {wave} bland dem som projektet når",
            $"{name}, change from the baseline to {wave} among those whom the project reaches"),
        EffectMethod.GroupDifference => new(
            $"{name}, skillnad i {wave} mellan dem som projektet når och jämförelsegruppen",
            $"{name}, difference in {wave} between those whom the project reaches and the comparison group"),
        EffectMethod.DifferenceInDifferences => new(
            $"{name}, ändring från baslinjen till {wave} utöver jämförelsegruppens ändring",
            $"{name}, change from the baseline to {wave} beyond that of the comparison group"),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private static Text DirectionOf(Finding found, Direction direction) => (found.Lower > 0, found.Upper < 0, direction) switch
    {
        (false, false, _) => new("Intervallet rymmer noll: det går inte att säga om det finns någon skillnad.", "The interval includes zero: whether there is a difference cannot be said."),
        (true, _, Direction.HigherIsBetter) or (_, true, Direction.LowerIsBetter) => new("Det är åt det önskade hållet.", "It is in the desired direction."),
        _ => new("Det är åt motsatt håll mot det önskade.", "It is against the desired direction."),
    };

    private static Text Caveat(DesignStrength strength) => strength switch
    {
        DesignStrength.Weak => new("Andra orsaker än projektet kan ligga bakom.", "Causes other than the project may lie behind it."),
        DesignStrength.Moderate => new("Att tillskriva projektet detta förutsätter att grupperna annars hade utvecklats lika.", "Attributing it to the project assumes that the groups would otherwise have changed in the same way."),
        DesignStrength.Strong => new("Grupperna är lottade, vilket gör andra orsaker osannolika om få har fallit bort.", "The groups were drawn by lot, which makes other causes unlikely if few have dropped out."),
        _ => throw new ArgumentOutOfRangeException(nameof(strength)),
    };

    private static string Numbers(Finding found, PlanIndicator indicator, NumberFormatInfo format, string points, string ofConfidence, string to)
    {
        var (scale, unit) = indicator.Kind == IndicatorKind.Share ? (100, points) : (1, indicator.Unit);
        var decimals = Decimals(scale * Math.Max(Math.Abs(found.Lower!.Value), Math.Abs(found.Upper!.Value)));
        return $"{Show(found.Value)} {unit} ({ofConfidence} {Show(found.Lower!.Value)} {to} {Show(found.Upper!.Value)})";

        string Show(double value) => Math.Round(scale * value, decimals) is var rounded && rounded > 0 ? "+" + rounded.ToString("F" + decimals, format) : (rounded + 0.0).ToString("F" + decimals, format);
    }

    /// <summary>Three digits of the larger limit; more would claim a precision that is not there.</summary>
    private static int Decimals(double largest) => largest > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 0, 6) : 0;
}
