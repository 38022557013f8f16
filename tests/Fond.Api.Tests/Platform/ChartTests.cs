using System.Globalization;
using System.Xml.Linq;
using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Documents.Charts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Fond.Api.Tests.Platform;

/// <summary>Figures are seen, printed and told to those who do not see them.</summary>
public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly IntervalScale Points = new("Trygghet & <hälsa>", "procentenheter", 0, HigherIsBetter: true);

    private static readonly IntervalRow[] Rows =
    [
        new("Uppföljning efter två år", "n = 240", new(10.4, 1.2, 19.5), null),
        new(string.Join(' ', Enumerable.Repeat("Föräldrastödsprogrammet", 12)), "n = 61", new(-3.1, -12, 5.9), null),
        new("Uppföljning efter tre år", "n = 4", null, "Visas inte: en grupp är mindre än 5."),
    ];

    private static readonly BarSeries Real = new("utfall", BarLook.Filled);
    private static readonly BarSeries Foreseen = new("prognos", BarLook.Hatched);

    private static readonly BarGroup[] Years = [new("2024", [new(Real, 1_200_000, "1,2 mnkr")]), new("2025", [new(Real, -300_000, "−0,3 mnkr")]), new("2026", [new(Foreseen, 0, "0 kr"), new(Real, 5_000, "5 tkr")])];

    private static IEnumerable<Figure> All => [.. IntervalChart.Of(Points, Rows, Language.Swedish), .. BarChart.Of("Fonden", "mnkr", Years, Language.Swedish)];

    [Fact]
    public void A_figure_in_a_page_is_well_formed_told_in_words_and_without_styles_of_its_own()
    {
        var page = XDocument.Parse(HtmlRendering.Of(new("Rapport", Language.Swedish, "", [.. All])));
        var drawings = page.Descendants(Svg + "svg").ToList();
        Assert.Equal(2, drawings.Count);
        foreach (var drawing in drawings)
        {
            Assert.Equal("img", drawing.Attribute("role")!.Value);
            var ids = drawing.Attribute("aria-labelledby")!.Value.Split(' ');
            Assert.Equal([Svg + "title", Svg + "desc"], ids.Select(id => page.Descendants().Single(e => e.Attribute("id")?.Value == id).Name));
            Assert.Empty(drawing.DescendantsAndSelf().Attributes("style"));
        }
        Assert.Equal("Trygghet & <hälsa>", drawings[0].Element(Svg + "title")!.Value);
        var told = drawings[0].Element(Svg + "desc")!.Value;
        Assert.Contains("Uppföljning efter två år (n = 240): 10,4 procentenheter, 95 % konfidensintervall 1,2 till 19,5.", told, StringComparison.Ordinal);
        Assert.Contains("Uppföljning efter tre år (n = 4): Visas inte: en grupp är mindre än 5.", told, StringComparison.Ordinal);
        Assert.Contains("2026: prognos 0 kr, utfall 5 tkr.", drawings[1].Element(Svg + "desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_number_stands_with_its_reason_and_draws_no_interval()
    {
        var drawing = Assert.Single(IntervalChart.Of(Points, Rows, Language.Swedish)).Drawing;
        Assert.Equal(2, drawing.Shapes.OfType<Dot>().Count());
        Assert.Contains(drawing.Shapes.OfType<Label>(), l => l.Text.StartsWith("Visas inte", StringComparison.Ordinal));
        Assert.True(Assert.Single(drawing.Shapes.OfType<Stroke>(), s => s.IsDashed) is { } zero && zero.X1 == zero.X2);
    }

    [Fact]
    public void What_is_foreseen_is_told_apart_by_its_pattern()
    {
        var shapes = Assert.Single(BarChart.Of("Fonden", "mnkr", Years, Language.Swedish)).Drawing.Shapes;
        Assert.Equal(4, shapes.OfType<Box>().Count(b => b.IsFilled)); // three bars and the legend
        Assert.Equal(2, shapes.OfType<Box>().Count(b => !b.IsFilled));
    }

    [Fact]
    public void Nothing_is_drawn_outside_its_figure()
    {
        foreach (var drawing in All.Select(f => f.Drawing))
            foreach (var (left, top, right, bottom) in drawing.Shapes.Select(Extent))
                Assert.True(left >= 0 && top >= 0 && right <= drawing.Width && bottom <= drawing.Height, $"{left} {top} {right} {bottom} in {drawing.Width} x {drawing.Height}");
    }

    [Fact]
    public void Many_rows_go_on_in_figures_that_each_fit_a_page()
    {
        var rows = Enumerable.Range(1, 40).Select(i => Rows[1] with { Note = $"n = {i}" }).ToList();
        var figures = IntervalChart.Of(Points, rows, Language.English).ToList();
        Assert.Equal(["(part 1 of 4)", "(part 4 of 4)"], new[] { figures[0], figures[3] }.Select(f => f.Caption[^13..]));
        Assert.Equal(40, figures.Sum(f => f.Drawing.Shapes.OfType<Dot>().Count()));
        Assert.All(figures, f => Assert.InRange(f.Drawing.Height, 0, PdfSheets.Height - 40));
        Assert.Single(figures.Select(f => string.Join('|', f.Drawing.Shapes.OfType<Label>().Where(l => l.Side == Side.Middle).Select(l => l.Text))).Distinct()); // one axis
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.034, 0.21)]
    [InlineData(-12, 19.5)]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(0, 123_456_789)]
    [InlineData(-1e-7, 3e-7)]
    [InlineData(0.3, 0.9)]
    public void Ticks_are_round_and_hold_all_values(double least, double most)
    {
        var axis = Axis.Of([least, most], 100, 400);
        Assert.InRange(axis.Ticks.Count, 2, 8);
        Assert.True(axis.Ticks[0] <= least && axis.Ticks[^1] >= most, string.Join(' ', axis.Ticks));
        var step = (decimal)axis.Ticks[1] - (decimal)axis.Ticks[0];
        Assert.Contains(step.ToString("E0", CultureInfo.InvariantCulture)[0], "125");
        Assert.All(axis.Ticks.Zip(axis.Ticks.Skip(1)), pair => Assert.Equal(step, (decimal)pair.Second - (decimal)pair.First));
        Assert.Equal(axis.Ticks.Count, axis.Ticks.Select(t => Numbers.Show(t, axis.Decimals, Numbers.Swedish)).Distinct().Count());
        Assert.InRange(axis.At(least), 100, 400);
    }

    [Fact]
    public void The_printed_figure_is_tagged_with_what_it_shows()
    {
        using var pdf = PdfDocument.Open(PdfRendering.Of(new("Rapport", Language.Swedish, "", [.. All])));
        var alternatives = new List<string>();
        Walk(pdf, pdf.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"], alternatives);
        Assert.Equal(All.Select(f => f.Alternative), alternatives);
        Assert.Contains("bättre →", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    private static (double Left, double Top, double Right, double Bottom) Extent(Shape shape) => shape switch
    {
        Stroke s => (Math.Min(s.X1, s.X2), Math.Min(s.Y1, s.Y2), Math.Max(s.X1, s.X2), Math.Max(s.Y1, s.Y2)),
        Box b => (b.X, b.Y, b.X + b.Width, b.Y + b.Height),
        Dot d => (d.X - d.Radius, d.Y - d.Radius, d.X + d.Radius, d.Y + d.Radius),
        Label l => Extent(l, Lettering.Width(l.Text, l.Size)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static (double, double, double, double) Extent(Label l, double width)
    {
        var left = l.X - (width * (l.Side switch { Side.Left => 1, Side.Middle => 0.5, _ => 0 }));
        return (left, l.Y - l.Size, left + width, l.Y + 2);
    }

    private static void Walk(PdfDocument pdf, IToken token, List<string> found)
    {
        switch (token)
        {
            case IndirectReferenceToken reference: Walk(pdf, pdf.Structure.GetObject(reference.Data).Data, found); break;
            case ArrayToken array: foreach (var item in array.Data) Walk(pdf, item, found); break;
            case DictionaryToken element:
                if (element.TryGet(NameToken.Create("S"), out NameToken type) && type.Data == "Figure") found.Add(TextOf(element.Data["Alt"]));
                if (element.TryGet(NameToken.Create("K"), out var children)) Walk(pdf, children, found);
                break;
        }
    }

    private static string TextOf(IToken token) => token switch { StringToken text => text.Data, HexToken hex => hex.Data, _ => throw new ArgumentOutOfRangeException(nameof(token)) };
}
