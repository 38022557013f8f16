namespace Fond.Api.Hosting;

/// <summary>Finds names that somebody has probably written wrong: what nobody reads is not missed.</summary>
internal static class Misspelling
{
    /// <summary>Letters that are left out, put in or taken for another; two that have changed places are two.</summary>
    private const int Near = 2;

    /// <returns>The known name that was meant; null for a known name, and for one that is like none.</returns>
    public static string? Of(string name, IReadOnlyCollection<string> known) => known.Contains(name, StringComparer.OrdinalIgnoreCase)
        ? null
        : known.FirstOrDefault(k => Distance(name.ToUpperInvariant(), k.ToUpperInvariant()) <= Near);

    /// <summary>By Levenshtein.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (before, corner) = (row, i - 1);
            row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = before[j];
            }
        }
        return row[^1];
    }
}
