using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Impact;

public sealed class MoneyBackTests
{
    private static readonly Party Fund = new(Payer.Municipality), Social = new(Payer.Board, "Socialnämnden"), Region = new(Payer.Region), Service = new(Payer.EmploymentService);

    private static UnitCost Unit(string code, Party party, long kronor, int year = 2020) => new(code, code, party, Money.Kronor(kronor), year, "Nationell kostnadsdatabas", new(Day(2020, 1, 1), Day(2022, 12, 31)));

    private static MoneyCase Case(UnitCost[] units, Benefit[] benefits, params Cost[] costs) =>
        new(2020, Day(2021, 1, 1), units, new(new Dictionary<int, decimal> { [2015] = 100, [2020] = 110 }), benefits, costs);

    /// <summary>Costs of 2 and 1 million kronor in years 0 and 1, benefits of 0.4, 0.9, 1.1, 1.1 and 0.9 in years 1 to 5.</summary>
    private static readonly MoneyCase Worked = Case([Unit("placering", Social, 100_000)],
        [.. new[] { 4, 9, 11, 11, 9 }.Select((cases, i) => new Benefit("placering", i + 1, cases, 1))], new(0, Fund, Money.Kronor(2_000_000)), new(1, Fund, Money.Kronor(1_000_000)));

    [Fact]
    public void The_worked_example_is_found_again()
    {
        var valuation = Valuation.Of(Worked, 5, 0.035m);
        Assert.Equal((2_966_184, 3_935_132, 968_949), (Kronor(valuation.PresentCost), Kronor(valuation.PresentBenefit), Kronor(valuation.NetPresentValue)));
        Assert.Equal(1.326665m, Math.Round(valuation.BenefitCostRatio!.Value, 6));
        Assert.Equal((Money.Kronor(4_400_000), 4), (valuation.Gross, valuation.PaybackMonth / 12));

        static long Kronor(Money money) => (long)Math.Round(money.Ore / 100m);
    }

    [Fact]
    public void Three_per_cent_is_reckoned_with_unless_said_otherwise() => Assert.Equal(Valuation.Of(Worked, 5, 0.03m).NetPresentValue, Valuation.Of(Worked, 5).NetPresentValue);

    [Theory]
    [InlineData(1, -2_600_000)]
    [InlineData(2, -1_700_000)]
    [InlineData(3, -600_000)]
    [InlineData(5, 1_400_000)]
    [InlineData(40, 1_400_000)]
    public void A_horizon_counts_what_lies_within_it(int horizon, long net)
    {
        var valuation = Valuation.Of(Worked, horizon, 0);
        Assert.Equal((Money.Kronor(net), net > 0), (valuation.NetPresentValue, valuation.PaybackMonth is not null));
    }

    /// <summary>The board pays a half of what it saves in the first year, and the municipality pays and saves nothing.</summary>
    [Fact]
    public void Each_party_has_a_ratio_a_payback_and_a_break_even_of_its_own()
    {
        var shares = Valuation.Of(Case([Unit("placering", Social, 100_000)], [new("placering", 1, 10, 1)], new(0, Social, Money.Kronor(500_000)), new(0, Fund, Money.Kronor(900_000))), 1, 0).Shares;
        var (fund, social) = (shares.Single(s => s.Party == Fund), shares.Single(s => s.Party == Social));
        Assert.Equal((2m, 18, 0.5m), (social.BenefitCostRatio, social.PaybackMonth, social.BreakEvenShare));
        Assert.Equal((0m, null, null), (fund.BenefitCostRatio, fund.PaybackMonth, fund.BreakEvenShare));
        var region = Assert.Single(Valuation.Of(Case([Unit("vård", Region, 1)], [new("vård", 1, 1, 1)]), 1).Shares);
        Assert.Equal((null, null, null), (region.BenefitCostRatio, region.PaybackMonth, region.BreakEvenShare));
    }

