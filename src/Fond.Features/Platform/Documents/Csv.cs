using System.Globalization;
using CsvHelper;

namespace Fond.Features.Platform.Documents;

/// <summary>
/// How Fond writes CSV: with a byte order mark, so that spreadsheets read its letters rightly, and with a text that a spreadsheet would take for a formula
/// shown as the text that it is.
/// </summary>
internal static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>As standards and programs expect.</summary>
    public static readonly CsvWriterOptions Commas = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <summary>As the spreadsheets of Swedish offices expect.</summary>
    public static readonly CsvWriterOptions Semicolons = new() { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <param name="rows">Texts, numbers, days and truths. A number is written as programs read it, and never taken for a formula.</param>
    public static byte[] Of(CsvWriterOptions form, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, form, leaveOpen: true))
        {
            csv.WriteRecord([.. columns]);
            foreach (var row in rows) Write(csv, row);
        }
        return bytes.ToArray();
    }

    private static void Write(CsvWriter csv, IEnumerable<object?> row)
    {
        foreach (var value in row)
        {
            switch (value)
            {
                case null: csv.WriteField(""); break;
                case string text: csv.WriteField(text); break;
                case int number: csv.WriteField(number, default, CultureInfo.InvariantCulture); break;
                case double number: csv.WriteField(number, "R", CultureInfo.InvariantCulture); break;
                case decimal number: csv.WriteField(number, default, CultureInfo.InvariantCulture); break;
                case bool truth: csv.WriteField(truth ? "true" : "false"); break;
                case DateOnly day: csv.WriteField(day, "yyyy-MM-dd", CultureInfo.InvariantCulture); break;
                default: throw new ArgumentOutOfRangeException(nameof(row), value, "Not a value of a table.");
            }
        }
        csv.EndRecord();
    }
}
