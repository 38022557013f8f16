using Fond.Domain.Governance;
using Fond.Domain.Governance.Rankings;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Governance.Rankings;

public sealed class RankingTests
{
    private static readonly DateOnly Today = Day(2021, 12, 9);
    private static readonly ILookup<long, long> NoConflicts = Array.Empty<int>().ToLookup(_ => 0L, _ => 0L);

    private static readonly CaseStanding[] Standings =
        [new(10, "KS 2026/3", 60, 10, false), new(20, "KS 2026/1", 80, 50, true), new(30, "KS 2026/2", null, null, false)];

    /// <summary>Members 1 to 3 and an empty seat, substitutes 7 and 8, adjunct 9; two make a quorum.</summary>
    private static Body Group()
    {
        var body = new Body(new BodyDetails("Styrgruppen", BodyKind.SteeringGroup, "Motala", null, 2)).WithId(5);
        foreach (var person in new long?[] { 1, 2, 3, null }) body.AddMember(new SeatDetails(person, "Ledamot", MembershipRole.Member, Day(2020, 1, 1)));
        foreach (var person in new long[] { 7, 8 }) body.AddMember(new SeatDetails(person, "Ersättare", MembershipRole.Substitute, Day(2020, 1, 1)));
        body.AddMember(new SeatDetails(9, "Forskare", MembershipRole.Adjunct, Day(2020, 1, 1)));
        return body;
    }

    private static RankingTerms Terms(long[]? absent = null, long[]? substitutes = null) => new(1, 2, [10, 20, 30], absent ?? [], substitutes ?? []);

    private static Ranking Open(RankingTerms? terms = null) => new(terms ?? Terms(), Group(), 1, Now, Today);

    private static Ranking Voted()
    {
        var ranking = Open();
        ranking.Cast(1, [[10], [20], [30]], [], Now);
        ranking.Cast(2, [[10], [30]], [], Now);
        ranking.Cast(3, [[20, 30], [10]], [], Now);
        return ranking;
    }

    private static Ranking Counted()
    {
        var ranking = Voted();
        ranking.Close(Standings, NoConflicts, Now);
        return ranking;
    }

    [Fact]
    public void Members_vote_and_substitutes_for_those_who_are_absent_or_for_empty_seats()
    {
        Assert.Equal([1L, 2, 3], Open().Ballots.Select(b => b.PersonId));
        Assert.Equal([2L, 3, 7, 8], Open(Terms([1], [7, 8])).Ballots.Select(b => b.PersonId));
        Assert.False(Open().HasVoter(9));
    }

    [Fact]
    public void Who_is_absent_and_who_serves_must_have_such_a_seat_and_substitutes_do_not_outnumber_the_missing()
    {
        Assert.Equal(["absentIds", "0"], Refused.By<RankingAbsentNotMember>(() => Open(Terms([9]))).Path);
        Assert.Equal(["substituteIds", "1"], Refused.By<RankingNotSubstitute>(() => Open(Terms([1, 2], [7, 9]))).Path);
        Refused.By<RankingSubstitutesTooMany>(() => Open(Terms([], [7, 8])));
        Assert.Equal((1, 2), Refused.By<RankingNoQuorum>(() => Open(Terms([1, 2]))) is var few ? (few.Votes, few.Quorum) : default);
    }

    [Fact]
    public void There_must_be_something_to_rank() =>
        Assert.Equal(1, Refused.By<RankingCasesOutOfRange>(() => Open(Terms() with { CaseIds = [10] })).Cases);

    [Fact]
    public void A_ballot_names_cases_of_the_vote_once_and_none_with_a_conflict_of_interest()
    {
        var refusals = Refused.ByAll(() => Open().Cast(1, [[10, 99], [10], [20]], [20], Now));
        Assert.Equal(["groups.0.applicationIds.1 BALLOT_CASE_UNKNOWN", "groups.1.applicationIds.0 BALLOT_CASE_REPEATED", "groups.2.applicationIds.0 BALLOT_CASE_CONFLICTED"],
            refusals.Select(r => $"{string.Join('.', r.Path)} {r.Code}"));
        Refused.By<RankingNotVoter>(() => Open().Cast(9, [], [], Now));
    }

    [Fact]
    public void A_ballot_takes_the_place_of_the_one_before_and_counts_once()
    {
        var ranking = Voted();
        ranking.Cast(1, [[30], []], [], Now.AddHours(1));
        Assert.Equal(3, ranking.Voted);
        var ballot = ranking.Ballots[0];
        Assert.Equal((30L, Now.AddHours(1)), (Assert.Single(Assert.Single(ballot.Groups!)), ballot.CastAt));
    }

