using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.Types;

namespace Fond.Api.Tests.Access;

/// <summary>Every field that says something in words, by the schema itself: of an object, and of all within it that has no id of its own.</summary>
/// <param name="arguments">What to say where a field demands to be told.</param>
internal sealed class TextFields(ISchema schema, IReadOnlyDictionary<string, string> arguments)
{
    private static readonly HashSet<string> Nodes = [.. FondSchema.NodeTypes().Select(t => t.Entity.Name), "Node"];

    /// <summary>Paths of names, each ending in words.</summary>
    public IReadOnlyList<string[]> Of(string type) => [.. Within((IComplexGraphType)schema.AllTypes[type]!, [type])];

    /// <summary>What selects the paths, all of one type.</summary>
    public string Select(string type, IEnumerable<string[]> paths) => Select((IComplexGraphType)schema.AllTypes[type]!, paths, 0);

    private string Select(IComplexGraphType type, IEnumerable<string[]> paths, int depth) => string.Join(' ', paths.GroupBy(path => path[depth]).Select(named =>
    {
        var field = type.Fields.Single(f => f.Name == named.Key);
        return named.Key + Told(field) + (field.ResolvedType!.GetNamedType() is IComplexGraphType inner ? $" {{ {Select(inner, named, depth + 1)} }}" : "");
    }));

    private string Told(FieldType field)
    {
        var said = (field.Arguments ?? []).Where(a => a.ResolvedType is NonNullGraphType && a.DefaultValue is null).Select(a => $"{a.Name}: {Value(a)}").ToList();
        if (field.ResolvedType!.GetNamedType().Name.EndsWith("Connection", StringComparison.Ordinal)) said.Add("first: 50");
        return said.Count == 0 ? "" : $"({string.Join(' ', said)})";
    }

    private string Value(QueryArgument argument) => argument.ResolvedType!.GetNamedType() switch
    {
        IntGraphType => "3",
        EnumerationGraphType choices => choices.Values.First().Name,
        DecimalGraphType or FloatGraphType => "0.03",
        _ => $"\"{arguments[argument.Name]}\"",
    };

    /// <param name="above">The types that one came through: none is entered twice.</param>
    private static IEnumerable<string[]> Within(IComplexGraphType type, string[] above) =>
        from field in type.Fields
        let named = field.ResolvedType!.GetNamedType()
        where !named.Name.StartsWith("__", StringComparison.Ordinal) && field.Name is not ("edges" or "pageInfo")
        from path in named switch
        {
            StringGraphType => [[]],
            IComplexGraphType inner when !Nodes.Contains(inner.Name) && !above.Contains(inner.Name) => Within(inner, [.. above, inner.Name]),
            _ => Enumerable.Empty<string[]>(),
        }
        select (string[])[field.Name, .. path];
}
