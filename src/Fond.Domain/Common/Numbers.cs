using System.Globalization;

namespace Fond.Domain.Common;

/// <summary>How numbers are written for people.</summary>
public static class Numbers
{
    public static readonly NumberFormatInfo Swedish = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00a0", NegativeSign = "−" };
    public static readonly NumberFormatInfo English = new() { NegativeSign = "−" };

    public static NumberFormatInfo Of(Language language) => language switch
    {
        Language.Swedish => Swedish,
        Language.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>Decimals that show three digits of the largest of some numbers; more would claim a precision that is not there.</summary>
    public static int Decimals(double largest) => largest > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 0, 6) : 0;

    /// <summary>With so many decimals; what rounds to zero has no sign.</summary>
    public static string Show(double number, int decimals, NumberFormatInfo format) => (Math.Round(number, decimals) + 0.0).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), format);
}
