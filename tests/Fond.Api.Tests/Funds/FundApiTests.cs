using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Funds;

public sealed class FundApiTests : FondTest
{
    private Client Administrator => Fond.As("administrator");

    [Fact]
    public async Task A_fund_is_founded_given_rules_and_money_and_announces_a_call()
    {
        var fund = await FoundAsync();
        var ruled = await Administrator.DoAsync("addFundRules", new { fundId = fund, limits = Limits("2026-01-01") }, "fund { rules { limits { validFrom validTo maxShare repaymentModel } } }");
        Assert.Equal("2026-01-01", ruled["fund"]!["rules"]![0]!["limits"]!["validFrom"]!.GetValue<string>());
        var allocated = await Administrator.DoAsync("allocateFunds", new { fundId = fund, amount = 5_000_000, year = 2026, note = "KF § 9" }, "fund { available }");
        Assert.Equal(5_000_000, allocated["fund"]!["available"]!.GetValue<long>());
        var call = await Administrator.DoAsync("createCall", Call(fund, 60, 40), "call { isOpen criteria { code kind weight maxScore } }");
        Assert.True(call["call"]!["isOpen"]!.GetValue<bool>());
        Assert.Equal([0, 60, 40], call["call"]!["criteria"]!.AsArray().Select(c => c!["weight"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Rules_that_hold_on_the_same_day_are_refused()
    {
        var fund = await FoundAsync();
        await Administrator.DoAsync("addFundRules", new { fundId = fund, limits = Limits("2026-01-01", "2026-12-31") }, "fund { id }");
        await Administrator.RefusedAsync("FUND_RULES_OVERLAP", "addFundRules", new { fundId = fund, limits = Limits("2026-12-31") });
        await Administrator.RefusedAsync("FUND_DATES_REVERSED", "addFundRules", new { fundId = fund, limits = Limits("2027-12-31", "2027-01-01") });
        await Administrator.DoAsync("addFundRules", new { fundId = fund, limits = Limits("2027-01-01") }, "fund { id }");
    }

    [Fact]
    public async Task Whether_a_decision_is_to_be_final_first_is_a_rule_of_the_fund()
    {
        var fund = await FoundAsync();
        foreach (var (limits, expected) in new[] { (Limits("2026-01-01", "2026-12-31"), false), (Limits("2027-01-01", awaitsFinality: true), true) })
        {
            var ruled = await Administrator.DoAsync("addFundRules", new { fundId = fund, limits }, "fund { rules { limits { validFrom awaitsFinality } } }");
            Assert.Contains(ruled["fund"]!["rules"]!.AsArray(), r => r!["limits"]!["awaitsFinality"]!.GetValue<bool>() == expected);
        }
    }

    [Fact]
    public async Task A_call_has_weights_that_sum_to_a_hundred_and_times_in_order()
    {
        var fund = await FoundAsync();
        await Administrator.RefusedAsync("CALL_WEIGHTS_NOT_HUNDRED", "createCall", Call(fund, 60, 41), "criteria");
        await Administrator.RefusedAsync("CALL_DATES_REVERSED", "createCall", Call(fund, 60, 40, closes: "2026-01-01T00:00:00Z"), "closesAt");
    }

    [Fact]
    public async Task A_fund_needs_a_name_of_its_own_a_number_pattern_and_a_threshold_that_protects()
    {
        await FoundAsync();
        object Terms(string name, string pattern = "{year}/{number}", int threshold = 5) =>
            new { name, municipality = "Nystad", series = "KS", numberPattern = pattern, disclosureThreshold = threshold };
        await Administrator.RefusedAsync("FUND_NAME_TAKEN", "createFund", Terms("Nystads fond"), "name");
        await Administrator.RefusedAsync("FUND_NUMBER_PATTERN_INVALID", "createFund", Terms("Annan", "2026"), "numberPattern");
        await Administrator.RefusedAsync("FUND_NUMBER_PATTERN_CLASHES", "createFund", new { name = "Annan", municipality = "Helsingborg", series = "XY", numberPattern = "{number}/{year}" }, "numberPattern");
        foreach (var threshold in new[] { 2, 21 }) await Administrator.RefusedAsync("FUND_THRESHOLD_OUT_OF_RANGE", "createFund", Terms("Annan", threshold: threshold), "disclosureThreshold");
        foreach (var threshold in new[] { 3, 20 })
            Assert.Equal(threshold, (await Administrator.DoAsync("createFund", Terms($"Med {threshold}", $"{threshold} {{year}}/{{number}}", threshold), "fund { disclosureThreshold }"))["fund"]!["disclosureThreshold"]!.GetValue<int>());
    }

    [Fact]
    public async Task Only_an_administrator_moves_money_in_and_the_public_sees_what_is_available_but_not_the_ledger()
    {
        const string allocate = "mutation($input: AllocateFundsInput!) { allocateFunds(input: $input) { errors { code } } }";
        var fund = (await Fond.As(null).ReadAsync("{ funds(municipality: \"Motala\") { nodes { id available } } }"))["funds"]!["nodes"]![0]!;
        Assert.Equal(300_000_000, fund["available"]!.GetValue<long>());
        foreach (var person in new[] { "motala-handlaggare", "motala-ordforande", "motala-projektledare", "revisor" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", allocate, new { input = new { fundId = fund["id"]!.GetValue<string>(), amount = 1, year = 2026, note = "x" } });
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "{ ledger { nodes { kind } } }");
        Assert.Empty((await Fond.As("motala-projektledare").ReadAsync("{ ledger { nodes { kind } } }"))["ledger"]!["nodes"]!.AsArray());
        Assert.Single((await Fond.As("motala-handlaggare").ReadAsync("{ ledger { nodes { kind } } }"))["ledger"]!["nodes"]!.AsArray());
    }

    private async Task<string> FoundAsync() => (await Administrator.DoAsync("createFund",
        new { name = "Nystads fond", municipality = "Nystad", series = "KS", numberPattern = "{year}/{number}" }, "fund { id }"))["fund"]!["id"]!.GetValue<string>();

    private static object Limits(string from, string? to = null, bool awaitsFinality = false) => new
    {
        awaitsFinality,
        validFrom = from,
        validTo = to,
        maxGrantPerYear = 1_000_000,
        maxGrantTotal = 2_000_000,
        maxMonths = 24,
        maxShare = 0.5,
        minParties = 2,
        repaymentModel = "NONE",
    };

    private static object Call(string fund, int first, int second, string closes = "2026-06-01T10:00:00Z") => new
    {
        fundId = fund,
        title = "Utlysning",
        opensAt = "2026-03-01T08:00:00Z",
        closesAt = closes,
        criteria = new object[]
        {
            new { code = "nytt", name = new { sv = "Nytt", en = "New" }, kind = "GATE" },
            new { code = "behov", name = new { sv = "Behov", en = "Need" }, kind = "GRADED", weight = first, maxScore = 4 },
            new { code = "effekt", name = new { sv = "Effekt", en = "Effect" }, kind = "GRADED", weight = second, maxScore = 4 },
        },
    };
}
