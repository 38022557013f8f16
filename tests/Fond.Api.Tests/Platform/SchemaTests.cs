using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Platform;

public sealed class SchemaTests : FondTest
{
    [Fact]
    public async Task The_schema_is_the_one_in_the_documentation()
    {
        var sdl = await Fond.Http.GetStringAsync("/graphql/schema");
        var file = Path.Combine(Repository.Root, "docs", "schema.graphql");
        if (Environment.GetEnvironmentVariable("FOND_UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(file, sdl);
        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), sdl);
    }

    [Fact]
    public async Task Every_type_field_argument_and_value_has_a_description()
    {
        var data = await Fond.As("administrator").ReadAsync("""
            { __schema { types { name description
                fields(includeDeprecated: true) { name description args { name description } }
                inputFields { name description }
                enumValues { name description } } } }
            """);
        var bare = new List<string>();
        foreach (var type in data["__schema"]!["types"]!.AsArray())
        {
            var name = type!["name"]!.GetValue<string>();
            if (name.StartsWith("__", StringComparison.Ordinal) || name is "String" or "Boolean" or "ID" or "Int" or "Float") continue; // the language's own
            if (IsBare(type)) bare.Add(name);
            foreach (var list in new[] { "fields", "inputFields", "enumValues" })
                foreach (var member in type[list] as JsonArray ?? [])
                {
                    if (IsBare(member!)) bare.Add($"{name}.{member!["name"]}");
                    bare.AddRange((member!["args"] as JsonArray ?? []).Where(a => IsBare(a!)).Select(a => $"{name}.{member["name"]}({a!["name"]})"));
                }
        }
        Assert.True(bare.Count == 0, string.Join(", ", bare));
    }

    private static bool IsBare(JsonNode node) => string.IsNullOrWhiteSpace(node["description"]?.GetValue<string>());
}
