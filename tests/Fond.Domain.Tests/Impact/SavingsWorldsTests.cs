using System.Globalization;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>
/// An attacker who tries every world of a few who are corrected, and of as many others as could be shown: what each had before and after, with everybody else known. The evaluator states a saving of all as they are after the correction;
/// worlds in which the same is told of the measurements and of the saving are possible, and what is the same in all of them is known.
/// </summary>
public sealed class SavingsWorldsTests
{
    private const int Threshold = 3, Known = 16, Having = 6, Unknown = 3;

    /// <summary>So many are corrected.</summary>
    public static TheoryData<int> Few => [1, 2];

    [Theory]
    [MemberData(nameof(Few))]
    public void What_a_few_are_corrected_to_is_not_told_by_a_saving_that_rests_on_it(int corrected) => Assert.Empty(Learnt(corrected, Savings));

    /// <summary>Else the attacker would be too weak to tell anything of the rules.</summary>
    [Theory]
    [MemberData(nameof(Few))]
    public void Whoever_is_told_of_every_saving_as_well_gets_inside(int corrected) => Assert.NotEmpty(Learnt(corrected, (saving, _) => $"{saving.ShareWith}"));

    private static string Savings(StatedSaving saving, Sight sight) => saving.IsShowable(SavingsBasis.Verified, sight) && saving.IsShowableBesideMeasured(sight) ? $"{saving.ShareWith}" : "hidden";

    /// <summary>By how many more have it after than before, where that is but one possible number, and not nobody. What the few had before is no secret where nobody or all of those who are not known have it.</summary>
    private static List<string> Learnt(int corrected, Func<StatedSaving, Sight, string> told) => [.. Enumerable.Range(0, 1 << (2 * corrected + Unknown))
        .Select(world => (Before: Bits(world, 0, corrected), After: Bits(world, corrected, corrected), Others: Bits(world, 2 * corrected, Unknown)))
        .Where(w => w.Before.Sum() + w.Others.Sum() is > 0 and var having && having < corrected + Unknown)
        .GroupBy(w => Told(w.Before, w.After, w.Others, told))
        .Select(same => (same.Key, More: same.Select(w => w.After.Sum() - w.Before.Sum()).Distinct().ToList()))
        .Where(same => same.More is [not 0]).Select(same => $"{same.Key}: {same.More[0]} more")];

    private static int[] Bits(int world, int from, int count) => [.. Enumerable.Range(from, count).Select(i => (world >> i) & 1)];

    private static string Told(int[] before, int[] after, int[] others, Func<StatedSaving, Sight, string> told)
    {
        List<Reading> rows = [.. Enumerable.Range(0, Known).Select(i => Person($"known {i}", i < Having ? 1 : 0)), .. others.Select((value, i) => Person($"other {i}", value))];
        for (var i = 0; i < before.Length; i++) rows.AddRange([Person($"{i}", before[i]) with { ReplacedBy = 2 }, Person($"{i}", after[i]) with { Corrects = true, BatchId = 2 }]);
        var (results, all) = (new Results(Plan(), rows, Threshold), Known + Unknown + before.Length);
        var saving = new StatedSaving("plats", 1, all, 0.5m, (decimal)(Having + others.Sum() + after.Sum()) / all, "Baslinjen", "BEHORIG", "V1", all, all);
        return string.Join(' ', results.Shown().Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Cell?.Events} of {c.Cell?.N}"))) + ", saving " + told(saving, new(Threshold, results.Told()));
    }

    private static Reading Person(string who, int value) => new(2, 12, Intervention, value, null, null, null, null) { SubjectKey = who, Key = who, BatchId = 1 };
}
