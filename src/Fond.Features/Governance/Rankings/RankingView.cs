using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Platform.GraphQL;

namespace Fond.Features.Governance.Rankings;

/// <summary>A case in the joint ranking, beside what the assessors came to.</summary>
/// <param name="Place">1 for the first. A place that is not shown is that of a case that the caller is shut out of.</param>
/// <param name="ApplicationId">For node.</param>
/// <param name="CaseNumber">The registry's number.</param>
/// <param name="MeanScore">The mean of the weighted scores, 0 to 100.</param>
/// <param name="Spread">The largest weighted score less the smallest.</param>
/// <param name="NeedsDiscussion">Whether the assessors differ by at least half the scale on some criterion.</param>
/// <param name="ByTieBreak">Whether the ballots left it level with another, so that mean scores, or then the case number, put it first.</param>
internal sealed record RankedRow(
    int Place, [property: GraphQL.Id] string ApplicationId, string CaseNumber, decimal? MeanScore, decimal? Spread, bool NeedsDiscussion, bool ByTieBreak);

/// <summary>Two cases of the joint ranking against each other, the one that came before first.</summary>
/// <param name="First">An application.</param>
/// <param name="Second">Another.</param>
/// <param name="PreferFirst">Members who prefer the first.</param>
/// <param name="PreferSecond">Members who prefer the second.</param>
/// <param name="Equal">Members who placed both, neither before the other.</param>
/// <param name="StrengthOfFirst">Of the strongest chain of wins from the first to the second, 0 to 1.</param>
/// <param name="StrengthOfSecond">Of that from the second to the first.</param>
internal sealed record RankedPair(
    [property: GraphQL.Id] string First, [property: GraphQL.Id] string Second, int PreferFirst, int PreferSecond, int Equal, decimal StrengthOfFirst, decimal StrengthOfSecond);

/// <summary>A ballot as it was counted.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Groups">Best first.</param>
/// <param name="Abstained">Cases that the member has a conflict of interest in.</param>
internal sealed record CountedBallot([property: GraphQL.Id] string PersonId, IReadOnlyList<BallotGroup> Groups, [property: GraphQL.Id] IReadOnlyList<string> Abstained);

/// <summary>The cases that still await a decision, in the order that holds, against what the fund has available now.</summary>
/// <param name="Available">What the fund can still grant.</param>
/// <param name="Remaining">What is left when all above the line are granted in full.</param>
/// <param name="Rows">In order.</param>
/// <param name="Parts">Each case below the line, in order: what it could be granted in part, and what else then fits.</param>
internal sealed record RankingBudget(Money Available, Money Remaining, IReadOnlyList<RankingBudgetRow> Rows, IReadOnlyList<RankingBudgetPart> Parts);

/// <summary>A case against the money.</summary>
/// <param name="ApplicationId">For node.</param>
/// <param name="Asked">What it asks of the fund, over all years.</param>
/// <param name="Reckoned">The same, or the part of it that is reckoned with.</param>
/// <param name="Fits">Whether it and all before it can be granted what they are reckoned with.</param>
/// <param name="Remaining">What the fund then has left after it.</param>
internal sealed record RankingBudgetRow([property: GraphQL.Id] string ApplicationId, Money Asked, Money Reckoned, bool Fits, Money Remaining);

/// <summary>As if a case were to be granted no more than this.</summary>
internal sealed record RankingPart
{
    /// <summary>Of the ranking.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Above zero, and at most what it asks.</summary>
    public required Money Amount { get; init; }
}

/// <summary>A case below the line, if what remains above the line went to it before any other below.</summary>
/// <param name="ApplicationId">For node.</param>
/// <param name="Asked">What it asks of the fund, over all years.</param>
/// <param name="CouldGet">What it could be granted: all that it asks where that remains, else all that remains.</param>
/// <param name="Missing">What is then wanting.</param>
/// <param name="Share">How much of what it asks that is, 0 to 1, rounded down to whole hundredths.</param>
/// <param name="Remaining">What the fund has left after that.</param>
/// <param name="ThenFit">The other applications below the line that can be granted in full from that, in their order.</param>
internal sealed record RankingBudgetPart([property: GraphQL.Id] string ApplicationId, Money Asked, Money CouldGet, Money Missing, decimal Share, Money Remaining, [property: GraphQL.Id] IReadOnlyList<string> ThenFit);

