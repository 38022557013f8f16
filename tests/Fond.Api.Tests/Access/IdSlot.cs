using System.Text.Json.Nodes;

namespace Fond.Api.Tests.Access;

/// <summary>A place in a mutation's input, however deep, that names a thing by its id.</summary>
/// <param name="Path">As errors tell it.</param>
internal sealed record IdSlot(string Path, string Id, JsonNode Within, string Field)
{
    /// <summary>Those for which the place has a thing. A list of ids has one, its first.</summary>
    public static IEnumerable<IdSlot> In(JsonNode input, IReadOnlyDictionary<string, string> place, string path = "") => input switch
    {
        JsonObject fields => fields.SelectMany(f => Of(fields, f.Key, f.Value, place, $"{path}{f.Key}")),
        JsonArray and [{ } first, ..] => In(first, place, $"{path}0."),
        _ => [],
    };

    /// <summary>The field that names one such thing.</summary>
    public string Kind => Field.EndsWith("Ids", StringComparison.Ordinal) ? Field[..^1] : Field;

    public void Put() => Within[Field] = Field.EndsWith("Ids", StringComparison.Ordinal) ? new JsonArray(Id) : Id;

    private static IEnumerable<IdSlot> Of(JsonObject within, string field, JsonNode? value, IReadOnlyDictionary<string, string> place, string path)
    {
        if (field.EndsWith("Id", StringComparison.Ordinal) && place.TryGetValue(field, out var id)) return [new(path, id, within, field)];
        if (field.EndsWith("Ids", StringComparison.Ordinal) && place.TryGetValue(field[..^1], out var one)) return [new($"{path}.0", one, within, field)];
        return value is null ? [] : In(value, place, $"{path}.");
    }
}
