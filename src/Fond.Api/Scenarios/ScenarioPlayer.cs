using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fond.Domain.Common;

namespace Fond.Api.Scenarios;

/// <summary>Sends one call as a person and gives back the whole answer.</summary>
internal delegate Task<JsonNode> Send(string? person, string query, JsonObject variables, CancellationToken ct);

/// <summary>Plays a scenario step by step and checks each answer.</summary>
internal sealed partial class ScenarioPlayer(Send send, DateOnly today)
{
    private readonly Dictionary<string, JsonNode?> _kept = [];

    /// <exception cref="ScenarioFault">At the first step that goes otherwise than told.</exception>
    public async Task PlayAsync(Scenario scenario, Action<int, ScenarioStep, string>? told, CancellationToken ct)
    {
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            var step = scenario.Steps[i];
            var answer = await send(step.As, step.Query, (JsonObject)Filled(step.Variables ?? [])!, ct);
            if (Fault(step, answer) is { } fault)
                throw new ScenarioFault($"Step {i + 1} of {scenario.Name}, \"{step.Title.En}\": {fault}\n{answer.ToJsonString()}");
            foreach (var (name, path) in step.Keep ?? [])
                _kept[name] = At(answer["data"], path)?.DeepClone() ?? throw new ScenarioFault($"Step {i + 1} of {scenario.Name} has nothing at {path} to keep.");
            told?.Invoke(i + 1, step, Outcome(step, answer));
        }
    }

    private string? Fault(ScenarioStep step, JsonNode answer)
    {
        var codes = Refusals(answer).Select(r => r.Code).ToList();
        var expected = step.Refused ?? [];
        if (expected.Except(codes).Any() || (expected.Count == 0 && codes.Count > 0))
            return expected.Count == 0 ? $"was refused with {string.Join(", ", codes)}" : $"was to be refused with {string.Join(", ", expected)}";
        foreach (var (path, told) in step.Expect ?? [])
            if (Filled(told) is var value && !JsonNode.DeepEquals(At(answer["data"], path), value))
                return $"{path} is {At(answer["data"], path)?.ToJsonString() ?? "absent"}, not {value?.ToJsonString() ?? "null"}";
        return null;
    }

    /// <summary>Top-level errors and each mutation's own, with the input field to blame.</summary>
    private static IEnumerable<(string Code, string Path)> Refusals(JsonNode answer)
    {
        foreach (var error in answer["errors"]?.AsArray() ?? [])
            yield return (error!["extensions"]?["code"]?.GetValue<string>() ?? "UNKNOWN", "");
        foreach (var (_, field) in answer["data"] as JsonObject ?? [])
            foreach (var error in (field as JsonObject)?["errors"] as JsonArray ?? [])
                yield return (error!["code"]!.GetValue<string>(), string.Join('.', error["path"]?.AsArray().Select(p => p!.ToString()) ?? []));
    }

    private static string Outcome(ScenarioStep step, JsonNode answer)
    {
        if (step.Refused is { Count: > 0 }) return "refused: " + string.Join("; ", Refusals(answer).GroupBy(r => r.Code, r => r.Path).Select(r => $"{r.Key} {string.Join(", ", r)}".TrimEnd()));
        return step.Shows is null ? "done" : string.Join(", ", step.Shows.Select(path => $"{path[(path.LastIndexOf('.') + 1)..]} {Shown(At(answer["data"], path))}"));
    }

    private static string Shown(JsonNode? value) => value switch
    {
        null => "none",
        JsonArray list => list.Count.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>Follows names and list positions: <c>application.versions.0.number</c>.</summary>
    private static JsonNode? At(JsonNode? node, string path) => path.Split('.').Aggregate(node, (at, part) => at switch
    {
        JsonArray list when int.TryParse(part, out var i) => i < list.Count ? list[i] : null,
        JsonObject map => map[part],
        _ => null,
    });

    private JsonNode? Filled(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Filled(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Filled)]),
        JsonValue value when value.TryGetValue<string>(out var text) => FilledText(text),
        _ => node?.DeepClone(),
    };

    private JsonNode? FilledText(string text)
    {
        var match = Placeholder().Match(text);
        if (!match.Success) return text;
        if (match.Groups["days"].Success)
            return today.AddDays(int.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = match.Groups["name"].Value;
        if (name == "today") return today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (name == "tonight") return MunicipalTime.EndOfDay(today).AddSeconds(-1).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
        return _kept.TryGetValue(name, out var kept) ? kept?.DeepClone() : throw new ScenarioFault($"Nothing was kept as {name}.");
    }

    [GeneratedRegex(@"^\$\{(today(?<days>[+-]\d+)|(?<name>[A-Za-z0-9]+))\}$")]
    private static partial Regex Placeholder();
}

internal sealed class ScenarioFault(string message) : Exception(message);
