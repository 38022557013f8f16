namespace Fond.Domain.Governance.Rankings;

/// <summary>A case as the assessors left it, beside its place.</summary>
/// <param name="MeanScore">The mean of the weighted scores, 0 to 100; null without any.</param>
/// <param name="Spread">The largest weighted score less the smallest.</param>
/// <param name="NeedsDiscussion">Whether the assessors differ by at least half the scale on some criterion.</param>
public sealed record CaseStanding(long CaseId, string CaseNumber, decimal? MeanScore, decimal? Spread, bool NeedsDiscussion);

/// <param name="ByTieBreak">Whether the ballots left it level with another, so that scores, or then the case number, put it first.</param>
public sealed record RankedCase(CaseStanding Case, bool ByTieBreak);

/// <summary>What the ballots came to. Kept as it was counted: it can be counted again from its own ballots.</summary>
public sealed record RankingResult(IReadOnlyList<Ballot> Ballots, IReadOnlyList<RankedCase> Order)
{
    internal static RankingResult Of(IReadOnlyList<Ballot> ballots, IReadOnlyList<CaseStanding> standings)
    {
        var byId = standings.ToDictionary(s => s.CaseId);
        var order = new Schulze([.. standings.Select(s => s.CaseId)], ballots).Order(new ByScore(byId));
        return new(ballots, [.. order.Select(o => new RankedCase(byId[o.Case], o.ByTieBreak))]);
    }

    /// <summary>The comparisons and chains that led to it.</summary>
    public Schulze Count() => new([.. Order.Select(o => o.Case.CaseId)], Ballots);

    /// <summary>Best mean score first, those without any last; then by case number, letter by letter.</summary>
    private sealed class ByScore(IReadOnlyDictionary<long, CaseStanding> standings) : IComparer<long>
    {
        public int Compare(long x, long y) => Nullable.Compare(standings[y].MeanScore, standings[x].MeanScore) is not 0 and var order
            ? order : string.CompareOrdinal(standings[x].CaseNumber, standings[y].CaseNumber);
    }
}
