using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using static Fond.Domain.Impact.Estimates.EffectMethod;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenIndividuals;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>When it is told how schools differ: never so that it tells of a few at one of them.</summary>
public sealed class ToldUnitsTests
{
    /// <summary>Beside all that is shown the interval is one equation more, by which what those of a small school have could be solved.</summary>
    [Theory]
    [InlineData(BeforeAfter)]
    [InlineData(GroupDifference)]
    [InlineData(DifferenceInDifferences)]
    public void What_goes_by_schools_is_hidden_where_one_of_them_is_smaller_than_the_threshold(EffectMethod method)
    {
        var hidden = EffectOf(Individuals(1), "TILLIT", method, InSchool + 1);
        Assert.Equal((null, InSchool + 1), (hidden.Estimate, Assert.IsType<EstimateUnitsHidden>(hidden.Unavailable).Threshold));
        Assert.Empty(hidden.Further);
        Assert.NotNull(EffectOf(Individuals(1), "TILLIT", method, InSchool).Estimate);
        Assert.NotNull(EffectOf(Individuals(1), "TILLIT", method, threshold: 1).Estimate); // to the evaluator
    }

    /// <summary>The whole by school less the rest by school would be the few.</summary>
    [Fact]
    public void So_it_is_where_a_shown_part_has_few_at_one_of_them()
    {
        List<Reading> With(int few) => [.. from r in Individuals(1) let i = Number(r)
            select r with { SiteKey = $"{r.Group} {(i - 1) / 4}", Subgroup = i <= 4 + few ? "girls" : null }];
        Assert.Equal(Technique.ClusterDifference, EffectOf(With(0), "TILLIT", GroupDifference, threshold: 3).Estimate!.Technique);
        Assert.IsType<EstimateUnitsHidden>(EffectOf(With(1), "TILLIT", GroupDifference, threshold: 3).Unavailable); // one at a school, three left
    }

    /// <summary>Each of two would take its own from what both have.</summary>
    [Fact]
    public void Two_schools_are_told_of_to_the_evaluator_alone()
    {
        var two = Individuals(1).Select(r => r with { SiteKey = $"{r.Group} {Number(r) > 6}" }).ToList();
        Assert.Equal(new EstimateUnitsFew(3), By(EffectOf(two, "TILLIT", GroupDifference), Technique.ClusterDifference).Unavailable);
        Assert.NotNull(By(EffectOf(two, "TILLIT", GroupDifference, threshold: 1), Technique.ClusterDifference).Finding);
    }

    /// <summary>Eight at each of three schools in each group, so many of them with the property at the first; the interval would tell of all at it where all or none have it.</summary>
    [Theory]
    [InlineData(8, false)]
    [InlineData(6, false)]
    [InlineData(5, true)]
    [InlineData(0, false)]
    public void Schools_where_all_are_alike_or_all_but_a_few_hide_what_goes_by_schools(int having, bool isTold)
    {
        var rows = from who in Enum.GetValues<MeasurementGroup>()
                   from i in Enumerable.Range(0, 24)
                   let has = i < 8 ? i < having : i is < 12 or (>= 16 and < 19)
                   select One(2, 12, who, $"{who}{i}", has ? 1 : 0, $"{who} {i / 8}");
        var effect = EffectOf(rows, "BEHORIG", GroupDifference, threshold: 3);
        Assert.Equal((isTold, !isTold), (effect.Estimate is not null, effect.Unavailable is EstimateUnitsHidden));
    }

    /// <summary>The interval of today beside yesterday's tells of the one who came to a school, or was corrected there, in between.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public void What_goes_by_schools_is_hidden_where_a_few_at_one_were_told_of_later_or_corrected(int few, bool isTold)
    {
        bool IsOfThem(Reading r) => r.Group == Intervention && Number(r) < 3 * few;
        Assert.Equal(isTold, IsToldBySchools(Schools().Select(r => IsOfThem(r) ? r with { BatchId = 1 } : r)));
        Assert.Equal(isTold, IsToldBySchools(Schools().SelectMany(r => IsOfThem(r) ? Corrected(r, r with { Value = r.Value + 1 }) : [r])));
    }

    /// <summary>Which is told when enough come along: they are at their schools, but nothing else is told of the one who has another.</summary>
    [Fact]
    public void Nor_is_it_told_where_the_school_of_one_was_corrected()
    {
        var come = Schools().Where(r => r.Group == Intervention).Select(r => r with { SubjectKey = "ny" + r.SubjectKey, BatchId = 1 }).ToList();
        Assert.True(IsToldBySchools(Schools().Concat(come)));
        Assert.False(IsToldBySchools(Schools().SelectMany(r => r.SubjectKey == "Intervention0" ? Corrected(r, r with { SiteKey = "Intervention 1" }) : [r]).Concat(come)));
    }

    /// <summary>What nobody stands by any more says nothing of those who stand.</summary>
    [Fact]
    public void It_is_told_when_the_whole_baseline_was_corrected_before_the_next_wave()
    {
        var baseline = Schools().Select(r => r with { WaveId = 11 }).SelectMany(r => Corrected(r, r with { Value = r.Value + 1 }));
        var later = Schools().Select(r => r with { BatchId = 2, Value = r.Value + Number(r) * Number(r) % 5 });
        Assert.NotNull(EffectOf(baseline.Concat(later), "TILLIT", DifferenceInDifferences, threshold: 3).Estimate);
    }