/// <summary>What a ranking came to, as far as it may be shown.</summary>
/// <param name="Seen">The cases that the caller sees and does not lead.</param>
/// <param name="Available">What the fund can still grant.</param>
/// <param name="Asks">Of the cases that still await a decision, in the order that holds.</param>
internal sealed record RankingView(Ranking Ranking, IReadOnlySet<long> Seen, Money Available, IReadOnlyList<Ask> Asks)
{
    public IEnumerable<RankedRow> Rows() => Ranking.Result!.Order
        .Select((r, i) => (r.Case.CaseId, Row: new RankedRow(i + 1, Id(r.Case.CaseId), r.Case.CaseNumber, r.Case.MeanScore, r.Case.Spread, r.Case.NeedsDiscussion, r.ByTieBreak)))
        .Where(r => Seen.Contains(r.CaseId)).Select(r => r.Row);

    public IEnumerable<RankedPair> Pairs()
    {
        var count = Ranking.Result!.Count();
        var shown = Enumerable.Range(0, count.Cases.Count).Where(i => Seen.Contains(count.Cases[i])).ToList();
        return from i in shown
               from j in shown
               where i < j
               let between = count.Between(i, j)
               select new RankedPair(Id(count.Cases[i]), Id(count.Cases[j]), between.PreferFirst, between.PreferSecond, between.Equal, count.Strength(i, j), count.Strength(j, i));
    }

    public IEnumerable<CountedBallot> Ballots() => Ranking.Result!.Ballots.Select(b => new CountedBallot(GlobalId.Of<Person>(b.PersonId), [.. Groups(b.Groups)], [.. Ids(b.Abstained)]));

    public IEnumerable<BallotGroup> Groups(IReadOnlyList<IReadOnlyList<long>> groups) => groups.Select(g => new BallotGroup { ApplicationIds = [.. Ids(g)] });

    public IEnumerable<string> Ids(IEnumerable<long> cases) => cases.Where(Seen.Contains).Select(Id);

    /// <summary>Whether each part is of another case, above zero and at most what it asks. Who is held out of a case would learn from the sums what it asks.</summary>
    public bool Means(IReadOnlyList<RankingPart> inPart) => inPart.Count == 0 || (Asks.All(a => Seen.Contains(a.CaseId)) && inPart.Count <= Asks.Count && inPart.DistinctBy(p => p.ApplicationId).Count() == inPart.Count
        && inPart.All(p => Asks.Any(a => Id(a.CaseId) == p.ApplicationId && Seen.Contains(a.CaseId) && p.Amount > Money.Zero && p.Amount <= a.Asked)));

    /// <param name="inPart">As <see cref="Means"/> takes them.</param>
    public RankingBudget Budget(IReadOnlyList<RankingPart> inPart)
    {
        var line = FundingLine.Draw(Available, [.. Asks.Select(a => a with { InPart = inPart.FirstOrDefault(p => p.ApplicationId == Id(a.CaseId))?.Amount })]);
        return new(line.Available, line.Remaining,
            [.. line.Rows.Where(r => Seen.Contains(r.CaseId)).Select(r => new RankingBudgetRow(Id(r.CaseId), r.Asked, r.Reckoned, r.Fits, r.Remaining))],
            [.. line.Parts.Where(p => Seen.Contains(p.CaseId)).Select(p => new RankingBudgetPart(Id(p.CaseId), p.Asked, p.CouldGet, p.Missing, p.Share, p.Remaining, [.. Ids(p.ThenFit)]))]);
    }

    private static string Id(long application) => GlobalId.Of<Application>(application);
}
