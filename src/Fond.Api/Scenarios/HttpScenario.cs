using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Fond.Api.Scenarios;

/// <summary>Plays over HTTP against a Fond in Development, signing in as its demo people.</summary>
/// <param name="pass">How the clock of that Fond is moved; null when it cannot be.</param>
/// <param name="language">In which Fond is to answer.</param>
internal sealed class HttpScenario(HttpClient http, Pass? pass = null, string language = "en")
{
    private readonly Dictionary<string, string> _tokens = [];

    public ScenarioPlayer Player(DateOnly today) => new(SendAsync, today) { Fetch = FetchAsync, Pass = pass is null ? null : PassAsync };

    private async Task<JsonNode> SendAsync(string? person, string query, JsonObject variables, CancellationToken ct)
    {
        using var request = await RequestAsync(HttpMethod.Post, "/graphql", person, ct);
        request.Content = JsonContent.Create(new JsonObject { ["query"] = query, ["variables"] = variables });
        using var response = await http.SendAsync(request, ct);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(ct))!;
    }

    private async Task<Fetched> FetchAsync(string? person, string path, string? file, CancellationToken ct)
    {
        using var request = await RequestAsync(file is null ? HttpMethod.Get : HttpMethod.Post, path, person, ct);
        if (file is not null) request.Content = new StringContent(file, Encoding.UTF8, "text/csv");
        using var response = await http.SendAsync(request, ct);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(ct));
    }

    private async Task PassAsync(int days, CancellationToken ct)
    {
        await pass!(days, ct);
        _tokens.Clear(); // they hold for hours
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string path, string? person, CancellationToken ct)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.AcceptLanguage.Add(new(language));
        if (person is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person, ct));
        return request;
    }

    private async Task<string> TokenAsync(string person, CancellationToken ct)
    {
        if (_tokens.TryGetValue(person, out var known)) return known;
        using var response = await http.PostAsJsonAsync("/dev/token", new { person }, ct);
        if (!response.IsSuccessStatusCode) throw new ScenarioFault($"There is no demo person {person}.");
        return _tokens[person] = (await response.Content.ReadFromJsonAsync<JsonNode>(ct))!["token"]!.GetValue<string>();
    }
}
