using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

/// <summary>Hands out the numbers of the minutes' paragraphs: 1, 2, 3 ... by body and year, without a gap.</summary>
public sealed class ParagraphSeries : Aggregate
{
    private ParagraphSeries() { }

    public ParagraphSeries(long bodyId, int year) => (BodyId, Year) = (bodyId, year);

    public long BodyId { get; private set; }

    public int Year { get; private set; }

    public int Last { get; private set; }

    public int Next() => ++Last;
}
