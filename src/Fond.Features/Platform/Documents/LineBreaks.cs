using System.Globalization;
using System.Text;

namespace Fond.Features.Platform.Documents;

/// <summary>Where the lines of a text end.</summary>
internal static class LineBreaks
{
    /// <summary>Lines with the space between words at their end, so that the text reads as one.</summary>
    /// <param name="measure">How wide a text is, in the unit of <paramref name="width"/>.</param>
    public static IEnumerable<string> Of(string text, double width, Func<string, double> measure)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (part, i) in Fitting(word, width, measure).Select((part, i) => (part, i)))
            {
                var between = i == 0 && line.Length > 0 ? " " : "";
                if (line.Length > 0 && measure(line + between + part) > width)
                {
                    yield return line + between;
                    line = part;
                }
                else line += between + part;
            }
        }
        if (line.Length > 0) yield return line + " ";
    }

    /// <summary>A word that is wider than the line is cut, never within a character.</summary>
    private static List<string> Fitting(string word, double width, Func<string, double> measure)
    {
        if (measure(word) <= width) return [word];
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var characters = StringInfo.GetTextElementEnumerator(word); characters.MoveNext();)
        {
            var character = characters.GetTextElement();
            if (part.Length > 0 && measure(part + character) > width)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            part.Append(character);
        }
        parts.Add(part.ToString());
        return parts;
    }
}
