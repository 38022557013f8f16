using System.Globalization;
using CsvHelper;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;

namespace Fond.Features.Impact.Imports;

/// <summary>A line of the file.</summary>
/// <param name="Row">Null when it cannot be read.</param>
/// <param name="Faults">Why it cannot.</param>
internal sealed record CsvLine(int Line, MeasurementRow? Row, IReadOnlyList<ImportFault> Faults);

/// <summary>Reads the current line as a measurement; every fault of it is named.</summary>
internal sealed class CsvCells(CsvReader csv, CsvColumns columns, bool hasDecimalCommas)
{
    private readonly List<ImportFault> _faults = [];

    private int Line => (int)csv.LineNumber;

    public CsvLine Read()
    {
        _faults.Clear();
        if (csv.FieldCount != columns.Count) return new(Line, null, [MeasurementImport.FaultOf(Line, null, new ImportRowLength(columns.Count))]);
        var row = new MeasurementRow
        {
            RowKey = Needed("rowKey"),
            Indicator = Needed("indicator"),
            Wave = Needed("wave"),
            Group = Group(),
            MeasuredOn = Day(),
            SubjectKey = Text("subjectKey"),
            Value = Number("value"),
            N = Whole("n"),
            Mean = Number("mean"),
            StandardDeviation = Number("standardDeviation"),
            Events = Whole("events"),
            Exposure = Number("exposure"),
            Subgroup = Text("subgroup"),
            SiteKey = Text("siteKey"),
        };
        return _faults.Count == 0 ? new(Line, row, []) : new(Line, null, [.. _faults]);
    }

    private string? Text(string column) => columns.PlaceOf(column) is { } place && csv.GetString(place) is { Length: > 0 } text ? text : null;

    private string Needed(string column) => Text(column) ?? Blame(column, new ImportCellMissing(), "");

    private decimal? Number(string column) => Text(column) is not { } text ? null
        : decimal.TryParse(Plain(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : Blame(column, new ImportCellNotNumber(), 0m);

    private int? Whole(string column) => Text(column) is not { } text ? null
        : int.TryParse(Plain(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : Blame(column, new ImportCellNotWhole(), 0);

    private DateOnly Day() => DateOnly.TryParseExact(Needed("measuredOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Blame("measuredOn", new ImportCellNotDay(), default(DateOnly));

    private MeasurementGroup Group() => Needed("group").ToUpperInvariant() switch
    {
        "INTERVENTION" => MeasurementGroup.Intervention,
        "COMPARISON" => MeasurementGroup.Comparison,
        _ => Blame("group", new ImportCellNotGroup(), MeasurementGroup.Intervention),
    };

    /// <summary>Spreadsheets in Swedish write a true minus sign.</summary>
    private string Plain(string text) => (hasDecimalCommas ? text.Replace(',', '.') : text).Replace('\u2212', '-');

    /// <summary>One fault a column.</summary>
    private T Blame<T>(string column, Refusal refusal, T instead)
    {
        if (!_faults.Exists(f => f.Column == column)) _faults.Add(MeasurementImport.FaultOf(Line, column, refusal));
        return instead;
    }
}
