using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Impact.MoneyBack;

/// <summary>A project in Helsingborg whose fund has prices, and what is stated of its savings.</summary>
internal sealed class MoneyStages(FondServer fond)
{
    public Stages Stages { get; } = new(fond);

    public Client Administrator => fond.As("administrator");

    /// <summary>A placement costs a million kronor a year, whoever is asked since 2019.</summary>
    public async Task<string> PriceAsync(string code = "plats", long kronor = 1_000_000, bool isLoss = false)
    {
        var price = new { fundId = await FundAsync(), code, name = new { sv = "Placering", en = "Placement" }, payer = isLoss ? "EMPLOYMENT_SERVICE" : "BOARD", board = isLoss ? null : "Socialnämnden", amount = kronor * 100, isLoss, priceYear = 2019, source = "Kommunens redovisning", from = "2019-01-01" };
        return (await Administrator.DoAsync("addPrice", price, "priceLine { id }"))["priceLine"]!["id"]!.GetValue<string>();
    }

    public async Task<string> FundAsync() => (await Administrator.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();

    /// <summary>Of a hundred, forty are placed all the same.</summary>
    public async Task MeasureAsync(string project, int n = 100, int events = 40)
    {
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new[] { new { code = "placerade", name = "Placerade", unit = "andel", kind = "SHARE", direction = "LOWER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        await LogAsync(Stages.Evaluator, project, "a", n, events);
    }

    public static Task<JsonNode> LogAsync(Client evaluator, string project, string rowKey, int n, int events) =>
        evaluator.DoAsync("logMeasurements", new { projectId = project, rows = new[] { new { rowKey, indicator = "placerade", wave = "w1", group = "INTERVENTION", measuredOn = "2021-03-01", n, events } } }, "report { logged }");

    /// <summary>Twenty reached, of whom a half would have been placed, and a quarter is.</summary>
    public static JsonObject Expected(string project) => Stated(project, Saving(20, 0.5m, 0.25m));

    public static JsonObject Stated(string project, params JsonObject[] savings) => new() { ["projectId"] = project, ["savings"] = new JsonArray([.. savings]), ["note"] = "Inför beslutet" };

    public static JsonObject Saving(int treated, decimal without, decimal with, int year = 1, string unitCost = "plats") => new()
    {
        ["unitCost"] = unitCost,
        ["year"] = year,
        ["treated"] = treated,
        ["shareWithout"] = without,
        ["shareWith"] = with,
        ["counterfactual"] = "Andelen åren före",
    };

    /// <summary>As it was measured.</summary>
    public static JsonObject Verified(JsonObject saving, int sample = 100, int total = 100)
    {
        (saving["indicator"], saving["wave"], saving["sample"], saving["total"]) = ("placerade", "w1", sample, total);
        return saving;
    }

    public Task<JsonNode> VerifyAsync(string project, params JsonObject[] savings) => Stages.Evaluator.DoAsync("verifySavings", Stated(project, savings), "savingsCase { id }");

    public static async Task<JsonNode?> MoneyBackAsync(Client client, string project, string select, string arguments = "(horizon: 5)") =>
        (await client.ReadAsync($"query($p: ID!) {{ node(id: $p) {{ ... on Project {{ moneyBack{arguments} {{ {select} }} }} }} }}", new { p = project }))["node"]!["moneyBack"];
}
