using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Common;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Access;

/// <summary>Asks for every text as somebody, and finds where a word is told of which the trail says nothing.</summary>
internal sealed class Readings(FondServer fond, TextFields texts, string word)
{
    /// <summary>So many at once that a request stays within its limits.</summary>
    private const int AtOnce = 5;

    /// <summary>Of a kind, as many are asked for alone.</summary>
    private const int Alone = 2;

    /// <summary>Newest of a kind.</summary>
    private const int Sample = 60;

    private readonly List<string> _untraced = [];

    /// <summary>Who was told the word in which field, and left no entry.</summary>
    public IEnumerable<string> Untraced => _untraced.Distinct().Order(StringComparer.Ordinal);

    /// <summary>Fields that told the word to anybody.</summary>
    public HashSet<string> Telling { get; } = new(StringComparer.Ordinal);

    /// <param name="name">Who asks; null: the public.</param>
    public async Task AskAsync(string? name)
    {
        var client = fond.As(name);
        await AskAsync(client, name, "Query", [""]);
        foreach (var entity in FondSchema.NodeTypes().Select(t => t.Entity).OrderBy(t => t.Name, StringComparer.Ordinal))
            await AskAsync(client, name, entity.Name, await SeenAsync(client, [.. (await IdsAsync(entity)).Select(id => GlobalId.Of(entity.Name, id))]));
    }

    private async Task AskAsync(Client client, string? name, string type, IReadOnlyList<string> ids)
    {
        var telling = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(AtOnce))
            foreach (var (id, path) in await ToldAsync(client, type, some, texts.Of(type))) Add(telling, string.Join('.', path), id);
        foreach (var (path, where) in telling)
        {
            Telling.Add($"{type}.{path}");
            foreach (var id in where.TakeLast(Alone)) await AloneAsync(client, name, type, id, path.Split('.'));
        }
    }

    private static void Add(Dictionary<string, List<string>> telling, string path, string id) => (telling.TryGetValue(path, out var ids) ? ids : telling[path] = []).Add(id);

    private async Task AloneAsync(Client client, string? name, string type, string id, string[] path)
    {
        var before = await LastAsync();
        if ((await ToldAsync(client, type, [id], [path])).Count == 0) return;
        var noted = await fond.InDatabaseAsync(db => db.Set<AuditEntry>().AnyAsync(e => e.Sequence > before && e.Action == SecretReadings.Action && db.Set<Domain.Access.Person>().Any(p => p.Id == e.PersonId && p.Subject == name)));
        if (!noted) _untraced.Add($"{type}.{string.Join('.', path)} ({name ?? "public"})");
    }

    private Task<long> LastAsync() => fond.InDatabaseAsync(async db => (await db.Set<AuditHead>().SingleAsync()).Sequence);

    /// <summary>Where the word is told. What is closed to the caller closes the whole document, so then each path is asked for by itself.</summary>
    private async Task<List<(string Id, string[] Path)>> ToldAsync(Client client, string type, string[] ids, IReadOnlyList<string[]> paths)
    {
        if (paths.Count == 0) return [];
        var answer = await client.AskAsync(Document(type, ids, texts.Select(type, paths)));
        if (answer["errors"] is not { } errors) return [.. from i in Enumerable.Range(0, ids.Length) from path in paths where Tells(type == "Query" ? answer["data"] : answer["data"]![$"n{i}"], path) select (ids[i], path)];
        var code = errors[0]!["extensions"]!["code"]!.GetValue<string>();
        if (paths.Count == 1) return code is "FORBIDDEN" or "UNAUTHENTICATED" ? [] : throw new InvalidOperationException($"{type}.{string.Join('.', paths[0])}: {errors.ToJsonString()}");
        var (some, others) = (paths.Take(paths.Count / 2).ToList(), paths.Skip(paths.Count / 2).ToList());
        return [.. await ToldAsync(client, type, ids, some), .. await ToldAsync(client, type, ids, others)];
    }

    private static string Document(string type, string[] ids, string select) => type == "Query"
        ? $"{{ {select} }}"
        : $"{{ {string.Join(' ', ids.Select((id, i) => $"n{i}: node(id: \"{id}\") {{ ... on {type} {{ {select} }} }}"))} }}";

    private bool Tells(JsonNode? value, ReadOnlySpan<string> path)
    {
        if (value is JsonArray items)
        {
            foreach (var item in items) if (Tells(item, path)) return true;
            return false;
        }
        return value is JsonObject members && path.Length > 0 ? Tells(members[path[0]], path[1..]) : value?.ToString().Contains(word, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static async Task<List<string>> SeenAsync(Client client, IReadOnlyList<string> ids)
    {
        var seen = new List<string>();
        foreach (var some in ids.Chunk(25))
        {
            var answer = await client.AskAsync(Document("Node", some, "id"));
            if (answer["errors"] is null) seen.AddRange(some.Where((_, i) => answer["data"]![$"n{i}"] is not null));
        }
        return seen;
    }

    private Task<List<long>> IdsAsync(Type entity) => (Task<List<long>>)GetType().GetMethod(nameof(NewestAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.MakeGenericMethod(entity).Invoke(this, [])!;

    private Task<List<long>> NewestAsync<T>() where T : Entity => fond.InDatabaseAsync(db => db.Set<T>().IgnoreAutoIncludes().OrderByDescending(e => e.Id).Take(Sample).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync());
}
