using Fond.Domain.Common;
using Stateless;

namespace Fond.Domain.Governance.Rankings;

/// <summary>Who votes on what.</summary>
/// <param name="AbsentIds">Members who take no part.</param>
/// <param name="SubstituteIds">Who serves for them, and for empty seats.</param>
public sealed record RankingTerms(long CallId, long FundId, IReadOnlyList<long> CaseIds, IReadOnlyList<long> AbsentIds, IReadOnlyList<long> SubstituteIds);

/// <summary>
/// A vote of a body on the order of a call's cases, by members' own rankings. It recommends; each case is decided by itself. A ballot is secret until the chair has closed the vote.
/// </summary>
public sealed class Ranking : Aggregate
{
    public const int FewestCases = 2, MostCases = 100;

    private readonly List<RankingBallot> _ballots = [];

    private Ranking() { }

    /// <param name="today">The day by which it is judged who has a vote.</param>
    public Ranking(RankingTerms terms, Body body, long openedById, DateTimeOffset now, DateOnly today)
    {
        Refuse.WhenAny(RankingRules.Faults(terms, body, today));
        (CallId, FundId, BodyId, Quorum, CaseIds) = (terms.CallId, terms.FundId, body.Id, body.Quorum, [.. terms.CaseIds]);
        (OpenedById, OpenedAt) = (openedById, now);
        _ballots.AddRange(RankingRules.Voters(terms, body, today).Select(person => new RankingBallot(person)));
    }

    public long CallId { get; private set; }

    public long FundId { get; private set; }

    public long BodyId { get; private set; }

    /// <summary>How many ballots it takes.</summary>
    public int Quorum { get; private set; }

    public RankingState State { get; private set; }

    /// <summary>What is ranked.</summary>
    public IReadOnlyList<long> CaseIds { get; private set; } = [];

    public IReadOnlyList<RankingBallot> Ballots => _ballots;

    public long OpenedById { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null until it has been counted.</summary>
    public RankingResult? Result { get; private set; }

    /// <summary>The order that the group goes by; null until it is settled.</summary>
    public IReadOnlyList<long>? SettledOrder { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why the group goes by another order, or why the vote was cancelled.</summary>
    public string? Reason { get; private set; }

    /// <summary>How many have voted.</summary>
    public int Voted => _ballots.Count(b => b.CastAt is not null);

    /// <summary>The order that holds: what the group has settled, else what the ballots came to; empty before that.</summary>
    public IReadOnlyList<long> Order => SettledOrder ?? [.. (Result?.Order ?? []).Select(r => r.Case.CaseId)];

    public bool HasVoter(long personId) => _ballots.Exists(b => b.PersonId == personId);

    /// <summary>Casts the member's ballot, or another in its place.</summary>
    /// <param name="conflicts">The cases that the member has a conflict of interest in.</param>
    public void Cast(long personId, IReadOnlyList<IReadOnlyList<long>> groups, IReadOnlyCollection<long> conflicts, DateTimeOffset now)
    {
        var life = Permitted(RankingTrigger.Cast);
        var ballot = _ballots.Find(b => b.PersonId == personId) ?? throw new RefusedException(new RankingNotVoter());
        Refuse.WhenAny(RankingRules.Faults(groups, CaseIds, conflicts));
        ballot.Cast(groups, now);
        life.Fire(RankingTrigger.Cast);
    }

    /// <summary>Ends the vote and counts it.</summary>
    /// <param name="standings">The cases that still wait for a decision; others are no longer ranked.</param>
    /// <param name="conflicts">The cases that each person has a conflict of interest in, also one declared after the ballot was cast.</param>
    public void Close(IReadOnlyList<CaseStanding> standings, ILookup<long, long> conflicts, DateTimeOffset now)
    {
        var life = Permitted(RankingTrigger.Close);
        Refuse.When(Voted < Quorum, new RankingNoQuorum(Voted, Quorum));
        long[] cases = [.. standings.Select(s => s.CaseId)];
        Result = RankingResult.Of([.. _ballots.Where(b => b.CastAt is not null).Select(b => b.Counted(cases, [.. conflicts[b.PersonId]]))], standings);
        ClosedAt = now;
        life.Fire(RankingTrigger.Close);
    }

    /// <summary>The group takes the joint ranking for its own, or another order with the reason for it.</summary>
    public void Settle(IReadOnlyList<long> order, string? reason, DateTimeOffset now)
    {
        var life = Permitted(RankingTrigger.Settle);
        Refuse.When(order.Count != Order.Count || order.Except(Order).Any() || order.Distinct().Count() != order.Count, new RankingOrderIncomplete(Order.Count) { Path = ["applicationIds"] });
        Refuse.When(!order.SequenceEqual(Order) && string.IsNullOrWhiteSpace(reason), new RankingReasonMissing { Path = ["reason"] });
        (SettledOrder, SettledAt, Reason) = ([.. order], now, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        life.Fire(RankingTrigger.Settle);
    }

    /// <summary>Ends the vote without counting it: it was opened by mistake, or too few take part.</summary>
    public void Cancel(string reason)
    {
        var life = Permitted(RankingTrigger.Cancel);
        Refuse.When(string.IsNullOrWhiteSpace(reason), new RankingReasonMissing { Path = ["reason"] });
        Reason = reason.Trim();
        life.Fire(RankingTrigger.Cancel);
    }

    private StateMachine<RankingState, RankingTrigger> Permitted(RankingTrigger trigger)
    {
        var life = RankingLife.For(() => State, s => State = s);
        Refuse.When(!life.CanFire(trigger), new RankingWrongState(State));
        return life;
    }
}
