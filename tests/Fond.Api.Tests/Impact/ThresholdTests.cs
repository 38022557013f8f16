using Fond.Api.Tests.Support;
using Fond.Domain.Funds;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Impact;

/// <summary>How small a group is shown is each fund's own.</summary>
public sealed class ThresholdTests : FondTest
{
    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_group_of_nine_is_hidden_and_one_of_ten_shown_where_the_fund_shows_ten()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        object Group(string group, int n) => new { rowKey = group, indicator = "halsa", wave = "w0", group, measuredOn = "2019-03-01", n, mean = 50, standardDeviation = 5 };
        await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows = new[] { Group("INTERVENTION", 10), Group("COMPARISON", 9) } }, "report { logged }");
        Assert.Equal(["INTERVENTION 10 ", "COMPARISON 9 "], await CellsAsync(Stages.Officer, project));

        await Fond.InDatabaseAsync(db => db.Set<Fund>().ExecuteUpdateAsync(set => set.SetProperty(f => f.DisclosureThreshold, 10))); // as a fund that was founded so
        foreach (var reader in new[] { Stages.Officer, Stages.Lead, Stages.Chair, Fond.As("revisor") })
            Assert.Equal(["INTERVENTION 10 ", "COMPARISON  ESTIMATE_HIDDEN"], await CellsAsync(reader, project));
        Assert.Equal(["INTERVENTION 10 ", "COMPARISON 9 "], await CellsAsync(Stages.Evaluator, project));
    }

    private static async Task<IEnumerable<string>> CellsAsync(Client reader, string project) =>
        (await reader.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { cells { group n mean hidden { code } } } } } }", new { p = project }))["node"]!["measurementPlans"]![0]!["cells"]!.AsArray()
            .Select(c => $"{c!["group"]} {c["n"]} {c["hidden"]?["code"]}");
}