    /// <summary>The first was corrected to the wrong school, and then once more together with those of that school: what all of these changed, less what the school did, would be what the first was told to be in between.</summary>
    [Theory]
    [InlineData("Intervention 0", 3, true)]
    [InlineData("Intervention 1", 2, false)]
    public void But_not_where_one_who_was_corrected_twice_would_be_told_of_in_between(string site, long again, bool isTold)
    {
        Reading[] Changed(Reading r) => (r.SiteKey, Number(r)) switch
        {
            ("Intervention 0", 0) => Twice(r, site, again),
            ("Intervention 0", _) => Twice(r, r.SiteKey, 3),
            ("Intervention 1", _) => Versions(r, (r with { Value = r.Value + 1 }, 2)),
            _ => [r],
        };
        Assert.Equal(isTold, IsToldBySchools(Schools().SelectMany(Changed)));

        static Reading[] Twice(Reading r, string site, long again) => Versions(r, (r with { Value = r.Value + 2, SiteKey = site }, 1), (r with { Value = r.Value + 5, SiteKey = site }, again));
    }

    /// <summary>Day by day what is told of a group of boys and girls at three schools, as far as it goes by schools.</summary>
    private static string[] DayByDay(Func<Results, Effect> effect, params Reading[][] days) =>
        [.. Enumerable.Range(1, days.Length).Select(day => effect(new Results(Wide(), days.Take(day).SelectMany((rows, i) => rows.Select(r => r with { BatchId = i })), 3)) is { Estimate: null } hidden ? hidden.Unavailable!.Code : "told")];

    private static Effect Whole(Results results) => results.Effects().Single(e => e is { Indicator.Code: "TILLIT", Method: GroupDifference, Subgroup: null });

    private static Reading[] Come(string part, int day, params int[] at) =>
        [.. at.SelectMany((number, school) => Enumerable.Range(0, number).Select(i => One(1, 12, Intervention, $"{part} {day} {school} {i}", 10 + (3 * i + school + day) % 7, $"Intervention {school}") with { Subgroup = part }))];

    private static readonly Reading[] Others = [.. Schools().Where(r => r.Group == Comparison)];

    /// <summary>Of the girls two and then one came to the first school, with three at the second; once they are hidden, two more with three at the second: since it was told the last time, but not since the first, three have come there in all.</summary>
    [Fact]
    public void Who_was_told_of_in_a_part_that_is_hidden_now_was_told_of_all_the_same()
    {
        Reading[] baseline = [.. Come("girls", 9, 1, 0, 0).Concat(Come("boys", 9, 8, 8, 8)).Select(r => r with { WaveId = 11 })];
        Reading[] first = [.. Others, .. Come("girls", 0, 6, 6, 6), .. Come("boys", 0, 6, 6, 6)];
        Assert.Equal(["told", "ESTIMATE_UNITS_HIDDEN", "told", "ESTIMATE_UNITS_HIDDEN", "told"], DayByDay(
            Whole, first, [.. Come("girls", 1, 2, 3, 0), .. Come("boys", 1, 3, 0, 0)], Come("girls", 2, 1, 3, 0), [.. baseline, .. Come("girls", 3, 2, 3, 0)], Come("girls", 4, 1, 3, 0)));
    }

    /// <summary>All on the first day less the boys on the next, of whom none had come, would be the girls of the first day.</summary>
    [Fact]
    public void A_part_that_was_told_of_with_those_of_none_stays_with_them_though_it_be_shown()
    {
        Reading[][] days = [[.. Others, .. Come("girls", 0, 2, 0, 0), .. Come("boys", 0, 6, 6, 6)], [.. Come("girls", 1, 3, 3, 3), .. Come("boys", 1, 3, 0, 0)]];
        Assert.Equal(["told", "told"], DayByDay(Whole, days));
        Assert.Equal(["ESTIMATE_HIDDEN", "ESTIMATE_UNITS_HIDDEN"], DayByDay(Girls, [.. days[0], .. Both(0)], [.. days[1], .. Both(1)]));

        static Reading[] Both(int day) => [.. Come("girls", day, 6, 6, 6).Select(r => r with { Group = Comparison, SiteKey = $"Comparison {r.SiteKey}" })];
        static Effect Girls(Results results) => results.Effects().Single(e => e is { Indicator.Code: "TILLIT", Method: GroupDifference, Subgroup: "girls" });
    }

    /// <summary>Eight at each of three in each group.</summary>
    private static IEnumerable<Reading> Schools() => from who in Enum.GetValues<MeasurementGroup>() from i in Enumerable.Range(0, 24) select One(1, 12, who, $"{who}{i}", 10 + i % 7 + i / 7, $"{who} {i % 3}");

    private static Reading[] Corrected(Reading wrong, Reading right) => Versions(wrong, (right, 1));

    private static Reading[] Versions(Reading first, params (Reading Row, long Batch)[] later) =>
    [
        first with { Key = first.SubjectKey, ReplacedBy = later[0].Batch },
        .. later.Select((version, i) => version.Row with { Key = first.SubjectKey, Corrects = true, BatchId = version.Batch, ReplacedBy = i + 1 < later.Length ? later[i + 1].Batch : null }),
    ];

    private static bool IsToldBySchools(IEnumerable<Reading> rows) => EffectOf(rows, "TILLIT", GroupDifference, threshold: 3).Estimate is not null;
}
