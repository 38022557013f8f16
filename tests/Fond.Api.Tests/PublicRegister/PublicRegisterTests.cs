using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.PublicRegister;

public sealed class PublicRegisterTests : FondTest
{
    private const string Ask = "query($m: String, $o: DecisionOutcome, $g: String, $t: String) { publicRegister(municipality: $m, outcome: $o, goal: $g, text: $t) { nodes { caseNumber title phase asked granted disbursed outcome decidedOn body summary goals } } }";

    [Fact]
    public async Task A_case_is_public_from_its_decision_on_and_not_before()
    {
        var stages = new Stages(Fond);
        await Cases.DraftAsync(Fond);
        var application = await stages.AwaitingDecisionAsync();
        Assert.Empty(await ReadAsync(new { m = "Helsingborg" }));
        await stages.Secretary.DoAsync("decideApplication", await stages.DecisionAsync(application, "REJECTED", []), "decision { id }");
        var row = Assert.Single(await ReadAsync(new { m = "Helsingborg" }))!;
        Assert.Equal(("REJECTED", "REJECTED", 0L, "Styrgrupp social hållbarhet, Helsingborg"),
            (row["phase"]!.GetValue<string>(), row["outcome"]!.GetValue<string>(), row["granted"]!.GetValue<long>(), row["body"]!.GetValue<string>()));
    }

    [Fact]
    public async Task It_is_filtered_by_municipality_outcome_goal_and_text()
    {
        var haninge = Assert.Single(await ReadAsync(new { }))!; // of the demo data
        Assert.Equal(50_000_000, haninge["granted"]!.GetValue<long>());
        Assert.Single(await ReadAsync(new { m = "Haninge", o = "GRANTED", g = "fhm-7", t = "hållbarhet" }));
        Assert.Empty(await ReadAsync(new { m = "Lund" }));
        Assert.Empty(await ReadAsync(new { o = "REJECTED" }));
        Assert.Empty(await ReadAsync(new { g = "fhm-8" }));
        Assert.Empty(await ReadAsync(new { t = "finns inte" }));
    }

    [Fact]
    public async Task The_public_reaches_nothing_else_of_a_case()
    {
        var data = (await Fond.As("revisor").ReadAsync("{ applications { nodes { id lead { id } versions { id } decisions { id } projects { id } assessments { id } ledger { id } } } }"))["applications"]!["nodes"]![0]!;
        foreach (var id in new[] { data["id"]!, data["lead"]!["id"]!, data["versions"]![0]!["id"]!, data["decisions"]![0]!["id"]!, data["projects"]![0]!["id"]!, data["assessments"]![0]!["id"]!, data["ledger"]![0]!["id"]! })
            Assert.Null((await Fond.As(null).ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = id.GetValue<string>() }))["node"]);
        foreach (var document in new[]
        {
            "{ applications { nodes { id } } }", "{ decisions { nodes { id } } }", "{ consultations { nodes { id } } }", "{ people { nodes { name } } }", "{ audit { nodes { id } } }",
            "{ node(id: \"x\") { ... on Application { title } } }", "{ node(id: \"x\") { ...f } } fragment f on Assessment { state }", "{ funds { nodes { decidingBody { members { person { name } } } } } }",
        })
            await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", document);
    }

    private async Task<JsonArray> ReadAsync(object filter) => (await Fond.As(null).ReadAsync(Ask, filter))["publicRegister"]!["nodes"]!.AsArray();
}
