using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Fond.Features.Platform.Documents;

/// <summary>A table that goes on over pages: its header row is repeated, and a row that is taller than a page is cut.</summary>
internal sealed class PdfTable
{
    private const double Padding = 3;
    private const double LineHeight = 13;
    private static readonly XFont Text = Typeface.Regular(10);
    private static readonly XFont Bold = Typeface.Bold(10);

    private readonly PdfSheets _sheets;
    private readonly Table _table;
    private readonly double[] _lefts;
    private readonly double[] _widths;

    public PdfTable(PdfSheets sheets, Table table)
    {
        (_sheets, _table) = (sheets, table);
        var sum = table.Columns.Sum(c => c.Width);
        _widths = [.. table.Columns.Select(c => PdfSheets.Width * c.Width / sum)];
        _lefts = [.. _widths.Select((_, i) => _widths.Take(i).Sum())];
    }

    public void Draw()
    {
        var header = Wrapped([.. _table.Columns.Select(c => c.Header)], _ => Bold);
        _sheets.Need(HeightOf(header) + (4 * LineHeight));
        _sheets.Tagged(PdfBlockLevelElementTag.Table, () =>
        {
            Caption();
            _sheets.Tagged(PdfBlockLevelElementTag.TableRow, () => Row(header, _ => Bold, (_, draw) => Cell(PdfBlockLevelElementTag.TableHeaderCell, "Column", draw)));
            _sheets.OnNewSheet = () => _sheets.Decorate(() => Row(header, _ => Bold, (_, draw) => draw()));
            foreach (var row in _table.Rows) Rows(Wrapped(row, FontOf), HeightOf(header));
            _sheets.OnNewSheet = null;
        });
        _sheets.Y += 8;
    }

    private void Caption()
    {
        _sheets.Tags.BeginElement(PdfGroupingElementTag.Caption);
        foreach (var line in _sheets.Wrap(_table.Caption, Bold, PdfSheets.Width))
        {
            _sheets.Write(line, Bold, 0);
            _sheets.Y += LineHeight;
        }
        _sheets.Tags.End();
        _sheets.Y += Padding;
    }

    private void Rows(IReadOnlyList<IReadOnlyList<string>> cells, double header)
    {
        var most = (int)((PdfSheets.Height - header - (2 * Padding)) / LineHeight);
        for (var from = 0; from == 0 || cells.Any(c => c.Count > from); from += most)
        {
            IReadOnlyList<IReadOnlyList<string>> part = [.. cells.Select(c => (IReadOnlyList<string>)[.. c.Skip(from).Take(most)])];
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

    private static double HeightOf(IReadOnlyList<IReadOnlyList<string>> cells) => (Math.Max(1, cells.Max(c => c.Count)) * LineHeight) + (2 * Padding);

    private static XFont FontOf(int column) => column == 0 ? Bold : Text;
}
