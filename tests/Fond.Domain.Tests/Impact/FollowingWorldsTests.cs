using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>
/// An attacker who tries every number of those who were measured both times, of the rows of either batch, and keeps those in which the same would have been told of who was followed after each. What is the same in all of them is known.
/// </summary>
public sealed class FollowingWorldsTests
{
    private const int Threshold = 3, Baseline = 12;

    public static TheoryData<int, int> Sizes => [.. from early in Enumerable.Range(Threshold, 5) from late in Enumerable.Range(1, 5) select (early, late)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void How_many_of_those_who_came_later_had_been_measured_before_is_not_known_where_they_or_the_others_are_few(int early, int late)
    {
        var worlds = (from first in Enumerable.Range(0, early + 1) from second in Enumerable.Range(0, late + 1) select (Kept: second, Told: Told(early, first, late, second))).ToLookup(w => w.Told, w => w.Kept);
        Assert.DoesNotContain(worlds, w => w.Distinct().Count() == 1 && (IsFew(w.First()) || IsFew(late - w.First())));
    }

    private static bool IsFew(int people) => people is > 0 and < Threshold;

    private static string Told(int early, int earlyKept, int late, int lateKept)
    {
        List<Reading> rows = [.. Enumerable.Range(0, Baseline).Select(i => One(11, i, 1)), .. Later(0, early, earlyKept, 1), .. Later(early, late, lateKept, 2)];
        return string.Join(" then ", new[] { 1L, 2 }.Select(day => new Results(Plan(StudyDesign.BeforeAfter), rows.Where(r => r.BatchId <= day), Threshold).Followed().First().Attrition?.ToString() ?? "hidden"));
    }

    /// <summary>So many, the first of them known from the baseline.</summary>
    private static IEnumerable<Reading> Later(int from, int size, int kept, long batch) => Enumerable.Range(from, size).Select(i => One(12, i < from + kept ? i : 100 + i, batch));

    private static Reading One(long wave, int person, long batch) => new(1, wave, Intervention, 10 + person % 5, null, null, null, null) { SubjectKey = $"{person}", BatchId = batch };
}
