using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>Savings tell no more of those who were measured than the results do.</summary>
public sealed class SavingsSightTests
{
    private static Reading Group(MeasurementGroup group, long wave, int n, int events) => new(2, wave, group, null, n, null, null, events);

    private static bool Tells(decimal without, int sample, params Reading[] readings) => Tells(5, without, sample, readings);

    private static bool Tells(int threshold, decimal without, int sample, params Reading[] readings)
    {
        var saving = new StatedSaving("plats", 1, 40, without, 0.25m, "Jämförelsegruppen", "BEHORIG", "V1", sample, 40);
        return saving.IsShowable(SavingsBasis.Verified, new(threshold, new Results(Plan(), readings, threshold).Told()));
    }

    [Fact]
    public void Nothing_is_told_beside_a_hidden_comparison_group_or_a_hidden_baseline()
    {
        var reached = Group(Intervention, 12, 40, 10);
        Assert.True(Tells(0.5m, 40, reached, Group(Comparison, 12, 40, 20)));
        Assert.False(Tells(0.75m, 40, reached, Group(Comparison, 12, 4, 3)));
        Assert.False(Tells(0.75m, 40, reached, Group(Comparison, 12, 40, 20), Group(Comparison, 11, 4, 3)));
        Assert.False(Tells(0.75m, 40, reached, Group(Intervention, 11, 4, 3)));
        Assert.True(Tells(1, 0.75m, 40, reached, Group(Comparison, 12, 4, 3)));
    }

    [Fact]
    public void A_share_without_the_project_that_few_or_all_of_the_measured_can_have_is_not_told()
    {
        Reading[] measured = [Group(Intervention, 12, 40, 10), Group(Comparison, 12, 20, 10)];
        Assert.Equal((false, true, true, false), (Tells(0.2m, 40, measured), Tells(0.25m, 40, measured), Tells(0.75m, 40, measured), Tells(0.8m, 40, measured)));
        Assert.True(Tells(0.02m, 40, measured[0])); // from a source outside the project
    }

    /// <summary>All but one of those who are told of would tell of the one.</summary>
    [Fact]
    public void What_was_read_from_all_but_a_few_of_those_told_of_is_not_told() =>
        Assert.Equal([true, false, false, true], new[] { 40, 39, 36, 35 }.Select(sample => Tells(0.5m, sample, Group(Intervention, 12, 40, 10))));
}
