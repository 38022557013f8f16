namespace Fond.Features.Platform.Documents.Charts;

/// <summary>How much room a text takes in a chart, near enough and rather too much than too little: a chart does not know the typeface that it is shown in.</summary>
internal static class Lettering
{
    private const string Narrow = "iIjlftr.,:;'!|()[] ";
    private const string Wide = "mwMW@%–—≥≤←→";

    /// <summary>In points.</summary>
    /// <param name="size">Of the letters.</param>
    public static double Width(string text, double size) => size * text.Sum(c => Narrow.Contains(c, StringComparison.Ordinal) ? 0.34 : Wide.Contains(c, StringComparison.Ordinal) ? 1 : char.IsUpper(c) ? 0.78 : 0.57);

    /// <summary>At most so many lines; what does not fit ends in an ellipsis, and is whole in the alternative text.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double width, int most)
    {
        List<string> lines = [.. LineBreaks.Of(text, width, part => Width(part, size)).Select(line => line.TrimEnd())];
        if (lines.Count <= most) return lines;
        var last = lines[most - 1];
        while (Width(last + "…", size) > width) last = last[..^1];
        return [.. lines.Take(most - 1), last + "…"];
    }
}
