using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Funds;

/// <summary>A fund's money revolves: what was set aside is granted, paid, given back and repaid, and what is to come is foreseen.</summary>
public sealed class FundBalanceTests : FondTest
{
    private const string Ask = "{ funds(municipality: \"Helsingborg\") { nodes { available balance { years { year allocated granted paid returned repaid writtenDown available } forecast { year toPay toBeRepaid available } } } } }";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task Each_year_adds_up_to_what_is_available_and_the_forecast_goes_on_from_there()
    {
        var (_, project) = await Stages.RunningAsync(p => Stages.Officer.DoAsync("agreeRepayment", new
        {
            projectId = p,
            model = "PLAN_FROM_SAVING_UNITS",
            instalments = new[] { new { unit = "Socialnämnden", dueOn = "2026-06-01", amount = 30_000_000 }, new { unit = "Socialnämnden", dueOn = "2028-06-01", amount = 20_000_000 } },
        }, "repaymentAgreement { id }"));
        await Stages.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 60_000_000, purpose = "Lön" }, "project { id }");
        await Stages.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, "project { id }");
        await Stages.Officer.DoAsync("returnFunds", new { projectId = project, amount = 10_000_000, note = "Kvitto" }, "project { id }");
        Fond.Clock.SetUtcNow(new(2026, 12, 31, 23, 30, 0, TimeSpan.Zero)); // the new year has begun in Helsingborg
        await Stages.Officer.DoAsync("recordRepayment", new { projectId = project, instalment = 1, amount = 25_000_000, note = "Kvitto" }, "project { id }");
        await Stages.Secretary.DoAsync("writeDownInstalment", new { projectId = project, instalment = 2, amount = 5_000_000, reason = "Uteblev", decidedOn = "2027-01-01" }, "repaymentAgreement { id }");

        var fund = await ReadAsync(Stages.Officer);
        var years = fund["balance"]!["years"]!.AsArray();
        Assert.Equal([2026, 2027], years.Select(y => y!["year"]!.GetValue<int>()));
        Assert.Equal((1_000_000_000L, 500_000_000L, 60_000_000L, 10_000_000L, 0L), (Ore(years[0]!, "allocated"), Ore(years[0]!, "granted"), Ore(years[0]!, "paid"), Ore(years[0]!, "returned"), Ore(years[0]!, "repaid")));
        Assert.Equal((25_000_000L, 5_000_000L), (Ore(years[1]!, "repaid"), Ore(years[1]!, "writtenDown")));
        var available = 0L;
        foreach (var year in years)
        {
            available += Ore(year!, "allocated") - Ore(year!, "granted") + Ore(year!, "returned") + Ore(year!, "repaid");
            Assert.Equal(available, Ore(year!, "available"));
        }
        Assert.Equal(Ore(fund, "available"), available);
        Assert.Equal([(2027, 440_000_000L, 5_000_000L, available + 5_000_000), (2028, 0L, 15_000_000L, available + 20_000_000)],
            fund["balance"]!["forecast"]!.AsArray().Select(f => (f!["year"]!.GetValue<int>(), Ore(f, "toPay"), Ore(f, "toBeRepaid"), Ore(f, "available"))));
    }

    [Fact]
    public async Task It_is_for_those_who_may_read_the_funds_ledger()
    {
        Assert.NotNull((await ReadAsync(Fond.As("revisor")))["balance"]);
        Assert.Null((await ReadAsync(Fond.As("haninge-handlaggare")))["balance"]);
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", Ask);
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", Ask);
    }

    private static async Task<JsonNode> ReadAsync(Client client) => (await client.ReadAsync(Ask))["funds"]!["nodes"]![0]!;

    private static long Ore(JsonNode node, string field) => node[field]!.GetValue<long>();
}
