using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fond.Api.Scenarios;

/// <summary>A scenario as a page for a reader with any GraphQL client.</summary>
internal static class WalkthroughPage
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Scenario scenario)
    {
        var page = new StringBuilder($"""
            # {scenario.Title.En}

            {scenario.Title.Sv}

            <!-- Written by `dotnet run --project src/Fond.Api -- walkthrough --document docs` from walkthrough/{scenario.Name}.json. Edit that file. -->

            Start Fond with `dotnet run --project src/Fond.Api`. Sign in as a demo person with
            `POST /dev/token {"{"}"person": "..."{"}"}` and send the token as `Authorization: Bearer ...` to `POST /graphql`.
            `${"{"}name{"}"}` stands for a value that an earlier step kept; `${"{"}today+14{"}"}` for a date. The console at
            `http://localhost:5080/` fills them in for you, and `dotnet run --project src/Fond.Api -- walkthrough` plays every step.

            """).AppendLine();
        for (var i = 0; i < scenario.Steps.Count; i++) Write(page, i + 1, scenario.Steps[i]);
        return page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static void Write(StringBuilder page, int number, ScenarioStep step)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"## {number}. {step.Title.En}").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"{step.Title.Sv}. As {(step.As is null ? "the public, without a token" : $"`{step.As}`")}.").AppendLine();
        page.AppendLine("```graphql").AppendLine(step.Query.Trim()).AppendLine("```").AppendLine();
        if (step.Variables is { Count: > 0 }) page.AppendLine("```json").AppendLine(step.Variables.ToJsonString(Pretty)).AppendLine("```").AppendLine();
        if (step.Refused is { Count: > 0 }) page.AppendLine(CultureInfo.InvariantCulture, $"Refused with {string.Join(", ", step.Refused.Select(c => $"`{c}`"))}.").AppendLine();
        foreach (var (name, path) in step.Keep ?? []) page.AppendLine(CultureInfo.InvariantCulture, $"Keep `{path}` as `{name}`.").AppendLine();
    }
}