    /// <summary>A million kronor of 2015 is 1.1 million of 2020; what began in a year that the index does not know is left out and named.</summary>
    [Fact]
    public void Projects_of_unlike_price_years_are_summed_in_the_prices_of_the_latest()
    {
        var index = new PriceIndex(new Dictionary<int, decimal> { [2015] = 100, [2020] = 110 });
        Valuation Worth(long kronor) => new(5, 0, [new(Social, Money.Kronor(kronor), Money.Kronor(kronor), Money.Kronor(500_000)), new(Region, Money.Kronor(-10), Money.Kronor(-10), Money.Zero)], null);
        var total = SavingsTotal.Of([(2015, Worth(1_000_000)), (2020, Worth(1_000_000)), (2017, Worth(7))], index);
        Assert.Equal((2020, 2), (total.PriceYear, total.Summed));
        Assert.Equal([2017], total.WithoutIndex);
        Assert.Equal([new(Social, Money.Kronor(2_100_000), Money.Kronor(2_100_000), Money.Kronor(1_050_000)), new Share(Region, Money.Kronor(-21), Money.Kronor(-21), Money.Zero)], total.Shares);
        var unpublished = SavingsTotal.Of([(2015, Worth(1_000_000)), (2020, Worth(1_000_000)), (2026, Worth(7))], index); // the index of the latest year is not out yet
        Assert.Equal((2020, 2, 2026), (unpublished.PriceYear, unpublished.Summed, Assert.Single(unpublished.WithoutIndex)));
        var alike = SavingsTotal.Of([(2017, Worth(1)), (2017, Worth(2))], new(new Dictionary<int, decimal>()));
        Assert.Equal((2017, 2, 3L), (alike.PriceYear, alike.Summed, alike.Shares[0].Gross.Ore / 100));
        Assert.Null(SavingsTotal.Of([], index).PriceYear);
    }

