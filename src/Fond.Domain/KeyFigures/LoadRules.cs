using Fond.Domain.Common;
using Fond.Domain.Impact;

namespace Fond.Domain.KeyFigures;

/// <summary>A value that is to be added.</summary>
/// <param name="Before">What it takes the place of.</param>
public sealed record FreshValue(KeyFigureRow Row, long AreaId, KeyFigureValue? Before)
{
    public int Revision => (Before?.Revision ?? 0) + 1;
}

/// <summary>What becomes of rows that came together.</summary>
public sealed record LoadVerdict(IReadOnlyList<FreshValue> Fresh, int Unchanged, IReadOnlyList<RowFault> Faults)
{
    public int Added => Fresh.Count - Revised;

    public int Revised => Fresh.Count(f => f.Before is not null);
}

/// <summary>What must hold of a value before it is kept, wherever it comes from.</summary>
public static class LoadRules
{
    /// <summary>Before it there are no series.</summary>
    public const int FirstYear = 1900;

    /// <param name="areas">The fund's areas, by code.</param>
    /// <param name="current">The latest values of the figure, at least of the rows' years.</param>
    public static LoadVerdict Judge(IReadOnlyList<KeyFigureRow> rows, IReadOnlyDictionary<string, long> areas, IEnumerable<KeyFigureValue> current, DateOnly today)
    {
        var (known, seen, fresh, faults, unchanged) = (current.ToDictionary(v => v.Place), new HashSet<(string, int, KeyFigureGender)>(), new List<FreshValue>(), new List<RowFault>(), 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, before) = (rows[i], faults.Count);
            faults.AddRange(Faults(row, areas, today).Select(f => new RowFault(i, f.Column, f.Refusal)));
            if (!seen.Add((row.Area, row.Year, row.Gender))) faults.Add(new(i, "area", new KeyFigureRowRepeated()));
            if (faults.Count > before) continue;
            var there = known.GetValueOrDefault((areas[row.Area], row.Year, row.Gender));
            if (there is not null && there.Value == row.Value && there.Missing == row.Missing) unchanged++;
            else fresh.Add(new(row, areas[row.Area], there));
        }
        return new(fresh, unchanged, faults);
    }

    private static IEnumerable<(string Column, Refusal Refusal)> Faults(KeyFigureRow row, IReadOnlyDictionary<string, long> areas, DateOnly today)
    {
        if (!areas.ContainsKey(row.Area)) yield return ("area", new KeyFigureAreaUnknown());
        if (row.Year < FirstYear || row.Year > today.Year) yield return ("year", new KeyFigureYearImplausible(FirstYear, today.Year));
        if (row.Value is null == row.Missing is null) yield return ("value", new KeyFigureValueUnclear());
        else if (row.Value is { } value && !Measured.Fits(value)) yield return ("value", new KeyFigureValueOutOfRange());
    }
}
