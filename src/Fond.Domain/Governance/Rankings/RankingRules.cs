using Fond.Domain.Common;

namespace Fond.Domain.Governance.Rankings;

/// <summary>What is wrong with a vote as it is opened, or with a ballot, each fault with its place.</summary>
internal static class RankingRules
{
    /// <summary>Members with a vote of their own who are there, and the substitutes who serve.</summary>
    public static IReadOnlyList<long> Voters(RankingTerms terms, Body body, DateOnly today) =>
        [.. body.Members.Select(m => m.PersonId).OfType<long>().Where(p => body.IsMember(p, today)).Except(terms.AbsentIds)
            .Concat(terms.SubstituteIds.Where(p => body.IsSubstitute(p, today))).Distinct()];

    public static IEnumerable<Refusal> Faults(RankingTerms terms, Body body, DateOnly today)
    {
        if (terms.CaseIds.Count is < Ranking.FewestCases or > Ranking.MostCases) yield return new RankingCasesOutOfRange(terms.CaseIds.Count) { Path = ["callId"] };
        for (var i = 0; i < terms.AbsentIds.Count; i++)
            if (!body.IsMember(terms.AbsentIds[i], today)) yield return new RankingAbsentNotMember { Path = ["absentIds", $"{i}"] };
        for (var i = 0; i < terms.SubstituteIds.Count; i++)
            if (!body.IsSubstitute(terms.SubstituteIds[i], today)) yield return new RankingNotSubstitute { Path = ["substituteIds", $"{i}"] };
        var voters = Voters(terms, body, today);
        var votes = body.VotesAmong(voters, today);
        if (voters.Count > votes) yield return new RankingSubstitutesTooMany { Path = ["substituteIds"] };
        if (votes < body.Quorum) yield return new RankingNoQuorum(votes, body.Quorum);
    }

    public static IEnumerable<Refusal> Faults(IReadOnlyList<IReadOnlyList<long>> groups, IReadOnlyCollection<long> cases, IReadOnlyCollection<long> conflicts)
    {
        var seen = new HashSet<long>();
        for (var group = 0; group < groups.Count; group++)
            for (var i = 0; i < groups[group].Count; i++)
                if (Fault(groups[group][i], cases, conflicts, seen) is { } fault) yield return fault with { Path = ["groups", $"{group}", "applicationIds", $"{i}"] };
    }

    private static Refusal? Fault(long ranked, IReadOnlyCollection<long> cases, IReadOnlyCollection<long> conflicts, HashSet<long> seen) =>
        !cases.Contains(ranked) ? new BallotCaseUnknown()
        : conflicts.Contains(ranked) ? new BallotCaseConflicted()
        : !seen.Add(ranked) ? new BallotCaseRepeated()
        : null;
}
