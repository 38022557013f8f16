using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fond.Api.Scenarios;

/// <summary>A story told as API calls: one file feeds the walkthrough command, its documentation, the start page, the demo data and the tests.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Begins">The day on which it began, where the clock can be set to it; elsewhere it begins today.</param>
internal sealed record Scenario(string Name, ScenarioText Title, IReadOnlyList<ScenarioStep> Steps, DateOnly? Begins = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>As far as the demo data goes, where something is to be left for those who try Fond; without files that are only read.</summary>
    public Scenario ForDemo() => this with { Steps = [.. Steps.TakeWhile(step => !step.BeyondDemo && step.Passes is null).Where(step => step.Fetch is null)] };

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "walkthrough"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    /// <exception cref="FileNotFoundException">When there is no such scenario.</exception>
    public static Scenario Load(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "walkthrough", name + ".json");
        var json = JsonNode.Parse(File.ReadAllText(file), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!;
        Inline(json);
        json["name"] = name;
        return json.Deserialize<Scenario>(Options)!;
    }

    /// <summary>Puts in the contents of another file where <c>{"$file": "seeds/..."}</c> stands; what stands beside it is put on top.</summary>
    private static void Inline(JsonNode node)
    {
        if (node is JsonObject reference && reference["$file"] is JsonValue path)
        {
            var content = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path.GetValue<string>())))!;
            foreach (var (name, value) in reference.Where(p => p.Key != "$file")) content[name] = value?.DeepClone();
            node.ReplaceWith(content);
        }
        else if (node is JsonObject map) foreach (var child in map.Select(p => p.Value).OfType<JsonNode>().ToList()) Inline(child);
        else if (node is JsonArray list) foreach (var child in list.OfType<JsonNode>().ToList()) Inline(child);
    }
}