    /// <summary>Year 0 saves 1,200 and costs 600; year 1 costs 5,000, and year 2 saves what is lacking.</summary>
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, null)]
    [InlineData(8_800, 1, null)]
    [InlineData(8_800, 2, 30)]
    public void Later_costs_take_payback_back_until_they_are_covered_too(int saved, int horizon, int? month)
    {
        var money = Case([Unit("a", Social, 1)], [new("a", 0, 1_200, 1), new("a", 2, Math.Max(saved, 1), 1)], new Cost(0, Fund, Money.Kronor(600)), new(1, Fund, Money.Kronor(5_000)));
        Assert.Equal(month, Valuation.Of(money, horizon).PaybackMonth);
    }

    [Fact]
    public void Payback_is_the_first_month_that_has_covered_the_costs()
    {
        var money = Case([Unit("a", Social, 1_200)], [new("a", 0, 1, 1), new("a", 1, 1, 1)], new Cost(0, Fund, Money.Kronor(600)), new(1, Fund, Money.Kronor(600)));
        Assert.Equal(1, Valuation.Of(money, 1).PaybackMonth);
        Assert.Equal(10, Valuation.Of(Case([Unit("a", Social, 1_200)], [new("a", 1, 1, 1)], new Cost(0, Fund, Money.Kronor(1_000))), 1).PaybackMonth - 12);
        Assert.Null(Valuation.Of(Case([Unit("a", Social, 1_200)], [new("a", 1, 1, 1)]), 1).PaybackMonth);
    }

    [Fact]
    public void Parts_make_up_the_whole_to_the_ore_also_where_somebody_loses()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            Party[] parties = [Fund, Social, new(Payer.Board, "Barn- och utbildningsnämnden"), Region, Service, new(Payer.Individuals)];
            UnitCost[] units = [.. parties.Select((p, i) => Unit($"k{i}", p, random.Next(-50_000, 900_000), random.Next(2) == 0 ? 2015 : 2020))];
            var money = Case(units, [.. Enumerable.Range(0, 30).Select(_ => new Benefit($"k{random.Next(units.Length)}", random.Next(7), random.Next(60), random.Next(-100, 1000) / 1000m))],
                [.. Enumerable.Range(0, 5).Select(i => new Cost(i, parties[random.Next(parties.Length)], new(random.Next(1, 300_000_000))))]);
            foreach (var horizon in MoneyCase.UsualHorizons)
            {
                var valuation = Valuation.Of(money, horizon, random.Next(0, 8) / 100m);
                Assert.Equal(valuation.NetPresentValue, valuation.Shares.Sum(s => s.NetPresentValue));
                Assert.Equal(valuation.Gross, valuation.Shares.Sum(s => s.Gross));
                Assert.Equal(money.Costs.Where(c => c.Year <= horizon).Sum(c => c.Amount), Valuation.Of(money, horizon, 0).PresentCost);
                Assert.Equal(valuation.Shares.Select(s => s.Party), valuation.Shares.Select(s => s.Party).Distinct());
            }
        }
    }

    [Fact]
    public void Some_lose_what_others_gain()
    {
        var valuation = Valuation.Of(Case([Unit("a", Social, 50_000), Unit("b", Service, -20_000)], [new("a", 1, 10, 0.2m), new("b", 1, 10, 0.2m)], new Cost(0, Fund, Money.Kronor(10_000))), 1, 0);
        Assert.Equal([Money.Kronor(100_000), Money.Kronor(-10_000), Money.Kronor(-40_000)], valuation.Shares.Select(s => s.NetPresentValue));
        Assert.Equal(Money.Kronor(50_000), valuation.NetPresentValue);
    }

    [Fact]
    public void Unit_costs_are_brought_to_the_first_years_prices() =>
        Assert.Equal(Money.Kronor(110_000), Valuation.Of(Case([Unit("a", Social, 100_000, 2015)], [new("a", 0, 1, 1)]), 0).Gross);

    [Fact]
    public void Break_even_is_told_in_cases_and_as_a_part_of_the_savings()
    {
        var money = Case([Unit("a", Social, 100_000)], [new("a", 1, 10, 0.5m), new("a", 2, 10, 0.5m)], new Cost(0, Fund, Money.Kronor(600_000)));
        var valuation = Valuation.Of(money, 2, 0);
        Assert.Equal((0.6m, 3L), (BreakEven.ShareOfSavings(valuation)!.Value, Assert.Single(BreakEven.Cases(money, valuation)).Number!.Value));
        Assert.Equal(4L, Assert.Single(BreakEven.Cases(money, Valuation.Of(money, 2, 0.05m))).Number); // 600 000 as an annuity over two years is 322 683
        Assert.Null(BreakEven.ShareOfSavings(Valuation.Of(Case([], [], new Cost(0, Fund, Money.Kronor(1))), 1)));
    }

    /// <summary>The board pays and saves, the municipality pays and saves by nothing, the region saves and pays nothing, and the employment service would lose by every case.</summary>
    [Fact]
    public void Each_party_breaks_even_by_the_cases_that_it_saves_by_itself()
    {
        var money = Case([Unit("a", Social, 100_000), Unit("b", Region, 50_000), Unit("c", Service, -20_000)], [new("a", 1, 1, 1), new("b", 1, 1, 1), new("c", 1, 1, 1)],
            new(0, Social, Money.Kronor(300_000)), new(0, Fund, Money.Kronor(500_000)), new(0, Service, Money.Kronor(1)));
        Assert.Equal(["a 9", "b 17", "c MONEY_NEVER_COVERED"], Told(BreakEven.Cases(money, Valuation.Of(money, 1, 0))));
        Assert.Equal(["a 3"], Of(Social, 1));
        Assert.Equal(["a 2"], Of(Social, 2));
        Assert.Equal(["a MONEY_NEVER_COVERED"], Of(Social, 0));
        Assert.Equal([" MONEY_NEVER_COVERED"], Of(Fund, 5));
        Assert.Equal(["b 0"], Of(Region, 1));
        Assert.Equal(["c MONEY_NEVER_COVERED"], Of(Service, 5));

        IEnumerable<string> Of(Party party, int horizon)
        {
            var valuation = Valuation.Of(money, horizon, 0);
            return Told(BreakEven.Cases(money, valuation, valuation.Shares.Single(s => s.Party == party)));
        }

        static IEnumerable<string> Told(IEnumerable<CasesAYear> cases) => cases.Select(c => $"{c.UnitCost} {c.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? c.Reason!.Code}");
    }

    /// <summary>Whatever the cost, the price, its year, the horizon and the rate.</summary>
    [Fact]
    public void At_the_number_that_breaks_even_the_partys_net_present_value_is_not_negative_and_at_one_case_fewer_it_is()
    {
        var random = new Random(20);
        for (var i = 0; i < 500; i++)
        {
            var (horizon, rate, cost) = (random.Next(1, 12), random.Next(0, 200) / 1000m, new Cost(random.Next(0, 2), Social, new Money(random.NextInt64(1, 500_000_000))));
            var unit = Unit("a", Social, 1, random.Next(2) == 0 ? 2015 : 2020) with { Amount = new Money(random.NextInt64(100, 30_000_000)) };
            var number = Assert.Single(BreakEven.Cases(With(0), Valuation.Of(With(0), horizon, rate), ShareAt(0))).Number!.Value;
            Assert.True(ShareAt(number).NetPresentValue >= Money.Zero, $"{i}: {number}");
            Assert.True(number > 0 && ShareAt(number - 1).NetPresentValue < Money.Zero, $"{i}: {number}");

            MoneyCase With(long cases) => Case([unit], [.. Enumerable.Range(1, horizon).Select(year => new Benefit("a", year, (int)cases, 1))], cost);

            Share ShareAt(long cases) => Assert.Single(Valuation.Of(With(cases), horizon, rate).Shares);
        }
    }

    /// <summary>Norrköping 2016: 10 million kronor, 40 % guaranteed, at most 20 % on top.</summary>
    [Theory]
    [InlineData(0, true, 4)]
    [InlineData(0, false, 4)]
    [InlineData(-3, true, 4)]
    [InlineData(5, true, 7)]
    [InlineData(5, false, 7)]
    [InlineData(10, true, 10)]
    [InlineData(20, true, 12)]
    [InlineData(20, false, 10)]
    [InlineData(11, true, 10.6)]
    public void The_outcome_contract_repays_by_its_table(int saved, bool goalReached, decimal repaid)
    {
        var contract = new OutcomeContract(Money.Kronor(10_000_000), 0.4m, 0.2m, 0.6m);
        Assert.Equal((long)(repaid * 100_000_000), contract.Repayment(Money.Kronor(saved * 1_000_000L), goalReached).Ore);
        if (saved == 20 && goalReached) Assert.Equal(Money.Kronor(16_000_000), (contract with { Cap = 10 }).Repayment(Money.Kronor(20_000_000), goalReached));
    }

    [Theory]
    [InlineData(100, 50)]
    [InlineData(400, 150)]
    [InlineData(-5, 0)]
    public void Verified_savings_are_shared_up_to_the_grant(int verified, int repaid) => Assert.Equal(Money.Kronor(repaid), VerifiedSavings.Repayment(Money.Kronor(verified), 0.5m, Money.Kronor(150)));

    [Fact]
    public void The_widest_swing_comes_first()
    {
        var swings = Sensitivity.OneWay(Worked, 5, 0, [new(null, 0.9m, 1.2m), new("placering", 0.5m, 1.5m)]);
        Assert.Equal(["placering", null], swings.Select(s => s.Uncertainty.UnitCost));
        Assert.Equal((Money.Kronor(-800_000), Money.Kronor(3_600_000)), (swings[0].AtLow, swings[0].AtHigh));
        Assert.Equal((Money.Kronor(1_700_000), Money.Kronor(800_000)), (swings[1].AtLow, swings[1].AtHigh));
    }

    [Fact]
    public void A_simulation_is_the_same_for_the_same_seed_and_its_interval_lies_within_the_extremes()
    {
        Uncertainty[] uncertain = [new(null, 0.9m, 1.2m), new("placering", 0.5m, 1.5m)];
        var (one, again, other) = (MonteCarlo.Of(Worked, 5, 0, uncertain, 7), MonteCarlo.Of(Worked, 5, 0, uncertain, 7), MonteCarlo.Of(Worked, 5, 0, uncertain, 8));
        Assert.Equal(one, again);
        Assert.NotEqual(one.Median, other.Median);
        Assert.InRange(one.Lower.Ore, Money.Kronor(-1_400_000).Ore, one.Median.Ore);
        Assert.InRange(one.Upper.Ore, one.Median.Ore, Money.Kronor(3_900_000).Ore);
        Assert.InRange(one.ChanceOfGain, 0.9, 0.98); // of a triangle from 2.2 to 6.6 with its top at 4.4, less one from 2.7 to 3.6 with its top at 3
    }

    [Fact]
    public void Of_one_triangle_the_simulation_finds_its_own_points()
    {
        var simulated = MonteCarlo.Of(Worked, 5, 0, [new("placering", 0.5m, 1.5m)], 3);
        Assert.Equal(4_400_000 * (0.5 + Math.Sqrt(0.025 / 2)) - 3_000_000, simulated.Lower.Ore / 100.0, tolerance: 60_000);
        Assert.Equal(1_400_000, simulated.Median.Ore / 100.0, tolerance: 60_000);
        Assert.Equal(1 - 2 * Math.Pow(3 / 4.4 - 0.5, 2), simulated.ChanceOfGain, tolerance: 0.01);
        Assert.Equal((Money.Kronor(1_400_000), 1.0), MonteCarlo.Of(Worked, 5, 0, [], 3) is var certain ? (certain.Upper, certain.ChanceOfGain) : default);
    }

    /// <summary>Two savings of 25 thousand kronor, each half as large again by its effect's standard error: by one effect they move as one, by two as the root of their squares.</summary>
    [Theory]
    [InlineData("A", "A", 25_000)]
    [InlineData("A", "B", 17_678)]
    public void What_rests_on_one_effect_is_drawn_once_from_the_normal_distribution_that_its_interval_tells_of(string first, string second, double deviation)
    {
        StatedSaving Saving(string unit, string indicator) => new(unit, 1, 100, 0.5m, 0.25m, "Jämförelsegruppen", indicator, "V1", 100, 100);
        var ground = new SavingsGround(Day(2022, 1, 1), [Unit("placering", Social, 1_000), Unit("vård", Region, 1_000)], new(new Dictionary<int, decimal>()), [], new Dictionary<(string, string), int> { [("A", "V1")] = 100, [("B", "V1")] = 100 });
        var project = new Project(new(7, 3, 11, 12, "Pilot", "Skolan", Day(2020, 1, 1), Day(2022, 12, 31), Day(2019, 12, 12), [Kronor(2020, 1)], [], []));
        var stated = new SavingsCase(project, 1, SavingsBasis.Verified, new(2020, [Saving("placering", first), Saving("vård", second)], "Uppföljning"), ground, 1, default);
        var simulated = new Reckoned(stated, 5, 0, new(1, new Dictionary<(string, string), ToldNumbers>()) { RangeOf = _ => new(0, 2, 0.5m) }).Simulation(1, null).Value!;
        Assert.Equal(50_000, simulated.Median.Ore / 100.0, tolerance: 700);
        Assert.Equal(50_000 - 1.96 * deviation, simulated.Lower.Ore / 100.0, tolerance: 1_800);
        Assert.Equal(50_000 + 1.96 * deviation, simulated.Upper.Ore / 100.0, tolerance: 1_800);
        Assert.Equal(MathNet.Numerics.Distributions.Normal.CDF(0, deviation, 50_000), simulated.ChanceOfGain, tolerance: 0.006);
    }

    public static TheoryData<string, MoneyCase> Wrong => new()
    {
        { "unitCosts.0.validity MONEY_UNIT_COST_NOT_VALID", Worked with { ValuedOn = new(2023, 1, 1) } },
        { "unitCosts.0.priceYear MONEY_INDEX_MISSING", Worked with { UnitCosts = [Unit("placering", Social, 1, 2014)] } },
        { "unitCosts.1.code MONEY_CODE_INVALID", Worked with { UnitCosts = [Unit("placering", Social, 1), Unit("placering", Social, 2)] } },
        { "unitCosts.0.source MONEY_TEXT_INVALID", Worked with { UnitCosts = [Unit("placering", Social, 1) with { Source = " " }] } },
        { "unitCosts.0.name MONEY_TEXT_INVALID", Worked with { UnitCosts = [Unit("placering", Social, 1) with { Name = "" }] } },
        { "unitCosts.0.board MONEY_BOARD_UNCLEAR", Worked with { UnitCosts = [Unit("placering", new(Payer.Board), 1)] } },
        { "unitCosts.0.board MONEY_BOARD_UNCLEAR", Worked with { UnitCosts = [Unit("placering", new(Payer.Region, "x"), 1)] } },
        { "unitCosts.0.amount MONEY_TOO_LARGE", Worked with { UnitCosts = [Unit("placering", Social, 20_000_000_000)] } },
        { "benefits.0.unitCost MONEY_UNIT_COST_UNKNOWN", Worked with { Benefits = [new("x", 1, 1, 1)] } },
        { "benefits.0.year MONEY_YEAR_INVALID", Worked with { Benefits = [new("placering", 61, 1, 1)] } },
        { "benefits.0.treated MONEY_NUMBER_INVALID", Worked with { Benefits = [new("placering", 1, -1, 1)] } },
        { "benefits.0.prevented MONEY_NUMBER_INVALID", Worked with { Benefits = [new("placering", 1, 1, 1.1m)] } },
        { "costs.0.year MONEY_YEAR_INVALID", Worked with { Costs = [new(-1, Fund, Money.Zero)] } },
        { "costs.0.amount MONEY_TOO_LARGE", Worked with { Costs = [new(0, Fund, Money.Kronor(-1))] } },
        { "costs MONEY_LINES_MANY", Worked with { Costs = [.. Enumerable.Repeat(new Cost(0, Fund, Money.Zero), 1_001)] } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_fault_is_named_with_its_place(string fault, MoneyCase money)
    {
        var refused = Assert.Single(Assert.Throws<RefusedException>(() => Valuation.Of(money, 5)).Refusals);
        Assert.Equal(fault, $"{string.Join('.', refused.Path)} {refused.Code}");
    }

    [Fact]
    public void What_is_too_much_to_tell_or_outside_the_scale_is_refused()
    {
        Assert.Throws<RefusedException>(() => Valuation.Of(Worked with { UnitCosts = [Unit("placering", Social, 9_000_000_000)], Benefits = [new("placering", 1, 9_000_000, 1)] }, 5));
        Assert.Throws<RefusedException>(() => Valuation.Of(Worked, 61));
        Assert.Throws<RefusedException>(() => Valuation.Of(Worked, 5, 0.21m));
        Assert.Throws<RefusedException>(() => Sensitivity.OneWay(Worked, 5, 0, [new("x", 0.5m, 1.5m)]));
        Assert.Throws<RefusedException>(() => Sensitivity.OneWay(Worked, 5, 0, [new(null, 1.5m, 1.5m)]));
        Assert.Throws<RefusedException>(() => new OutcomeContract(Money.Kronor(1), 1.1m, 0, 0).Repayment(Money.Zero, true));
        Assert.Throws<RefusedException>(() => VerifiedSavings.Repayment(Money.Kronor(1), 1.1m, Money.Kronor(1)));
    }
}
