namespace Fond.Features.Platform.Documents;

/// <summary>How the width of a table is shared by its columns.</summary>
internal static class ColumnWidths
{
    /// <summary>By the weights, except that no column is narrower than it has to be.</summary>
    /// <param name="least">What each needs for no word to be cut.</param>
    /// <returns>Null where they need more than there is.</returns>
    public static double[]? Of(IReadOnlyList<int> weights, IReadOnlyList<double> least, double width)
    {
        if (least.Sum() > width) return null;
        var held = new bool[weights.Count];
        while (true)
        {
            var rest = width - least.Where((_, i) => held[i]).Sum();
            var sum = weights.Where((_, i) => !held[i]).Sum();
            double[] widths = [.. weights.Select((weight, i) => held[i] ? least[i] : rest * weight / sum)];
            List<int> narrow = [.. Enumerable.Range(0, widths.Length).Where(i => !held[i] && widths[i] < least[i])];
            if (narrow.Count == 0 || narrow.Count == held.Count(h => !h)) return narrow.Count == 0 ? widths : [.. least]; // the latter where the sum is the width but for rounding
            foreach (var i in narrow) held[i] = true;
        }
    }

    /// <summary>Where there is not room for all: those that need little have it, and the widest share what is left, so that the fewest words are cut.</summary>
    public static double[] Cut(IReadOnlyList<double> least, double width)
    {
        var widths = new double[least.Count];
        var (rest, left) = (width, least.Count);
        foreach (var i in Enumerable.Range(0, least.Count).OrderBy(i => least[i]))
        {
            widths[i] = Math.Min(least[i], rest / left--);
            rest -= widths[i];
        }
        return widths;
    }
}
