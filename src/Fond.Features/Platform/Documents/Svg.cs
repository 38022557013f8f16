namespace Fond.Features.Platform.Documents;

/// <summary>A figure within a page: as wide as the page, in its type and colour, and told to those who do not see it. It has no styles of its own, which the page's security policy would not let through.</summary>
internal static class Svg
{
    /// <param name="number">Different for each figure of a page.</param>
    public static Html Of(Figure figure, int number) => $"""
        <figure>
        <figcaption>{figure.Caption}</figcaption>
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="figure-{number}-title figure-{number}-desc" viewBox="0 0 {figure.Drawing.Width} {figure.Drawing.Height}" width="100%" fill="currentColor">
        <title id="figure-{number}-title">{figure.Caption}</title>
        <desc id="figure-{number}-desc">{figure.Alternative}</desc>
        {figure.Drawing.Shapes.Select(Of)}</svg>
        </figure>

        """;

    private static Html Of(Shape shape) => shape switch
    {
        Stroke s => $"<line x1=\"{s.X1}\" y1=\"{s.Y1}\" x2=\"{s.X2}\" y2=\"{s.Y2}\" stroke=\"currentColor\" stroke-width=\"{s.Thickness}\"{(s.IsDashed ? $" stroke-dasharray=\"{Stroke.Dash} {Stroke.Dash}\"" : Html.None)} />\n",
        Box b => $"<rect x=\"{b.X}\" y=\"{b.Y}\" width=\"{b.Width}\" height=\"{b.Height}\" stroke=\"currentColor\" stroke-width=\"{Box.Edge}\"{(b.IsFilled ? Html.None : $" fill=\"none\"")} />\n",
        Dot d => $"<circle cx=\"{d.X}\" cy=\"{d.Y}\" r=\"{d.Radius}\" />\n",
        Label l => $"<text x=\"{l.X}\" y=\"{l.Y}\" font-size=\"{l.Size}\" text-anchor=\"{AnchorOf(l)}\"{(l.IsBold ? $" font-weight=\"bold\"" : Html.None)}>{l.Text}</text>\n",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static string AnchorOf(Label label) => label.Side switch
    {
        Side.Left => "end",
        Side.Middle => "middle",
        Side.Right => "start",
        _ => throw new ArgumentOutOfRangeException(nameof(label)),
    };
}
