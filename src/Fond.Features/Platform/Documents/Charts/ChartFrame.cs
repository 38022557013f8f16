using Fond.Domain.Common;

namespace Fond.Features.Platform.Documents.Charts;

/// <summary>What charts have in common: what their rows are called on the left, and a line of numbers below. Without colours, so that they can be told apart in print and by everybody.</summary>
internal static class ChartFrame
{
    /// <summary>Fits the lines of a printed page.</summary>
    public const double Width = 460;

    /// <summary>Where the numbers begin; what the rows are called is before it.</summary>
    public const double PlotLeft = 156;

    /// <summary>Rows in one drawing; the rest go on in the next, since a drawing must fit a printed page.</summary>
    public const int MostRows = 10;

    public const double LineHeight = 12;

    /// <summary>Of what stands beside and below what matters most.</summary>
    public const double Small = 9;

    public const double LabelSize = 10;

    private const double LabelWidth = PlotLeft - 18;

    private const int MostLines = 3;

    public static IReadOnlyList<string> LinesOf(string label) => Lettering.Lines(label, LabelSize, LabelWidth, MostLines);

    public static IEnumerable<Shape> Labels(IReadOnlyList<string> lines, double top) => lines.Select((line, i) => new Label(0, top + ((i + 1) * LineHeight) - 2, line, Size: LabelSize));

    /// <param name="y">How far down it is.</param>
    /// <param name="title">What the numbers are, and what else is to be said of the axis.</param>
    public static IEnumerable<Shape> Below(Axis axis, double y, string title, Language language)
    {
        yield return new Stroke(axis.Left, y, axis.Right, y);
        foreach (var tick in axis.Ticks)
        {
            yield return new Stroke(axis.At(tick), y, axis.At(tick), y + 4);
            yield return new Label(axis.At(tick), y + 15, Numbers.Show(tick, axis.Decimals, Numbers.Of(language)), Side.Middle, Size: Small);
        }
        foreach (var (line, i) in TitleLines(title).Select((line, i) => (line, i))) yield return new Label(0, y + 32 + (i * LineHeight), line, Size: Small);
    }

    /// <summary>Of axis and title.</summary>
    public static double HeightBelow(string title) => 26 + (TitleLines(title).Count * LineHeight);

    private static IReadOnlyList<string> TitleLines(string title) => Lettering.Lines(title, Small, Width, MostLines);

    /// <summary>In parts that each fit a page, with their number in the caption where there are several.</summary>
    public static IEnumerable<Figure> Parts<T>(string caption, IReadOnlyCollection<T> rows, Language language, Func<IReadOnlyList<T>, Drawing> draw, Func<T, string> tell)
    {
        var parts = rows.Chunk(MostRows).ToList();
        return parts.Select((part, i) => new Figure(
            parts.Count == 1 ? caption : new Text($"{caption} (del {i + 1} av {parts.Count})", $"{caption} (part {i + 1} of {parts.Count})").In(language),
            string.Join(' ', part.Select(tell)), draw(part)));
    }
}
