using System.Xml.Linq;
using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Fond.Api.Tests.Platform;

public sealed class DocumentTests
{
    private const string Sentence = "Styrgruppen för social hållbarhet beslutar att bevilja ansökan för åren 2026–2028.";

    private static readonly string LongWord = new('å', 400);

    private static readonly Document Whole = new("Protokoll <2026> & \"bilaga\"", Language.Swedish, "Styrgruppen", [
        new Definitions([("Plats", "Rådhuset, Öresund"), ("Närvarande", string.Join('\n', Enumerable.Range(1, 80).Select(i => $"Ledamot {i}")))]),
        new Heading(2, "§ 1 Ärendet"),
        new Paragraph($"{Sentence}\nNy rad\n\n<script>alert(1)</script> {LongWord}"),
        new Heading(3, "Beslut"),
        new Bullets(["Räksmörgås ÅÄÖ", Sentence]),
        new Table("Bilagor", [new("Nummer"), new("Rubrik", 4)], [.. Enumerable.Range(1, 90).Select(i => (IReadOnlyList<string>)[$"nr {i}", i == 40 ? string.Join(' ', Enumerable.Repeat(Sentence, 60)) : "Tjänsteskrivelse"])]),
        new Paragraph("Sist av allt."),
    ]);

    [Fact]
    public void The_html_is_well_formed_and_names_its_language_landmarks_and_header_cells()
    {
        var page = XDocument.Parse(HtmlRendering.Of(Whole)).Root!;
        Assert.Equal("sv", page.Attribute("lang")!.Value);
        Assert.Equal("Protokoll <2026> & \"bilaga\"", page.Element("head")!.Element("title")!.Value);
        Assert.Equal(["header", "main", "footer"], page.Element("body")!.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(["h1", "h2", "h3"], page.Descendants().Select(e => e.Name.LocalName).Where(n => n is ['h', >= '1' and <= '6']));
        Assert.Empty(page.Descendants("script"));
        var table = page.Descendants("table").Single();
        Assert.Equal("Bilagor", table.Element("caption")!.Value);
        Assert.Equal(["col", "col"], table.Element("thead")!.Descendants("th").Select(c => c.Attribute("scope")!.Value));
        Assert.Equal(90, table.Element("tbody")!.Descendants("th").Count(c => c.Attribute("scope")!.Value == "row"));
        Assert.Contains("Räksmörgås ÅÄÖ", HtmlRendering.Of(Whole), StringComparison.Ordinal); // as letters, not as numbers
        Assert.Equal(2, page.Descendants("p").Count(p => p.Parent!.Name == "main" && p.Value.StartsWith("Styrgruppen", StringComparison.Ordinal) | p.Value.StartsWith("<script>", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_pdf_holds_every_word_in_order_and_numbers_its_pages()
    {
        using var pdf = PdfDocument.Open(PdfRendering.Of(Whole));
        var pages = pdf.GetPages().Select(p => p.Text).ToList();
        Assert.All(pages, (text, i) => Assert.StartsWith($"StyrgruppenSida {i + 1} av {pages.Count}", text));
        var text = string.Concat(pages.Select((page, i) => page[$"StyrgruppenSida {i + 1} av {pages.Count}".Length..]));
        var at = 0;
        foreach (var expected in new[] { "Protokoll <2026> & \"bilaga\"", "Rådhuset, Öresund", "Ledamot 1 ", "Ledamot 80 ", "§ 1 Ärendet", Sentence, "Ny rad", "<script>", "Beslut", "• Räksmörgås ÅÄÖ", "Bilagor", "nr 1 Tjänsteskrivelse", "nr 90 Tjänsteskrivelse", "Sist av allt." })
        {
            var found = text.IndexOf(expected, at, StringComparison.Ordinal);
            Assert.True(found >= 0, expected);
            at = found;
        }
        Assert.Contains(LongWord, text);
        Assert.True(CountOf(text, "Nummer Rubrik") > 2); // the header row is repeated where the table goes on
    }

    [Fact]
    public void Nothing_is_written_outside_the_margins()
    {
        using var pdf = PdfDocument.Open(PdfRendering.Of(Whole));
        foreach (var letter in pdf.GetPages().SelectMany(p => p.Letters).Where(l => l.Value.Trim().Length > 0))
            Assert.True(letter.BoundingBox is { Left: >= 60, Right: <= 535, Bottom: >= 45, Top: <= 790 }, $"{letter.Value} at {letter.BoundingBox}");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)] // more than the page has room for in letters of the usual size
    public void No_word_of_a_table_is_cut_where_smaller_letters_or_other_columns_can_make_room(int narrow)
    {
        const string Word = "tvärtemot30";
        Document document = new("Tabell", Language.Swedish, "Fot",
        [
            new Table("Skattningar", [new("Projekt", 40), .. Enumerable.Repeat(new Column("n"), narrow)], [[Sentence, .. Enumerable.Repeat(Word, narrow)]]),
        ]);
        using var pdf = PdfDocument.Open(PdfRendering.Of(document));
        Assert.Equal(narrow, pdf.GetPage(1).GetWords().Count(word => word.Text == Word));
        Assert.All(pdf.GetPage(1).Letters, letter => Assert.True(letter.PointSize >= 7));
    }

    [Fact]
    public void A_table_begins_on_the_page_where_its_first_row_is_and_its_heading_with_it()
    {
        for (var before = 36; before < 52; before++)
        {
            using var pdf = PdfDocument.Open(PdfRendering.Of(new("Sidbrytning", Language.Swedish, "Fot",
                [new Bullets([.. Enumerable.Repeat("rad", before)]), new Heading(2, "Rubriken"), new Table("Tabellen", [new("Kolumnen"), new("Texten")], [["Raden", string.Join('\n', Enumerable.Repeat("text", 8))]])])));
            var page = pdf.GetPages().Single(p => p.Text.Contains("Rubriken", StringComparison.Ordinal)).Text;
            foreach (var part in new[] { "Tabellen", "Kolumnen", "Raden" }) Assert.Contains(part, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("list", "sjunde")]
    [InlineData("text", "första")]
    public void No_heading_stands_alone_at_the_foot_of_a_page(string kind, string word)
    {
        Block follower = kind == "list" ? new Definitions([("en term som är så lång att den tar flera rader i anspråk och slutar med det sjunde", "text")]) : new Paragraph("första");
        for (var before = 36; before < 52; before++)
        {
            using var pdf = PdfDocument.Open(PdfRendering.Of(new("Sidbrytning", Language.Swedish, "Fot",
                [new Bullets([.. Enumerable.Repeat("rad", before)]), new Heading(2, "Överrubriken"), new Heading(3, "Underrubriken"), follower])));
            var page = pdf.GetPages().Single(p => p.Text.Contains("Överrubriken", StringComparison.Ordinal)).Text;
            foreach (var part in new[] { "Underrubriken", word }) Assert.Contains(part, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_pdf_is_tagged_names_its_language_and_says_what_each_part_is()
    {
        using var pdf = PdfDocument.Open(PdfRendering.Of(Whole));
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        Assert.Equal("sv", Assert.IsType<StringToken>(catalog.Data["Lang"]).Data);
        var tags = new List<string>();
        Walk(pdf, catalog.Data["StructTreeRoot"], tags);
        foreach (var tag in new[] { "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption", "TR", "TH", "TD" }) Assert.Contains(tag, tags);
        Assert.Equal(4, tags.Count(t => t == "Column") + tags.Count(t => t is "H2" or "H3"));
        Assert.True(tags.Count(t => t == "Row") >= 90);
        Assert.Equal("Protokoll <2026> & \"bilaga\"", pdf.Information.Title);
    }

    [Fact]
    public void Many_are_rendered_at_once()
    {
        var sizes = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ => PdfDocument.Open(PdfRendering.Of(Whole)).NumberOfPages).ToList();
        Assert.Single(sizes.Distinct());
    }

    [Fact]
    public void A_word_is_cut_between_characters_and_nothing_is_lost()
    {
        var text = $"kort {string.Concat(Enumerable.Repeat("a\u0308", 20))} slut"; // a letter of two code points
        var lines = LineBreaks.Of(text, 7, part => part.Length).ToList();
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, 7));
        Assert.Equal(text, string.Concat(lines).TrimEnd());
        Assert.DoesNotContain(lines, line => line.StartsWith('\u0308'));
    }

    private static int CountOf(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    /// <summary>Types of structure elements, and the scopes of header cells.</summary>
    private static void Walk(PdfDocument pdf, IToken token, List<string> found)
    {
        switch (token)
        {
            case IndirectReferenceToken reference: Walk(pdf, pdf.Structure.GetObject(reference.Data).Data, found); break;
            case ArrayToken array: foreach (var item in array.Data) Walk(pdf, item, found); break;
            case DictionaryToken element:
                if (element.TryGet(NameToken.Create("S"), out NameToken type)) found.Add(type.Data);
                if (element.TryGet(NameToken.Create("A"), out var attributes)) Walk(pdf, attributes, found);
                if (element.TryGet(NameToken.Create("Scope"), out NameToken scope)) found.Add(scope.Data);
                if (element.TryGet(NameToken.Create("K"), out var children)) Walk(pdf, children, found);
                break;
        }
    }
}
