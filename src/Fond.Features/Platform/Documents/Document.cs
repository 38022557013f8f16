using Fond.Domain.Common;

namespace Fond.Features.Platform.Documents;

/// <summary>Something to be read, apart from how it looks: rendered as HTML or PDF.</summary>
/// <param name="Footer">At the foot of each printed page, before its number.</param>
internal sealed record Document(string Title, Language Language, string Footer, IReadOnlyList<Block> Blocks);

internal abstract record Block;

/// <param name="Level">2 to 4; the title is the only heading of level 1.</param>
internal sealed record Heading(int Level, string Text) : Block;

/// <param name="Text">An empty line begins a new paragraph; line breaks are kept.</param>
internal sealed record Paragraph(string Text) : Block;

internal sealed record Bullets(IReadOnlyList<string> Items) : Block;

/// <summary>Terms, each with what is to be said of it.</summary>
internal sealed record Definitions(IReadOnlyList<(string Term, string Text)> Rows) : Block;

/// <param name="Columns">The first one's cells name their rows.</param>
/// <param name="Rows">As many cells in each as there are columns.</param>
internal record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <param name="Width">In proportion to the other columns.</param>
internal sealed record Column(string Header, int Width = 1);

/// <summary>Something to be seen, told as well to those who do not see it.</summary>
/// <param name="Caption">What it is of.</param>
/// <param name="Alternative">What it shows, in words and numbers.</param>
internal sealed record Figure(string Caption, string Alternative, Drawing Drawing) : Block;

internal static class Texts
{
    /// <summary>Paragraphs of a text, each with its lines; what is empty is left out.</summary>
    public static IEnumerable<IReadOnlyList<string>> Paragraphs(this string text) => text.ReplaceLineEndings("\n").Split("\n\n")
        .Select(p => (IReadOnlyList<string>)[.. p.Split('\n').Select(line => line.Replace('\t', ' ').Trim()).Where(line => line.Length > 0)])
        .Where(lines => lines.Count > 0);

    /// <summary>As HTML, PDF and e-mail name it.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Swedish => "sv",
        Language.English => "en",
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };
}
