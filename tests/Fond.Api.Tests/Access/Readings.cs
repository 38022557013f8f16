using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Common;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Access;

/// <summary>A word that stands in what is marked, and which entries of the trail tell that it was read.</summary>
internal sealed record Secret(string Word, Func<AuditEntry, bool> IsReadBy);

/// <summary>Asks for every text and every file as somebody, and finds where a secret is told of which the trail says nothing.</summary>
/// <param name="owner">Whose secret all that a row says is, by its type and key; null: of no one alone.</param>
internal sealed partial class Readings(FondServer fond, TextFields texts, IReadOnlyList<Secret> secrets, Func<(string Type, long Id), Secret?> owner)
{
    /// <summary>So many at once that a request stays within its limits.</summary>
    private const int AtOnce = 5;

    /// <summary>Of each field that tells a secret, as many are asked for alone.</summary>
    private const int Alone = 2;

    private readonly List<string> _untraced = [];

    /// <summary>Who was told which word where, and left no entry of it.</summary>
    public IEnumerable<string> Untraced => _untraced.Distinct().Order(StringComparer.Ordinal);

    /// <summary>Fields and endpoints that told a secret to anybody.</summary>
    public HashSet<string> Telling { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that were told to anybody.</summary>
    public HashSet<Secret> Told { get; } = [];

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
        var telling = new Dictionary<(string Path, Secret Secret), List<string>>();
        foreach (var some in ids.Chunk(AtOnce))
            foreach (var (id, path, secret) in await ToldAsync(client, type, some, texts.Of(type))) Add(telling, (string.Join('.', path), secret), id);
        Telling.UnionWith(telling.Keys.Select(told => $"{type}.{told.Path}"));
        foreach (var (path, id) in telling.SelectMany(told => told.Value.Distinct().TakeLast(Alone).Select(id => (told.Key.Path, id))).Distinct()) await AloneAsync(client, name, type, id, path.Split('.'));
    }

    private static void Add(Dictionary<(string, Secret), List<string>> telling, (string, Secret) told, string id) => (telling.TryGetValue(told, out var ids) ? ids : telling[told] = []).Add(id);

    private async Task AloneAsync(Client client, string? name, string type, string id, string[] path)
    {
        var before = await LastAsync();
        await DemandAsync((await ToldAsync(client, type, [id], [path])).Select(told => told.Secret), before, name, $"{type}.{string.Join('.', path)}");
    }

    /// <summary>That there is an entry of each since then.</summary>
    private async Task DemandAsync(IEnumerable<Secret> told, long before, string? name, string where)
    {
        var heard = told.Distinct().ToList();
        if (heard.Count == 0) return;
        Told.UnionWith(heard);
        var noted = await fond.InDatabaseAsync(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Sequence > before && e.Action == SecretReadings.Action && db.Set<Domain.Access.Person>().Any(p => p.Id == e.PersonId && p.Subject == name)).ToListAsync());
        _untraced.AddRange(heard.Where(secret => !noted.Exists(entry => secret.IsReadBy(entry))).Select(secret => $"{where} ({name ?? "public"}): {secret.Word}"));
    }

    private Task<long> LastAsync() => fond.InDatabaseAsync(async db => (await db.Set<AuditHead>().SingleAsync()).Sequence);

    /// <summary>Where secrets are told. What is closed to the caller closes the whole document, so then each path is asked for by itself.</summary>
    private async Task<List<(string Id, string[] Path, Secret Secret)>> ToldAsync(Client client, string type, string[] ids, IReadOnlyList<string[]> paths)
    {
        if (paths.Count == 0) return [];
        var answer = await client.AskAsync(Document(type, ids, texts.Select(type, paths)));
        if (answer["errors"] is not { } errors) return [.. from i in Enumerable.Range(0, ids.Length) from path in paths from secret in ToldIn(string.Join('\n', Texts(type == "Query" ? answer["data"] : answer["data"]![$"n{i}"], path))) select (ids[i], path, secret)];
        var code = errors[0]!["extensions"]!["code"]!.GetValue<string>();
        if (paths.Count == 1) return code is "FORBIDDEN" or "UNAUTHENTICATED" ? [] : throw new InvalidOperationException($"{type}.{string.Join('.', paths[0])}: {errors.ToJsonString()}");
        var (some, others) = (paths.Take(paths.Count / 2).ToList(), paths.Skip(paths.Count / 2).ToList());
        return [.. await ToldAsync(client, type, ids, some), .. await ToldAsync(client, type, ids, others)];
    }

    private static string Document(string type, string[] ids, string select) => type == "Query"
        ? $"{{ {select} }}"
        : $"{{ {string.Join(' ', ids.Select((id, i) => $"n{i}: node(id: \"{id}\") {{ ... on {type} {{ {select} }} }}"))} }}";

    private IEnumerable<Secret> ToldIn(string said) => secrets.Where(secret => said.Contains(secret.Word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Texts(JsonNode? value, string[] path) => value switch
    {
        JsonArray items => items.SelectMany(item => Texts(item, path)),
        JsonObject members when path.Length > 0 => Texts(members[path[0]], path[1..]),
        null => [],
        _ => [value.ToString()],
    };

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

    private Task<List<long>> IdsAsync(Type entity) => (Task<List<long>>)GetType().GetMethod(nameof(KeysAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.MakeGenericMethod(entity).Invoke(this, [])!;

    private Task<List<long>> KeysAsync<T>() where T : Entity => fond.InDatabaseAsync(db => db.Set<T>().IgnoreAutoIncludes().OrderBy(e => e.Id).Select(e => e.Id).ToListAsync());
}
