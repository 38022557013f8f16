using Fond.Domain.Governance.Rankings;
using FsCheck;
using FsCheck.Fluent;

namespace Fond.Domain.Tests.Governance.Rankings;

/// <summary>What the joint ranking promises, over any ballots: with ties, cases left out and, where it is said, abstentions.</summary>
public sealed class SchulzePropertyTests
{
    private const int Cases = 5;
    private static readonly IReadOnlyList<long> All = [.. Enumerable.Range(1, Cases).Select(c => (long)c)];

    [Fact]
    public void It_does_not_depend_on_the_order_of_the_ballots() => Check(abstaining: true, ballots =>
        Order([.. ballots.Reverse()]).SequenceEqual(Order(ballots)) && Order([.. ballots.OrderBy(b => b.Groups.Count)]).SequenceEqual(Order(ballots)));

    [Fact]
    public void It_does_not_depend_on_the_order_of_the_cases() => Check(abstaining: true, ballots =>
        new Schulze([.. All.Reverse()], ballots).Order(Comparer<long>.Default).SequenceEqual(new Schulze(All, ballots).Order(Comparer<long>.Default)));

    [Fact]
    public void A_unanimous_first_is_first() => Check(abstaining: true, ballots =>
        Order([.. ballots.Select(b => First(b, 3)), new Ballot(9, [[3]], [])])[0] == 3);

    [Fact]
    public void A_case_that_everyone_prefers_to_another_never_ends_below_it() => Check(abstaining: false, ballots =>
    {
        Ballot[] agreed = [.. ballots.Select(b => Before(b, 4, 2)), new Ballot(9, [[4], [2]], [])];
        return Order(agreed).IndexOf(4) < Order(agreed).IndexOf(2);
    });

    [Fact]
    public void Who_wins_against_every_other_is_first_and_who_loses_to_every_other_is_last() => Check(abstaining: true, ballots =>
    {
        var (count, order) = (new Schulze(All, ballots), Order(ballots));
        var winner = Enumerable.Range(0, Cases).FirstOrDefault(i => Others(i).All(j => count.Between(i, j).Margin > 0), -1);
        var loser = Enumerable.Range(0, Cases).FirstOrDefault(i => Others(i).All(j => count.Between(i, j).Margin < 0), -1);
        return (winner < 0 || order[0] == All[winner]) && (loser < 0 || order[^1] == All[loser]);
    });

    [Fact]
    public void Strengths_are_those_of_the_strongest_of_all_chains() => Check(abstaining: true, ballots =>
    {
        var count = new Schulze(All, ballots);
        return Enumerable.Range(0, Cases).All(i => Others(i).All(j => count.Strength(i, j) == Strongest(count, i, j, [i])));
    });

    [Fact]
    public void Nobody_comes_before_a_case_that_beats_it() => Check(abstaining: true, ballots =>
    {
        var (count, order) = (new Schulze(All, ballots), Order(ballots));
        return Enumerable.Range(0, Cases).All(i => Others(i).All(j => !count.Beats(i, j) || order.IndexOf(All[i]) < order.IndexOf(All[j])));
    });

    private static IEnumerable<int> Others(int of) => Enumerable.Range(0, Cases).Where(i => i != of);

    private static List<long> Order(IReadOnlyList<Ballot> ballots) => [.. new Schulze(All, ballots).Order(Comparer<long>.Default).Select(o => o.Case)];

    /// <summary>Every chain tried one by one.</summary>
    private static decimal Strongest(Schulze count, int at, int to, HashSet<int> passed)
    {
        var best = Math.Max(0, count.Between(at, to).Margin);
        foreach (var by in Enumerable.Range(0, Cases).Where(i => i != to && !passed.Contains(i)))
            best = Math.Max(best, Math.Min(Math.Max(0, count.Between(at, by).Margin), Strongest(count, by, to, [.. passed, by])));
        return best;
    }

    private static Ballot First(Ballot ballot, long first) =>
        ballot.Abstained.Contains(first) ? ballot : ballot with { Groups = [[first], .. Without(ballot, first)] };

    /// <summary>Changed no more than needed for the one to stand before the other.</summary>
    private static Ballot Before(Ballot ballot, long one, long other)
    {
        var (i, j) = (GroupOf(ballot, one), GroupOf(ballot, other));
        if (i >= 0 && (j < 0 || i < j)) return ballot;
        return ballot with { Groups = i < 0 ? [[one], .. ballot.Groups] : [.. Without(ballot, other), [other]] };
    }

    private static int GroupOf(Ballot ballot, long ranked) => ballot.Groups.ToList().FindIndex(g => g.Contains(ranked));

    private static IReadOnlyList<long>[] Without(Ballot ballot, long removed) =>
        [.. ballot.Groups.Select(g => (IReadOnlyList<long>)[.. g.Where(c => c != removed)]).Where(g => g.Count > 0)];

    private static Gen<Ballot> AnyBallot(bool abstaining) => Gen.Choose(0, Cases).ArrayOf(Cases)
        .SelectMany(_ => Gen.OneOf(Gen.Constant(0), Gen.Choose(0, abstaining ? 3 : 0)).ArrayOf(Cases), (places, outs) => (places, outs))
        .Select(made => new Ballot(1,
            [.. All.Where((_, i) => made.places[i] > 0 && made.outs[i] != 3).GroupBy(c => made.places[(int)c - 1]).OrderBy(g => g.Key).Select(g => (IReadOnlyList<long>)[.. g])],
            [.. All.Where((_, i) => made.outs[i] == 3)]));

    private static void Check(bool abstaining, Func<IReadOnlyList<Ballot>, bool> holds) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Arb.From(AnyBallot(abstaining).ListOf().Resize(9)), ballots => holds([.. ballots])));
}
