using Fond.Domain.Common;

namespace Fond.Domain.Governance.Rankings;

/// <summary>What a case asks of the fund, over all years.</summary>
/// <param name="InPart">What it is reckoned with instead, as if it were to be granted no more; null: all that it asks.</param>
public sealed record Ask(long CaseId, Money Asked, Money? InPart = null)
{
    public Money Reckoned => InPart ?? Asked;
}

/// <summary>A case in order of rank against the money.</summary>
/// <param name="Reckoned">What it asks, or the part of it that is reckoned with.</param>
/// <param name="Fits">Whether it and all before it can be granted what they are reckoned with.</param>
/// <param name="Remaining">What the fund then has left after it.</param>
public sealed record FundingRow(long CaseId, Money Asked, Money Reckoned, bool Fits, Money Remaining);

/// <summary>A case below the line, as it would be if what remains above the line went to it first, before any other below.</summary>
/// <param name="CouldGet">All that it is reckoned with where that remains, else all that remains, and no more, since what is available never goes below zero.</param>
/// <param name="Remaining">What the fund has left after that.</param>
/// <param name="ThenFit">The other cases below the line that can be granted in full from that, in their order; what does not fit is passed over.</param>
public sealed record PartialGrant(long CaseId, Money Asked, Money CouldGet, Money Remaining, IReadOnlyList<long> ThenFit)
{
    public Money Missing => Asked - CouldGet;

    /// <summary>Of what it asks, 0 to 1, rounded down to whole hundredths.</summary>
    public decimal Share => Asked.Ore == 0 ? 1 : Math.Floor(100m * CouldGet.Ore / Asked.Ore) / 100;
}

/// <summary>Which cases can be granted in the order of their rank. The line is drawn at the first that does not fit: none below it is taken before it, however small.</summary>
/// <param name="Remaining">What is left when all above the line are granted in full.</param>
/// <param name="Parts">Each case below the line, in order; none when all fit.</param>
public sealed record FundingLine(Money Available, Money Remaining, IReadOnlyList<FundingRow> Rows, IReadOnlyList<PartialGrant> Parts)
{
    public static FundingLine Draw(Money available, IReadOnlyList<Ask> inOrder)
    {
        var (remaining, rows, above) = (available, new List<FundingRow>(), 0);
        foreach (var ask in inOrder)
        {
            var fits = above == rows.Count && ask.Reckoned <= remaining;
            if (fits) (remaining, above) = (remaining - ask.Reckoned, above + 1);
            rows.Add(new(ask.CaseId, ask.Asked, ask.Reckoned, fits, remaining));
        }
        List<Ask> below = [.. inOrder.Skip(above)];
        return new(available, remaining, rows, [.. below.Select(ask => InPart(ask, remaining, below))]);
    }

    private static PartialGrant InPart(Ask ask, Money remaining, IEnumerable<Ask> below)
    {
        var couldGet = ask.Reckoned < remaining ? ask.Reckoned : remaining;
        var (left, fit) = (remaining - couldGet, new List<long>());
        foreach (var other in below.Where(o => o != ask))
        {
            if (other.Reckoned > left) continue;
            left -= other.Reckoned;
            fit.Add(other.CaseId);
        }
        return new(ask.CaseId, ask.Asked, couldGet, remaining - couldGet, fit);
    }
}
