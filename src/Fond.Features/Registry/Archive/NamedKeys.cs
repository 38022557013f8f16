using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fond.Domain.Access;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Archive;

/// <summary>Puts names beside keys: <c>decidedByName</c> beside <c>decidedById</c>, <c>bodyName</c> beside <c>bodyId</c>.</summary>
internal static partial class NamedKeys
{
    public static async Task AddNamesAsync(JsonNode written, FondDb db, CancellationToken ct)
    {
        var keys = Of(written).ToList();
        var (people, bodies) = (Ids(keys, Person), Ids(keys, Body));
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var called = await db.Set<Body>().Where(b => bodies.Contains(b.Id)).Select(b => new { b.Id, b.Name }).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        foreach (var (owner, key, value) in keys)
        {
            var known = Body.IsMatch(key) ? called : names;
            JsonNode? name = value is JsonArray many ? new JsonArray([.. many.Select(id => JsonValue.Create(known.GetValueOrDefault(id!.GetValue<long>())))]) : known.GetValueOrDefault(value.GetValue<long>());
            owner.Insert(owner.IndexOf(key) + 1, value is JsonArray ? $"{key[..^3]}Names" : $"{key[..^2]}Name", name);
        }
    }

    private static long[] Ids(IEnumerable<(JsonObject Owner, string Key, JsonNode Value)> keys, Regex named) => [.. keys.Where(k => named.IsMatch(k.Key))
        .SelectMany(k => k.Value is JsonArray many ? many.Select(id => id!.GetValue<long>()) : [k.Value.GetValue<long>()]).Distinct()];

    private static IEnumerable<(JsonObject Owner, string Key, JsonNode Value)> Of(JsonNode? node) => node switch
    {
        JsonObject owner => owner.SelectMany(p => p.Value is { } value && (Person.IsMatch(p.Key) || Body.IsMatch(p.Key)) ? [(owner, p.Key, value)] : Of(p.Value)),
        JsonArray many => many.SelectMany(Of),
        _ => [],
    };

    [GeneratedRegex("([Bb]y|[Pp]erson|[Aa]ssessor|[Ll]ead|[Ee]valuator)Ids?$")]
    private static partial Regex Person { get; }

    [GeneratedRegex("[Bb]odyIds?$")]
    private static partial Regex Body { get; }
}
