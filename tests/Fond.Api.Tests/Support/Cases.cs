using System.Text.Json.Nodes;

namespace Fond.Api.Tests.Support;

/// <summary>Brings a case through the API to where a test begins. The content is the demo data's own.</summary>
internal static class Cases
{
    /// <summary>An empty draft.</summary>
    public static async Task<string> DraftAsync(IFond fond, string municipality = "helsingborg") =>
        (await fond.As($"{municipality}-projektledare").DoAsync("startApplication", new { callId = await CallAsync(fond, municipality), title = "Pilot" }, "application { id }"))["application"]!["id"]!.GetValue<string>();

    /// <summary>A draft with nothing missing.</summary>
    public static async Task<string> WholeDraftAsync(IFond fond, string municipality = "helsingborg")
    {
        var id = await DraftAsync(fond, municipality);
        var input = Content(municipality);
        input["applicationId"] = id;
        await fond.As($"{municipality}-projektledare").DoAsync("saveApplicationDraft", input, "application { id }");
        return id;
    }

    /// <summary>Handed in, in its formal check.</summary>
    public static async Task<string> SubmittedAsync(IFond fond, string municipality = "helsingborg")
    {
        var id = await WholeDraftAsync(fond, municipality);
        await fond.As($"{municipality}-projektledare").DoAsync("submitApplication", new { applicationId = id }, "application { id }");
        return id;
    }

    /// <summary>Handed in; gives the case number.</summary>
    public static async Task<string> SubmittedNumberAsync(IFond fond, string municipality = "helsingborg")
    {
        var id = await SubmittedAsync(fond, municipality);
        return (await fond.As($"{municipality}-projektledare").ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { caseNumber } } }", new { id }))["node"]!["caseNumber"]!.GetValue<string>();
    }

    /// <summary>Title, goals served and content of the municipality's demo application; Helsingborg's where it has none.</summary>
    public static JsonObject Content(string municipality)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "seeds", "demo", "applications", $"{(municipality == "haninge" ? municipality : "helsingborg")}.json");
        return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
    }

    public static async Task<string> CallAsync(IFond fond, string municipality)
    {
        var calls = (await fond.As(null).ReadAsync("{ calls { nodes { id fund { municipality } } } }"))["calls"]!["nodes"]!.AsArray();
        return calls.Single(c => c!["fund"]!["municipality"]!.GetValue<string>().Equals(municipality, StringComparison.OrdinalIgnoreCase))!["id"]!.GetValue<string>();
    }
}
