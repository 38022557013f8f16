using System.Text.Json.Nodes;
using Fond.Api.Tests.Access;
using Fond.Api.Tests.Support.Databases;

namespace Fond.Api.Tests.Support.Plans;

/// <summary>A Fond with a multitude of cases in Haninge; beside them a few in Helsingborg, made while its statements are watched.</summary>
public sealed class Crowded : IAsyncLifetime
{
    private readonly Dictionary<string, string> _here = [], _there = [];
    private FondServer _first = null!;

    internal FondServer Fond { get; private set; } = null!;

    /// <summary>Whatever has many rows, by name.</summary>
    internal IReadOnlyDictionary<string, string> Crowd => _there;

    internal Walks Walks { get; } = Walks.OfThisEngine();

    /// <summary>What was walked through while a case was brought from its draft to a project that is measured.</summary>
    internal IReadOnlyList<Walk> OfTheCase { get; private set; } = [];

    /// <summary>SQL Server is not asked how it finds its rows.</summary>
    public static bool IsBlind => TestDatabase.Engine == "SqlServer";

    public async ValueTask InitializeAsync()
    {
        if (IsBlind) return;
        _first = await FondServer.StartAsync();
        await new AccessGround(_first).CaseAsync("haninge", _there);
        await CallOffAsync(await OldestProjectAsync());
        await _first.InDatabaseAsync(Multitude.FillAsync);
        Fond = await _first.WatchedAsync(Walks);
        await new AccessGround(Fond).CaseAsync("helsingborg", _here);
        OfTheCase = Walks.Take();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsBlind) return;
        await Fond.DisposeAsync();
        await _first.DisposeAsync();
    }

    /// <summary>Every field of the query type by every filter, with values of which some have many rows, some few and some none.</summary>
    internal async Task<IReadOnlyList<ListQuestion>> QuestionsAsync()
    {
        var schema = (await Fond.As("administrator").ReadAsync(ListQuestions.Schema))["__schema"]!;
        return [.. new ListQuestions(schema, new Dictionary<string, string[]>
        {
            ["action"] = ["startApplication", "revokeClient"],
            ["applicationId"] = Both("applicationId"),
            ["areaId"] = Both("areaId"),
            ["assessorId"] = await PeopleAsync("bedomare-1"),
            ["bodyId"] = Both("bodyId"),
            ["code"] = ["plats", "behoriga"],
            ["callId"] = Both("callId"),
            ["caseNumber"] = Both("caseNumber"),
            ["documentId"] = Both("documentId"),
            ["consultationId"] = Both("consultationId"),
            ["evaluatorId"] = await PeopleAsync("utvarderare"),
            ["from"] = ["2026-03-10", "2026-03-11"],
            ["fundId"] = Both("fundId"),
            ["rowKey"] = ["a"],
            ["goal"] = [await GoalAsync(_here), await GoalAsync(_there)],
            ["id"] = [.. _here.Concat(_there).Where(thing => thing.Key.EndsWith("Id", StringComparison.Ordinal)).Select(thing => thing.Value)],
            ["importId"] = Both("importId"),
            ["indicator"] = ["t"],
            ["keyFigureId"] = Both("keyFigureId"),
            ["leadId"] = await PeopleAsync("projektledare"),
            ["matterDocumentId"] = Both("matterDocumentId"),
            ["municipality"] = ["Helsingborg", "Haninge"],
            ["name"] = ["application"],
            ["objectId"] = [.. Both("applicationId"), .. Both("projectId")],
            ["personId"] = await PeopleAsync("projektledare"),
            ["phase"] = ["DRAFT", "GRANTED", "REJECTED", "RUNNING", "CLOSED"],
            ["planId"] = Both("planId"),
            ["programmeId"] = Both("programmeId"),
            ["role"] = ["APPLICANT", "CASE_OFFICER", "COUNCIL_MEMBER"],
            ["since"] = ["2026-03-10T08:00:00Z", "2026-03-11T08:00:00Z"],
            ["text"] = ["pilot"],
            ["to"] = ["2026-03-09", "2026-03-10"],
            ["until"] = ["2026-03-10T08:00:00Z", "2026-03-11T08:00:00Z"],
            ["validOn"] = ["2026-03-10"],
            ["wave"] = ["w0"],
            ["year"] = ["2026"],
        }).All()];
    }

    private string[] Both(string name) => [_here[name], _there[name]];

    private async Task<string[]> PeopleAsync(string function) => [await PersonAsync($"helsingborg-{function}"), await PersonAsync($"haninge-{function}")];

    private async Task<string> PersonAsync(string subject) => (await Fond.As(subject).ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();

    private async Task<string> GoalAsync(Dictionary<string, string> place)
    {
        var data = await Fond.As("administrator").ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { serves { code } } } }", new { id = place["applicationId"] });
        return data["node"]!["serves"]![0]!["code"]!.GetValue<string>();
    }

    private async Task<string> OldestProjectAsync() =>
        (await new Stages(_first, "haninge").Officer.ReadAsync("{ projects { nodes { id } } }"))["projects"]!["nodes"]!.AsArray()[^1]!["id"]!.GetValue<string>();

    /// <summary>So that some projects are closed.</summary>
    private async Task<JsonNode> CallOffAsync(string project) => await new Stages(_first, "haninge").Secretary
        .DoAsync("callOffProject", new { projectId = project, reasons = "Slut", decidedOn = _first.Today.ToString("yyyy-MM-dd", null) }, "project { id }");
}
