using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>All that the public can ask of cases: each field by itself and by each of its arguments, with everything that it answers.</summary>
/// <param name="known">What to ask for, by argument.</param>
internal sealed class PublicQuestions(JsonNode schema, IReadOnlyDictionary<string, string[]> known)
{
    private const string Type = "type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

    public static async Task<PublicQuestions> OfAsync(FondServer fond, IReadOnlyDictionary<string, string[]> known) => new(
        (await fond.As("administrator").ReadAsync($$"""{ __schema { queryType { fields { name args { name {{Type}} } {{Type}} } } types { name enumValues { name } fields { name {{Type}} } } } }"""))["__schema"]!, known);

    /// <summary>What the public said in a consultation is for those who asked it.</summary>
    public IEnumerable<string> All() => schema["queryType"]!["fields"]!.AsArray().Where(f => Name(f!).StartsWith("public", StringComparison.Ordinal) && Name(f!) != "publicComments").SelectMany(f => Of(f!));

    private IEnumerable<string> Of(JsonNode field)
    {
        var arguments = field["args"]!.AsArray().Where(a => Name(a!) is not ("first" or "after")).Select(a => a!).ToList();
        var demanded = arguments.Where(a => a["type"]!["kind"]!.GetValue<string>() == "NON_NULL").ToList();
        foreach (var given in demanded.Aggregate((IEnumerable<string>)[""], (sets, argument) => sets.SelectMany(set => Values(argument).Select(value => $"{set} {value}"))))
            foreach (var asked in arguments.Except(demanded).SelectMany(Values).Prepend(""))
                yield return $"{{ {Name(field)}{($"{given} {asked}".Trim() is { Length: > 0 } said ? $"({said})" : "")} {{ {Select(Named(field["type"]!))} }} }}";
    }

    private IEnumerable<string> Values(JsonNode argument) => TypeOf(Named(argument["type"]!))["enumValues"] is JsonArray values
        ? values.Select(v => $"{Name(argument)}: {Name(v!)}")
        : known[Name(argument)].Select(v => $"{Name(argument)}: {JsonValue.Create(v).ToJsonString()}");

    private string Select(string type) => string.Join(' ', TypeOf(type)["fields"]!.AsArray().Where(f => Name(f!) != "nodes").Select(f => // they are under the edges
        TypeOf(Named(f!["type"]!))["fields"] is JsonArray ? $"{Name(f)} {{ {Select(Named(f["type"]!))} }}" : Name(f)));

    private JsonNode TypeOf(string name) => schema["types"]!.AsArray().Single(t => Name(t!) == name)!;

    private static string Named(JsonNode type) => type["name"]?.GetValue<string>() ?? Named(type["ofType"]!);

    private static string Name(JsonNode named) => named["name"]!.GetValue<string>();
}
