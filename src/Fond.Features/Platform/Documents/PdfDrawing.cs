using PdfSharp.Drawing;

namespace Fond.Features.Platform.Documents;

/// <summary>A drawing on a printed page.</summary>
/// <param name="x">Where its upper left corner is.</param>
/// <param name="y">The same, down the page.</param>
internal sealed class PdfDrawing(XGraphics page, double x, double y)
{
    public void Draw(Drawing drawing)
    {
        foreach (var shape in drawing.Shapes) Draw(shape);
    }

    private void Draw(Shape shape)
    {
        switch (shape)
        {
            case Stroke s: page.DrawLine(Pen(s), x + s.X1, y + s.Y1, x + s.X2, y + s.Y2); break;
            case Box b: page.DrawRectangle(new XPen(XColors.Black, Box.Edge), b.IsFilled ? XBrushes.Black : null, x + b.X, y + b.Y, b.Width, b.Height); break;
            case Dot d: page.DrawEllipse(XBrushes.Black, x + d.X - d.Radius, y + d.Y - d.Radius, 2 * d.Radius, 2 * d.Radius); break;
            case Label l: Write(l); break;
            default: throw new ArgumentOutOfRangeException(nameof(shape));
        }
    }

    private void Write(Label label)
    {
        var font = label.IsBold ? Typeface.Bold(label.Size) : Typeface.Regular(label.Size);
        var before = page.MeasureString(label.Text, font).Width * (label.Side switch { Side.Left => 1, Side.Middle => 0.5, _ => 0 });
        page.DrawString(label.Text, font, XBrushes.Black, x + label.X - before, y + label.Y);
    }

    private static XPen Pen(Stroke stroke)
    {
        var pen = new XPen(XColors.Black, stroke.Thickness);
        if (stroke.IsDashed) pen.DashPattern = [Stroke.Dash / stroke.Thickness, Stroke.Dash / stroke.Thickness]; // in widths of the pen
        return pen;
    }
}
