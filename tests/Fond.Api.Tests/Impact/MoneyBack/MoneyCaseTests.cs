using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using static Fond.Api.Tests.Impact.MoneyBack.MoneyStages;

namespace Fond.Api.Tests.Impact.MoneyBack;

/// <summary>What a project costs and saves: expected by its lead, verified by its evaluator, with what it rests on, and never overwritten.</summary>
public sealed class MoneyCaseTests : FondTest
{
    private MoneyStages Money => new(Fond);

    private Stages Stages => Money.Stages;

    [Fact]
    public async Task What_is_expected_is_valued_with_what_was_granted_and_what_the_parties_pay()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.GrantedAsync();
        Assert.Null(await MoneyBackAsync(Stages.Lead, project, "gross"));
        await Stages.Lead.DoAsync("proposeSavings", Expected(project), "savingsCase { id }");
        var worth = (await MoneyBackAsync(Stages.Chair, project, "case { basis number } horizon rate gross presentBenefit presentCost netPresentValue benefitCostRatio paybackMonth breakEvenShare breakEven { unitCost casesAYear } byPayer { payer board gross presentBenefit presentCost netPresentValue breakEven { unitCost casesAYear unavailable { code } } } sentence unavailable { code }", ""))!;
        Assert.Equal((500_000_000, 485_436_893, 707_564_760, -222_127_867), (Ore(worth, "gross"), Ore(worth, "presentBenefit"), Ore(worth, "presentCost"), Ore(worth, "netPresentValue")));
        Assert.Null(worth["paybackMonth"]); // what is lacking at the end was covered for a while
        Assert.Equal((5, 0.03m, 0.686m), (worth["horizon"]!.GetValue<int>(), worth["rate"]!.GetValue<decimal>(), Math.Round(worth["benefitCostRatio"]!.GetValue<decimal>(), 3)));
        Assert.Equal([("BOARD", "Socialnämnden", 500_000_000L, 0L), ("MUNICIPALITY", null, 0L, 707_564_760L)], worth["byPayer"]!.AsArray().Select(p => (p!["payer"]!.GetValue<string>(), p["board"]?.GetValue<string>(), Ore(p, "gross"), Ore(p, "presentCost"))));
        Assert.Equal(Ore(worth, "netPresentValue"), worth["byPayer"]!.AsArray().Sum(p => Ore(p!, "netPresentValue")));
        Assert.Equal(2, Assert.Single(worth["breakEven"]!.AsArray())!["casesAYear"]!.GetValue<long>()); // an annuity of 1.545 million kronor
        Assert.Equal(["plats 0 ", "  MONEY_NEVER_COVERED"], worth["byPayer"]!.AsArray().SelectMany(p => p!["breakEven"]!.AsArray()).Select(b => $"{b!["unitCost"]} {b["casesAYear"]} {b["unavailable"]?["code"]}"));
        Assert.StartsWith("Expected, not verified: fewer cases worth 4\u00a0854\u00a0368,93 kr", worth["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("The worth does not cover the costs; 2\u00a0221\u00a0278,67 kr is lacking. Discount rate 3%, horizon 5 years, prices of 2019.", worth["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        var swedish = (await MoneyBackAsync(new Client(Fond, "helsingborg-projektledare") { Language = "sv" }, project, "sentence"))!["sentence"]!.GetValue<string>();
        Assert.Contains("Väntat, inte verifierat", swedish, StringComparison.Ordinal);
        Assert.Contains("Kalkylränta 3 %, 5 års sikt, 2019 års priser.", swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stated_anew_is_another_version_and_the_earlier_one_keeps_its_prices()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.GrantedAsync();
        await Stages.Lead.DoAsync("proposeSavings", Expected(project), "savingsCase { id }");
        await Money.Administrator.DoAsync("addPrice", new { fundId = await Money.FundAsync(), code = "plats", name = new { sv = "Placering", en = "Placement" }, payer = "BOARD", board = "Socialnämnden", amount = 200_000_000, priceYear = 2019, source = "Ny redovisning", from = "2026-01-01" }, "priceLine { id }");
        await Stages.Officer.DoAsync("proposeSavings", Expected(project), "savingsCase { id }");
        var versions = (await Stages.Lead.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { savingsCases { number basis note unitCosts { source amount } costs { year basis amount } savings { shareWithout } moneyBack { gross } statedBy { id } } moneyBack { gross } } } }", new { p = project }))["node"]!;
        Assert.Equal([(1, 500_000_000L), (2, 1_000_000_000L)], versions["savingsCases"]!.AsArray().Select(v => (v!["number"]!.GetValue<int>(), Ore(v["moneyBack"]!, "gross"))));
        Assert.Equal(1_000_000_000, Ore(versions["moneyBack"]!, "gross"));
        Assert.Equal(["GRANTED", "CO_FINANCING"], versions["savingsCases"]![0]!["costs"]!.AsArray().Select(c => c!["basis"]!.GetValue<string>()).Distinct());
    }

    [Fact]
    public async Task Prices_of_another_year_need_an_index_and_every_fault_points_at_its_field()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.GrantedAsync();
        var input = Expected(project);
        input["startYear"] = 2018;
        await Stages.Lead.RefusedAsync("MONEY_INDEX_MISSING", "proposeSavings", input, "savings.0.unitCost");
        foreach (var (year, level) in new[] { (2018, 100m), (2019, 102m) })
            await Money.Administrator.DoAsync("setPriceIndex", new { fundId = await Money.FundAsync(), year, level, source = "KPIF" }, "priceIndexLevel { id }");
        await Stages.Lead.DoAsync("proposeSavings", input, "savingsCase { id }");
        Assert.Equal(490_196_078, Ore((await MoneyBackAsync(Stages.Lead, project, "gross"))!, "gross"));

        input["startYear"] = 2020;
        await Stages.Lead.RefusedAsync("SAVINGS_START_LATE", "proposeSavings", input, "startYear");
        await Stages.Lead.RefusedAsync("MONEY_UNIT_COST_UNKNOWN", "proposeSavings", Stated(project, Saving(20, 0.5m, 0.2m, unitCost: "okänd")), "savings.0.unitCost");
        await Stages.Lead.RefusedAsync("MONEY_NUMBER_INVALID", "proposeSavings", Stated(project, Saving(20, 1.5m, 0.2m)), "savings.0.shareWithout");
        await Stages.Lead.RefusedAsync("SAVINGS_COUNT_INVALID", "proposeSavings", Stated(project), "savings");
    }

