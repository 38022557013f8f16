using Fond.Domain.Impact.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Fond.Domain.Tests.Impact;

/// <summary>A kind of study that is made up, so that the truth is known.</summary>
/// <param name="AtLeast">Chance alone puts a true 95 % between 93 and 97 in all but a few of ten thousand sets of a thousand studies.</param>
/// <param name="AtMost">An interval for what is counted may be wider than it need be.</param>
internal sealed record KnownStudy(string Name, double Truth, Func<MersenneTwister, Answer> Draw, double AtLeast = 0.93, double AtMost = 0.97)
{
    public const int Studies = 1_000;

    /// <summary>How often the interval holds the truth, of the studies that have one: a number needed has none where no difference was seen.</summary>
    public (double Held, int Answered) Coverage()
    {
        var found = Enumerable.Range(0, Studies).Select(seed => Draw(new MersenneTwister(seed)).Finding).OfType<Finding>().ToList();
        return (found.Count(Holds) / (double)found.Count, found.Count);
    }

    private bool Holds(Finding found)
    {
        var (lower, upper) = (found.Lower ?? double.NegativeInfinity, found.Upper ?? double.PositiveInfinity);
        return found.ThroughInfinity ? Truth <= (found.Lower ?? double.PositiveInfinity) || Truth >= (found.Upper ?? double.NegativeInfinity) : lower <= Truth && Truth <= upper;
    }
}

