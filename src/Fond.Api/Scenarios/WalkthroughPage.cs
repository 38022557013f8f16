using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fond.Api.Scenarios;

/// <summary>A scenario as a page for a reader with any GraphQL client.</summary>
internal static class WalkthroughPage
{
    private const int LineLength = 150, LongestList = 24, Beginning = 3;

    private static readonly JsonSerializerOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Scenario scenario)
    {
        var page = new StringBuilder($"""
            # {scenario.Title.En}

            {scenario.Title.Sv}

            <!-- Written by `dotnet run --project src/Fond.Api -- walkthrough --document docs` from walkthrough/{scenario.Name}.json. Edit that file. -->

            Start Fond with `dotnet run --project src/Fond.Api`. Sign in as a demo person with
            `POST /dev/token {"{"}"person": "..."{"}"}` and send the token as `Authorization: Bearer ...` to `POST /graphql`.
            `${"{"}name{"}"}` stands for a value that an earlier step kept; `${"{"}today+14{"}"}` for a date, `${"{"}year-2{"}"}` for a year, `${"{"}tonight{"}"}` for the last second of today in Sweden. The console at
            `http://localhost:5080/` fills them in for you, and `dotnet run --project src/Fond.Api -- walkthrough` plays every step,
            with a clock of its own that is put forward to each day that is named here. Elsewhere all of it is done today.

            """).AppendLine();
        for (var i = 0; i < scenario.Steps.Count; i++) Write(page, i + 1, scenario.Steps[i]);
        return page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    /// <summary>Indented, but what fits on a line stays on one: rows of measurement are read as rows. Of a long list its beginning.</summary>
    private static string Written(JsonNode? node, int indent)
    {
        var line = node?.ToJsonString(OnOneLine) ?? "null";
        if (line.Length + indent <= LineLength || node is JsonValue) return line;
        var pad = new string(' ', indent + 2);
        var parts = node is JsonObject map
            ? map.Select(p => $"{pad}\"{p.Key}\": {Written(p.Value, indent + 2)}")
            : Shown(node!.AsArray()).Select(item => pad + Written(item, indent + 2));
        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        return $"{open}\n{string.Join(",\n", parts)}\n{new string(' ', indent)}{close}";
    }

    private static IEnumerable<JsonNode?> Shown(JsonArray list) => list.Count <= LongestList ? list : list.Take(Beginning).Append($"… and {list.Count - Beginning} more, in the scenario's file");

    private static void Write(StringBuilder page, int number, ScenarioStep step)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"## {number}. {step.Title.En}").AppendLine();
        if (step.Passes is { } days) page.AppendLine(CultureInfo.InvariantCulture, $"{step.Title.Sv}. {days} days go by: the command plays on, on a clock of its own.").AppendLine();
        else page.AppendLine(CultureInfo.InvariantCulture, $"{step.Title.Sv}. As {(step.As is null ? "the public, without a token" : $"`{step.As}`")}{(step.On is { } day ? $", on {day:yyyy-MM-dd}" : "")}.").AppendLine();
        if (step.Query is { } query) page.AppendLine("```graphql").AppendLine(query.Trim()).AppendLine("```").AppendLine();
        if (step.Fetch is { } file) Write(page, file);
        if (step.Variables is { Count: > 0 }) page.AppendLine("```json").AppendLine(Written(step.Variables, 0)).AppendLine("```").AppendLine();
        if (step.Refused is { Count: > 0 }) page.AppendLine(CultureInfo.InvariantCulture, $"Refused with {string.Join(", ", step.Refused.Select(c => $"`{c}`"))}.").AppendLine();
        if (step.Keep is { Count: > 0 } keep) page.AppendLine(CultureInfo.InvariantCulture, $"Keep {string.Join(", ", keep.Select(k => $"`{k.Value}` as `{k.Key}`"))}.").AppendLine();
        if (step.Fetch is not null && step.Expect is { Count: > 0 } expect) page.AppendLine("In it:").AppendLine().AppendLine("```json").AppendLine(Written(JsonSerializer.SerializeToNode(expect), 0)).AppendLine("```").AppendLine();
    }

    private static void Write(StringBuilder page, ScenarioFile file)
    {
        page.AppendLine("```http").AppendLine(CultureInfo.InvariantCulture, $"{(file.Sends is null ? "GET" : "POST")} {file.Path}");
        if (file.Sends is { } lines) page.AppendLine("Content-Type: text/csv").AppendLine().AppendLine(string.Join('\n', lines));
        page.AppendLine("```").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"Answered with {file.Status}, `{file.Type}`{(file.Contains is { Count: > 0 } texts ? $", in which stands {string.Join(", ", texts.Select(t => $"“{t}”"))}" : "")}.").AppendLine();
    }
}
