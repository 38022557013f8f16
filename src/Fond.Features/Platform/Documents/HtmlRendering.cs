namespace Fond.Features.Platform.Documents;

/// <summary>A document as a page of its own: well-formed, without scripts, readable by ear; the look is in a style sheet beside it.</summary>
internal static class HtmlRendering
{
    public const string ContentType = "text/html; charset=utf-8";

    public static string Of(Document document)
    {
        Html page = $"""
            <!DOCTYPE html>
            <html lang="{document.Language.Code()}">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{document.Title}</title>
            <link rel="stylesheet" href="/document.css" />
            </head>
            <body>
            <header><h1>{document.Title}</h1></header>
            <main>
            {document.Blocks.Select(Of)}</main>
            <footer><p>{document.Footer}</p></footer>
            </body>
            </html>

            """;
        return page.ToString();
    }

    /// <param name="place">Of the block in its document, by which its parts are named.</param>
    private static Html Of(Block block, int place) => block switch
    {
        Heading heading => $"<h{heading.Level}>{Broken(heading.Text)}</h{heading.Level}>\n",
        Paragraph paragraph => $"{paragraph.Text.Paragraphs().Select(lines => (Html)$"<p>{Html.Lines(lines)}</p>\n")}",
        Bullets bullets => $"<ul>\n{bullets.Items.Select(item => (Html)$"<li>{Broken(item)}</li>\n")}</ul>\n",
        Definitions definitions => $"<dl>\n{definitions.Rows.Select(row => (Html)$"<dt>{Broken(row.Term)}</dt>\n<dd>{Broken(row.Text)}</dd>\n")}</dl>\n",
        Table table => Of(table),
        Figure figure => Svg.Of(figure, place),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static Html Of(Table table) => $"""
        <table>
        <caption>{Broken(table.Caption)}</caption>
        <thead><tr>{table.Columns.Select(c => (Html)$"<th scope=\"col\">{Broken(c.Header)}</th>")}</tr></thead>
        <tbody>
        {table.Rows.Select(row => (Html)$"<tr><th scope=\"row\">{Broken(row[0])}</th>{row.Skip(1).Select(cell => (Html)$"<td>{Broken(cell)}</td>")}</tr>\n")}</tbody>
        </table>

        """;

    /// <summary>Where no paragraph can stand, each line and paragraph begins a new line.</summary>
    private static Html Broken(string text) => Html.Lines(text.Paragraphs().SelectMany(lines => lines));
}