/// <summary>Every interval that Fond gives, where groups are small, uneven, of unequal spread or of few schools.</summary>
internal static class KnownStudies
{
    public static IReadOnlyList<KnownStudy> All { get; } =
    [
        new("difference of means, uneven groups of unequal spread", 2, random => Means.Difference(Sample.Of(Normals(random, 8, 52, 12)), Sample.Of(Normals(random, 25, 50, 4)))),
        new("difference in differences of means", 6, random => Means.Contrast([
            new(Sample.Of(Normals(random, 12, 60, 10)), 1), new(Sample.Of(Normals(random, 12, 52, 10)), -1), new(Sample.Of(Normals(random, 20, 53, 6)), -1), new(Sample.Of(Normals(random, 20, 51, 6)), 1)])),
        new("difference of means, counts that a few account for", 0.4, random => Means.Difference(Sample.Of(OverDispersed(random, 40, 1.2)), Sample.Of(OverDispersed(random, 50, 0.8)))),
        new("paired change, twelve individuals", 5, random => PairedChange.Of(Pairs(random, 12))),
        new("paired change, four individuals", 5, random => PairedChange.Of(Pairs(random, 4))),
        new("difference of changes, 12 and 20", 5, random => Means.OfChanges(Pairs(random, 12), Pairs(random, 20).Select(p => (p.Item1, p.Item2 - 5)))),
        new("paired change of a share, 60", 0.1, random => PairedShares.Of(PairedAnswers.Of(Answers(random, 60))), AtMost: 0.985),
        new("rises less falls on a scale, 40", 0.1, random => SignedRank.Of(Answers(random, 40)), AtMost: 0.985),
        new("difference at the same baseline", 4, random => Ancova.Of([.. Enumerable.Range(0, 30).Select(i => CourseOf(random, i % 3 == 0))])),
        new("difference of shares, 20 and 30", 0.2, random => Shares.Difference(ShareOf(random, 20, 0.6), ShareOf(random, 30, 0.4)), AtMost: 0.985),
        new("difference of shares, 12 and 15, rare", -0.2, random => Shares.Difference(ShareOf(random, 12, 0.1), ShareOf(random, 15, 0.3)), AtMost: 0.985),
        new("difference of shares, 400 and 420", 0.05, random => Shares.Difference(ShareOf(random, 400, 0.75), ShareOf(random, 420, 0.7)), AtMost: 0.985),
        new("one share, exact", 0.2, random => ClopperPearson.Of(ShareOf(random, 15, 0.2)), AtLeast: 0.94, AtMost: 1),
        new("risk ratio, 80 and 90", 1.5, random => Ratios.Risk(ShareOf(random, 80, 0.6), ShareOf(random, 90, 0.4)), AtMost: 0.985),
        new("risk ratio, 25 and 25, rare", 2, random => Ratios.Risk(ShareOf(random, 25, 0.3), ShareOf(random, 25, 0.15)), AtMost: 1),
        new("odds ratio, 80 and 90", 2.25, random => Ratios.Odds(ShareOf(random, 80, 0.6), ShareOf(random, 90, 0.4)), AtMost: 0.985),
        new("odds ratio, 25 and 25, rare", 0.3 / 0.7 / (0.15 / 0.85), random => Ratios.Odds(ShareOf(random, 25, 0.3), ShareOf(random, 25, 0.15)), AtMost: 1),
        new("difference in differences of shares, 60 to 80", 0.1, random => Shares.Contrast([
            new(ShareOf(random, 60, 0.7), 1), new(ShareOf(random, 65, 0.5), -1), new(ShareOf(random, 70, 0.6), -1), new(ShareOf(random, 80, 0.5), 1)]), AtMost: 0.985),
        new("chance of lying above, five steps", StepsChance, random => MannWhitney.Of(Steps(random, 40, 0.5), Steps(random, 35, 0)), AtMost: 0.985),
        new("number needed, where the difference is clear", 1 / 0.3, random => NumberNeeded.Of(ShareOf(random, 100, 0.6), ShareOf(random, 100, 0.3)), AtMost: 0.985),
        new("number needed, where it often runs through infinity", 10, random => NumberNeeded.Of(ShareOf(random, 60, 0.4), ShareOf(random, 61, 0.3)), AtMost: 0.985),
        new("difference of rates", 0.4, random => Rates.Contrast([new(RateOf(random, 1.2, 20), 1), new(RateOf(random, 0.8, 25), -1)]), AtMost: 0.985),
        new("difference in differences of rates", -0.5, random => Rates.Contrast([
            new(RateOf(random, 0.9, 20), 1), new(RateOf(random, 1.5, 20), -1), new(RateOf(random, 1.3, 30), -1), new(RateOf(random, 1.4, 30), 1)]), AtMost: 0.985),
        new("rate ratio, exact", 1.6, random => RateRatio.Of(RateOf(random, 1.2, 10), RateOf(random, 0.75, 20)), AtLeast: 0.94, AtMost: 1),
        new("difference between groups of schools, six and six", 3, random => OfSchools(SchoolsOf(random, 6, 3), SchoolsOf(random, 6, 0))),
        new("difference between groups of schools, three and three", 3, random => OfSchools(SchoolsOf(random, 3, 3), SchoolsOf(random, 3, 0)), AtMost: 0.98),
        new("difference in differences of schools, four and four", 3, random => ChangesOfSchools(random, 4), AtMost: 0.98),
        new("difference in differences of schools, three and three", 3, random => ChangesOfSchools(random, 3), AtMost: 0.98),
        new("chance of lying above", Normal.CDF(0, 1, 0.5 / Math.Sqrt(2)), random => MannWhitney.Of(Normals(random, 20, 0.5, 1), Normals(random, 16, 0, 1)), AtMost: 0.985),
        new("standardised difference", 0.6, random => HedgesG.Of(Sample.Of(Normals(random, 15, 0.6, 1)), Sample.Of(Normals(random, 18, 0, 1)))),
    ];

    internal static double[] Normals(MersenneTwister random, int n, double mean, double sd) => [.. Enumerable.Range(0, n).Select(_ => Normal.Sample(random, mean, sd))];

    /// <summary>Steps 1 to 5 of a scale, many alike.</summary>
    private static double[] Steps(MersenneTwister random, int n, double mean) => [.. Normals(random, n, mean, 1).Select(v => 3 + Math.Clamp(Math.Round(v), -2, 2))];

