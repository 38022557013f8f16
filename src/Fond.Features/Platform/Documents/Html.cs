using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Fond.Features.Platform.Documents;

/// <summary>HTML written as an interpolated string: what stands in the braces is text and is encoded, unless it is HTML itself.</summary>
[InterpolatedStringHandler]
internal readonly struct Html(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public static Html None => $"";

    /// <summary>Lines, one below the other, where no paragraph can stand.</summary>
    public static Html Lines(IEnumerable<string> lines) => $"{lines.Select((line, i) => i == 0 ? $"{line}" : (Html)$"<br />{line}")}";

    public void AppendLiteral(string html) => _text.Append(html);

    public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>A length or a place in a drawing: hundredths are finer than any screen.</summary>
    public void AppendFormatted(double number) => _text.Append(CultureInfo.InvariantCulture, $"{number:0.##}");

    public void AppendFormatted(DateOnly day) => _text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}");

    public void AppendFormatted(Html html) => _text.Append(html._text);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts) _text.Append(part._text);
    }

    public override string ToString() => _text.ToString();
}
