using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Fond.Features.Platform.Documents;

/// <summary>A table that goes on over pages: its header row is repeated, and a row that is taller than a page is cut. Where its words need more room than there is, its letters are smaller.</summary>
internal sealed class PdfTable
{
    private const double Padding = 3;
    private const double Spacing = 1.3;

    /// <summary>Of every table alike, whatever the size of its letters.</summary>
    private static readonly XFont Title = Typeface.Bold(10);

    /// <summary>Longer ones are addresses and the like, for whose sake no other column is narrowed.</summary>
    private const int LongestWord = 30;

    /// <summary>Amounts of millions below zero.</summary>
    private const int LongestFigure = 16;

    /// <summary>Of letters, in points; smaller ones are too small to be read.</summary>
    private static readonly double[] Sizes = [10, 9.5, 9, 8.5, 8, 7.5, 7];

    private readonly PdfSheets _sheets;
    private readonly Table _table;
    private readonly XFont _text;
    private readonly XFont _bold;
    private readonly double[] _lefts;
    private readonly double[] _widths;

    public PdfTable(PdfSheets sheets, Table table)
    {
        (_sheets, _table) = (sheets, table);
        (var size, _widths) = Layout();
        (_text, _bold) = (Typeface.Regular(size), Typeface.Bold(size));
        _lefts = [.. _widths.Select((_, i) => _widths.Take(i).Sum())];
    }

    /// <summary>Of what is not parted: the caption, the header row and the first row, as far as a page holds it.</summary>
    public double Opening => (_sheets.Wrap(_table.Caption, Title, PdfSheets.Width).Count * Title.Size * Spacing) + Padding + HeightOf(Header) + _table.Rows.Take(1).Sum(row => HeightOf(Part(Wrapped(row, FontOf), 0, Most)));

    private double LineHeight => _text.Size * Spacing;

    private IReadOnlyList<IReadOnlyList<string>> Header => Wrapped([.. _table.Columns.Select(c => c.Header)], _ => _bold);

    /// <summary>How many lines of a row a page holds below the header row.</summary>
    private int Most => (int)((PdfSheets.Height - HeightOf(Header) - (2 * Padding)) / LineHeight);

    public void Draw()
    {
        var header = Header;
        _sheets.Need(Opening);
        _sheets.Tagged(PdfBlockLevelElementTag.Table, () =>
        {
            Caption();
            _sheets.Tagged(PdfBlockLevelElementTag.TableRow, () => Row(header, _ => _bold, (_, draw) => Cell(PdfBlockLevelElementTag.TableHeaderCell, "Column", draw)));
            _sheets.OnNewSheet = () => _sheets.Decorate(() => Row(header, _ => _bold, (_, draw) => draw()));
            foreach (var row in _table.Rows) Rows(Wrapped(row, FontOf), Most);
            _sheets.OnNewSheet = null;
        });
        _sheets.Y += 8;
    }

    /// <summary>The largest letters with which no word is cut, or the smallest ones.</summary>
    private (double Size, double[] Widths) Layout()
    {
        int[] weights = [.. _table.Columns.Select(c => c.Width)];
        var (text, bold) = (Typeface.Regular(Sizes[0]), Typeface.Bold(Sizes[0]));
        double[] words = [.. _table.Columns.Select((column, i) => Math.Max(Longest([column.Header], bold), Longest(_table.Rows.Select(row => row[i]), i == 0 ? bold : text)))];
        var least = words;
        foreach (var size in Sizes)
        {
            least = [.. words.Select(word => (word * size / Sizes[0]) + (2 * Padding) + 0.1)]; // widths go with the letters' size, but for rounding
            if (ColumnWidths.Of(weights, least, PdfSheets.Width) is { } widths) return (size, widths);
        }
        return (Sizes[^1], ColumnWidths.Cut(least, PdfSheets.Width));
    }

    private double Longest(IEnumerable<string> cells, XFont font) => cells.SelectMany(Words).Where(word => word.Length <= LongestWord).Distinct().Select(word => _sheets.Measure(word, font)).DefaultIfEmpty().Max();

    /// <summary>What is not to be cut: words, and amounts and other short figures with their signs and units.</summary>
    private static string[] Words(string cell) => cell is [var first, ..] && !char.IsLetter(first) && cell.Length <= LongestFigure ? [cell] : cell.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private void Caption()
    {
        _sheets.Tags.BeginElement(PdfGroupingElementTag.Caption);
        foreach (var line in _sheets.Wrap(_table.Caption, Title, PdfSheets.Width))
        {
            _sheets.Write(line, Title, 0);
            _sheets.Y += Title.Size * Spacing;
        }
        _sheets.Tags.End();
        _sheets.Y += Padding;
    }

    private void Rows(IReadOnlyList<IReadOnlyList<string>> cells, int most)
    {
        for (var from = 0; from == 0 || cells.Any(c => c.Count > from); from += most)
        {
            var part = Part(cells, from, most);
            _sheets.Need(HeightOf(part));
            _sheets.Tagged(PdfBlockLevelElementTag.TableRow, () => Row(part, FontOf, (column, draw) =>
            {
                if (column == 0) Cell(PdfBlockLevelElementTag.TableHeaderCell, "Row", draw);
                else _sheets.Tagged(PdfBlockLevelElementTag.TableDataCell, draw);
            }));
        }
    }

    private void Row(IReadOnlyList<IReadOnlyList<string>> cells, Func<int, XFont> font, Action<int, Action> cell)
    {
        var top = _sheets.Y;
        for (var i = 0; i < cells.Count; i++)
        {
            var column = i;
            cell(column, () =>
            {
                _sheets.Y = top + Padding;
                foreach (var line in cells[column])
                {
                    _sheets.Write(line, font(column), _lefts[column]);
                    _sheets.Y += LineHeight;
                }
            });
        }
        _sheets.Y = top + HeightOf(cells);
        _sheets.Decorate(() => _sheets.Rule(_sheets.Y - (Padding / 2)));
    }

    private void Cell(PdfBlockLevelElementTag tag, string scope, Action draw) => _sheets.Tagged(tag, () =>
    {
        var attributes = new PdfDictionary();
        attributes.Elements.SetName("/O", "/Table");
        attributes.Elements.SetName("/Scope", $"/{scope}");
        _sheets.Tags.CurrentStructureElement.Elements["/A"] = attributes;
        draw();
    });

    private IReadOnlyList<IReadOnlyList<string>> Wrapped(IReadOnlyList<string> cells, Func<int, XFont> font) =>
        [.. cells.Select((text, i) => _sheets.Wrap(text, font(i), _widths[i] - (2 * Padding)))];

    private static IReadOnlyList<IReadOnlyList<string>> Part(IReadOnlyList<IReadOnlyList<string>> cells, int from, int most) => [.. cells.Select(c => (IReadOnlyList<string>)[.. c.Skip(from).Take(most)])];

    private double HeightOf(IReadOnlyList<IReadOnlyList<string>> cells) => (Math.Max(1, cells.Max(c => c.Count)) * LineHeight) + (2 * Padding);

    private XFont FontOf(int column) => column == 0 ? _bold : _text;
}
