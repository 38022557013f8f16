using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Fond.Workflows;

/// <summary>Reads definition files: their form against workflow.schema.json, then what they say against the vocabulary.</summary>
public static class WorkflowReader
{
    private static readonly Lazy<JsonSchema> Schema = new(() =>
    {
        using var stream = typeof(WorkflowReader).Assembly.GetManifestResourceStream("workflow.schema.json")!;
        using var reader = new StreamReader(stream);
        return JsonSchema.FromJsonAsync(reader.ReadToEnd()).GetAwaiter().GetResult();
    });

    /// <exception cref="WorkflowDefinitionException">With the file, each place in it and the reason.</exception>
    public static WorkflowDefinition Parse(string json, string file, WorkflowVocabulary vocabulary)
    {
        var root = Root(json, file);
        var malformed = Schema.Value.Validate(json).SelectMany(SchemaFaults.Of).Distinct().ToList();
        if (malformed.Count > 0) throw new WorkflowDefinitionException(file, malformed);
        var definition = Definition(root, Hash(root));
        var faults = WorkflowCheck.Faults(definition, vocabulary).ToList();
        return faults.Count == 0 ? definition : throw new WorkflowDefinitionException(file, faults);
    }

    /// <summary>What one definition says of another: that it exists and takes the trigger.</summary>
    /// <exception cref="WorkflowDefinitionException">Named by the definition at fault.</exception>
    /// <param name="folder">Named when a definition is missing altogether.</param>
    public static void CheckTogether(IReadOnlyCollection<WorkflowDefinition> definitions, WorkflowVocabulary vocabulary, string folder)
    {
        var missing = vocabulary.Phases.Keys.Except(definitions.Select(d => d.Name)).Select(name => new WorkflowFault("$", $"holds no workflow '{name}'")).ToList();
        if (missing.Count > 0) throw new WorkflowDefinitionException(folder, missing);
        foreach (var definition in definitions)
        {
            var faults = WorkflowCheck.FaultsBetween(definition, definitions).ToList();
            if (faults.Count > 0) throw new WorkflowDefinitionException(definition.Name + ".json", faults);
        }
    }

    private static JsonObject Root(string json, string file)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new WorkflowDefinitionException(file, [new("$", "is not an object")]);
        }
        catch (JsonException fault)
        {
            throw new WorkflowDefinitionException(file, [new("$", $"is not JSON: line {fault.LineNumber + 1}, position {fault.BytePositionInLine + 1}")]);
        }
    }

    private static string Hash(JsonNode root) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root.ToJsonString())));

    private static WorkflowDefinition Definition(JsonObject root, string hash) =>
        new(Text(root, "name"), Local(root, "title"), Text(root, "initial"), [.. Items(root, "states").Select(State)], hash)
        {
            Carries = (root["carries"] as JsonValue)?.GetValue<string>() ?? Text(root, "name"),
        };

    private static WorkflowState State(JsonObject state) => new(
        Text(state, "name"), Text(state, "phase"), Local(state, "title"),
        state["workItem"] is JsonObject item ? new(Text(item, "role"), Local(item, "title"), Due(item)) : null,
        [.. Items(state, "timers").Select(Timer)], Activities(state, "onEntry"), Activities(state, "onExit"), [.. Items(state, "transitions").Select(Transition)]);

    private static WorkflowDue? Due(JsonObject item) => (item["due"] as JsonValue)?.GetValue<string>() is not { } due ? null
        : due.StartsWith("date:", StringComparison.Ordinal) ? new(due["date:".Length..], null)
        : new(null, Duration(due));

    private static TimerDefinition Timer(JsonObject timer) => new(Text(timer, "name"), Local(timer, "title"),
        (timer["after"] as JsonValue)?.GetValue<string>() is { } after ? Duration(after) : null, (timer["at"] as JsonValue)?.GetValue<string>(),
        (timer["before"] as JsonValue)?.GetValue<string>() is { } before ? Duration(before) : null, (timer["trigger"] as JsonValue)?.GetValue<string>(), Activities(timer, "activities"));

    /// <summary>The schema lets every text of the right letters through; what is no duration counts as none and is named by the check.</summary>
    private static CalendarDuration Duration(string text) => CalendarDuration.Parse(text) ?? new(0, 0, TimeSpan.Zero);

    private static WorkflowTransition Transition(JsonObject transition) => new(
        Text(transition, "trigger"), Text(transition, "to"), Texts(transition, "by"), Texts(transition, "guards"), Activities(transition, "activities"),
        (transition["auto"] as JsonValue)?.GetValue<bool>() == true);

    private static IReadOnlyList<Activity> Activities(JsonObject node, string name) => [.. Items(node, name).Select(Activity (a) => Text(a, "activity") switch
    {
        "notify" => new NotifyActivity(Text(a, "role"), Local(a, "subject"), Local(a, "body")),
        "startWorkflow" => new StartWorkflowActivity(Text(a, "name")),
        "signal" => new SignalActivity(Text(a, "workflow"), Text(a, "trigger")),
        var other => throw new InvalidOperationException($"The schema let the activity {other} through."),
    })];

    private static string Text(JsonObject node, string name) => node[name]!.GetValue<string>();

    private static LocalText Local(JsonObject node, string name) => new(Text((JsonObject)node[name]!, "sv"), Text((JsonObject)node[name]!, "en"));

    private static IReadOnlyList<string> Texts(JsonObject node, string name) => [.. (node[name] as JsonArray ?? []).Select(t => t!.GetValue<string>())];

    private static IEnumerable<JsonObject> Items(JsonObject node, string name) => (node[name] as JsonArray ?? []).Cast<JsonObject>();
}
