using Fond.Domain.Common;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Fond.Features.Platform.Documents;

/// <summary>Pages in A4 that fill from the top, one after another, with a structure that a screen reader follows. Measures are in points.</summary>
internal sealed class PdfSheets
{
    private const double Margin = 64;
    private static readonly XFont Small = Typeface.Regular(9);

    private readonly PdfDocument _pdf;
    private readonly Document _document;
    private readonly int _pages;
    private XGraphics _page = null!;

    /// <param name="pages">How many there will be in all, for the footer.</param>
    public PdfSheets(PdfDocument pdf, Document document, int pages)
    {
        (_pdf, _document, _pages) = (pdf, document, pages);
        var access = UAManager.ForDocument(pdf);
        access.SetDocumentLanguage(document.Language.Code());
        Tags = access.StructureBuilder;
        Tags.BeginElement(PdfGroupingElementTag.Article);
        NewSheet();
    }

    public StructureBuilder Tags { get; }

    /// <summary>Said at the top of each following page, outside the structure: the header row of a table that goes on.</summary>
    public Action? OnNewSheet { get; set; }

    /// <summary>Of the lines.</summary>
    public static double Width => XUnitPt.FromMillimeter(210).Point - (2 * Margin);

    /// <summary>Of a page's lines from the first to the last.</summary>
    public static double Height => Bottom - Margin;

    private static double Bottom => XUnitPt.FromMillimeter(297).Point - Margin - 14;

    /// <summary>How far down the page the next line begins.</summary>
    public double Y { get; set; }

    public int Count => _pdf.PageCount;

    /// <summary>Turns the page unless so much room is left.</summary>
    public void Need(double height)
    {
        if (Y + height > Bottom && Y > Margin) NewSheet();
    }

    public IReadOnlyList<string> Wrap(string text, XFont font, double width) =>
        [.. text.Paragraphs().SelectMany(lines => lines).SelectMany(line => LineBreaks.Of(line, width, part => Measure(part, font)))];

    public double Measure(string text, XFont font) => _page.MeasureString(text, font).Width;

    /// <summary>Draws at the current height, which stays.</summary>
    public void Write(string line, XFont font, double x) => _page.DrawString(line, font, XBrushes.Black, Margin + x, Y + font.Size);

    public void Rule(double y) => _page.DrawLine(new XPen(XColors.Gray, 0.5), Margin, y, Margin + Width, y);

    /// <summary>What is there for the eye alone.</summary>
    public void Decorate(Action draw)
    {
        Tags.BeginArtifact();
        draw();
        Tags.End();
    }

    public void Tagged(PdfBlockLevelElementTag tag, Action draw)
    {
        Tags.BeginElement(tag);
        draw();
        Tags.End();
    }

    /// <summary>Draws at the current height and goes on below; a screen reader says what is shown.</summary>
    public void Illustrate(Figure figure)
    {
        var drawing = figure.Drawing;
        Tags.BeginElement(PdfIllustrationElementTag.Figure, figure.Alternative, new XRect(Margin, Y, drawing.Width, drawing.Height));
        new PdfDrawing(_page, Margin, Y).Draw(drawing);
        Tags.End();
        Y += drawing.Height;
    }

    private void NewSheet()
    {
        var page = _pdf.AddPage(); // closes what is open on the page before, whose graphics it needs
        _page?.Dispose();
        page.Size = PdfSharp.PageSize.A4;
        _page = XGraphics.FromPdfPage(page);
        Y = Bottom + 16;
        Decorate(() =>
        {
            Write(_document.Footer, Small, 0);
            var number = new Text($"Sida {Count} av {_pages}", $"Page {Count} of {_pages}").In(_document.Language);
            Write(number, Small, Width - _page.MeasureString(number, Small).Width);
        });
        Y = Margin;
        OnNewSheet?.Invoke();
    }

    public void Finish()
    {
        Tags.End();
        _page.Dispose();
    }
}
