using Fond.Domain.Common;

namespace Fond.Domain.Governance.Rankings;

/// <summary>A member's part in the vote. The trail tells that and when it was cast; what it says stands there once the ranking has been counted, and not before.</summary>
public sealed class RankingBallot : Entity, IRecordedInBulk
{
    private RankingBallot() { }

    internal RankingBallot(long personId) => PersonId = personId;

    public long PersonId { get; private set; }

    /// <summary>Best first; null until it is cast.</summary>
    public IReadOnlyList<IReadOnlyList<long>>? Groups { get; private set; }

    public DateTimeOffset? CastAt { get; private set; }

    internal void Cast(IReadOnlyList<IReadOnlyList<long>> groups, DateTimeOffset now) => (Groups, CastAt) = ([.. groups.Where(g => g.Count > 0)], now);

    /// <param name="cases">Those that are counted.</param>
    /// <param name="conflicts">The member's own, as they are known when it is counted.</param>
    internal Ballot Counted(IReadOnlyCollection<long> cases, IReadOnlyCollection<long> conflicts) => new(
        PersonId,
        [.. Groups!.Select(g => (IReadOnlyList<long>)[.. g.Where(c => cases.Contains(c) && !conflicts.Contains(c))]).Where(g => g.Count > 0)],
        [.. cases.Where(conflicts.Contains)]);
}
