using System.Globalization;
using CsvHelper;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;

namespace Fond.Features.Impact.Imports;

/// <summary>A line as a measurement, by the names that the rows of <c>logMeasurements</c> have.</summary>
internal sealed class MeasurementCells(CsvReader csv, CsvColumns columns, bool hasDecimalCommas) : CsvCells<MeasurementRow>(csv, columns, hasDecimalCommas)
{
    public static readonly IReadOnlyList<string> Required = ["rowKey", "indicator", "wave", "group", "measuredOn"];

    public static readonly IReadOnlyList<string> Besides = ["subjectKey", "value", "n", "mean", "standardDeviation", "events", "exposure", "subgroup", "siteKey"];

    protected override MeasurementRow Row() => new()
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

    private DateOnly Day() => DateOnly.TryParseExact(Needed("measuredOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Blame("measuredOn", new ImportCellNotDay(), default(DateOnly));

    private MeasurementGroup Group() => Needed("group").ToUpperInvariant() switch
    {
        "INTERVENTION" => MeasurementGroup.Intervention,
        "COMPARISON" => MeasurementGroup.Comparison,
        _ => Blame("group", new ImportCellNotGroup(), MeasurementGroup.Intervention),
    };
}
