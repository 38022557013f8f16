using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Impact.MoneyBack;

/// <summary>A fund's prices are kept by its administrator; another amount is another line, and nothing that was reckoned with is lost.</summary>
public sealed class PriceListTests : FondTest
{
    private Client Administrator => Fond.As("administrator");

    [Fact]
    public async Task A_changed_amount_is_a_new_line_and_the_old_one_ends_the_day_before()
    {
        var fund = await FundAsync("Helsingborg");
        await AddAsync(Price(fund, 90_000_000, "2024-01-01"));
        await AddAsync(Price(fund, 100_000_000, "2026-01-01"));
        var lines = (await Fond.As("helsingborg-projektledare").ReadAsync("query($f: ID) { priceList(fundId: $f, code: \"plats\") { nodes { name amount priceYear source payer board from to fund { id } } } }", new { f = fund }))["priceList"]!["nodes"]!.AsArray();
        Assert.Equal([(100_000_000, "2026-01-01", null), (90_000_000, "2024-01-01", "2025-12-31")],
            lines.Select(l => (l!["amount"]!.GetValue<long>(), l["from"]!.GetValue<string>(), l["to"]?.GetValue<string>())));
        Assert.Equal(("Placement for a year", "BOARD", "Socialnämnden"), (lines[0]!["name"]!.GetValue<string>(), lines[0]!["payer"]!.GetValue<string>(), lines[0]!["board"]!.GetValue<string>()));

        async Task<long> OnAsync(string day) => Assert.Single((await Administrator.ReadAsync("query($f: ID, $d: DateOnly) { priceList(fundId: $f, validOn: $d) { nodes { amount } } }", new { f = fund, d = day }))["priceList"]!["nodes"]!.AsArray())!["amount"]!.GetValue<long>();
        Assert.Equal((90_000_000, 100_000_000), (await OnAsync("2025-12-31"), await OnAsync("2026-01-01")));
        await Administrator.RefusedAsync("PRICE_OVERLAP", "addPrice", Price(fund, 1, "2025-06-01"), "from");
        Assert.Equal(100_000_000, await OnAsync("2026-03-10"));
    }

    [Fact]
    public async Task A_line_ends_once_and_never_before_it_began()
    {
        var line = await AddAsync(Price(await FundAsync("Helsingborg"), 100, "2026-01-01"));
        await Administrator.RefusedAsync("PRICE_DATES_REVERSED", "endPrice", new { priceLineId = line, to = "2025-12-31" }, "to");
        await Administrator.RefusedAsync("CONFLICT", "endPrice", new { priceLineId = line, to = "2026-12-31", expectedVersion = 7 }, "expectedVersion");
        await Administrator.DoAsync("endPrice", new { priceLineId = line, to = "2026-12-31", expectedVersion = 1 }, "priceLine { to }");
        await Administrator.RefusedAsync("PRICE_ENDED", "endPrice", new { priceLineId = line, to = "2027-12-31" }, "to");
        var written = (await Fond.As("revisor").ReadAsync("query($id: ID) { audit(objectId: $id) { nodes { action } } }", new { id = line }))["audit"]!["nodes"]!.AsArray();
        Assert.Equal(["EndPrice", "AddPrice"], written.Select(e => e!["action"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_fault_of_a_line_is_named_at_once()
    {
        var input = Price(await FundAsync("Helsingborg"), 0, "2026-01-01");
        (input["code"], input["source"], input["board"], input["priceYear"], input["to"]) = (" ", "-", null, 1850, "2025-01-01");
        var codes = (await Administrator.TryAsync("addPrice", input, "__typename"))["errors"]!.AsArray().Select(e => $"{e!["code"]} {string.Join('.', e["path"]!.AsArray())}");
        Assert.Equal(["AMOUNT_YEAR_IMPLAUSIBLE priceYear", "MONEY_BOARD_UNCLEAR board", "MONEY_TEXT_INVALID code", "MONEY_TEXT_INVALID source", "MONEY_TOO_LARGE amount", "PRICE_DATES_REVERSED to"], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_corrected_index_level_is_another_revision()
    {
        var fund = await FundAsync("Helsingborg");
        foreach (var level in new[] { 331.1m, 331.2m })
            await Administrator.DoAsync("setPriceIndex", new { fundId = fund, year = 2025, level, source = "SCB, KPIF" }, "priceIndexLevel { id }");
        await Administrator.RefusedAsync("MONEY_NUMBER_INVALID", "setPriceIndex", new { fundId = fund, year = 2025, level = 0, source = "SCB, KPIF" }, "level");
        var levels = (await Fond.As("helsingborg-utvarderare").ReadAsync("query($f: ID) { priceIndex(fundId: $f, year: 2025) { nodes { revision level } } }", new { f = fund }))["priceIndex"]!["nodes"]!.AsArray();
        Assert.Equal([(2, 331.2m), (1, 331.1m)], levels.Select(l => (l!["revision"]!.GetValue<int>(), l["level"]!.GetValue<decimal>())));
    }

    [Fact]
    public async Task Only_administrators_of_the_fund_keep_it_and_only_its_own_people_read_it()
    {
        var fund = await FundAsync("Helsingborg");
        var line = await AddAsync(Price(fund, 100, "2026-01-01"));
        await Fond.As("helsingborg-handlaggare").ForbiddenAsync("FORBIDDEN", "mutation($input: AddPriceInput!) { addPrice(input: $input) { priceLine { id } } }", new { input = Price(fund, 100, "2027-01-01") });
        var elsewhere = (await Administrator.DoAsync("registerPerson", new { subject = "haninge-systemforvaltare", name = "Systemförvaltare", organisation = "Haninge" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        await Administrator.DoAsync("grantRole", new { personId = elsewhere, role = "ADMINISTRATOR", fundId = await FundAsync("Haninge") }, "person { id }");
        await Fond.As("haninge-systemforvaltare").RefusedAsync("NOT_FOUND", "endPrice", new { priceLineId = line, to = "2026-12-31" }, "priceLineId");
        await Fond.As("haninge-systemforvaltare").ForbiddenAsync("FORBIDDEN", "mutation($input: AddPriceInput!) { addPrice(input: $input) { priceLine { id } } }", new { input = Price(fund, 100, "2027-01-01") });
        Assert.Empty((await Fond.As("haninge-projektledare").ReadAsync("{ priceList { nodes { id } } }"))["priceList"]!["nodes"]!.AsArray());
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "{ priceList { nodes { id } } }");
    }

    private static JsonObject Price(string fund, long amount, string from) => new()
    {
        ["fundId"] = fund,
        ["code"] = "plats",
        ["name"] = new JsonObject { ["sv"] = "Placering under ett år", ["en"] = "Placement for a year" },
        ["payer"] = "BOARD",
        ["board"] = "Socialnämnden",
        ["amount"] = amount,
        ["priceYear"] = 2024,
        ["source"] = "Nationell kostnadsdatabas",
        ["from"] = from,
    };

    private async Task<string> AddAsync(JsonObject price) => (await Administrator.DoAsync("addPrice", price, "priceLine { id }"))["priceLine"]!["id"]!.GetValue<string>();

    private async Task<string> FundAsync(string municipality) =>
        (await Administrator.ReadAsync("query($m: String) { funds(municipality: $m) { nodes { id } } }", new { m = municipality }))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();
}
