using Fond.Domain.KeyFigures;

namespace Fond.Domain.Tests.KeyFigures;

public sealed class AreaChangeTests
{
    [Fact]
    public void Three_years_on_either_side_are_compared_beside_the_areas_that_have_the_same_years()
    {
        var own = Series((2019, 99), (2020, 60), (2021, 61), (2022, 62), (2023, 70), (2024, 64), (2025, 66));
        var alike = Series((2020, 70), (2021, 70), (2022, 70), (2024, 71), (2025, 71));
        var risen = Series((2020, 70), (2021, 70), (2022, 70), (2024, 73), (2025, 73));
        var gap = Series((2020, 0), (2021, 0), (2024, 90), (2025, 90));
        var change = AreaChange.Of(own, [alike, risen, gap], Series((2020, 1)), 2023)!;
        Assert.Equal([2020, 2021, 2022], change.Before.Years);
        Assert.Equal([2024, 2025], change.After.Years);
        Assert.Equal((61m, 65m), (change.Before.Mean, change.After.Mean));
        Assert.Equal((4m, 2m, 2), (change.Change, change.Elsewhere, change.ElsewhereAreas));
    }

    [Fact]
    public void Without_other_areas_the_whole_municipality_stands_beside_and_without_it_nothing()
    {
        var own = Series((2022, 10), (2024, 8.5m));
        var beside = AreaChange.Of(own, [], Series((2022, 20), (2024, 21)), 2023)!;
        Assert.Equal((1m, 0), (beside.Elsewhere, beside.ElsewhereAreas));
        Assert.Null(AreaChange.Of(own, [], Series((2022, 20)), 2023)!.Elsewhere);
        Assert.Null(AreaChange.Of(own, [], null, 2023)!.Elsewhere);
    }

    [Fact]
    public void Without_a_value_on_both_sides_nothing_is_compared()
    {
        Assert.Null(AreaChange.Of(Series((2022, 1), (2023, 1)), [], null, 2023));
        Assert.Null(AreaChange.Of(Series((2023, 1), (2024, 1)), [], null, 2023));
    }

    [Fact]
    public void The_sentence_describes_and_claims_no_effect()
    {
        var own = Series((2021, 61), (2022, 62), (2024, 59.25m));
        var sentence = AreaChange.Of(own, [Series((2021, 70), (2022, 70), (2024, 71))], null, 2023)!.Sentence("Norr", "procent");
        Assert.Equal("Norr: i medeltal 61,5 (procent) 2021–2022 och 59,25 2024, en ändring med −2,25. I andra områden i kommunen (1) ändrades det samtidigt i medeltal med +1. Beräkningen är Fonds egen; den beskriver en utveckling och visar inte vad projektet har lett till.", sentence.Sv);
        Assert.Equal("Norr: 61.5 (procent) on average in 2021–2022 and 59.25 in 2024, a change of −2.25. In other areas of the municipality (1) it changed by +1 on average at the same time. The calculation is Fond's own; it describes a development and does not show what the project has led to.", sentence.En);
        Assert.Contains("Värden att ställa bredvid saknas", AreaChange.Of(own, [], null, 2023)!.Sentence("Norr", "procent").Sv, StringComparison.Ordinal);
        Assert.Contains("I hela kommunen ändrades det samtidigt med 0.", AreaChange.Of(own, [], Series((2021, 5), (2022, 5), (2024, 5)), 2023)!.Sentence("Norr", "procent").Sv, StringComparison.Ordinal);
    }

    private static Dictionary<int, decimal> Series(params (int Year, decimal Value)[] values) => values.ToDictionary(v => v.Year, v => v.Value);
}
