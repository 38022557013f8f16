using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Fond.Features.Platform.Documents;

/// <summary>A document as tagged PDF in A4: what is read aloud, and in which order, is in the file.</summary>
internal sealed class PdfRendering
{
    public const string ContentType = "application/pdf";

    private const double Spacing = 1.35;

    /// <summary>Of what a term means, from the term.</summary>
    private const double Indent = 150;
    private static readonly XFont Text = Typeface.Regular(11);
    private static readonly XFont Term = Typeface.Bold(11);
    private static readonly double FewLines = 3 * Text.Size * Spacing;
    private static readonly XFont[] Headings = [Typeface.Bold(20), Typeface.Bold(15), Typeface.Bold(12.5), Term];

    /// <summary>The library's fonts are shared by the whole process, and are not said to be safe for several threads.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly PdfSheets _sheets;

    private PdfRendering(PdfSheets sheets) => _sheets = sheets;

    /// <exception cref="OperationCanceledException">While it waits for its turn, or between two blocks.</exception>
    public static byte[] Of(Document document, CancellationToken ct = default)
    {
        Turn.Wait(ct);
        try
        {
            using var bytes = new MemoryStream();
            using var draft = new PdfDocument(); // to count its pages: the foot of each tells how many there are, and a tagged page cannot be opened again once the next has begun
            using var pdf = new PdfDocument();
            Draw(pdf, document, Draw(draft, document, 0, ct), ct);
            pdf.Save(bytes);
            return bytes.ToArray();
        }
        finally
        {
            Turn.Release();
        }
    }

    private static int Draw(PdfDocument pdf, Document document, int pages, CancellationToken ct)
    {
        pdf.Info.Title = document.Title;
        pdf.Info.Creator = "Fond";
        var sheets = new PdfSheets(pdf, document, pages);
        var rendering = new PdfRendering(sheets);
        rendering.AddHeading(new(1, document.Title), document.Blocks);
        foreach (var (block, i) in document.Blocks.Select((block, i) => (block, i)))
        {
            ct.ThrowIfCancellationRequested();
            rendering.Add(block, document.Blocks.Skip(i + 1));
        }
        sheets.Finish();
        return sheets.Count;
    }

    /// <param name="following">What follows it.</param>
    private void Add(Block block, IEnumerable<Block> following)
    {
        switch (block)
        {
            case Heading heading: AddHeading(heading, following); break;
            case Paragraph paragraph: AddParagraphs(paragraph.Text); break;
            case Bullets bullets: AddList(bullets.Items.Select(item => ("•", item)), 14, Text); break;
            case Definitions definitions: AddList(definitions.Rows, Indent, Term); break;
            case Table table: new PdfTable(_sheets, table).Draw(); break;
            case Figure figure: AddFigure(figure); break;
            default: throw new ArgumentOutOfRangeException(nameof(block));
        }
    }

    /// <summary>A heading stays with the first lines of what it is about, with a figure, with the first row of a table or a list, and with a heading below it and what that is about.</summary>
    private void AddHeading(Heading heading, IEnumerable<Block> following)
    {
        var (font, level) = (Headings[heading.Level - 1], heading.Level);
        _sheets.Need(HeightOf(heading) + Opening(following));
        _sheets.Y += Above(heading);
        _sheets.Tagged(PdfBlockLevelElementTag.Heading1 + (level - 1), () => Flow(_sheets.Wrap(heading.Text, font, PdfSheets.Width), font, 0));
        _sheets.Y += font.Size * 0.3;
    }

    private static double Above(Heading heading) => heading.Level == 1 ? 0 : Headings[heading.Level - 1].Size * 0.6;

    private double HeightOf(Heading heading) =>
        Above(heading) + (_sheets.Wrap(heading.Text, Headings[heading.Level - 1], PdfSheets.Width).Count * Headings[heading.Level - 1].Size * Spacing) + (Headings[heading.Level - 1].Size * 0.3);

    /// <summary>Of what stays together at the beginning of the blocks.</summary>
    private double Opening(IEnumerable<Block> blocks) => blocks.FirstOrDefault() switch
    {
        null => 0,
        Heading heading => HeightOf(heading) + Opening(blocks.Skip(1)),
        Table table => new PdfTable(_sheets, table).Opening,
        Figure figure => Opening(figure),
        Definitions { Rows: [var (term, text), ..] } => Math.Max(FewLines, Opening(term, text, Indent, Term)),
        _ => FewLines,
    };

    private double Opening(Figure figure) => (_sheets.Wrap(figure.Caption, Term, PdfSheets.Width).Count * Term.Size * Spacing) + figure.Drawing.Height;

    private void AddParagraphs(string text)
    {
        foreach (var lines in text.Paragraphs())
        {
            _sheets.Tagged(PdfBlockLevelElementTag.Paragraph, () => Flow(_sheets.Wrap(string.Join('\n', lines), Text, PdfSheets.Width), Text, 0));
            _sheets.Y += 6;
        }
    }

    private void AddFigure(Figure figure)
    {
        _sheets.Need(Opening(figure));
        _sheets.Tagged(PdfBlockLevelElementTag.Paragraph, () => Flow(_sheets.Wrap(figure.Caption, Term, PdfSheets.Width), Term, 0));
        _sheets.Illustrate(figure);
        _sheets.Y += 10;
    }

    private void AddList(IEnumerable<(string Label, string Text)> rows, double indent, XFont font)
    {
        _sheets.Tagged(PdfBlockLevelElementTag.List, () =>
        {
            foreach (var (label, text) in rows) _sheets.Tagged(PdfBlockLevelElementTag.ListItem, () => AddItem(label, text, indent, font));
        });
        _sheets.Y += 6;
    }

    /// <summary>The label stands beside the text; a text that is longer than a page goes on without it.</summary>
    private void AddItem(string label, string text, double indent, XFont font)
    {
        var labels = _sheets.Wrap(label, font, indent - 8);
        var lines = _sheets.Wrap(text, Text, PdfSheets.Width - indent);
        _sheets.Need(Opening(label, text, indent, font));
        var top = _sheets.Y;
        _sheets.Tagged(PdfBlockLevelElementTag.Label, () => Flow(labels, font, 0));
        var below = _sheets.Y;
        _sheets.Y = top;
        _sheets.Tagged(PdfBlockLevelElementTag.ListBody, () => Flow(lines, Text, indent));
        if (_sheets.Y > top) _sheets.Y = Math.Max(_sheets.Y, below);
        _sheets.Y += 2;
    }

    /// <summary>The label as a whole, and the text's first lines.</summary>
    private double Opening(string label, string text, double indent, XFont font) =>
        Math.Max(_sheets.Wrap(label, font, indent - 8).Count, Math.Min(_sheets.Wrap(text, Text, PdfSheets.Width - indent).Count, 3)) * Text.Size * Spacing;

    private void Flow(IReadOnlyList<string> lines, XFont font, double x)
    {
        foreach (var line in lines)
        {
            _sheets.Need(font.Size * Spacing);
            _sheets.Write(line, font, x);
            _sheets.Y += font.Size * Spacing;
        }
    }
}
