using Fond.Domain.Common;

namespace Fond.Features.Platform.Documents.Charts;

internal readonly record struct Interval(double Value, double Lower, double Upper);

/// <summary>One line of a chart of intervals.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Note">How many stand behind it, and the like; below the label.</param>
/// <param name="Found">Null where there is no number.</param>
/// <param name="Missing">Why there is none.</param>
internal sealed record IntervalRow(string Label, string Note, Interval? Found, string? Missing);

/// <summary>What a chart of intervals says of itself.</summary>
/// <param name="Unit">What its numbers are.</param>
/// <param name="NoDifference">The number that means no difference: a dashed line.</param>
/// <param name="HigherIsBetter">Which way is wished for.</param>
internal sealed record IntervalScale(string Caption, string Unit, double NoDifference, bool HigherIsBetter);

/// <summary>Estimates with their 95 % intervals, one below the other: of one project, or of several by the same indicator (forest plot). Nothing is pooled.</summary>
internal static class IntervalChart
{
    private const double PlotTop = 18;
    private const double PlotRight = ChartFrame.Width - 16;

    public static IEnumerable<Figure> Of(IntervalScale scale, IReadOnlyList<IntervalRow> rows, Language language)
    {
        double[] values = [scale.NoDifference, .. rows.Where(r => r.Found is not null).SelectMany(r => new[] { r.Found!.Value.Lower, r.Found.Value.Upper })];
        var axis = Axis.Of(values, ChartFrame.PlotLeft, PlotRight);
        return ChartFrame.Parts(scale.Caption, rows, language, part => Draw(scale, axis, part, language), row => Tell(scale, row, language));
    }

    private static Drawing Draw(IntervalScale scale, Axis axis, IReadOnlyList<IntervalRow> rows, Language language)
    {
        var shapes = new List<Shape>();
        var y = PlotTop;
        foreach (var row in rows)
        {
            var lines = ChartFrame.LinesOf(row.Label);
            var height = ((lines.Count + 1) * ChartFrame.LineHeight) + 8;
            shapes.AddRange(ChartFrame.Labels(lines, y));
            shapes.Add(new Label(0, y + ((lines.Count + 1) * ChartFrame.LineHeight) - 2, row.Note, Size: ChartFrame.Small));
            shapes.AddRange(row.Found is { } found ? Whisker(axis, found, y + (height / 2) - 4) : Missing(row, y));
            y += height;
        }
        shapes.AddRange(Directions(scale, language));
        shapes.Add(new Stroke(axis.At(scale.NoDifference), PlotTop, axis.At(scale.NoDifference), y, IsDashed: true));
        var title = new Text($"{scale.Unit}. Punkten är skattningen, linjen dess 95 % konfidensintervall; streckat är ingen skillnad.",
            $"{scale.Unit}. The dot is the estimate, the line its 95% confidence interval; dashed is no difference.").In(language);
        shapes.AddRange(ChartFrame.Below(axis, y, title, language));
        return new(ChartFrame.Width, y + ChartFrame.HeightBelow(title), shapes);
    }

    private static IEnumerable<Shape> Whisker(Axis axis, Interval found, double y)
    {
        yield return new Stroke(axis.At(found.Lower), y, axis.At(found.Upper), y, 1.5);
        yield return new Stroke(axis.At(found.Lower), y - 4, axis.At(found.Lower), y + 4, 1.5);
        yield return new Stroke(axis.At(found.Upper), y - 4, axis.At(found.Upper), y + 4, 1.5);
        yield return new Dot(axis.At(found.Value), y, 4);
    }

    private static IEnumerable<Shape> Missing(IntervalRow row, double top) => Lettering.Lines(row.Missing ?? "", ChartFrame.Small, PlotRight - ChartFrame.PlotLeft - 4, 2)
        .Select((line, i) => new Label(ChartFrame.PlotLeft + 4, top + ((i + 1) * ChartFrame.LineHeight) - 2, line, Size: ChartFrame.Small));

    private static IEnumerable<Shape> Directions(IntervalScale scale, Language language)
    {
        var (better, worse) = (new Text("bättre", "better").In(language), new Text("sämre", "worse").In(language));
        yield return new Label(ChartFrame.PlotLeft, 10, $"← {(scale.HigherIsBetter ? worse : better)}", Side.Right, Size: ChartFrame.Small);
        yield return new Label(PlotRight, 10, $"{(scale.HigherIsBetter ? better : worse)} →", Side.Left, Size: ChartFrame.Small);
    }

    private static string Tell(IntervalScale scale, IntervalRow row, Language language)
    {
        var head = row.Note.Length > 0 ? $"{row.Label} ({row.Note})" : row.Label;
        if (row.Found is not { } found) return $"{head}: {row.Missing}";
        var decimals = Numbers.Decimals(Math.Max(Math.Abs(found.Lower), Math.Abs(found.Upper)));
        return new Text($"{head}: {Show(found.Value)} {scale.Unit}, 95 % konfidensintervall {Show(found.Lower)} till {Show(found.Upper)}.",
            $"{head}: {Show(found.Value)} {scale.Unit}, 95% confidence interval {Show(found.Lower)} to {Show(found.Upper)}.").In(language);

        string Show(double number) => Numbers.Show(number, decimals, Numbers.Of(language));
    }
}
