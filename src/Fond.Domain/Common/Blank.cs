namespace Fond.Domain.Common;

public static class Blank
{
    /// <summary>Whether a text says nothing: it is missing, or holds no letter and no digit, only space, signs or what cannot be seen.</summary>
    public static bool IsBlank(this string? text) => text is null || !text.Any(char.IsLetterOrDigit);
}
