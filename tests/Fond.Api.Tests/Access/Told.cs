using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Access;

/// <summary>What is said of some objects of one type, to each who asks.</summary>
/// <param name="fields">What to select, by field.</param>
internal sealed class Told(string type, IReadOnlyList<string> ids, IReadOnlyDictionary<string, string> fields)
{
    /// <summary>So many at once that a request stays within its limits.</summary>
    private const int AtOnce = 3;

    private readonly Dictionary<Client, Dictionary<(string Id, string Field), HashSet<string>>> _told = [];
    private readonly Dictionary<Client, List<string>> _seen = [];
    private readonly Dictionary<(string Id, string Field), HashSet<string>> _anybody = [];

    public int Count => ids.Count;

    /// <summary>What somebody who sees the object is not told, or not all of it.</summary>
    public IEnumerable<string> Guarded => fields.Keys.Where(IsGuarded).Order(StringComparer.Ordinal);

    /// <summary>In brackets those that said nothing to anybody.</summary>
    public IEnumerable<string> Open => fields.Keys.Where(name => !IsGuarded(name)).Order(StringComparer.Ordinal).Select(name => Said(name) == 0 ? $"({name})" : name);

    /// <summary>Those that said nothing to anybody.</summary>
    public IEnumerable<string> Empty => fields.Keys.Where(name => Said(name) == 0);

    public int Seen(Client client) => _seen[client].Count;

    /// <summary>Of how many objects something is said in the field to anybody.</summary>
    public int Said(string field) => ids.Count(id => _anybody.ContainsKey((id, field)));

    /// <summary>Of how many of them one is told all that anybody is.</summary>
    public int Whole(Client client, string field) => ids.Count(id => _anybody.TryGetValue((id, field), out var all) && _told[client].TryGetValue((id, field), out var some) && some.SetEquals(all));

    public async Task AskAsync(Client client)
    {
        (_told[client], _seen[client]) = ([], await SeenAsync(client));
        foreach (var some in _seen[client].Chunk(AtOnce)) await AskAsync(client, some);
    }

    private bool IsGuarded(string field) => _seen.Any(seen => seen.Value.Any(id => _anybody.TryGetValue((id, field), out var all) && !(_told[seen.Key].TryGetValue((id, field), out var some) && some.SetEquals(all))));

    private async Task<List<string>> SeenAsync(Client client)
    {
        var seen = new List<string>();
        foreach (var some in ids.Chunk(15))
        {
            var answer = await client.AskAsync("{ " + string.Join(' ', some.Select((id, i) => $"n{i}: node(id: \"{id}\") {{ id }}")) + " }");
            if (answer["errors"] is null) seen.AddRange(some.Where((_, i) => answer["data"]![$"n{i}"] is not null));
        }
        return seen;
    }

    private async Task AskAsync(Client client, string[] some)
    {
        foreach (var part in fields.Chunk(12))
        {
            var select = string.Join(' ', part.Select(f => f.Key + f.Value));
            var answer = await client.AskAsync("{ " + string.Join(' ', some.Select((id, i) => $"n{i}: node(id: \"{id}\") {{ ... on {type} {{ {select} }} }}")) + " }");
            if (Code(answer) is not (null or "FORBIDDEN" or "UNAUTHENTICATED")) Assert.Fail($"{type}: {answer["errors"]!.ToJsonString()}");
            if (answer["data"] is not { } data) await OneByOneAsync(client, some, part);
            else for (var i = 0; i < some.Length; i++) Note(client, some[i], part.Select(f => f.Key), data[$"n{i}"]!);
        }
    }

    /// <summary>Where one field is closed by the schema, the whole document is refused.</summary>
    private async Task OneByOneAsync(Client client, string[] some, IEnumerable<KeyValuePair<string, string>> part)
    {
        foreach (var (field, select) in part)
        {
            var answer = await client.AskAsync("{ " + string.Join(' ', some.Select((id, i) => $"n{i}: node(id: \"{id}\") {{ ... on {type} {{ {field}{select} }} }}")) + " }");
            if (answer["data"] is { } data) for (var i = 0; i < some.Length; i++) Note(client, some[i], [field], data[$"n{i}"]!);
        }
    }

    private void Note(Client client, string id, IEnumerable<string> asked, JsonNode told)
    {
        foreach (var field in asked)
        {
            var said = Leaves(told[field], "").ToHashSet();
            if (said.Count == 0) continue;
            _told[client][(id, field)] = said;
            if (_anybody.TryGetValue((id, field), out var all)) all.UnionWith(said);
            else _anybody[(id, field)] = [.. said];
        }
    }

    private static string? Code(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

    /// <summary>Where something is said at all, whatever it is.</summary>
    private static IEnumerable<string> Leaves(JsonNode? value, string path) => value switch
    {
        null => [],
        JsonArray items => items.SelectMany((item, i) => Leaves(item, $"{path}.{i}")),
        JsonObject members => members.SelectMany(m => Leaves(m.Value, $"{path}.{m.Key}")),
        _ => [path],
    };
}
