namespace Fond.Domain.Common;

public static class PlainName
{
    /// <summary>An organisation's name without differences in spacing; compare without regard to capitals.</summary>
    public static string Of(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