    /// <summary>That one of mean 0.5 stands on a higher step than one of mean 0, ties counted as half.</summary>
    private static double StepsChance
    {
        get
        {
            double[] edges = [double.NegativeInfinity, -1.5, -0.5, 0.5, 1.5, double.PositiveInfinity];
            double On(double mean, int step) => Normal.CDF(mean, 1, edges[step + 1]) - Normal.CDF(mean, 1, edges[step]);
            return (from one in Enumerable.Range(0, 5) from other in Enumerable.Range(0, 5) select On(0.5, one) * On(0, other) * (one > other ? 1 : one == other ? 0.5 : 0)).Sum();
        }
    }

    /// <summary>Numbers of events of individuals who differ: negative binomial, of variance mean + 2 mean².</summary>
    internal static double[] OverDispersed(MersenneTwister random, int n, double mean) => [.. Enumerable.Range(0, n).Select(_ => (double)Poisson.Sample(random, Gamma.Sample(random, 0.5, 0.5 / mean)))];

    private static Share ShareOf(MersenneTwister random, int n, double p) => new(Binomial.Sample(random, p, n), n);

    private static Rate RateOf(MersenneTwister random, double perPerson, int n) => new(Poisson.Sample(random, perPerson * n), n, n);

    /// <summary>Whether something holds, before and after: of half the same answer both times, three tenths rise and two tenths fall.</summary>
    private static List<(double, double)> Answers(MersenneTwister random, int n) => [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() switch { < 0.3 => (0.0, 1.0), < 0.5 => (1, 0), < 0.75 => (1, 1), _ => (0, 0) })];

    /// <summary>Changes of 5, spread by 6, whatever the value before.</summary>
    private static List<(double, double)> Pairs(MersenneTwister random, int n) => [.. Normals(random, n, 50, 10).Select(before => (before, before + Normal.Sample(random, 5, 6)))];

    private static Course CourseOf(MersenneTwister random, bool treated)
    {
        var before = Normal.Sample(random, 50, 10);
        return new(treated, before, 20 + 0.6 * before + (treated ? 4 : 0) + Normal.Sample(random, 0, 5));
    }

    public static Answer OfSchools(IEnumerable<(int N, double Mean)> treated, IEnumerable<(int N, double Mean)> compared) =>
        ClusterRobust.Contrast([new(Named("treated", treated), 1), new(Named("compared", compared), -1)]);

    private static IReadOnlyList<Cluster> Named(string group, IEnumerable<(int N, double Mean)> schools) => [.. schools.Select((s, i) => new Cluster($"{group} {i}", s.N, s.N, s.Mean))];

    /// <summary>Of uneven size; schools differ as much as a third of what individuals do.</summary>
    private static (int N, double Mean)[] SchoolsOf(MersenneTwister random, int schools, double mean) => [.. Enumerable.Range(0, schools).Select(school =>
    {
        var n = 8 + 4 * (school % 6);
        return (n, mean + Normal.Sample(random, 0, 3) + Normal.Sample(random, 0, 9 / Math.Sqrt(n)));
    })];

    /// <summary>Schools that differ, each in a way that mostly lasts; two waves of each of two groups, whose changes differ by 3.</summary>
    private static Answer ChangesOfSchools(MersenneTwister random, int schools)
    {
        IReadOnlyList<Cluster>[] Waves(string group, double change)
        {
            var lasting = Normals(random, schools, 0, 3);
            return [.. new[] { change, 0 }.Select(mean => (IReadOnlyList<Cluster>)[.. Named(group, SchoolsOf(random, schools, mean)).Select((c, i) => c with { Mean = c.Mean + lasting[i] })])];
        }
        var (treated, compared) = (Waves("treated", 5), Waves("compared", 2));
        return ClusterRobust.Contrast([new(treated[0], 1), new(treated[1], -1), new(compared[0], -1), new(compared[1], 1)]);
    }
}
