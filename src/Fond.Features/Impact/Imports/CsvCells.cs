using System.Globalization;
using CsvHelper;
using Fond.Domain.Common;
using Fond.Domain.Impact.Imports;

namespace Fond.Features.Impact.Imports;

/// <summary>What is wrong with a line of a file.</summary>
/// <param name="Line">The header is line 1; 0 is the file as a whole.</param>
/// <param name="Column">The column to blame; null when it is the whole line or the file.</param>
internal sealed record CsvFault(int Line, string? Column, Refusal Refusal);

/// <summary>A line of the file.</summary>
/// <param name="Row">Null when it cannot be read.</param>
/// <param name="Faults">Why it cannot.</param>
internal sealed record CsvLine<TRow>(int Line, TRow? Row, IReadOnlyList<CsvFault> Faults);

/// <summary>Reads the current line as a row; every fault of it is named.</summary>
internal abstract class CsvCells<TRow>(CsvReader csv, CsvColumns columns, bool hasDecimalCommas) where TRow : class
{
    private readonly List<CsvFault> _faults = [];

    private int Line => (int)csv.LineNumber;

    public CsvLine<TRow> Read()
    {
        _faults.Clear();
        if (csv.FieldCount != columns.Count) return new(Line, null, [new(Line, null, new ImportRowLength(columns.Count))]);
        var row = Row();
        return _faults.Count == 0 ? new(Line, row, []) : new(Line, null, [.. _faults]);
    }

    protected abstract TRow Row();

    protected string? Text(string column) => columns.PlaceOf(column) is { } place && csv.GetString(place) is { Length: > 0 } text ? text : null;

    protected string Needed(string column) => Text(column) ?? Blame(column, new ImportCellMissing(), "");

    protected decimal? Number(string column) => Text(column) is not { } text ? null
        : decimal.TryParse(Plain(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : Blame(column, new ImportCellNotNumber(), 0m);

    protected int? Whole(string column) => Text(column) is not { } text ? null
        : int.TryParse(Plain(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : Blame(column, new ImportCellNotWhole(), 0);

    /// <summary>Spreadsheets in Swedish write a true minus sign.</summary>
    private string Plain(string text) => (hasDecimalCommas ? text.Replace(',', '.') : text).Replace('\u2212', '-');

    /// <summary>One fault a column.</summary>
    protected T Blame<T>(string column, Refusal refusal, T instead)
    {
        if (!_faults.Exists(f => f.Column == column)) _faults.Add(new(Line, column, refusal));
        return instead;
    }
}
