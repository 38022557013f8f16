namespace Fond.Domain.Common;

public static class Blank
{
    /// <summary>Whether a text says nothing: it is missing, or holds no letter and no digit, only space, signs or what cannot be seen.</summary>
    public static bool IsBlank(this string? text) => text is null || !text.Any(char.IsLetterOrDigit);

    /// <param name="longest">Characters.</param>
    public static bool IsBlankOrLongerThan(this string? text, int longest) => text.IsBlank() || text!.Length > longest;

    /// <summary>Whether a text is not the name of a unit, which may be a sign: %, ‰, €.</summary>
    /// <param name="longest">Characters.</param>
    public static bool IsNoUnit(this string? text, int longest) => string.IsNullOrWhiteSpace(text) || text.Length > longest;
}
