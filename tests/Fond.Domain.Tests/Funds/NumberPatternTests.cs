using Fond.Domain.Funds;
using FsCheck;
using FsCheck.Fluent;

namespace Fond.Domain.Tests.Funds;

public sealed class NumberPatternTests
{
    [Theory]
    [InlineData("{year}/{number}", "{year}/{number:0000}", true)] // from 1000 on
    [InlineData("{year}/{number}", "{number}/{year}", true)] // number 2026 of the year 2025
    [InlineData("{series} {year}/{number}", "{series} {year}/{number}", false)]
    [InlineData("{series} {year}/{number}", "{year}/{number}", false)]
    [InlineData("KS {year}/{number}", "KS {year}/{number}", true)]
    [InlineData("{year}-{number}", "{year}/{number}", false)]
    [InlineData("1{year}{number}", "{year}{number:00}", true)]
    public void Two_series_clash_when_a_number_can_be_of_both(string one, string other, bool clash)
    {
        Assert.Equal(clash, new NumberPattern("KS", one).MayClashWith(new("SN", other)));
        Assert.Equal(clash, new NumberPattern("SN", other).MayClashWith(new("KS", one)));
        Assert.False(new NumberPattern("KS", one).MayClashWith(new("KS", one))); // counted together
    }

    [Fact]
    public void One_series_that_is_written_in_two_ways_can_write_one_number_twice()
    {
        const string Plain = "{year}/{number}", WithUnit = "{year}/1{number}";
        var series = new NumberSeries("Lund", "KS", 2026);
        var first = Enumerable.Range(1, 5).Select(_ => series.Next(WithUnit)).ToList();
        Assert.Contains(first[^1], Enumerable.Range(6, 10).Select(_ => series.Next(Plain)));
        Assert.True(new NumberPattern("KS", Plain).MayClashWith(new("KS", WithUnit)));
        Assert.False(new NumberPattern("KS", Plain).MayClashWith(new("KS", "{series} {year}/{number}")));
    }

    [Fact]
    public void No_two_numbers_are_alike_where_no_clash_is_told() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
        Arb.From(Gen.Elements(Patterns).Two()), Arb.From(Gen.Choose(0, 3).Two()), (patterns, years) =>
        {
            var (one, other) = (new NumberPattern("KS", patterns.Item1), new NumberPattern("2", patterns.Item2));
            return one.MayClashWith(other) || !Written(one, 2023 + years.Item1).Intersect(Written(other, 2023 + years.Item2)).Any();
        }));

    private static readonly string[] Patterns = ["{series} {year}/{number:0000}", "{number}/{year}", "{year}/{number}", "{series}{year}{number}", "{year}{number:00}", "{series}{number}{year}", "20{number}/{year}"];

    /// <summary>The first hundred of a year, and those around it.</summary>
    private static IEnumerable<string> Written(NumberPattern pattern, int year)
    {
        var series = new NumberSeries("Lund", pattern.Series, year);
        var all = Enumerable.Range(1, 2100).Select(_ => series.Next(pattern.Pattern)).ToList();
        return all.Take(100).Concat(all.Skip(2000));
    }
}
