using Fond.Domain.Governance.Rankings;

namespace Fond.Domain.Tests.Governance.Rankings;

public sealed class SchulzeTests
{
    private const int Voters = 45;

    /// <summary>The first example of the method's author: 45 voters, five candidates, and no Condorcet winner.</summary>
    private static readonly (int Voters, string Order)[] Published = [(5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"), (8, "EBADC")];

    private static readonly int[,] PublishedPreferences = { { 0, 20, 26, 30, 22 }, { 25, 0, 16, 33, 18 }, { 19, 29, 0, 17, 24 }, { 15, 12, 28, 0, 14 }, { 23, 27, 21, 31, 0 } };

    private static readonly int[,] PublishedStrengths = { { 0, 28, 28, 30, 24 }, { 25, 0, 28, 33, 24 }, { 25, 29, 0, 29, 24 }, { 25, 28, 28, 0, 24 }, { 25, 28, 28, 31, 0 } };

    private static Schulze Example() => Count("ABCDE", [.. Published.SelectMany(p => Enumerable.Repeat(p.Order, p.Voters))]);

    /// <summary>Cases by letters; a ballot is "AB=C" for A before B and C, which are equal, with what the voter abstains in after a "/".</summary>
    private static Schulze Count(string cases, params string[] ballots) => new([.. cases.Select(c => (long)c)], [.. ballots.Select(Read)]);

    private static Ballot Read(string text)
    {
        var (ranked, abstained) = text.Split('/') is [var a, var b] ? (a, b) : (text, "");
        var groups = new List<List<long>>();
        for (var i = 0; i < ranked.Length; i++)
            if (ranked[i] == '=') groups[^1].Add(ranked[++i]);
            else groups.Add([ranked[i]]);
        return new(1, groups, [.. abstained.Select(c => (long)c)]);
    }

    private static string Order(Schulze count) => string.Concat(count.Order(Comparer<long>.Default).Select(o => (char)o.Case));

    [Fact]
    public void The_example_of_the_methods_author_comes_out_as_published()
    {
        var count = Example();
        Assert.Equal("EACBD", Order(count));
        Assert.All(count.Order(Comparer<long>.Default), o => Assert.False(o.ByTieBreak));
        for (var i = 0; i < 5; i++)
            for (var j = 0; j < 5; j++)
                if (i != j)
                {
                    Assert.Equal(PublishedPreferences[i, j], count.Between(i, j).PreferFirst);
                    Assert.Equal((2 * PublishedStrengths[i, j] - Voters) / (decimal)Voters, count.Strength(i, j)); // published as votes for, here as the margin's share
                }
    }

    [Fact]
    public void What_is_left_out_stands_below_what_is_ranked_and_level_with_the_rest_that_is_left_out()
    {
        var between = Count("ABC", "A", "A", "BC");
        Assert.Equal(new Comparison(2, 1, 0), between.Between(0, 1));
        Assert.Equal(new Comparison(1, 0, 2), between.Between(1, 2));
    }

    [Fact]
    public void Whoever_abstains_in_a_case_says_nothing_of_it_against_any_other()
    {
        var count = Count("ABC", "BC/A", "A=B", "CBA");
        Assert.Equal(new Comparison(0, 1, 1), count.Between(0, 1));
        Assert.Equal(-0.5m, count.Between(0, 1).Margin);
        Assert.Equal(new Comparison(2, 1, 0), count.Between(1, 2));
    }

    [Fact]
    public void An_absent_vote_neither_weakens_nor_strengthens_a_win()
    {
        Assert.Equal(1m / 3, Count("AB", "AB", "AB", "BA").Between(0, 1).Margin);
        Assert.Equal(1m / 3, Count("AB", "AB", "AB", "BA", "B/A", "B/A", "B/A").Between(0, 1).Margin);
    }

    [Fact]
    public void Where_the_ballots_leave_cases_level_the_tie_break_decides_and_is_told_of()
    {
        Assert.Equal([((long)'A', true), ('B', true), ('C', false)], Count("ABC").Order(Comparer<long>.Default));
        Assert.Equal([((long)'B', true), ('A', false)], Count("AB", "AB", "BA").Order(Comparer<long>.Create((x, y) => y.CompareTo(x))));
        Assert.Equal("ABC", Order(Count("ABC", "ABC", "BCA", "CAB"))); // a circle of equal wins
    }
}
