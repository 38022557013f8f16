using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Fond.Features.Platform.Documents;

/// <summary>A document as a page of its own: well-formed, without scripts, readable by ear; the look is in a style sheet beside it.</summary>
internal sealed class HtmlRendering
{
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    private HtmlRendering() { }

    public static string Of(Document document) => new HtmlRendering().Whole(document);

    private string Whole(Document document)
    {
        var title = Encode(document.Title);
        Add($"""
            <!DOCTYPE html>
            <html lang="{document.Language.Code()}">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{title}</title>
            <link rel="stylesheet" href="/document.css" />
            </head>
            <body>
            <header><h1>{title}</h1></header>
            <main>

            """);
        foreach (var block in document.Blocks) Add(block);
        Add($"""
            </main>
            <footer><p>{Encode(document.Footer)}</p></footer>
            </body>
            </html>

            """);
        return _html.ToString();
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Heading heading: Line($"h{heading.Level}", heading.Text); break;
            case Paragraph paragraph: AddParagraphs(paragraph.Text); break;
            case Bullets bullets: Wrapped("ul", bullets.Items, item => Line("li", item)); break;
            case Definitions definitions: Wrapped("dl", definitions.Rows, row => { Line("dt", row.Term); Line("dd", row.Text); }); break;
            case Table table: Add(table); break;
            default: throw new ArgumentOutOfRangeException(nameof(block));
        }
    }

    private void AddParagraphs(string text)
    {
        foreach (var lines in text.Paragraphs()) _html.Append("<p>").AppendJoin("<br />", lines.Select(Encode)).Append("</p>\n");
    }

    private void Add(Table table)
    {
        _html.Append("<table>\n");
        Line("caption", table.Caption);
        _html.Append("<thead><tr>").AppendJoin("", table.Columns.Select(c => Cell("th", "col", c.Header))).Append("</tr></thead>\n");
        Wrapped("tbody", table.Rows, row => _html.Append("<tr>").Append(Cell("th", "row", row[0])).AppendJoin("", row.Skip(1).Select(c => Cell("td", null, c))).Append("</tr>\n"));
        _html.Append("</table>\n");
    }

    private void Wrapped<T>(string tag, IEnumerable<T> items, Action<T> add)
    {
        Add($"<{tag}>\n");
        foreach (var item in items) add(item);
        Add($"</{tag}>\n");
    }

    private void Line(string tag, string text) => Add($"<{tag}>{Broken(text)}</{tag}>\n");

    private static string Cell(string tag, string? scope, string text) => $"<{tag}{(scope is null ? "" : $" scope=\"{scope}\"")}>{Broken(text)}</{tag}>";

    /// <summary>Where no paragraph can stand, each line and paragraph begins a new line.</summary>
    private static string Broken(string text) => string.Join("<br />", text.Paragraphs().SelectMany(lines => lines).Select(Encode));

    private void Add(string html) => _html.Append(html);

    private static string Encode(string text) => Encoder.Encode(text);
}
