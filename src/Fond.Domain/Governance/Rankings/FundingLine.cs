using Fond.Domain.Common;

namespace Fond.Domain.Governance.Rankings;

/// <summary>What a case asks of the fund, over all years.</summary>
public sealed record Ask(long CaseId, Money Asked);

/// <summary>A case in order of rank against the money.</summary>
/// <param name="Fits">Whether it and all before it can be granted in full.</param>
/// <param name="Remaining">What the fund then has left after it.</param>
public sealed record FundingRow(long CaseId, Money Asked, bool Fits, Money Remaining);

/// <summary>The first case that cannot be granted in full.</summary>
/// <param name="Missing">What is wanting.</param>
/// <param name="CouldGet">What it could be granted in part: all that remains, and no more, since what is available never goes below zero.</param>
public sealed record PartialGrant(long CaseId, Money Asked, Money Missing, Money CouldGet);

/// <summary>Which cases can be granted in the order of their rank. The line is drawn at the first that does not fit: none below it is taken before it, however small.</summary>
/// <param name="Remaining">What is left when all above the line are granted in full.</param>
/// <param name="First">The first below the line; null when all fit.</param>
public sealed record FundingLine(Money Available, Money Remaining, IReadOnlyList<FundingRow> Rows, PartialGrant? First)
{
    public static FundingLine Draw(Money available, IReadOnlyList<Ask> inOrder)
    {
        var (remaining, rows, first) = (available, new List<FundingRow>(), (PartialGrant?)null);
        foreach (var ask in inOrder)
        {
            if (first is null && ask.Asked > remaining) first = new(ask.CaseId, ask.Asked, ask.Asked - remaining, remaining);
            if (first is null) remaining -= ask.Asked;
            rows.Add(new(ask.CaseId, ask.Asked, first is null, remaining));
        }
        return new(available, remaining, rows, first);
    }
}
