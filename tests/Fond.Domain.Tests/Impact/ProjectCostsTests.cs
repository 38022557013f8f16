using Fond.Domain.Common;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Impact;

public sealed class ProjectCostsTests
{
    [Theory]
    [InlineData(0, "0:150 1:200")]
    [InlineData(50, "0:150 1:150")]
    [InlineData(200, "0:150")]
    [InlineData(260, "0:90")]
    [InlineData(350, "")]
    public void What_came_back_unused_is_taken_from_the_last_years_payments(int cameBack, string left) => Assert.Equal(left, string.Join(' ',
        ProjectCosts.Paid([Kronor(2021, 200), Kronor(2020, 100), Kronor(2020, 50)], Money.Kronor(cameBack), 2020).Select(c => $"{c.Year}:{c.Amount.Ore / 100}")));

    [Fact]
    public void Co_financing_is_borne_by_who_is_said_to()
    {
        var party = new Party(Payer.Region);
        Assert.Equal([new ProjectCost(1, party, Money.Kronor(30), CostBasis.CoFinancing)], ProjectCosts.CoFinanced([Kronor(2021, 10), Kronor(2021, 20), Kronor(2022, 0)], party, 2020));
    }

    [Fact]
    public void A_line_of_the_price_list_makes_room_for_the_next_and_never_for_an_earlier_one()
    {
        var (from, later) = (Day(2020, 1, 1), Day(2022, 1, 1));
        var line = new PriceLine(1, Terms(from));
        PriceLine.MakeRoom([line], Terms(later));
        Assert.Equal(Day(2021, 12, 31), line.To);
        Assert.Equal(from, Refused.By<PriceOverlap>(() => PriceLine.MakeRoom([line], Terms(Day(2019, 1, 1)))).From);
        PriceLine.MakeRoom([line], Terms(Day(2019, 1, 1)) with { To = Day(2019, 12, 31) });
        Assert.Equal(Day(2021, 12, 31), line.To);

        static PriceTerms Terms(DateOnly from) => new("plats", new("Placering", "Placement"), new(Payer.Region), Money.Kronor(10), 2020, "Regionen", from, null);
    }
}
