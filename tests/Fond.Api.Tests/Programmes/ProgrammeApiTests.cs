using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Programmes;

/// <summary>An administrator keeps the programmes whose goals applications serve; a goal stays the same whatever becomes of the text.</summary>
public sealed class ProgrammeApiTests : FondTest
{
    private const string Shown = "programme { id title areas { name goals { id code title } } }";

    private Client Administrator => Fond.As("administrator");

    [Fact]
    public async Task A_goal_that_is_retitled_or_moved_to_another_area_stays_the_same_goal()
    {
        var first = await SaveAsync(Area("Trygghet", ("t1", "Trygga barn"), ("t2", "Trygga unga")));
        var again = await SaveAsync(Area("Trygghet", ("t1", "Trygga barn i skolan")), Area("Unga", ("t2", "Trygga unga"), ("u1", "Arbete")));
        var (before, after) = (Goals(first), Goals(again));
        Assert.Equal((before["t1"].Id, "Trygga barn i skolan", "Trygghet"), after["t1"]);
        Assert.Equal((before["t2"].Id, "Trygga unga", "Unga"), after["t2"]);
        Assert.Equal(3, after.Count);
        Assert.Equal(first["id"]!.GetValue<string>(), again["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_an_application_may_serve_is_not_taken_away_nor_named_twice()
    {
        await SaveAsync(Area("Trygghet", ("t1", "Trygga barn"), ("t2", "Trygga unga")));
        await RefusedAsync("PROGRAMME_GOAL_REMOVED", "text.areas", Programme([Area("Trygghet", ("t1", "Trygga barn"))]));
        await RefusedAsync("PROGRAMME_GOAL_TWICE", "text.areas", Programme([Area("Trygghet", ("t1", "Trygga barn"), ("t2", "Trygga unga")), Area("Unga", ("t1", "Igen"))]));
        await RefusedAsync("PROGRAMME_GOAL_ELSEWHERE", "text.areas", Programme([Area("Hälsa", ("t1", "Friska barn"))], code: "annat"));
        await RefusedAsync("PROGRAMME_DATES_REVERSED", "text.to", Programme([Area("Trygghet", ("t1", "Trygga barn"), ("t2", "Trygga unga"))], to: "2019-12-31"));
        await RefusedAsync("PROGRAMME_FIELD_MISSING", "text.areas", Programme([], code: "tomt"));
        await RefusedAsync("PROGRAMME_FIELD_MISSING", "code", Programme([Area("Hälsa", ("h1", "Friska barn"))], code: " "));
    }

    [Fact]
    public async Task Anybody_reads_it_and_an_administrator_alone_writes_it()
    {
        var id = (await SaveAsync(Area("Trygghet", ("t1", "Trygga barn"))))["id"]!.GetValue<string>();
        Assert.Equal("Plan", (await Fond.As(null).ReadAsync("query($id: ID!) { node(id: $id) { ... on Programme { title } } }", new { id }))["node"]!["title"]!.GetValue<string>());
        foreach (var person in new[] { "helsingborg-handlaggare", "helsingborg-ordforande", "revisor" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", "mutation($input: SaveProgrammeInput!) { saveProgramme(input: $input) { errors { code } } }", new { input = Programme([Area("Trygghet", ("t1", "Annat"))]) });
        var trail = (await Fond.As("revisor").ReadAsync("query($id: ID!) { audit(objectId: $id) { nodes { action } } }", new { id }))["audit"]!["nodes"]!.AsArray();
        Assert.Equal(["SaveProgramme"], trail.Select(e => e!["action"]!.GetValue<string>()).Distinct());
    }

    private async Task<JsonNode> SaveAsync(params object[] areas) => (await Administrator.DoAsync("saveProgramme", Programme(areas), Shown))["programme"]!;

    private Task RefusedAsync(string code, string path, object input) => Administrator.RefusedAsync(code, "saveProgramme", input, path);

    private static Dictionary<string, (string Id, string Title, string Area)> Goals(JsonNode programme) =>
        programme["areas"]!.AsArray().SelectMany(a => a!["goals"]!.AsArray().Select(g => (Area: a["name"]!.GetValue<string>(), Goal: g!)))
            .ToDictionary(g => g.Goal["code"]!.GetValue<string>(), g => (g.Goal["id"]!.GetValue<string>(), g.Goal["title"]!.GetValue<string>(), g.Area));

    private static object Programme(IReadOnlyList<object> areas, string code = "plan", string to = "2023-12-31") =>
        new { code, municipality = "Helsingborg", kind = "MUNICIPAL", text = new { title = "Plan", from = "2020-01-01", to, areas } };

    private static object Area(string name, params (string Code, string Title)[] goals) => new { name, goals = goals.Select(g => new { code = g.Code, title = g.Title }) };
}
