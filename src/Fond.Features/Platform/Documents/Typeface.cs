using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Fond.Features.Platform.Documents;

/// <summary>The one typeface of printed documents, carried along so that no machine needs to have it: Liberation Sans, whose licence lies beside it.</summary>
internal sealed class Typeface : IFontResolver
{
    private const string Name = "Liberation Sans";

    static Typeface() => GlobalFontSettings.FontResolver = new Typeface();

    public static XFont Regular(double points) => new(Name, points, XFontStyleEx.Regular);

    public static XFont Bold(double points) => new(Name, points, XFontStyleEx.Bold);

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Name ? new FontResolverInfo(isBold ? "Bold" : "Regular") : null;

    public byte[] GetFont(string faceName)
    {
        using var file = typeof(Typeface).Assembly.GetManifestResourceStream($"LiberationSans-{faceName}.ttf")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
