using Fond.Domain.Impact.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Fond.Domain.Tests.Impact;

/// <summary>Over a thousand made-up studies whose truth is known, intervals hold it about as often as they say, also where groups are small, uneven or of few schools.</summary>
public sealed class CoverageTests
{
    private const int Studies = 1_000;

    /// <summary>Chance alone puts a true 95 % between 93 and 97 in all but a few of ten thousand sets of a thousand studies; an interval may also be wider than it need be.</summary>
    private static void Covers(Func<MersenneTwister, Answer> study, double truth, double atLeast = 0.93, double atMost = 0.97)
    {
        var held = Enumerable.Range(0, Studies).Count(seed => study(new MersenneTwister(seed)).Finding is { } found && found.Lower <= truth && truth <= found.Upper);
        Assert.InRange(held / (double)Studies, atLeast, atMost);
    }

    private static double[] Normals(MersenneTwister random, int n, double mean, double sd) => [.. Enumerable.Range(0, n).Select(_ => Normal.Sample(random, mean, sd))];

    private static Share Share(MersenneTwister random, int n, double p) => new(Binomial.Sample(random, p, n), n);

    [Fact]
    public void Of_two_uneven_groups_with_unequal_spread() =>
        Covers(random => Means.Difference(Sample.Of(Normals(random, 8, 52, 12)), Sample.Of(Normals(random, 25, 50, 4))), 2);

    [Fact]
    public void Of_four_means() => Covers(random => Means.Contrast([
        new(Sample.Of(Normals(random, 12, 60, 10)), 1), new(Sample.Of(Normals(random, 12, 52, 10)), -1), new(Sample.Of(Normals(random, 20, 53, 6)), -1), new(Sample.Of(Normals(random, 20, 51, 6)), 1)]), 6);

    [Fact]
    public void Of_individuals_with_a_baseline() => Covers(random => Ancova.Of([.. Enumerable.Range(0, 30).Select(i =>
    {
        var before = Normal.Sample(random, 50, 10);
        return new Course(i % 3 == 0, before, 20 + 0.6 * before + (i % 3 == 0 ? 4 : 0) + Normal.Sample(random, 0, 5));
    })]), 4);

    [Theory]
    [InlineData(20, 0.6, 30, 0.4)]
    [InlineData(12, 0.1, 15, 0.3)]
    [InlineData(400, 0.75, 420, 0.7)]
    public void Of_two_shares(int n, double p, int m, double q) => Covers(random => Shares.Difference(Share(random, n, p), Share(random, m, q)), p - q, atMost: 0.985);

    [Fact]
    public void Of_one_share_which_is_exact_and_so_never_under() => Covers(random => ClopperPearson.Of(Share(random, 15, 0.2)), 0.2, atLeast: 0.94, atMost: 1);

    [Fact]
    public void Of_a_rate_ratio_which_is_exact_and_so_never_under() => Covers(random =>
        RateRatio.Of(new(Poisson.Sample(random, 12), 10, 10), new(Poisson.Sample(random, 15), 20, 20)), 1.6, atLeast: 0.94, atMost: 1);

    /// <summary>Six schools against six, of uneven size, where schools differ as much as a third of what individuals do.</summary>
    [Fact]
    public void Of_few_schools() => Covers(random => ClusterRobust.Of([.. Enumerable.Range(0, 12).Select(school =>
    {
        var n = 8 + 4 * (school % 6);
        return new Cluster(school < 6, n, (school < 6 ? 3 : 0) + Normal.Sample(random, 0, 3) + Normal.Sample(random, 0, 9 / Math.Sqrt(n)));
    })]), 3);

    /// <summary>Two normal groups half a deviation apart: the chance is that of a normal variable below 0.5 / √2.</summary>
    [Fact]
    public void Of_the_chance_of_lying_above() => Covers(random => MannWhitney.Of(Normals(random, 20, 0.5, 1), Normals(random, 16, 0, 1)), Normal.CDF(0, 1, 0.5 / Math.Sqrt(2)), atMost: 0.985);

    [Fact]
    public void Of_a_standardised_difference() => Covers(random => HedgesG.Of(Sample.Of(Normals(random, 15, 0.6, 1)), Sample.Of(Normals(random, 18, 0, 1))), 0.6);

    [Fact]
    public void Individuals_of_schools_taken_for_independent_would_not_do()
    {
        var held = Enumerable.Range(0, Studies).Count(seed =>
        {
            var random = new MersenneTwister(seed);
            double[] Group(double effect) => [.. Enumerable.Range(0, 6).SelectMany(_ => Normals(random, 18, effect + Normal.Sample(random, 0, 3), 9))];
            var found = Means.Difference(Sample.Of(Group(3)), Sample.Of(Group(0))).Finding!;
            return found.Lower <= 3 && 3 <= found.Upper;
        });
        Assert.InRange(held / (double)Studies, 0, 0.88);
    }
}
