using System.Text.Json.Nodes;

namespace Fond.Api.Tests.Support;

/// <summary>Makes up inputs by the schema itself, so that no mutation is forgotten.</summary>
internal sealed class InputSchema(JsonNode schema)
{
    public const string Query = """
        { __schema {
            mutationType { fields { name } }
            types { kind name enumValues { name } inputFields { name type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
        """;

    public IEnumerable<string> Mutations => schema["mutationType"]!["fields"]!.AsArray()
        .Select(f => f!["name"]!.GetValue<string>()).Select(name => char.ToUpperInvariant(name[0]) + name[1..]);

    public bool HasId(string type) => Type(type)["inputFields"]!.AsArray().Any(f => f!["type"]!.ToJsonString().Contains("\"ID\"", StringComparison.Ordinal));

    /// <summary>An input with every field filled, one level of lists, depth bounded.</summary>
    public JsonObject Value(string type, string text, string id) => Object(type, text, id, 0);

    /// <summary>The input of a mutation with one field off, for every field of a kind, however deep: the path to it and the whole input.</summary>
    /// <param name="kind">The scalar's name: String, Money, DateOnly.</param>
    public IEnumerable<(string Path, JsonObject Input)> WithOneOff(string type, string kind, JsonNode value)
    {
        var whole = Value(type, "Text", "abc");
        foreach (var path in Leaves(type, kind, 0))
        {
            var input = whole.DeepClone().AsObject();
            JsonNode at = input;
            var parts = path.Split('.');
            foreach (var part in parts[..^1]) at = int.TryParse(part, out var i) ? at[i]! : at[part]!;
            if (int.TryParse(parts[^1], out var last)) at[last] = value.DeepClone();
            else at[parts[^1]] = value.DeepClone();
            yield return (path, input);
        }
    }

    private IEnumerable<string> Leaves(string type, string kind, int depth) => Type(type)["inputFields"]!.AsArray()
        .Where(f => f!["name"]!.GetValue<string>() is not ("idempotencyKey" or "expectedVersion"))
        .SelectMany(f => LeavesOf(f!["type"]!, kind, depth).Select(rest => f["name"]!.GetValue<string>() + rest));

    private IEnumerable<string> LeavesOf(JsonNode type, string kind, int depth) => type["kind"]!.GetValue<string>() switch
    {
        "NON_NULL" => LeavesOf(type["ofType"]!, kind, depth),
        "LIST" => LeavesOf(type["ofType"]!, kind, depth).Select(rest => ".0" + rest),
        "INPUT_OBJECT" => depth < 6 ? Leaves(type["name"]!.GetValue<string>(), kind, depth + 1).Select(rest => "." + rest) : [],
        _ => type["name"]!.GetValue<string>() == kind ? [""] : [],
    };

    private JsonObject Object(string type, string text, string id, int depth) => new(Type(type)["inputFields"]!.AsArray()
        .Where(f => f!["name"]!.GetValue<string>() is not ("idempotencyKey" or "expectedVersion"))
        .Select(f => KeyValuePair.Create(f!["name"]!.GetValue<string>(), Of(f["type"]!, text, id, depth))));

    private JsonNode? Of(JsonNode type, string text, string id, int depth) => type["kind"]!.GetValue<string>() switch
    {
        "NON_NULL" => Of(type["ofType"]!, text, id, depth),
        "LIST" => new JsonArray(Of(type["ofType"]!, text, id, depth)),
        "ENUM" => Type(type["name"]!.GetValue<string>())["enumValues"]![0]!["name"]!.GetValue<string>(),
        "INPUT_OBJECT" => depth < 6 ? Object(type["name"]!.GetValue<string>(), text, id, depth + 1) : null,
        _ => Scalar(type["name"]!.GetValue<string>(), text, id),
    };

    private static JsonNode Scalar(string name, string text, string id) => name switch
    {
        "ID" => id,
        "Int" or "Long" or "Money" => 1,
        "Decimal" or "Float" => 0.5m,
        "Boolean" => true,
        "DateOnly" => "2026-03-10",
        "DateTimeOffset" => "2026-03-10T09:00:00Z",
        _ => text,
    };

    public JsonNode Type(string name) => schema["types"]!.AsArray().Single(t => t!["name"]!.GetValue<string>() == name)!;
}
