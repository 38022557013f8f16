using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Tests.Governance;

namespace Fond.Domain.Tests.Funds;

public sealed class FundTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Fact]
    public void Money_goes_from_allocation_to_disbursement_and_every_step_balances()
    {
        var (fund, balance) = FundWith(1000);
        LedgerTransaction[] steps =
        [
            fund.Reserve(balance, Money.Kronor(600), Now),
            fund.Commit(balance, Money.Kronor(600), Now),
            fund.Disburse(balance, Money.Kronor(250), 2026, Now),
            fund.ReturnUnused(balance, Money.Kronor(350), "rest", Now),
            fund.ReturnPaidOut(balance, Money.Kronor(50), "ej förbrukat", Now),
            fund.Repay(balance, Money.Kronor(900), "besparing", Now),
        ];
        Assert.All(steps, s => Assert.Equal(Money.Zero, s.Postings.Sum(p => p.Amount)));
        Assert.Equal(Money.Kronor(1000 - 600 + 350 + 50 + 900), fund.Available);
        Assert.Equal((Money.Zero, Money.Zero, Money.Kronor(200), Money.Kronor(900)), (balance.Reserved, balance.Granted, balance.Disbursed, balance.Repaid));
    }

    [Fact]
    public void More_than_is_available_cannot_be_reserved_and_nothing_moves()
    {
        var (fund, balance) = FundWith(100);
        var refusal = Refused.By<FundMoneyInsufficient>(() => fund.Reserve(balance, Money.Kronor(101), Now));
        Assert.Equal(Money.Kronor(100), refusal.Available);
        Assert.Equal((Money.Kronor(100), Money.Zero), (fund.Available, balance.Reserved));
        fund.Reserve(balance, Money.Kronor(100), Now);
        Assert.Equal(Money.Zero, fund.Available);
    }

    [Fact]
    public void More_than_the_case_holds_cannot_be_moved_on_and_nothing_moves()
    {
        var (fund, balance) = FundWith(100);
        fund.Reserve(balance, Money.Kronor(40), Now);
        Refused.By<FundBalanceInsufficient>(() => fund.Commit(balance, Money.Kronor(41), Now));
        Refused.By<FundBalanceInsufficient>(() => fund.Disburse(balance, Money.Kronor(1), 2026, Now));
        Refused.By<FundBalanceInsufficient>(() => fund.ReturnUnused(balance, Money.Kronor(1), "", Now));
        Refused.By<FundBalanceInsufficient>(() => fund.Release(balance, Money.Kronor(41), "Avbrutet", Now));
        Assert.Equal((Money.Kronor(60), Money.Kronor(40)), (fund.Available, balance.Reserved));
        fund.Release(balance, Money.Kronor(40), "Avbrutet", Now);
        Assert.Equal(Money.Kronor(100), fund.Available);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void An_amount_is_more_than_nothing_and_not_beyond_counting(long ore)
    {
        var (fund, _) = FundWith(100);
        Refused.By<FundAmountInvalid>(() => fund.Allocate(new Money(ore), 2026, "x", Now));
    }

    [Fact]
    public void Rules_hold_on_their_days_and_may_not_overlap()
    {
        var (fund, _) = FundWith(0);
        fund.AddRules(Limits(2020, 2023));
        fund.AddRules(Limits(2024, null));
        Assert.Equal(2020, fund.RulesOn(new(2023, 12, 31))!.Limits.ValidFrom.Year);
        Assert.Equal(2024, fund.RulesOn(new(2024, 1, 1))!.Limits.ValidFrom.Year);
        Assert.Null(fund.RulesOn(new(2019, 12, 31)));
        Refused.By<FundRulesOverlap>(() => fund.AddRules(Limits(2023, 2023)));
        Refused.By<FundRulesOverlap>(() => fund.AddRules(Limits(2030, null)));
    }

    [Fact]
    public void Limits_that_make_no_sense_are_each_named()
    {
        var (fund, _) = FundWith(0);
        var senseless = Limits(2020, 2019) with { MaxMonths = 0, MaxShare = 1.01m, MinParties = 0, MaxGrantTotal = Money.Zero };
        Assert.Equal(["validTo", "maxGrantTotal", "maxMonths", "maxShare", "minParties"], Refused.ByAll(() => fund.AddRules(senseless)).Select(r => r.Path[0]));
    }

    [Theory]
    [InlineData("{series} {year}/{number:0000}", "KS 2026/0001", "KS 2026/0002")]
    [InlineData("Dnr {year}/{number}", "Dnr 2026/1", "Dnr 2026/2")]
    [InlineData("{number}/{year}", "1/2026", "2/2026")]
    public void Case_numbers_follow_the_municipality_s_pattern_without_a_gap(string pattern, string first, string second)
    {
        var series = new NumberSeries("Lund", "KS", 2026);
        Assert.True(NumberSeries.IsPattern(pattern));
        Assert.Equal(first, series.Next(pattern));
        Assert.Equal(second, series.Next(pattern));
    }

    [Theory]
    [InlineData("{year}")]
    [InlineData("{number}")]
    [InlineData("{number}{number}{year}")]
    public void A_pattern_that_cannot_tell_cases_apart_is_refused(string pattern) =>
        Assert.Equal("numberPattern", Assert.Single(Refused.ByAll(() => new Fund(Terms() with { NumberPattern = pattern })).Select(r => r.Path[0])));

    [Fact]
    public void A_call_has_graded_criteria_that_weigh_a_hundred()
    {
        var call = Call(40, 60);
        Assert.Equal(3, call.Criteria.Count);
        Assert.Equal(99, Refused.By<CallWeightsNotHundred>(() => Call(40, 59)).Sum);
    }

    [Fact]
    public void Late_by_a_second_is_late()
    {
        var call = Call(100);
        call.DemandOpen(call.OpensAt);
        call.DemandOpen(call.ClosesAt.AddSeconds(-1));
        Refused.By<CallNotOpen>(() => call.DemandOpen(call.OpensAt.AddSeconds(-1)));
        var refusal = Refused.By<CallClosed>(() => call.DemandOpen(call.ClosesAt));
        Assert.Contains("2026-04-01 00:00", refusal.Message.Sv, StringComparison.Ordinal); // midnight in Stockholm, 22:00 in UTC
    }

    [Fact]
    public void The_last_day_ends_at_midnight_in_stockholm_summer_and_winter()
    {
        Assert.Equal(new DateTimeOffset(2020, 1, 31, 23, 0, 0, TimeSpan.Zero), MunicipalTime.EndOfDay(new(2020, 1, 31)));
        Assert.Equal(new DateTimeOffset(2020, 7, 31, 22, 0, 0, TimeSpan.Zero), MunicipalTime.EndOfDay(new(2020, 7, 31)));
    }

    [Theory]
    [InlineData(123456700, "1\u00a0234\u00a0567 kr")]
    [InlineData(1250, "12,50 kr")]
    public void Money_reads_as_in_swedish(long ore, string text) => Assert.Equal(text, new Money(ore).ToString());

    internal static FundTerms Terms() => new("Fonden", "Lund", "KS", "{series} {year}/{number:0000}", null, null, 5);

    private static (Fund, ApplicationBalance) FundWith(long kronor)
    {
        var fund = new Fund(Terms());
        if (kronor > 0) fund.Allocate(Money.Kronor(kronor), 2026, "KF § 1", Now);
        return (fund, new ApplicationBalance(7, 1));
    }

    private static FundLimits Limits(int from, int? to) => new()
    {
        ValidFrom = new(from, 1, 1),
        ValidTo = to is { } year ? new(year, 12, 31) : null,
        MaxGrantPerYear = Money.Kronor(100),
        MaxGrantTotal = Money.Kronor(300),
        MaxMonths = 36,
        MaxShare = 0.5m,
        MinParties = 2,
        RepaymentModel = RepaymentModel.None,
    };

    private static Call Call(params int[] weights) => new(1, "Våren", new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 31, 22, 0, 0, TimeSpan.Zero),
    [
        new() { Code = "samverkan", Name = new("Minst två parter", "At least two parties"), Kind = CriterionKind.Gate },
        .. weights.Select((w, i) => new CriterionTerms { Code = $"k{i}", Name = new("Behov", "Need"), Kind = CriterionKind.Graded, Weight = w }),
    ]);
}
