using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>A project that changes nothing is rarely called a success, or a failure, however many primary indicators it has and whatever their kinds.</summary>
public sealed class FamilyErrorTests
{
    private const int Studies = 1_000, Size = 300;

    [Fact]
    public void Six_primary_indicators_where_nothing_happened_are_wrong_together_in_one_project_of_twenty()
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.MatchedComparison, [.. Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? Passed : Absence) with { Code = $"I{i}", IsPrimary = true })], [Before, First]));
        WithIds(plan);
        var studies = Enumerable.Range(0, Studies).Select(seed => new Results(plan, [.. Nothing(new MersenneTwister(seed))], 1).Effects()).ToList();
        var wrong = studies.Count(effects => new Verdicts(plan, effects, Day(2024, 1, 1)).All().Any(v => v.Outcome != Outcome.NotShown));
        var byInterval = studies.Count(effects => effects.Any(e => e.Method == EffectMethod.DifferenceInDifferences && (e.Estimate!.Lower > 0 || e.Estimate.Upper < 0)));
        Assert.InRange(wrong / (double)Studies, 0.01, 0.07);
        Assert.InRange(byInterval / (double)Studies, 0.2, 0.33); // 1 - 0.95^6 = 0.26
    }

    private static IEnumerable<Reading> Nothing(MersenneTwister random) =>
        from indicator in Enumerable.Range(1, 6)
        from wave in new[] { 11L, 12 }
        from intervention in Enum.GetValues<MeasurementGroup>()
        let events = indicator % 2 == 1 ? Binomial.Sample(random, 0.6, Size) : Poisson.Sample(random, 2.0 * Size)
        select new Reading(indicator, wave, intervention, null, Size, null, null, events) { Exposure = indicator % 2 == 1 ? null : Size };
}
