using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fond.Domain.Common;

namespace Fond.Api.Scenarios;

/// <summary>What earlier steps of a story have kept, and its day; put in where <c>${…}</c> stands.</summary>
internal sealed partial class KeptValues(DateOnly today)
{
    private readonly Dictionary<string, JsonNode?> _kept = [];
    private DateOnly _today = today;

    public void Keep(string name, JsonNode value) => _kept[name] = value.DeepClone();

    public void Pass(int days) => _today = _today.AddDays(days);

    public int DaysTo(DateOnly day) => day.DayNumber - _today.DayNumber;

    /// <exception cref="ScenarioFault">When nothing was kept by such a name.</exception>
    public JsonNode? Filled(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Filled(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Filled)]),
        JsonValue value when value.TryGetValue<string>(out var text) && Placeholder().Match(text) is { Success: true } match => match.Length == text.Length ? ValueOf(match) : Filled(text),
        _ => node?.DeepClone(),
    };

    /// <exception cref="ScenarioFault">As above.</exception>
    public string Filled(string text) => Placeholder().Replace(text, match => ValueOf(match)?.ToString() ?? "");

    private JsonNode? ValueOf(Match match)
    {
        var offset = match.Groups["offset"].Success ? int.Parse(match.Groups["offset"].Value, CultureInfo.InvariantCulture) : 0;
        return match.Groups["name"].Value switch
        {
            "today" => _today.AddDays(offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "year" => _today.Year + offset,
            "tonight" => MunicipalTime.EndOfDay(_today).AddSeconds(-1).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
            var name => _kept.TryGetValue(name, out var kept) ? kept?.DeepClone() : throw new ScenarioFault($"Nothing was kept as {name}."),
        };
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9]+)(?<offset>[+-]\d+)?\}")]
    private static partial Regex Placeholder();
}
