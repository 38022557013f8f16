using Fond.Domain.Common;

namespace Fond.Features.Reports;

/// <summary>How many there are of each of several: a column each for programs, and one in words for people, since a page has no room for a column each.</summary>
internal static class Counted
{
    public static IEnumerable<Datum<T>> Columns<T, TValue>(Text header, Func<T, IEnumerable<TValue>> found, Func<TValue, Text> name, Language language, int width) where TValue : struct, Enum
    {
        var values = Enum.GetValues<TValue>();
        return values.Select((value, i) => new Datum<T>(
            value.Code().ToLowerInvariant(), i == 0 ? header : null, row => found(row).Count(v => v.Equals(value)), i == 0 ? row => InWords(found(row).ToList(), values, name, language) : null, width));
    }

    private static string InWords<TValue>(List<TValue> found, TValue[] values, Func<TValue, Text> name, Language language) where TValue : struct, Enum =>
        found.Count == 0 ? "–" : string.Join(", ", values.Where(found.Contains).Select(v => $"{found.Count(f => f.Equals(v))} {LowerFirst(name(v).In(language))}"));

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
