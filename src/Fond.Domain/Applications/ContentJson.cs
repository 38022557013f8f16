using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Fond.Domain.Common;

namespace Fond.Domain.Applications;

/// <summary>The one form in which content is kept, compared and checksummed: amounts in öre, missing pieces left out.</summary>
public static class ContentJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new Ore() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ApplicationContent content) => JsonSerializer.Serialize(content, Options);

    public static ApplicationContent Read(string json) => JsonSerializer.Deserialize<ApplicationContent>(json, Options)!;

    public static JsonNode Tree(ApplicationContent content) => JsonSerializer.SerializeToNode(content, Options)!;

    public static string Sha256(ApplicationContent content) => Checksum(Write(content));

    public static string Sha256(string title, ApplicationContent content) => Checksum(title + "\n" + Write(content));

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class Ore : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Ore);
    }
}

/// <summary>One difference between two contents.</summary>
/// <param name="Path">The field, outermost first, list positions from 0: <c>budget.2.fromFund</c>.</param>
/// <param name="Before">Null where it was not there.</param>
/// <param name="After">Null where it is gone.</param>
public sealed record ContentChange(string Path, string? Before, string? After);

/// <summary>An application as far as versions of it are compared.</summary>
/// <param name="Serves">Codes of the programme goals.</param>
/// <param name="Files">Names of the files.</param>
public sealed record ComparedVersion(string Title, IReadOnlyList<string> Serves, ApplicationContent Content, IReadOnlyList<string> Files)
{
    public static readonly ComparedVersion Nothing = new("", [], ApplicationContent.Empty, []);
}

public static class ContentDiff
{
    /// <summary>Fields of the content by their own names; beside them <c>title</c>, <c>serves</c> and <c>attachments</c>.</summary>
    public static IReadOnlyList<ContentChange> Between(ComparedVersion before, ComparedVersion after) =>
        [.. Walk("", Tree(before), Tree(after))];

    private static JsonNode Tree(ComparedVersion version)
    {
        var tree = ContentJson.Tree(version.Content);
        if (version.Title.Length > 0) tree["title"] = version.Title;
        tree["serves"] = new JsonArray([.. version.Serves.Select(code => JsonValue.Create(code))]);
        tree["attachments"] = new JsonArray([.. version.Files.Select(name => JsonValue.Create(name))]);
        return tree;
    }

    private static IEnumerable<ContentChange> Walk(string path, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (JsonObject or null, JsonObject or null) when before is not null || after is not null =>
            Names(before).Union(Names(after)).SelectMany(name => Walk(Join(path, name), before?[name], after?[name])),
        (JsonArray or null, JsonArray or null) when before is not null || after is not null =>
            Enumerable.Range(0, Math.Max(Count(before), Count(after))).SelectMany(i => Walk(Join(path, i.ToString(System.Globalization.CultureInfo.InvariantCulture)), Item(before, i), Item(after, i))),
        _ => JsonNode.DeepEquals(before, after) ? [] : [new ContentChange(path, before?.ToString(), after?.ToString())],
    };

    private static IEnumerable<string> Names(JsonNode? node) => (node as JsonObject)?.Select(p => p.Key) ?? [];

    private static int Count(JsonNode? node) => (node as JsonArray)?.Count ?? 0;

    private static JsonNode? Item(JsonNode? node, int i) => node is JsonArray list && i < list.Count ? list[i] : null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