    [Fact]
    public void The_joint_ranking_stands_beside_what_the_assessors_came_to()
    {
        var ranking = Counted();
        Assert.Equal([10L, 20, 30], ranking.Order); // the ballots leave 20 and 30 level, and only 20 has scores
        Assert.Equal((60m, 10m, false), ranking.Result!.Order[0].Case is var first ? (first.MeanScore, first.Spread, first.NeedsDiscussion) : default);
        Assert.Equal(ranking.Order, ranking.Result.Count().Order(Comparer<long>.Default).Select(o => o.Case));
    }

    [Fact]
    public void Level_cases_go_by_mean_score_and_then_by_case_number()
    {
        var ranking = Open(Terms() with { CaseIds = [10, 20, 30, 40] });
        foreach (var person in new long[] { 1, 2 }) ranking.Cast(person, [[10, 20, 30, 40]], [], Now);
        ranking.Close([.. Standings, new(40, "KS 2026/0", null, null, false)], NoConflicts, Now);
        Assert.Equal([20L, 10, 40, 30], ranking.Order);
        Assert.Equal([true, true, true, false], ranking.Result!.Order.Select(o => o.ByTieBreak));
    }

    [Fact]
    public void A_conflict_declared_after_the_ballot_was_cast_takes_the_case_off_it()
    {
        var ranking = Voted();
        ranking.Close(Standings, new[] { (3L, 20L) }.ToLookup(c => c.Item1, c => c.Item2), Now);
        var ballot = ranking.Result!.Ballots[2];
        Assert.Equal([20L], ballot.Abstained);
        Assert.Equal([30L, 10], ballot.Groups.SelectMany(g => g));
    }

    [Fact]
    public void A_case_that_no_longer_waits_is_not_ranked()
    {
        var ranking = Voted();
        ranking.Close(Standings[1..], NoConflicts, Now);
        Assert.Equal([20L, 30], ranking.Order);
        Assert.DoesNotContain(ranking.Result!.Ballots, b => b.Groups.Any(g => g.Contains(10)));
    }

    [Fact]
    public void It_is_counted_once_enough_have_voted()
    {
        var ranking = Open();
        ranking.Cast(1, [], [], Now);
        Assert.Equal((1, 2), Refused.By<RankingNoQuorum>(() => ranking.Close(Standings, NoConflicts, Now)) is var few ? (few.Votes, few.Quorum) : default);
        Assert.Null(ranking.Result);
        Assert.Empty(ranking.Order);
    }

    [Fact]
    public void The_group_may_go_by_another_order_with_the_reason_for_it()
    {
        var ranking = Counted();
        Refused.By<RankingReasonMissing>(() => ranking.Settle([20, 10, 30], " ", Now));
        Refused.By<RankingOrderIncomplete>(() => ranking.Settle([20, 10], "Skäl", Now));
        Refused.By<RankingOrderIncomplete>(() => ranking.Settle([20, 10, 10], "Skäl", Now));
        ranking.Settle([20, 10, 30], " Störst behov ", Now);
        Assert.Equal([20L, 10, 30], ranking.Order);
        Assert.Equal(("Störst behov", RankingState.Settled), (ranking.Reason, ranking.State));
        var same = Counted();
        same.Settle(same.Order, null, Now);
        Assert.Null(same.Reason);
    }

    [Fact]
    public void After_its_end_nothing_is_cast_counted_or_cancelled()
    {
        var ranking = Counted();
        Assert.Equal(RankingState.Closed, Refused.By<RankingWrongState>(() => ranking.Cast(1, [], [], Now)).State);
        Refused.By<RankingWrongState>(() => ranking.Close(Standings, NoConflicts, Now));
        Refused.By<RankingWrongState>(() => ranking.Cancel("Fel"));
        var cancelled = Voted();
        Refused.By<RankingReasonMissing>(() => cancelled.Cancel(""));
        cancelled.Cancel("Fel utlysning");
        Assert.Equal(RankingState.Cancelled, Refused.By<RankingWrongState>(() => cancelled.Settle([10, 20, 30], null, Now)).State);
        Assert.Null(cancelled.Result);
    }

    [Fact]
    public void The_diagram_is_the_documented_one() => Assert.Equal(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "machines", "ranking.mmd")).Trim(),
        RankingLife.Diagram().ReplaceLineEndings("\n").Trim());
}
