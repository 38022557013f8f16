namespace Fond.Domain.Impact.Series;

/// <summary>A key figure of the fund in one of its areas, which a change is set beside.</summary>
/// <param name="KeyFigure">The key figure's code.</param>
/// <param name="Area">The area's code.</param>
public sealed record NamedSeries(string KeyFigure, string Area)
{
    internal NamedSeries Trimmed => new(KeyFigure.Trim(), Area.Trim());
}
