using CsvHelper;
using Fond.Domain.KeyFigures;
using Fond.Features.Impact.Imports;

namespace Fond.Features.KeyFigures;

/// <summary>A line as a value, by the names that the rows of <c>recordKeyFigureValues</c> have. What an export says besides is passed over, so that one can be sent back.</summary>
internal sealed class KeyFigureCells(CsvReader csv, CsvColumns columns, bool hasDecimalCommas) : CsvCells<KeyFigureRow>(csv, columns, hasDecimalCommas)
{
    public static readonly IReadOnlyList<string> Required = ["area", "year"];

    public static readonly IReadOnlyList<string> Besides = ["gender", "value", "missing", .. KeyFigureCsv.Told];

    public static KeyFigureCells Of(CsvReader csv, bool hasDecimalCommas) => new(csv, new(csv, Required, Besides), hasDecimalCommas);

    protected override KeyFigureRow Row() => new()
    {
        Area = Needed("area"),
        Year = Needed("year") is { Length: > 0 } ? Whole("year")!.Value : 0,
        Gender = Choice("gender", KeyFigureGender.All),
        Value = Number("value"),
        Missing = Text("missing") is null ? null : Choice("missing", MissingReason.NotReported),
    };

    /// <summary>As the schema writes it, capitals or not.</summary>
    private T Choice<T>(string column, T otherwise) where T : struct, Enum
    {
        if (Text(column) is not { } text) return otherwise;
        var known = Enum.GetValues<T>().ToDictionary(KeyFigureCsv.NameOf, StringComparer.OrdinalIgnoreCase);
        return known.TryGetValue(text, out var choice) ? choice : Blame(column, new KeyFigureCellUnknown(string.Join(", ", known.Keys)), otherwise);
    }
}
