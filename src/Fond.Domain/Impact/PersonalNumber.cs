using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Fond.Domain.Impact;

/// <summary>
/// Finds Swedish personal identity numbers and coordination numbers in text, so that none is ever stored. Form and check digit:
/// folkbokföringslagen (1991:481) 18 §; coordination numbers add 60 to the day.
/// </summary>
public static partial class PersonalNumber
{
    /// <summary>Whether one stands anywhere in the text, with or without century, in digits of any script, however it is divided.</summary>
    public static bool IsIn(string text)
    {
        if (text.Count(char.IsDigit) < 10) return false;
        var digits = string.Concat(text.Normalize(NormalizationForm.FormKC).Select(c => char.IsDigit(c) ? ((int)char.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture) : c.ToString()));
        return StandsIn(digits) || StandsIn(Between().Replace(digits, ""));
    }

    private static bool StandsIn(string text) =>
        Candidates().Matches(text).Any(m => IsDay(m.Groups["century"].Value, m.Groups["day"].Value) && IsChecked(m.Groups["day"].Value + m.Groups["last"].Value));

    private static bool IsDay(string century, string yymmdd)
    {
        var (year, month, day) = (int.Parse(yymmdd[..2], null), int.Parse(yymmdd[2..4], null), int.Parse(yymmdd[4..], null));
        if (day > 60) day -= 60;
        string[] centuries = century.Length > 0 ? [century] : ["19", "20"];
        return month is >= 1 and <= 12 && centuries.Any(c => day >= 1 && day <= DateTime.DaysInMonth(int.Parse(c, null) * 100 + year, month));
    }

    /// <summary>Luhn over the ten digits.</summary>
    private static bool IsChecked(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<=[0-9])[^0-9\p{L}]{1,3}(?=[0-9])")]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<![0-9])(?<century>18|19|20)?(?<day>[0-9]{6})[-+\u2010-\u2015\u2212 ]?(?<last>[0-9]{4})(?![0-9])")]
    private static partial Regex Candidates();
}
