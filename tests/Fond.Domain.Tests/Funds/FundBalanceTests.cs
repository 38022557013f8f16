using Fond.Domain.Common;
using Fond.Domain.Funds;

namespace Fond.Domain.Tests.Funds;

public sealed class FundBalanceTests
{
    [Fact]
    public void Years_without_movements_keep_what_there_was_and_what_is_late_is_foreseen_this_year()
    {
        var balance = FundBalance.Of([(2020, LedgerKind.Allocation, Money.Kronor(100)), (2020, LedgerKind.Reservation, Money.Kronor(60)), (2022, LedgerKind.Release, Money.Kronor(10)), (2022, LedgerKind.Repayment, Money.Kronor(5))],
            [], [new(2021, Money.Kronor(20)), new(2023, Money.Kronor(30))], [new(2020, Money.Kronor(3)), new(2024, Money.Kronor(4))], 2022);
        Assert.Equal([(2020, 40L, 60L), (2021, 40L, 0L), (2022, 55L, -10L)], balance.Years.Select(y => (y.Year, y.Available.Ore / 100, y.Granted.Ore / 100)));
        Assert.Equal([(2022, 20L, 3L, 58L), (2023, 30L, 0L, 58L), (2024, 0L, 4L, 62L)], balance.Forecast.Select(f => (f.Year, f.ToPay.Ore / 100, f.ToBeRepaid.Ore / 100, f.Available.Ore / 100)));
    }

    [Fact]
    public void A_fund_without_movements_has_nothing_this_year() =>
        Assert.Equal((Money.Zero, Money.Zero), FundBalance.Of([], [], [], [], 2022) is var empty ? (Assert.Single(empty.Years).Available, Assert.Single(empty.Forecast).Available) : default);
}
