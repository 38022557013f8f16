using CsvHelper;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.KeyFigures;

/// <summary>A value with what it needs to be understood outside Fond.</summary>
internal sealed record ToldValue(KeyFigureValue Value, string Area, string AreaName, DateTimeOffset LoadedAt);

/// <summary>A key figure's values for a spreadsheet, and for sending back: semicolons and a byte order mark, as Swedish offices expect, and numbers with a decimal point.</summary>
internal static class KeyFigureCsv
{
    /// <summary>What is said beside the value itself.</summary>
    public static readonly IReadOnlyList<string> Told = ["areaName", "revision", "loadedAt", "keyFigure", "unit", "source", "attribution"];

    private static readonly CsvWriterOptions Form = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape, // a cell that a spreadsheet would take for a formula is shown as the text that it is
    };

    public static byte[] Of(KeyFigure figure, IEnumerable<ToldValue> values)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Form, leaveOpen: true))
        {
            csv.WriteRecord(["area", "year", "gender", "value", "missing", .. Told]);
            foreach (var value in values) Write(csv, figure, value);
        }
        return bytes.ToArray();
    }

    /// <summary>As the schema has it.</summary>
    public static string NameOf<T>(T choice) where T : struct, Enum => WorkflowNames.Of(choice);

    private static void Write(CsvWriter csv, KeyFigure figure, ToldValue told)
    {
        csv.WriteField(told.Area);
        csv.WriteField(told.Value.Year);
        csv.WriteField(NameOf(told.Value.Gender));
        csv.WriteField(told.Value.Value, "0.######");
        csv.WriteField(told.Value.Missing is { } missing ? NameOf(missing) : "");
        csv.WriteField(told.AreaName);
        csv.WriteField(told.Value.Revision);
        csv.WriteField(told.LoadedAt.UtcDateTime, "yyyy-MM-ddTHH:mm:ssK");
        csv.WriteField(figure.Code);
        csv.WriteField(figure.Unit);
        csv.WriteField(figure.Source);
        csv.WriteField(figure.Attribution ?? "");
        csv.EndRecord();
    }
}