    [Fact]
    public async Task What_is_verified_rests_on_measurements_and_on_what_was_paid()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Stages.Lead.DoAsync("proposeSavings", Expected(project), "savingsCase { id }");
        await Stages.Evaluator.RefusedAsync("SAVINGS_EVIDENCE_MISSING", "verifySavings", Expected(project), "savings.0.indicator");
        await Stages.Evaluator.RefusedAsync("SAVINGS_NOT_MEASURED", "verifySavings", Stated(project, Verified(Saving(100, 0.5m, 0.4m))), "savings.0.wave");
        await Money.MeasureAsync(project);
        await Stages.Evaluator.RefusedAsync("SAVINGS_SAMPLE_ABOVE_MEASURED", "verifySavings", Stated(project, Verified(Saving(135, 0.5m, 0.4m), 101, 135)), "savings.0.sample");
        await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 60_000_000, purpose = "Lön" }, "project { id }");
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, "project { id }");
        await Stages.Officer.DoAsync("returnFunds", new { projectId = project, amount = 10_000_000, note = "Kvitto 1" }, "project { id }");
        await Money.VerifyAsync(project, Verified(Saving(135, 0.5m, 0.4m), 100, 135));

        var worth = (await MoneyBackAsync(Stages.Lead, project, "case { basis costs { year basis amount } } gross sentence doubts { code }"))!;
        Assert.Equal(("VERIFIED", 1_350_000_000L), (worth["case"]!["basis"]!.GetValue<string>(), Ore(worth, "gross")));
        Assert.Equal(50_000_000, Ore(worth["case"]!["costs"]!.AsArray().Single(c => c!["basis"]!.GetValue<string>() == "PAID")!, "amount"));
        Assert.Contains("does not say that any budget has shrunk", worth["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("Extrapolated from 100 of 135 participants. The saving rests on the indicator placerade in the wave w1; whether the effect is shown cannot be told.", worth["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("SAVINGS_EFFECT_UNKNOWN", Assert.Single(worth["doubts"]!.AsArray())!["code"]!.GetValue<string>());
        Assert.Equal("EXPECTED", (await MoneyBackAsync(Stages.Lead, project, "case { basis }", "(basis: EXPECTED)"))!["case"]!["basis"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_rests_on_too_few_is_shown_to_the_evaluator_alone()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Money.MeasureAsync(project, 20, 3);
        await Money.VerifyAsync(project, Verified(Saving(20, 0.5m, 0.15m), 20, 20), Verified(Saving(20, 0.5m, 0.4m, 2), 20, 20));
        const string select = "gross netPresentValue byPayer { payer } breakEven { unitCost } sentence unavailable { code } sensitivity { swings { atLow } unavailable { code } } simulation { median unavailable { code } } case { savings { treated } }";
        foreach (var reader in new[] { Stages.Lead, Stages.Officer, Stages.Chair, Fond.As("revisor") })
        {
            var hidden = (await MoneyBackAsync(reader, project, select))!;
            Assert.True(hidden["gross"] is null && hidden["netPresentValue"] is null && hidden["byPayer"] is null && hidden["sentence"] is null && hidden["case"]!["savings"] is null && hidden["simulation"]!["median"] is null && hidden["sensitivity"]!["swings"] is null && hidden["breakEven"]!.AsArray().Count == 0, hidden.ToJsonString());
            Assert.Equal(["SAVINGS_HIDDEN", "SAVINGS_HIDDEN", "SAVINGS_HIDDEN"], new[] { hidden, hidden["sensitivity"]!, hidden["simulation"]! }.Select(h => h["unavailable"]!["code"]!.GetValue<string>()));
        }
        var whole = (await MoneyBackAsync(Stages.Evaluator, project, select))!;
        Assert.Equal((900_000_000L, 2), (Ore(whole, "gross"), whole["case"]!["savings"]!.AsArray().Count));
    }

    [Fact]
    public async Task What_the_measurements_do_not_tell_yet_the_savings_do_not_tell_either()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Money.MeasureAsync(project);
        await MoneyStages.LogAsync(Stages.Evaluator, project, "b", 2, 1); // waits until enough have come with them
        await Money.VerifyAsync(project, Verified(Saving(102, 0.6m, 0.4m), 102, 102));
        Assert.Equal("SAVINGS_HIDDEN", (await MoneyBackAsync(Stages.Officer, project, "unavailable { code }"))!["unavailable"]!["code"]!.GetValue<string>());
        await MoneyStages.LogAsync(Stages.Evaluator, project, "c", 50, 20);
        Assert.Null((await MoneyBackAsync(Stages.Officer, project, "unavailable { code }"))!["unavailable"]);
    }

    /// <summary>Forty of a hundred are told; the one who is corrected waits, and would be told of by what is stated of forty-one.</summary>
    [Fact]
    public async Task A_saving_that_rests_on_a_correction_which_waits_waits_with_it_and_the_one_before_is_told()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Money.MeasureAsync(project, 70, 30);
        await PeopleAsync(0, 30, i => i < 10);
        await Money.VerifyAsync(project, Verified(Saving(100, 0.5m, 0.4m)));
        await PeopleAsync(10, 1, _ => true);
        await Money.VerifyAsync(project, Verified(Saving(100, 0.5m, 0.41m)));
        Assert.Equal((1, 2), (await NumberAsync(Stages.Officer), await NumberAsync(Stages.Evaluator)));
        await PeopleAsync(0, 5, _ => false);
        await PeopleAsync(11, 10, _ => true); // as many have been corrected as could be shown
        await Money.VerifyAsync(project, Verified(Saving(100, 0.5m, 0.46m)));
        Assert.Equal((3, 3), (await NumberAsync(Stages.Officer), await NumberAsync(Stages.Evaluator)));

        async Task<int> NumberAsync(Client reader) => (await MoneyBackAsync(reader, project, "case { number }"))!["case"]!["number"]!.GetValue<int>();
        Task PeopleAsync(int from, int many, Func<int, bool> isPlaced) => Stages.Evaluator.DoAsync("logMeasurements", new
        {
            projectId = project,
            rows = Enumerable.Range(from, many).Select(i => new { rowKey = $"p{i}", indicator = "placerade", wave = "w1", group = "INTERVENTION", measuredOn = "2021-03-01", subjectKey = $"s{i}", value = isPlaced(i) ? 1 : 0 }),
        }, "report { logged corrected }");
    }

    [Fact]
    public async Task Uncertainty_is_told_one_thing_at_a_time_and_all_at_once()
    {
        await Money.PriceAsync();
        await Money.PriceAsync("skatt", 200_000, isLoss: true);
        var (_, project) = await Stages.GrantedAsync();
        await Stages.Lead.DoAsync("proposeSavings", Stated(project, Saving(20, 0.5m, 0.25m), Saving(20, 0.5m, 0.25m, 1, "skatt")), "savingsCase { id }");
        var worth = (await MoneyBackAsync(Stages.Lead, project, "byPayer { payer gross } sensitivity { swings { unitCost low high atLow atHigh } } simulation(seed: 7) { runs seed lower median upper chanceOfGain } again: simulation(seed: 7) { lower median upper } one: sensitivity(uncertainties: [{ unitCost: \"plats\", low: 0.9, high: 2 }]) { swings { unitCost } } bad: sensitivity(uncertainties: [{ unitCost: \"okänd\", low: 0.9, high: 2 }]) { unavailable { code } }"))!;
        Assert.Equal(["plats", null, "skatt"], worth["sensitivity"]!["swings"]!.AsArray().Select(s => s!["unitCost"]?.GetValue<string>()));
        var widths = worth["sensitivity"]!["swings"]!.AsArray().Select(s => Math.Abs(Ore(s!, "atHigh") - Ore(s!, "atLow"))).ToList();
        Assert.Equal(widths.OrderDescending(), widths);
        Assert.Equal(-100_000_000, Ore(worth["byPayer"]!.AsArray().Single(p => p!["payer"]!.GetValue<string>() == "EMPLOYMENT_SERVICE")!, "gross"));
        var (first, again) = (worth["simulation"]!, worth["again"]!);
        Assert.Equal((Ore(first, "lower"), Ore(first, "median"), Ore(first, "upper")), (Ore(again, "lower"), Ore(again, "median"), Ore(again, "upper")));
        Assert.True(Ore(first, "lower") < Ore(first, "median") && Ore(first, "median") < Ore(first, "upper"));
        Assert.InRange(first["chanceOfGain"]!.GetValue<double>(), 0, 0.05);
        Assert.Equal("MONEY_UNIT_COST_UNKNOWN", worth["bad"]!["unavailable"]!["code"]!.GetValue<string>());
        Assert.Equal("MONEY_RATE_INVALID", (await MoneyBackAsync(Stages.Lead, project, "gross unavailable { code }", "(rate: 0.5)"))!["unavailable"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Only_those_of_the_project_state_its_savings()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Stages.Evaluator.ForbiddenAsync("FORBIDDEN", "mutation($input: ProposeSavingsInput!) { proposeSavings(input: $input) { errors { code } } }", new { input = Expected(project) });
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: VerifySavingsInput!) { verifySavings(input: $input) { errors { code } } }", new { input = Expected(project) });
        foreach (var stranger in new[] { "haninge-projektledare", "haninge-handlaggare" })
            await Fond.As(stranger).RefusedAsync("NOT_FOUND", "proposeSavings", Expected(project), "projectId");
        await Fond.As("haninge-utvarderare").RefusedAsync("NOT_FOUND", "verifySavings", Expected(project), "projectId");
        var stated = (await Stages.Lead.DoAsync("proposeSavings", Expected(project), "savingsCase { id }"))["savingsCase"]!["id"]!.GetValue<string>();
        Assert.Null((await Fond.As("haninge-handlaggare").ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = stated }))["node"]);
        await Stages.Secretary.DoAsync("callOffProject", new { projectId = project, reasons = "Slut", decidedOn = "2026-03-10" }, "project { id }");
        await Stages.Lead.RefusedAsync("PROJECT_CLOSED", "proposeSavings", Expected(project));
    }

    /// <summary>The interval of the change includes that there is none, and so the saving may be none.</summary>
    [Fact]
    public async Task What_is_verified_is_tried_as_far_as_the_interval_of_its_effect_reaches()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Money.MeasureAsync(project);
        await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows = new[] { new { rowKey = "before", indicator = "placerade", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", n = 100, events = 50 } } }, "report { logged }");
        await Money.VerifyAsync(project, Verified(Saving(100, 0.5m, 0.4m)));
        var read = (await Stages.Officer.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { effects { estimate { value lower upper } } } moneyBack { sensitivity { swings { unitCost low high } } byPayer { payer benefitCostRatio paybackMonth breakEvenShare } } } } }", new { p = project }))["node"]!;
        var effect = read["measurementPlans"]![0]!["effects"]![0]!["estimate"]!;
        var (value, lower, upper) = (effect["value"]!.GetValue<double>(), effect["lower"]!.GetValue<double>(), effect["upper"]!.GetValue<double>());
        Assert.True(lower < value && value < 0 && upper > 0);
        var swing = read["moneyBack"]!["sensitivity"]!["swings"]!.AsArray().Single(s => s!["unitCost"]?.GetValue<string>() == "plats")!;
        Assert.Equal((0, Math.Round(lower / value, 6)), (swing["low"]!.GetValue<double>(), Math.Round(swing["high"]!.GetValue<double>(), 6)));
        var board = read["moneyBack"]!["byPayer"]!.AsArray().Single(p => p!["payer"]!.GetValue<string>() == "BOARD")!;
        Assert.Null(board["benefitCostRatio"]); // it pays nothing
    }

    /// <summary>A half was placed before, and so many of a hundred later.</summary>
    [Theory]
    [InlineData(20, 0.5, null)]
    [InlineData(20, 0.9, "SAVINGS_OUTSIDE_INTERVAL")]
    [InlineData(40, 0.5, "SAVINGS_EFFECT_NOT_SHOWN")]
    public async Task What_is_verified_beyond_the_effect_that_was_measured_is_doubted_beside_its_worth(int later, double without, string? doubt)
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Money.MeasureAsync(project, 100, later);
        await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows = new[] { new { rowKey = "before", indicator = "placerade", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", n = 100, events = 50 } } }, "report { logged }");
        await Money.VerifyAsync(project, Verified(Saving(100, (decimal)without, later / 100m)));
        var worth = (await MoneyBackAsync(Stages.Officer, project, "sentence doubts { code message }"))!;
        Assert.Equal(doubt, worth["doubts"]!.AsArray().SingleOrDefault()?["code"]!.GetValue<string>());
        Assert.All(worth["doubts"]!.AsArray(), d => Assert.EndsWith(d!["message"]!.GetValue<string>(), worth["sentence"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_saving_by_an_indicator_without_shares_says_how_they_come_from_it()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new[] { new { code = "halsa", name = "Hälsa", unit = "poäng", kind = "MEAN", direction = "HIGHER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows = new[] { new { rowKey = "a", indicator = "halsa", wave = "w1", group = "INTERVENTION", measuredOn = "2021-03-01", n = 100, mean = 41.5, standardDeviation = 10 } } }, "report { logged }");
        JsonObject Health(string? derivation)
        {
            var saving = Verified(Saving(100, 0.5m, 0.4m));
            (saving["indicator"], saving["derivation"]) = ("halsa", derivation);
            return saving;
        }
        await Stages.Evaluator.RefusedAsync("SAVINGS_DERIVATION_MISSING", "verifySavings", Stated(project, Health(null)), "savings.0.derivation");
        await Money.VerifyAsync(project, Health("Under 30 poäng räknas som ett fall"));
        foreach (var reader in new[] { Stages.Evaluator, Stages.Officer, Stages.Lead })
        {
            var stated = (await reader.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { savingsCases { savings { indicator derivation } } } } }", new { p = project }))["node"]!["savingsCases"]!.AsArray();
            var saving = Assert.Single(Assert.Single(stated)!["savings"]!.AsArray())!;
            Assert.Equal(("halsa", "Under 30 poäng räknas som ett fall"), (saving["indicator"]!.GetValue<string>(), saving["derivation"]!.GetValue<string>()));
        }
    }

    /// <summary>Numbers of people that the threshold hides are not told by the trail either, which others read.</summary>
    [Fact]
    public async Task The_trail_tells_that_savings_were_stated_and_not_of_how_many_people()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Money.MeasureAsync(project);
        await Money.VerifyAsync(project, Verified(Saving(100, 0.5m, 0.4m)));
        var entry = Assert.Single((await Fond.As("revisor").ReadAsync("{ audit(action: \"VerifySavings\") { nodes { objectType who after } } }"))["audit"]!["nodes"]!.AsArray(), e => e!["objectType"]!.GetValue<string>() == "SavingsCase")!;
        var told = JsonNode.Parse(entry["after"]!.GetValue<string>())!.AsObject();
        Assert.Equal((1, false), (told["Number"]!.GetValue<int>(), told.ContainsKey("Savings")));
        Assert.StartsWith("Följeforskare", entry["who"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static long Ore(JsonNode node, string field) => node[field]!.GetValue<long>();
}
