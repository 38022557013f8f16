using System.Text.Json.Nodes;

namespace Fond.Api.Tests.Support.Plans;

/// <summary>Every list of the schema by itself and by each of its filters.</summary>
/// <param name="known">What to ask for, by argument: values of which some have many rows and some few.</param>
internal sealed class ListQuestions(JsonNode schema, IReadOnlyDictionary<string, string[]> known)
{
    public const string Schema = """
        { __schema { queryType { fields { name args { name type { kind name ofType { kind name } } } } } types { name enumValues { name } } } }
        """;

    public IEnumerable<ListQuestion> All() => schema["queryType"]!["fields"]!.AsArray().Where(f => Arguments(f!).Any(a => Name(a!) == "first")).SelectMany(f => Of(f!));

    private IEnumerable<ListQuestion> Of(JsonNode field)
    {
        var demanded = Arguments(field).Where(a => Kind(a!) == "NON_NULL").ToList();
        foreach (var given in demanded.Count == 0 ? [""] : demanded.SelectMany(a => Given(a!)))
        {
            yield return new(Name(field), "", given);
            foreach (var argument in Arguments(field).Except(demanded).Where(a => Name(a!) is not ("first" or "after")))
                foreach (var value in Given(argument!)) yield return new(Name(field), Name(argument!), $"{given} {value}");
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
internal sealed record ListQuestion(string List, string Filter, string Arguments)
{
    public string Document => Arguments.Length == 0 ? $"{{ {List} {{ edges {{ cursor }} }} }}" : $"{{ {List}({Arguments}) {{ edges {{ cursor }} }} }}";
}
