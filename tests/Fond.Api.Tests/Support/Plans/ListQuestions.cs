using System.Text.Json.Nodes;

namespace Fond.Api.Tests.Support.Plans;

/// <summary>Every field that asks: each list by itself and by each of its filters, and what is no list by what it demands to be told.</summary>
/// <param name="known">What to ask for, by argument: values of which some have many rows and some few.</param>
internal sealed class ListQuestions(JsonNode schema, IReadOnlyDictionary<string, string[]> known)
{
    public const string Schema = """
        {
            __schema {
                queryType { fields { name args { name type { kind name ofType { kind name } } } type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
                types { name enumValues { name } } } }
        """;

    public IEnumerable<ListQuestion> All() => schema["queryType"]!["fields"]!.AsArray().SelectMany(f => Of(f!));

    /// <summary>The lists that can be asked for without saying more.</summary>
    public IEnumerable<string> Lists() => schema["queryType"]!["fields"]!.AsArray()
        .Where(f => Arguments(f!).Any(a => Name(a!) == "first") && Arguments(f!).All(a => Kind(a!) != "NON_NULL")).Select(f => Name(f!));

    private IEnumerable<ListQuestion> Of(JsonNode field)
    {
        var demanded = Arguments(field).Where(a => Kind(a!) == "NON_NULL").ToList();
        var select = Arguments(field).Any(a => Name(a!) == "first") ? "edges { cursor }" : "__typename";
        foreach (var given in demanded.Aggregate((IEnumerable<string>)[""], (said, argument) => said.SelectMany(before => Given(argument!).Select(value => $"{before} {value}"))))
        {
            yield return new(Name(field), "", given, select);
            foreach (var argument in Arguments(field).Except(demanded).Where(a => Name(a!) is not ("first" or "after")))
                foreach (var value in Given(argument!)) yield return new(Name(field), Name(argument!), $"{given} {value}", select);
        }
    }

    private IEnumerable<string> Given(JsonNode argument) => Values(argument).Select(value => $"{Name(argument)}: {value}");

    private IEnumerable<string> Values(JsonNode argument) => Kind(argument) switch
    {
        var kind when known.TryGetValue(Name(argument), out var values) => kind == "ENUM" || Name(argument["type"]!) == "Int" ? values : values.Select(v => JsonValue.Create(v).ToJsonString()),
        "ENUM" => schema["types"]!.AsArray().Single(t => Name(t!) == Name(argument["type"]!))!["enumValues"]!.AsArray().Select(v => Name(v!)),
        _ when Name(argument["type"]!) == "Boolean" => ["true", "false"],
        _ => throw new InvalidOperationException($"No value is known for the argument {Name(argument)}."),
    };

    private static JsonArray Arguments(JsonNode field) => field["args"]!.AsArray();

    private static string Kind(JsonNode argument) => argument["type"]!["kind"]!.GetValue<string>();

    private static string Name(JsonNode named) => named["name"]?.GetValue<string>() ?? "";
}

/// <param name="Filter">The filter's name; empty for the list as it is.</param>
/// <param name="Arguments">As they are written.</param>
/// <param name="Select">What is asked of each.</param>
internal sealed record ListQuestion(string List, string Filter, string Arguments, string Select)
{
    public string Document => Arguments.Length == 0 ? $"{{ {List} {{ {Select} }} }}" : $"{{ {List}({Arguments}) {{ {Select} }} }}";
}
