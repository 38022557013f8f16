using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.Types;

namespace Fond.Api.Tests.Access;

/// <summary>What can be selected of each kind of object, by the schema itself, so that no field is forgotten.</summary>
internal sealed class OutputSchema(ISchema schema)
{
    /// <summary>Of what is not an object with an id of its own, so deep.</summary>
    private const int Depth = 2;

    private static readonly HashSet<string> Nodes = [.. FondSchema.NodeTypes().Select(t => t.Entity.Name), "Node"];

    /// <summary>What to write after each field's name; those that want arguments are left to the tests of what they ask.</summary>
    public IReadOnlyDictionary<string, string> Of(string type) => Selections((IComplexGraphType)schema.AllTypes[type]!, Depth).Where(f => f.Name is not ("id" or "version")).ToDictionary();

    private static string? Selection(IGraphType type, int depth) => type switch
    {
        not IComplexGraphType => "",
        _ when Nodes.Contains(type.Name) => " { id }",
        _ when type.Name.EndsWith("Connection", StringComparison.Ordinal) => "(first: 3) { nodes { id } }",
        IComplexGraphType within when depth > 0 => string.Join(' ', Selections(within, depth - 1).Select(f => f.Name + f.What)) is { Length: > 0 } fields ? $" {{ {fields} }}" : null,
        _ => null,
    };

    private static IEnumerable<(string Name, string What)> Selections(IComplexGraphType type, int depth) =>
        from field in type.Fields
        where !(field.Arguments ?? []).Any(a => a.ResolvedType is NonNullGraphType)
        let what = Selection(field.ResolvedType!.GetNamedType(), depth)
        where what is not null
        select (field.Name, what);
}
