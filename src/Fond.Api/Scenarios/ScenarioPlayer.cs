using System.Globalization;
using System.Text.Json.Nodes;

namespace Fond.Api.Scenarios;

/// <summary>Sends one call as a person and gives back the whole answer.</summary>
internal delegate Task<JsonNode> Send(string? person, string query, JsonObject variables, CancellationToken ct);

/// <summary>Fetches what a path leads to as a person, or sends a CSV file there.</summary>
internal delegate Task<Fetched> Fetch(string? person, string path, string? file, CancellationToken ct);

/// <summary>Moves the clock, and does what falls due meanwhile.</summary>
internal delegate Task Pass(int days, CancellationToken ct);

/// <summary>Plays a scenario step by step and checks each answer.</summary>
internal sealed class ScenarioPlayer(Send send, DateOnly today)
{
    private readonly KeptValues _kept = new(today);

    /// <summary>How files are come by; null where there is no server.</summary>
    public Fetch? Fetch { get; init; }

    /// <summary>How time passes; null where the clock cannot be moved.</summary>
    public Pass? Pass { get; init; }

    /// <exception cref="ScenarioFault">At the first step that goes otherwise than told.</exception>
    public async Task PlayAsync(Scenario scenario, Action<int, ScenarioStep, string>? told, CancellationToken ct)
    {
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            var step = scenario.Steps[i];
            if (Pass is not null && step.On is { } day && _kept.DaysTo(day) is > 0 and var ahead) await PassAsync(ahead, ct);
            var (answer, fault, said) = await DoAsync(step, ct);
            if ((fault ?? Fault(step, answer)) is { } wrong)
                throw new ScenarioFault($"Step {i + 1} of {scenario.Name}, \"{step.Title.En}\": {wrong}\n{answer.ToJsonString()}");
            foreach (var (name, path) in step.Keep ?? [])
                _kept.Keep(name, At(answer["data"], path) ?? throw new ScenarioFault($"Step {i + 1} of {scenario.Name} has nothing at {path} to keep."));
            told?.Invoke(i + 1, step, Outcome(step, answer, said));
        }
    }

    private async Task<(JsonNode Answer, string? Fault, string Said)> DoAsync(ScenarioStep step, CancellationToken ct)
    {
        if (step.Passes is { } days)
        {
            await PassAsync(days, ct);
            return (new JsonObject(), null, string.Create(CultureInfo.InvariantCulture, $"{days} days later"));
        }
        if (step.Fetch is not { } file) return (await send(step.As, step.Query!, (JsonObject)_kept.Filled(step.Variables ?? [])!, ct), null, "done");
        var fetched = await (Fetch ?? throw new ScenarioFault("No file can be had here."))(step.As, _kept.Filled(file.Path), file.Sends is { } lines ? string.Concat(lines.Select(l => l + "\n")) : null, ct);
        return (fetched.Answer(), fetched.Fault(file, (file.Contains ?? []).Select(_kept.Filled)), string.Create(CultureInfo.InvariantCulture, $"{fetched.Type}, {fetched.Content.Length} bytes"));
    }

    private async Task PassAsync(int days, CancellationToken ct)
    {
        await (Pass ?? throw new ScenarioFault("Time cannot be made to pass here."))(days, ct);
        _kept.Pass(days);
    }

    private string? Fault(ScenarioStep step, JsonNode answer)
    {
        var codes = Refusals(answer).Select(r => r.Code).ToList();
        var expected = step.Refused ?? [];
        if (expected.Except(codes).Any() || (expected.Count == 0 && codes.Count > 0))
            return expected.Count == 0 ? $"was refused with {string.Join(", ", codes)}" : $"was to be refused with {string.Join(", ", expected)}";
        foreach (var (path, told) in step.Expect ?? [])
            if (_kept.Filled(told) is var value && !JsonNode.DeepEquals(At(answer["data"], path), value))
                return $"{path} is {At(answer["data"], path)?.ToJsonString() ?? "absent"}, not {value?.ToJsonString() ?? "null"}";
        return null;
    }

    /// <summary>Top-level errors and each mutation's own, with the input field to blame.</summary>
    private static IEnumerable<(string Code, string Path)> Refusals(JsonNode answer)
    {
        foreach (var error in answer["errors"]?.AsArray() ?? [])
            yield return ((error!["extensions"]?["code"] ?? error["code"])?.GetValue<string>() ?? "UNKNOWN", "");
        foreach (var (_, field) in answer["data"] as JsonObject ?? [])
            foreach (var error in (field as JsonObject)?["errors"] as JsonArray ?? [])
                yield return (error!["code"]!.GetValue<string>(), string.Join('.', error["path"]?.AsArray().Select(p => p!.ToString()) ?? []));
    }

    private static string Outcome(ScenarioStep step, JsonNode answer, string said)
    {
        if (step.Refused is { Count: > 0 }) return "refused: " + string.Join("; ", Refusals(answer).GroupBy(r => r.Code, r => r.Path).Select(r => $"{r.Key} {string.Join(", ", r)}".TrimEnd()));
        return step.Shows is null ? said : string.Join(", ", step.Shows.Select(path => $"{path[(path.LastIndexOf('.') + 1)..]} {Shown(At(answer["data"], path))}"));
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
}

internal sealed class ScenarioFault(string message) : Exception(message);
