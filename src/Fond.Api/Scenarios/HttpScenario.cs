using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Fond.Api.Scenarios;

/// <summary>Plays over HTTP against a Fond in Development, signing in as its demo people.</summary>
internal sealed class HttpScenario(HttpClient http)
{
    private readonly Dictionary<string, string> _tokens = [];

    public async Task<JsonNode> SendAsync(string? person, string query, JsonObject variables, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new JsonObject { ["query"] = query, ["variables"] = variables }) };
        request.Headers.AcceptLanguage.Add(new("en"));
        if (person is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person, ct));
        using var response = await http.SendAsync(request, ct);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(ct))!;
    }

    private async Task<string> TokenAsync(string person, CancellationToken ct)
    {
        if (_tokens.TryGetValue(person, out var known)) return known;
        using var response = await http.PostAsJsonAsync("/dev/token", new { person }, ct);
        if (!response.IsSuccessStatusCode) throw new ScenarioFault($"There is no demo person {person}.");
        return _tokens[person] = (await response.Content.ReadFromJsonAsync<JsonNode>(ct))!["token"]!.GetValue<string>();
    }
}
