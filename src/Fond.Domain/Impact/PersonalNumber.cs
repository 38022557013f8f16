using System.Globalization;
using System.Text;

namespace Fond.Domain.Impact;

/// <summary>
/// Finds Swedish personal identity numbers and coordination numbers in text, so that none is ever stored. Form and check digit:
/// folkbokföringslagen (1991:481) 18 §; coordination numbers add 60 to the day.
/// </summary>
public static class PersonalNumber
{
    /// <summary>The longest that may stand between two groups of digits of one number, as in <c>850709 – (9805)</c>.</summary>
    private const int LongestGap = 5;

    private const int Long = 12;
    private const int Short = 10;

    /// <summary>
    /// Whether one stands anywhere in the text, with or without century, in digits of any script, divided between its parts, or by one and the same character everywhere. Numbers beside it do not hide it. Time grows
    /// with the length of the text.
    /// </summary>
    public static bool IsIn(string text)
    {
        if (text.Count(char.IsDigit) < Short) return false;
        var plain = string.Concat(text.Normalize(NormalizationForm.FormKC).Select(c => char.IsDigit(c) ? ((int)char.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture) : c.ToString()));
        var groups = Groups(plain);
        return Enumerable.Range(0, groups.Count).Any(first => BeginsAt(groups, first));
    }

    private static List<DigitGroup> Groups(string text)
    {
        var groups = new List<DigitGroup>();
        for (var (at, end) = (0, 0); at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            groups.Add(new(text[start..at], text[end..start]));
            end = at;
        }
        return groups;
    }

    private static bool BeginsAt(List<DigitGroup> groups, int first)
    {
        var length = 0;
        for (var i = first; i < groups.Count && (i == first || groups[i].IsNear); i++)
        {
            length += groups[i].Digits.Length;
            if (length > Long) return false;
            if (length is Short or Long && IsOne(groups[first..(i + 1)], i + 1 < groups.Count ? groups[i + 1] : null)) return true;
        }
        return false;
    }

    private static bool IsOne(List<DigitGroup> parts, DigitGroup? next)
    {
        var digits = string.Concat(parts.Select(p => p.Digits));
        var (century, ten) = (digits[..^Short], digits[^Short..]);
        return (parts.Count == 1 || IsDividedByParts(parts, digits.Length) || IsDividedAlike(parts)) && !EndsInYear(parts, next)
            && century is "" or "18" or "19" or "20" && IsDay(century, ten[..6]) && IsChecked(ten);
    }

    /// <summary>Between century, year, month, day and the last four, which are whole. What is divided elsewhere is a clock's time, a telephone number or an amount.</summary>
    private static bool IsDividedByParts(List<DigitGroup> parts, int length)
    {
        if (parts[^1].Digits.Length is not (4 or 8)) return false;
        var from = 0;
        return parts.TrueForAll(p => (from += p.Digits.Length) % 2 == 0 || from == length);
    }

    /// <summary>By the same character everywhere, in pairs of digits or digit by digit.</summary>
    private static bool IsDividedAlike(List<DigitGroup> parts) =>
        parts[1].Before.Length == 1 && parts.Skip(1).All(p => p.Before == parts[1].Before)
        && (parts.TrueForAll(p => p.Digits.Length % 2 == 0) || parts.TrueForAll(p => p.Digits.Length == 1));

    /// <summary>
    /// Whether what would be the last four is a year: of another date or case number, as in <c>2019-01-01 – 2019-12-31</c>, or by itself after a date whose day stands apart, as in <c>2024-01-01 - 2022</c>.
    /// In pairs with single spaces, as in <c>85 07 09 2008</c>, it is none: numbers are read out and typed so, and no date or anything else stood so in the municipalities' documents that Fond was built from, in its documentation
    /// or in the texts of its tests. With the century in one group, as in <c>2019 10 12 2020</c>, it may be years and counts of a table, and is.
    /// </summary>
    private static bool EndsInYear(List<DigitGroup> parts, DigitGroup? next)
    {
        if (parts.Count == 1 || parts[^1].Digits is not { Length: 4 } last || last[..2] is not ("19" or "20")) return false;
        var isJoined = parts[^1].Before is "-" or "+";
        return next is { Before: "-" or "/" or "." } ? !(parts[^2].Digits.Length is 6 or 8 && isJoined) : parts[^2].Digits.Length == 2 && !isJoined && !IsInPairs(parts);
    }

    private static bool IsInPairs(List<DigitGroup> parts) => parts[..^1].TrueForAll(p => p.Digits.Length == 2) && parts.Skip(1).All(p => p.Before == " ");

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

    /// <param name="Before">What stands between it and the group before, or the beginning.</param>
    private readonly record struct DigitGroup(string Digits, string Before)
    {
        /// <summary>Whether it may belong to the same number as the group before it.</summary>
        public bool IsNear => Before.Length <= LongestGap && !Before.Any(char.IsLetter);
    }
}
