using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.KeyFigures;

namespace Fond.Domain.Tests.KeyFigures;

public sealed class KeyFigureTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    private static readonly KeyFigureTerms Terms = new(new("Behöriga till gymnasiet", "Eligible for upper secondary school"), "Andel av elever i årskurs 9.", Direction.HigherIsBetter, "Skolverket", "Källa: Kolada", "https://www.kolada.se", "Utbildningsförvaltningen");

    private static readonly IReadOnlyDictionary<string, long> Areas = new Dictionary<string, long> { ["kommunen"] = 1, ["norr"] = 2 };

    [Fact]
    public void Every_fault_of_its_description_is_named_at_once()
    {
        var bad = Terms with { Name = new(" ", "Eligible"), Definition = "-", Source = "", Attribution = " ", Url = "ftp://kolada.se", Owner = new string('x', 201) };
        var refused = Assert.Throws<RefusedException>(() => new KeyFigure(1, "", new string('x', 51), bad, Now));
        Assert.Equal(["attribution", "code", "definition", "name.sv", "owner", "source", "unit", "url"], refused.Refusals.Select(r => string.Join('.', r.Path)).Order(StringComparer.Ordinal));
        Assert.Contains(refused.Refusals, r => r is KeyFigureUrlInvalid);
    }

    [Fact]
    public void Decisions_to_follow_it_stand_beside_each_other()
    {
        var figure = new KeyFigure(1, "N15436", "procent", Terms, Now);
        Assert.False(figure.IsFollowed);
        figure.Decide(new(true, new(2026, 1, 15), " § 4 "), Today);
        figure.Decide(new(false, new(2026, 2, 15), "§ 9"), Today);
        Assert.False(figure.IsFollowed);
        Assert.Equal([new(true, new(2026, 1, 15), "§ 4"), new FollowDecision(false, new(2026, 2, 15), "§ 9")], figure.Decisions);
    }

    [Fact]
    public void A_decision_is_of_something_new_and_neither_of_tomorrow_nor_before_the_last()
    {
        var figure = new KeyFigure(1, "N15436", "procent", Terms, Now);
        Assert.IsType<KeyFigureAlreadyDecided>(Assert.Single(Refused(figure, new(false, Today, "§ 1"))));
        Assert.IsType<KeyFigureDecidedInFuture>(Assert.Single(Refused(figure, new(true, Today.AddDays(1), "§ 1"))));
        Assert.IsType<KeyFigureTextInvalid>(Assert.Single(Refused(figure, new(true, Today, "-"))));
        figure.Decide(new(true, Today, "§ 1"), Today);
        Assert.IsType<KeyFigureDecidedBefore>(Assert.Single(Refused(figure, new(false, Today.AddDays(-1), "§ 2"))));
        Assert.True(figure.IsFollowed);
    }

    [Fact]
    public void A_fund_has_one_whole_and_no_code_twice()
    {
        var whole = new KeyFigureArea(1, "kommunen", "Kommunen", isWhole: true);
        Assert.IsType<KeyFigureWholeTaken>(Assert.Single(Assert.Throws<RefusedException>(() => new KeyFigureArea(1, "allt", "Allt", isWhole: true).DemandRoom([whole])).Refusals));
        Assert.IsType<KeyFigureCodeTaken>(Assert.Single(Assert.Throws<RefusedException>(() => new KeyFigureArea(1, " kommunen", "Norr", isWhole: false).DemandRoom([whole])).Refusals));
        new KeyFigureArea(1, "norr", "Norr", isWhole: false).DemandRoom([whole]);
    }

    [Fact]
    public void The_same_again_changes_nothing_and_another_value_is_the_next_revision()
    {
        var first = LoadRules.Judge([Row("norr", 2024, 61.5m), Row("norr", 2025, null, MissingReason.Secret)], Areas, [], Today);
        Assert.Equal((2, 0, 0), (first.Added, first.Revised, first.Unchanged));
        var kept = Kept(first);
        var second = LoadRules.Judge([Row("norr", 2024, 61.50m), Row("norr", 2025, 58m), Row("kommunen", 2025, 70m)], Areas, kept, Today);
        Assert.Equal((1, 1, 1), (second.Added, second.Revised, second.Unchanged));
        Assert.Equal([2, 1], second.Fresh.Select(f => f.Revision));
        Assert.Same(kept[1], second.Fresh[0].Before);
    }

    [Theory]
    [InlineData("syd", 2024, 1.0, null, "area", "KEY_FIGURE_AREA_UNKNOWN")]
    [InlineData("norr", 2027, 1.0, null, "year", "KEY_FIGURE_YEAR_IMPLAUSIBLE")]
    [InlineData("norr", 1899, 1.0, null, "year", "KEY_FIGURE_YEAR_IMPLAUSIBLE")]
    [InlineData("norr", 2024, null, null, "value", "KEY_FIGURE_VALUE_UNCLEAR")]
    [InlineData("norr", 2024, 1.0, MissingReason.Secret, "value", "KEY_FIGURE_VALUE_UNCLEAR")]
    [InlineData("norr", 2024, 0.0000001, null, "value", "KEY_FIGURE_VALUE_OUT_OF_RANGE")]
    [InlineData("norr", 2024, 1e12, null, "value", "KEY_FIGURE_VALUE_OUT_OF_RANGE")]
    public void What_cannot_be_is_a_fault_of_its_row_and_column(string area, int year, double? value, MissingReason? missing, string column, string code)
    {
        var verdict = LoadRules.Judge([Row("norr", 2020, 1m), Row(area, year, (decimal?)value, missing)], Areas, [], Today);
        Assert.Equal([(1, column, code)], verdict.Faults.Select(f => (f.Row, f.Column, f.Refusal.Code)));
        Assert.Single(verdict.Fresh);
    }

    [Fact]
    public void A_place_comes_once_at_a_time_and_women_and_men_are_places_of_their_own()
    {
        var women = Row("norr", 2024, 2m) with { Gender = KeyFigureGender.Women };
        var verdict = LoadRules.Judge([Row("norr", 2024, 1m), women, women], Areas, [], Today);
        Assert.Equal((2, 2, "KEY_FIGURE_ROW_REPEATED"), (verdict.Fresh.Count, Assert.Single(verdict.Faults).Row, verdict.Faults[0].Refusal.Code));
    }

    private static KeyFigureRow Row(string area, int year, decimal? value, MissingReason? missing = null) => new() { Area = area, Year = year, Value = value, Missing = missing };

    private static List<KeyFigureValue> Kept(LoadVerdict verdict)
    {
        var load = new KeyFigureLoad(1, KeyFigureOrigin.Entered, 1, Now, verdict);
        return [.. verdict.Fresh.Select(f => new KeyFigureValue(load, f))];
    }

    private static IReadOnlyList<Refusal> Refused(KeyFigure figure, FollowDecision decision) => Assert.Throws<RefusedException>(() => figure.Decide(decision, Today)).Refusals;
}
