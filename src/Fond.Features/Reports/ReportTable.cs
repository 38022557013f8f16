using System.Globalization;
using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Reports;

/// <summary>A table that is read in a report, and fetched by itself as CSV or JSON.</summary>
/// <param name="Name">By which it is fetched.</param>
/// <param name="Keys">What its columns are called for programs, those included that a page has no room for.</param>
/// <param name="Values">Texts, numbers, days and truths, by row and key; null where there is none.</param>
internal sealed record ReportTable(string Name, IReadOnlyList<string> Keys, IReadOnlyList<IReadOnlyList<object?>> Values, string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
    : Table(Caption, Columns, Rows)
{
    public static ReportTable Of<T>(string name, Text caption, Language language, IReadOnlyCollection<T> rows, IReadOnlyList<Datum<T>> columns)
    {
        List<Datum<T>> shown = [.. columns.Where(c => c.Header is not null)];
        return new(name, [.. columns.Select(c => c.Key)], [.. rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => Plain(c.Value(row)))])],
            caption.In(language), [.. shown.Select(c => new Column(c.Header!.In(language), c.Width))],
            [.. rows.Select(row => (IReadOnlyList<string>)[.. shown.Select(c => (c.Shown ?? (r => Show(c.Value(r), language)))(row))])]);
    }

    /// <summary>Amounts in kronor, what can be one of several by the names that the API has for them, ratios that are no number as none.</summary>
    private static object? Plain(object? value) => value switch
    {
        Money money => money.Ore / 100m,
        double number when !double.IsFinite(number) => null,
        _ => value,
    };

    /// <summary>As people read it.</summary>
    public static string Show(object? value, Language language) => value switch
    {
        null => "–",
        Money money => money.ToString(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => Numbers.Show(number, Numbers.Decimals(Math.Abs(number)), Numbers.Of(language)),
        decimal number => number.ToString("0.######", Numbers.Of(language)),
        int number => number.ToString(Numbers.Of(language)),
        bool truth => (truth ? new Text("ja", "yes") : new Text("nej", "no")).In(language),
        _ => value.ToString() ?? "",
    };
}

/// <summary>A column of a table of a report.</summary>
/// <param name="Key">For programs.</param>
/// <param name="Header">For people; null where it is for programs alone.</param>
/// <param name="Value">Text, whole number, number, amount, day or truth.</param>
/// <param name="Shown">As people read it, where that is otherwise than the value.</param>
/// <param name="Width">In proportion to the others.</param>
internal sealed record Datum<T>(string Key, Text? Header, Func<T, object?> Value, Func<T, string>? Shown = null, int Width = 1);

/// <summary>How values are named for programs.</summary>
internal static class Codes
{
    public static string Code<T>(this T value) where T : struct, Enum => WorkflowNames.Of(value);
}
