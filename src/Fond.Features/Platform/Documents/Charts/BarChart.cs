using Fond.Domain.Common;

namespace Fond.Features.Platform.Documents.Charts;

internal enum BarLook { Filled, Outlined, Hatched }

/// <summary>What bars of one look stand for.</summary>
internal sealed record BarSeries(string Name, BarLook Look);

/// <param name="Told">The value in words, beside the bar.</param>
internal sealed record Bar(BarSeries Series, double Value, string Told);

/// <summary>Bars of one year, or one party.</summary>
internal sealed record BarGroup(string Label, IReadOnlyList<Bar> Bars);

/// <summary>Amounts side by side, some below zero. What bars stand for is told by their pattern.</summary>
internal static class BarChart
{
    private const double BarHeight = 9;
    private const double BarPitch = 13;
    private const double Gap = 9;
    private const double LegendHeight = 22;

    /// <summary>Left of what is written beside the bars.</summary>
    private const double PlotRight = ChartFrame.Width - 92;

    /// <param name="unit">What the numbers of the axis are.</param>
    public static IEnumerable<Figure> Of(string caption, string unit, IReadOnlyList<BarGroup> groups, Language language)
    {
        var axis = Axis.Of([0, .. groups.SelectMany(g => g.Bars).Select(b => b.Value)], ChartFrame.PlotLeft, PlotRight);
        List<BarSeries> series = [.. groups.SelectMany(g => g.Bars).Select(b => b.Series).Distinct()];
        return ChartFrame.Parts(caption, groups, language, part => Draw(axis, unit, series, part, language), Tell);
    }

    private static Drawing Draw(Axis axis, string unit, IReadOnlyList<BarSeries> series, IReadOnlyList<BarGroup> groups, Language language)
    {
        var shapes = new List<Shape>(Legend(series));
        var y = LegendHeight;
        foreach (var group in groups)
        {
            var lines = ChartFrame.LinesOf(group.Label);
            shapes.AddRange(ChartFrame.Labels(lines, y));
            foreach (var (bar, i) in group.Bars.Select((bar, i) => (bar, i))) shapes.AddRange(Draw(axis, bar, y + (i * BarPitch) + 2));
            y += Math.Max(lines.Count * ChartFrame.LineHeight, group.Bars.Count * BarPitch) + Gap;
        }
        shapes.Add(new Stroke(axis.At(0), LegendHeight, axis.At(0), y));
        shapes.AddRange(ChartFrame.Below(axis, y, unit, language));
        return new(ChartFrame.Width, y + ChartFrame.HeightBelow(unit), shapes);
    }

    private static IEnumerable<Shape> Draw(Axis axis, Bar bar, double y)
    {
        var (from, to) = (axis.At(Math.Min(0, bar.Value)), axis.At(Math.Max(0, bar.Value)));
        return [.. Patterned(bar.Series.Look, from, y, to - from), new Label(ChartFrame.Width, y + BarHeight - 1, bar.Told, Side.Left, Size: ChartFrame.Small)];
    }

    private static IEnumerable<Shape> Patterned(BarLook look, double x, double y, double width)
    {
        yield return new Box(x, y, width, BarHeight, look == BarLook.Filled);
        if (look != BarLook.Hatched) yield break;
        for (var at = x + 4; at < x + width; at += 4) yield return new Stroke(at, y, at, y + BarHeight, 0.75);
    }

    private static IEnumerable<Shape> Legend(IReadOnlyList<BarSeries> series)
    {
        var x = 0.0;
        foreach (var one in series)
        {
            foreach (var shape in Patterned(one.Look, x + 1, 2, 16)) yield return shape;
            yield return new Label(x + 22, 10, one.Name, Size: ChartFrame.Small);
            x += 34 + Lettering.Width(one.Name, ChartFrame.Small);
        }
    }

    private static string Tell(BarGroup group) => $"{group.Label}: {string.Join(", ", group.Bars.Select(b => $"{b.Series.Name} {b.Told}"))}.";
}
