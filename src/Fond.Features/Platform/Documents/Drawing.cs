namespace Fond.Features.Platform.Documents;

/// <summary>What there is to see of a figure, apart from how it is shown. Measures are in points, from the upper left corner.</summary>
/// <param name="Width">No wider than the lines of a printed page.</param>
internal sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Shapes);

internal abstract record Shape;

/// <summary>A straight line.</summary>
internal sealed record Stroke(double X1, double Y1, double X2, double Y2, double Thickness = 1, bool IsDashed = false) : Shape
{
    /// <summary>How long a dash is, and how long the gap after it.</summary>
    public const double Dash = 3;
}

/// <summary>A rectangle, filled or an outline.</summary>
internal sealed record Box(double X, double Y, double Width, double Height, bool IsFilled) : Shape
{
    /// <summary>How thick its outline is.</summary>
    public const double Edge = 1;
}

internal sealed record Dot(double X, double Y, double Radius) : Shape;

/// <param name="Y">Of the line that the letters stand on.</param>
/// <param name="Side">On which side of X the text is.</param>
internal sealed record Label(double X, double Y, string Text, Side Side = Side.Right, bool IsBold = false, double Size = 10) : Shape;

internal enum Side { Left, Middle, Right }
