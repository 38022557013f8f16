using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Fond.Api.Tests.Support;

/// <summary>Somebody who talks to Fond over HTTP.</summary>
public sealed class Client(IFond fond, string? person)
{
    private string? _token;

    public string Language { get; init; } = "en";

    /// <summary>The whole answer, errors included.</summary>
    public async Task<JsonNode> AskAsync(string query, object? variables = null)
    {
        using var response = await PostAsync(query, variables);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public async Task<HttpResponseMessage> PostAsync(string query, object? variables = null, CancellationToken ct = default)
    {
        var request = await RequestAsync(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query, variables });
        return await fond.Http.SendAsync(request, ct);
    }

    /// <summary>The data; fails the test when anything was refused.</summary>
    public async Task<JsonNode> ReadAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>Runs one mutation by name and gives back its payload.</summary>
    /// <param name="select">What to read of the result: <c>application { id version }</c>.</param>
    public async Task<JsonNode> TryAsync(string mutation, object input, string select)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = await AskAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {select} errors {{ code message path currentVersion }} }} }}", new { input });
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]![mutation]!;
    }

    /// <summary>The same; fails the test when it is refused.</summary>
    public async Task<JsonNode> DoAsync(string mutation, object input, string select)
    {
        var payload = await TryAsync(mutation, input, select);
        Assert.True(payload["errors"]!.AsArray().Count == 0, payload.ToJsonString());
        return payload;
    }

    /// <summary>The mutation is refused by a rule, with this code (and path, when given).</summary>
    public async Task RefusedAsync(string code, string mutation, object input, string? path = null)
    {
        var payload = await TryAsync(mutation, input, "__typename");
        var errors = payload["errors"]!.AsArray();
        Assert.Contains(errors, e => e!["code"]!.GetValue<string>() == code
            && (path is null || string.Join('.', e["path"]!.AsArray().Select(p => p!.GetValue<string>())) == path));
    }

    /// <summary>The whole document is refused with this top-level code.</summary>
    public async Task ForbiddenAsync(string code, string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.Equal(code, answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>());
    }

    public async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.AcceptLanguage.Add(new(Language));
        if (person is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token ??= await fond.TokenAsync(person));
        return request;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => fond.Http.SendAsync(request);
}
