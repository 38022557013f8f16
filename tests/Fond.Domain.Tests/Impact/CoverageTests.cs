using Fond.Domain.Impact.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using static Fond.Domain.Tests.Impact.KnownStudies;

namespace Fond.Domain.Tests.Impact;

/// <summary>Over a thousand made-up studies whose truth is known, intervals hold it about as often as they say.</summary>
public sealed class CoverageTests
{
    public static TheoryData<string> Names => [.. All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_interval_holds_the_truth_as_often_as_it_says(string name)
    {
        var study = All.Single(s => s.Name == name);
        var (held, answered) = study.Coverage();
        Assert.True(answered > 0.97 * KnownStudy.Studies, $"{answered} studies have an interval");
        Assert.InRange(held, study.AtLeast, study.AtMost);
    }

    /// <summary>Whatever technique is added to Fond is tried here too.</summary>
    [Fact]
    public void Every_technique_is_among_them() =>
        Assert.Empty(Enum.GetValues<Technique>().Except(All.Select(s => s.Draw(new MersenneTwister(7)).Finding!.Technique)));

    /// <summary>What is true of Helsingborg's survey is held as often as is said, and no change of health, of which there is none, is called one in more than a few.</summary>
    [Fact]
    public void Helsingborgs_survey_drawn_anew_holds_its_truth()
    {
        foreach (var (indicator, wave, truth, held, asHoped) in SurveyCoverage.Of(300))
        {
            Assert.True(held is >= 0.92 and <= 0.99, $"{indicator} {wave}: {held} hold the truth");
            if (truth == 0) Assert.True(asHoped <= 0.04, $"{indicator} {wave}: {asHoped} are called as hoped");
        }
    }

    [Fact]
    public void Events_that_a_few_account_for_taken_as_Poisson_would_not_do()
    {
        var naive = new KnownStudy("spread overlooked", 0.4, random => Rates.Contrast([new(Total(OverDispersed(random, 40, 1.2)), 1), new(Total(OverDispersed(random, 50, 0.8)), -1)]));
        Assert.InRange(naive.Coverage().Held, 0, 0.88);

        static Rate Total(double[] counts) => new((long)counts.Sum(), counts.Length, counts.Length);
    }

    /// <summary>Which is why no verdict goes by individuals where their schools are known, however few those are.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(2)]
    public void Individuals_of_schools_taken_for_independent_would_not_do(int schools)
    {
        var naive = new KnownStudy("schools overlooked", 3, random =>
        {
            double[] Group(double effect) => [.. Enumerable.Range(0, schools).SelectMany(_ => Normals(random, 18, effect + Normal.Sample(random, 0, 3), 9))];
            return Means.Difference(Sample.Of(Group(3)), Sample.Of(Group(0)));
        });
        Assert.InRange(naive.Coverage().Held, 0, 0.88);
    }
}
