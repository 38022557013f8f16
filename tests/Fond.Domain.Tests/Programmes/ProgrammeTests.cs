using Fond.Domain.Programmes;
using Fond.Domain.Tests.Governance;

namespace Fond.Domain.Tests.Programmes;

public sealed class ProgrammeTests
{
    [Fact]
    public void Rewriting_keeps_goals_by_their_code()
    {
        var programme = new Programme("lund", "Lund", ProgrammeKind.Municipal, Text(("Demokrati", "d1", "Delaktighet")));
        var goal = programme.Areas[0].Goals[0];
        programme.Rewrite(Text(("Demokrati", "d1", "Jämlik delaktighet"), ("Boende", "b1", "Hela Lund")));
        Assert.Same(goal, programme.Areas[0].Goals[0]);
        Assert.Equal("Jämlik delaktighet", goal.Title);
        Assert.Equal(2, programme.Areas.Count);
    }

    [Fact]
    public void A_goal_cannot_be_taken_away() =>
        Assert.Equal("d1", Refused.By<ProgrammeGoalRemoved>(() =>
            new Programme("lund", "Lund", ProgrammeKind.Municipal, Text(("Demokrati", "d1", "x"))).Rewrite(Text(("Boende", "b1", "y")))).Goal);

    [Fact]
    public void A_goal_stands_once() =>
        Refused.By<ProgrammeGoalTwice>(() => new Programme("lund", "Lund", ProgrammeKind.Municipal, Text(("A", "d1", "x"), ("B", "d1", "y"))));

    [Fact]
    public void A_programme_ends_after_it_begins() =>
        Refused.By<ProgrammeDatesReversed>(() => new Programme("lund", "Lund", ProgrammeKind.Municipal, Text(("A", "d1", "x")) with { To = new(2019, 1, 1) }));

    private static ProgrammeText Text(params (string Area, string Code, string Title)[] goals) => new()
    {
        Title = "Ett Lund för alla",
        From = new(2020, 1, 1),
        Areas = [.. goals.Select(g => new AreaText(g.Area, [new GoalText(g.Code, g.Title)]))],
    };
}
