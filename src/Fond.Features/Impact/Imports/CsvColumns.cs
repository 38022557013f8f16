using CsvHelper;
using Fond.Domain.Common;
using Fond.Domain.Impact.Imports;

namespace Fond.Features.Impact.Imports;

/// <summary>Which column of the file holds what: by the names that the rows of <c>logMeasurements</c> have, capitals or not.</summary>
internal sealed class CsvColumns
{
    public static readonly IReadOnlyList<string> Required = ["rowKey", "indicator", "wave", "group", "measuredOn"];

    public static readonly IReadOnlyList<string> Known = [.. Required, "subjectKey", "value", "n", "mean", "standardDeviation", "events", "exposure", "subgroup", "siteKey"];

    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UnreadableFileException">A column is not known, missing, or there twice.</exception>
    public CsvColumns(CsvReader header)
    {
        Count = header.FieldCount;
        for (var i = 0; i < Count; i++)
        {
            var name = header.GetString(i);
            Demand(Known.Contains(name, StringComparer.OrdinalIgnoreCase), new ImportColumnUnknown(i + 1));
            Demand(_places.TryAdd(name, i), new ImportColumnRepeated(name));
        }
        foreach (var name in Required) Demand(_places.ContainsKey(name), new ImportColumnMissing(name));
    }

    public int Count { get; }

    public int? PlaceOf(string column) => _places.TryGetValue(column, out var place) ? place : null;

    private static void Demand(bool holds, Refusal refusal)
    {
        if (!holds) throw new UnreadableFileException(1, null, refusal);
    }
}
