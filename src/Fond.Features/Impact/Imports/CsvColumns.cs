using CsvHelper;
using Fond.Domain.Common;
using Fond.Domain.Impact.Imports;

namespace Fond.Features.Impact.Imports;

/// <summary>Which column of the file holds what: by the names that the rows have in the API, capitals or not.</summary>
internal sealed class CsvColumns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UnreadableFileException">A column is not known, missing, or there twice.</exception>
    public CsvColumns(CsvReader header, IReadOnlyList<string> required, IReadOnlyList<string> besides)
    {
        Count = header.FieldCount;
        for (var i = 0; i < Count; i++)
        {
            var name = header.GetString(i);
            Demand(required.Concat(besides).Contains(name, StringComparer.OrdinalIgnoreCase), new ImportColumnUnknown(i + 1));
            Demand(_places.TryAdd(name, i), new ImportColumnRepeated(name));
        }
        foreach (var name in required) Demand(_places.ContainsKey(name), new ImportColumnMissing(name));
    }

    public int Count { get; }

    public int? PlaceOf(string column) => _places.TryGetValue(column, out var place) ? place : null;

    private static void Demand(bool holds, Refusal refusal)
    {
        if (!holds) throw new UnreadableFileException(new(1, null, refusal));
    }
}
