using System.Text.Json.Nodes;

namespace Fond.Api.Scenarios;

/// <summary>Someone asks (<paramref name="Query"/>), a file is fetched or sent (<paramref name="Fetch"/>), or days go by (<paramref name="Passes"/>).</summary>
/// <param name="As">Who: the handle of a demo person; null for the public.</param>
/// <param name="Title">What they do.</param>
/// <param name="Query">The GraphQL document.</param>
/// <param name="Variables">May hold <c>${name}</c> for a value kept by an earlier step, <c>${today+14}</c> for a date, <c>${year-2}</c> for a year and <c>${tonight}</c> for the last second of today.</param>
/// <param name="Keep">Values to keep from the answer: name to path, <c>startApplication.application.id</c>.</param>
/// <param name="Expect">What the answer, or the JSON of a file, holds: path to value. Errors of a mutation's payload fail the step unless they are expected.</param>
/// <param name="Refused">Codes that the step is refused with, in any order; each must be there.</param>
/// <param name="Shows">Paths of the answer that tell a reader what came of it.</param>
/// <param name="Fetch">A file over HTTP.</param>
/// <param name="On">The day of the story on which it is done. Where the clock can be put forward it is, unless it is past that day already; elsewhere it is done today.</param>
/// <param name="Passes">How many days go by before the next step. Where the clock cannot be moved, the story ends here.</param>
/// <param name="BeyondDemo">The demo data ends before it.</param>
internal sealed record ScenarioStep(string? As, ScenarioText Title, string? Query, JsonObject? Variables, Dictionary<string, string>? Keep,
    Dictionary<string, JsonNode?>? Expect, IReadOnlyList<string>? Refused, IReadOnlyList<string>? Shows, ScenarioFile? Fetch = null, DateOnly? On = null, int? Passes = null, bool BeyondDemo = false);

internal sealed record ScenarioText(string Sv, string En);

/// <param name="Path">Kept values may stand in it: <c>/projects/${project}/report.json</c>.</param>
/// <param name="Sends">The lines of a CSV file to send there; left out: the file is fetched.</param>
/// <param name="Type">The media type of the answer: <c>application/pdf</c>.</param>
/// <param name="Contains">Texts that stand in it.</param>
internal sealed record ScenarioFile(string Path, IReadOnlyList<string>? Sends, string Type, IReadOnlyList<string>? Contains, int Status = 200);
